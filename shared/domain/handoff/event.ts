import type { Attempt } from '../contact/attempt'
import type { Bounce } from './bounce'
import type { DeadlineRisk, NextStepPart, RisksPart, WayPart } from './confirmation'
import type { Closing, Handoff, LoopBack, UndoableFacts } from './handoff'
import type { MeetingId, PersonId, StaffId } from '../core/ids'
import type { MeetingMode } from '../meeting/meeting'
import type { Instant } from '../core/moment'
import type { Outcome } from '../core/outcome'
import type { Task } from './task'
import type { SaidToSource } from '../core/vocabulary'
import type { MayTellSource, RiskKind, SourceAnswer, WaitingReason } from '../core/vocabulary'

export type HandoffCreated = Pick<
  Handoff,
  | 'id'
  | 'number'
  | 'direction'
  | 'personId'
  | 'source'
  | 'receiver'
  | 'helps'
  | 'prompt'
  | 'note'
  | 'receivedAt'
  | 'standard'
  | 'assignedTo'
  | 'mayTellSource'
  | 'permission'
  | 'repeatIntakeAvoided'
> & {
  readonly risks: readonly DeadlineRisk[]
  readonly earlierBecause: string
  /** H7: the number was read back to the source; null where none was taken down. */
  readonly numberReadBack: boolean | null
  /** Why the person was referred where nobody is to be referred ("do not refer"); absent where nothing stood against it. */
  readonly despite?: string
}

