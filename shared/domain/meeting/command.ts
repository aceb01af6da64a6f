import type { PartnerId, StaffId } from '../core/ids'
import type { CopyAnswer, Meeting, Paper, ParticipantKind, ParticipantRole, PlanLine, Presence, RiskAnswer, StepState } from './meeting'
import type { StepList } from './steps'
import type { SteadyTime } from '../core/elapsed'
import type { Instant } from '../core/moment'

/** What a worker asks of a meeting that runs. `no: null` adds one. Instants in UTC ms. */
export type MeetingCommand =
  | {
      readonly kind: 'join'
      readonly who: Exclude<ParticipantKind, 'her'>
      readonly name: string
      readonly staffId: StaffId | null
      readonly partnerId: PartnerId | null
      readonly role: ParticipantRole
      readonly rule: string
    }
  | { readonly kind: 'presence'; readonly no: number; readonly presence: Presence }
  | { readonly kind: 'agree_rule'; readonly no: number; readonly rule: string }
  | { readonly kind: 'understood'; readonly no: number; readonly words: string }
  | { readonly kind: 'set_step'; readonly list: StepList; readonly no: number; readonly state: StepState; readonly reason: string }
  | ({ readonly kind: 'set_line'; readonly no: number | null } & Omit<PlanLine, 'no'>)
  | { readonly kind: 'take_out_line'; readonly no: number }
  | ({ readonly kind: 'set_paper'; readonly no: number | null } & Omit<Paper, 'no'>)
  | { readonly kind: 'without_her'; readonly words: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'hand_to'; readonly to: StaffId }
  | { readonly kind: 'confidence'; readonly score: 1 | 2 | 3 | 4 | 5; readonly words: string }
  | { readonly kind: 'retold'; readonly times: number }
  | { readonly kind: 'next'; readonly next: NonNullable<Meeting['next']> }
  | { readonly kind: 'copy'; readonly copy: CopyAnswer }
  /** C4 (c), H10: `dates` are on the record already. */
  | { readonly kind: 'risks'; readonly answer: RiskAnswer }
  /** C4 (a), H10: whether the person says that the contact plan is right. */
  | { readonly kind: 'check_plan'; readonly verified: boolean }
  /** `at`: when it ended, where it is written down later; null: now. */
  | { readonly kind: 'close'; readonly how: 'complete' | 'she_ended_it'; readonly words: string; readonly at: Instant | null }

/** One kind of command, with its own fields. */
export type MeetingCommandOfKind<K extends MeetingCommand['kind']> = Extract<MeetingCommand, { kind: K }>

/** What a decision about a meeting depends on besides itself. `texts`: what was typed in it, by field. `risksOnRecord`: how many dates are. `steady`: `now` by the clock that nobody sets. */
export interface MeetingSituation {
  readonly now: Instant
  readonly steady?: SteadyTime
  readonly by: StaffId
  readonly texts: Readonly<Record<string, string>>
  readonly risksOnRecord: number
}
