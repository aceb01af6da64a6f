import type { StaffId } from '../core/ids'
import type { CopyAnswer, Meeting, Paper, Participant, PlanLine, Presence, RiskAnswer, StepState } from './meeting'
import type { StepList } from './steps'
import type { SteadyTime } from '../core/elapsed'
import type { Instant } from '../core/moment'
import type { Outcome } from '../core/outcome'

type MeetingBegun = Pick<
  Meeting,
  'id' | 'handoffId' | 'personId' | 'mode' | 'where' | 'withoutHer' | 'startedAt' | 'late' | 'policyVersion' | 'steps' | 'participants'
>

/** What happened in a meeting. Never changed, never removed; `at` is when it was written (effective time), `steady` the same moment by the clock that nobody sets. */
export type MeetingEvent = { readonly at: Instant; readonly by: StaffId; readonly steady?: SteadyTime } & (
  | ({ readonly kind: 'begun' } & MeetingBegun)
  | { readonly kind: 'joined'; readonly participant: Participant }
  | { readonly kind: 'presence_changed'; readonly no: number; readonly presence: Presence }
  | { readonly kind: 'rule_agreed'; readonly no: number; readonly rule: string }
  | { readonly kind: 'understood'; readonly no: number; readonly words: string }
  | { readonly kind: 'step_set'; readonly list: StepList; readonly no: number; readonly state: StepState; readonly reason: string }
  | { readonly kind: 'line_set'; readonly line: PlanLine }
  | { readonly kind: 'line_taken_out'; readonly no: number }
  | { readonly kind: 'paper_set'; readonly paper: Paper }
  /** M2: the person asked us to go on alone. */
  | { readonly kind: 'went_on_without_her'; readonly words: string }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'handed_to'; readonly to: StaffId }
  | { readonly kind: 'confidence_said'; readonly score: 1 | 2 | 3 | 4 | 5; readonly words: string }
  | { readonly kind: 'retold_said'; readonly times: number }
  | { readonly kind: 'next_agreed'; readonly next: Meeting['next'] }
  | { readonly kind: 'copy_answered'; readonly copy: CopyAnswer }
  /** H10. */
  | { readonly kind: 'risks_answered'; readonly answer: RiskAnswer }
  | { readonly kind: 'plan_checked'; readonly verified: boolean }
  /** M3. `texts`: what was typed, as it stood. `startedAt`: when it began, where the clock was put right since (T3). */
  | {
      readonly kind: 'closed'
      readonly how: 'complete' | 'she_ended_it'
      readonly words: string
      readonly endedAt: Instant
      readonly startedAt?: Instant
      readonly texts: Readonly<Record<string, string>>
    }
)

/** What a command makes happen in a meeting, in order, or the reason why not. */
export type MeetingDecision = Outcome<readonly MeetingEvent[]>