/** What happened. Never changed, never removed; `at` is when it was written (effective time), `by` null for the clock itself. */
export type HandoffEvent = { readonly at: Instant; readonly by: StaffId | null } & (
  | ({ readonly kind: 'created' } & HandoffCreated)
  | { readonly kind: 'received_corrected'; readonly receivedAt: Instant; readonly was: Instant; readonly reason: string }
  | { readonly kind: 'permission_answered'; readonly given: boolean; readonly words: string }
  | { readonly kind: 'accepted'; readonly acceptedBy: string; readonly acceptedAt: Instant; readonly worker: StaffId | null }
  | { readonly kind: 'assigned'; readonly to: StaffId; readonly reason: string }
  /** `consequences`: how many events of the same command follow it (H13); absent in records of an earlier version. */
  | { readonly kind: 'attempt_logged'; readonly attempt: Attempt; readonly consequences?: number }
  /** `restores`: what stood before the attempt and stands again (H13); a fact that was changed since is left out. */
  | { readonly kind: 'attempt_withdrawn'; readonly no: number; readonly restores?: Partial<Pick<UndoableFacts, 'waiting' | 'bounces'>> }
  /** The PC's clock was wrong when the attempt was written: `to` and `was` are when it happened (UTC ms). */
  | {
      readonly kind: 'attempt_corrected'
      readonly no: number
      readonly to: Instant
      readonly was: Instant
      readonly marks: Attempt['marks']
      readonly reason: string
    }
  | { readonly kind: 'number_shown'; readonly wayId: string; readonly safeCheck: 'safe' | 'not_sure'; readonly override: string | null }
  /** P1, T2: the reason of what was shown in the event with this number; added, never written over. */
  | { readonly kind: 'override_explained'; readonly no: number; readonly words: string }
  | { readonly kind: 'interpreter_booked'; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'interpreter_cancelled'; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'way_verified'; readonly part: WayPart }
  | { readonly kind: 'next_step_understood'; readonly part: NextStepPart }
  | { readonly kind: 'deadline_risks_asked'; readonly part: RisksPart; readonly risks: readonly DeadlineRisk[] }
  | { readonly kind: 'risk_added'; readonly risk: DeadlineRisk }
  | { readonly kind: 'risk_acknowledged'; readonly no: number; readonly risk: RiskKind; readonly date: Instant }
  | {
      readonly kind: 'risk_corrected'
      readonly no: number
      /** Null: taken out. */
      readonly to: DeadlineRisk | null
      readonly was: DeadlineRisk
      readonly reason: string
    }
  | { readonly kind: 'confirmed'; readonly confirmedAt: Instant }
  | { readonly kind: 'waiting_began'; readonly checkAt: Instant; readonly why: WaitingReason }
  | { readonly kind: 'waiting_ended' }
  | { readonly kind: 'stopped_as_unsafe' }
  | { readonly kind: 'plan_changed'; readonly version: number; readonly verified: boolean }
  | { readonly kind: 'loop_back_asked'; readonly loopBack: LoopBack }
  /** C5, R1: the person, the source or a release stands against it now; the question ends without an answer. */
  | { readonly kind: 'loop_back_ended' }
  | { readonly kind: 'loop_back_answered'; readonly answer: SourceAnswer; readonly words: string }
  | { readonly kind: 'due_passed'; readonly told: StaffId }
  | { readonly kind: 'supervisor_told'; readonly told: StaffId }
  | { readonly kind: 'meeting_booked'; readonly meetingAt: Instant; readonly what: string }
  /** `nextAt` null: no next one was agreed. `meetingId` absent: it was recorded without the call screen. */
  | { readonly kind: 'meeting_held'; readonly nextAt: Instant | null; readonly what: string; readonly meetingId?: MeetingId }
  | {
      readonly kind: 'meeting_begun'
      readonly meetingId: MeetingId
      readonly mode: MeetingMode
      readonly withHer: boolean
      readonly startedAt: Instant
    }
  /** H10: the person was met together with the receiver, since `metAt` (UTC ms): that is contact. */
  | { readonly kind: 'met'; readonly meetingId: MeetingId; readonly metAt: Instant }
  | {
      readonly kind: 'meeting_closed'
      readonly meetingId: MeetingId
      readonly mode: MeetingMode
      readonly withHer: boolean
      readonly how: 'complete' | 'she_ended_it'
      readonly endedAt: Instant
      /** A meeting that is booked for later stays booked. */
      readonly keepsBooking: boolean
      /** The number of a line of its plan, and of the task that it became. */
      readonly lines: readonly { readonly no: number; readonly task: number }[]
    }
  /** `no`: of the task. */
  | { readonly kind: 'plan_line_done'; readonly no: number; readonly words: string }
  | { readonly kind: 'plan_line_dropped'; readonly no: number; readonly reason: string }
  | { readonly kind: 'put_on_hold'; readonly reviewAt: Instant; readonly what: string }
  | { readonly kind: 'bounced'; readonly bounce: Bounce }
  | { readonly kind: 'bounce_settled'; readonly words: string; readonly clockFrom: Instant | null }
  | { readonly kind: 'danger_acknowledged'; readonly words: string }
  | { readonly kind: 'closed'; readonly closing: Closing }
  | { readonly kind: 'reopened'; readonly reason: string; readonly permission: Handoff['permission'] }
  | { readonly kind: 'entered_in_error'; readonly reason: string }
  | { readonly kind: 'note_added'; readonly note: string; readonly herWords: boolean }
  | { readonly kind: 'source_told'; readonly sentence: SaidToSource; readonly rangBack: boolean }
  | { readonly kind: 'may_tell_changed'; readonly mayTellSource: MayTellSource }
  /** Two records of one person were merged, or a merge was undone: the person now, and the stop and waiting that hold. */
  | ({ readonly kind: 'person_merged' | 'person_unmerged'; readonly personId: PersonId } & Pick<Handoff, 'stoppedAt' | 'waiting'>)
  | { readonly kind: 'task_opened'; readonly task: Task }
  | {
      readonly kind: 'task_moved'
      readonly no: number
      readonly owner: StaffId
      readonly dueAt: Instant
      readonly until: Instant | null
      readonly byHand: boolean
    }
  | { readonly kind: 'task_closed'; readonly no: number; readonly how: 'done' | 'superseded' }
)

export type HandoffEventKind = HandoffEvent['kind']

/** What a command makes happen, in order, or the reason why not. */
export type HandoffDecision = Outcome<readonly HandoffEvent[]>
