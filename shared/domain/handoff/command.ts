import type { SaidToSource } from '../core/vocabulary'
import type { STAFF_AWAY, STAFF_LEFT } from '../staff/worker'
import type { ContactChannel, AttemptOutcome, ClosedAs, MayTellSource, SafeCheck, SourceAnswer, TaskKind } from '../core/vocabulary'
import type { BounceFacts } from './bounce'
import type { DeadlineRisk, NextStep } from './confirmation'
import type { Handoff } from './handoff'
import type { MeetingId, PersonId, StaffId } from '../core/ids'
import type { MeetingContact } from '../meeting/contact'
import type { Meeting, MeetingMode, CompletePlanLine } from '../meeting/meeting'
import type { Instant } from '../core/moment'

interface MeetingFacts {
  readonly meetingId: MeetingId
  readonly mode: MeetingMode
  readonly withHer: boolean
}

/** What a worker (or the clock) asks of a handoff that exists. Instants in UTC ms; `at: null` means now. */
export type HandoffCommand =
  | { readonly kind: 'correct_received'; readonly receivedAt: Instant; readonly reason: string }
  | { readonly kind: 'answer_permission'; readonly given: boolean; readonly words: string }
  | { readonly kind: 'record_acceptance'; readonly acceptedBy: string; readonly worker: StaffId | null; readonly at: Instant | null }
  | { readonly kind: 'assign'; readonly to: StaffId; readonly reason: string }
  | {
      readonly kind: 'log_attempt'
      readonly at: Instant | null
      readonly channel: ContactChannel
      readonly wayId: string | null
      readonly outcome: AttemptOutcome
      readonly safeCheck: SafeCheck
      readonly note: string
      readonly checkAt: Instant | null
      readonly override: boolean
    }
  | { readonly kind: 'withdraw_attempt'; readonly no: number }
  /** The PC's clock was ahead when it was written. `at`: when it happened (UTC ms). */
  | { readonly kind: 'correct_attempt'; readonly no: number; readonly at: Instant; readonly reason: string }
  | {
      readonly kind: 'show_number'
      readonly wayId: string
      readonly channel: ContactChannel
      readonly safeCheck: 'safe' | 'not_sure'
      readonly override: string | null
    }
  | {
      readonly kind: 'save_confirmation'
      readonly at: Instant | null
      readonly wayVerified: boolean
      readonly nextStep: NextStep | null
      readonly risks: { readonly answer: 'none' | 'dates' | 'not_known'; readonly dates: readonly DeadlineRisk[] } | null
    }
  /** A date outside our control: written down later, taken note of, moved or taken out (with a reason). */
  | { readonly kind: 'add_risk'; readonly risk: DeadlineRisk }
  | { readonly kind: 'acknowledge_risk'; readonly no: number }
  | { readonly kind: 'correct_risk'; readonly no: number; readonly to: DeadlineRisk | null; readonly reason: string }
  | { readonly kind: 'agree_waiting'; readonly checkAt: Instant; readonly why: 'she_asked' | 'she_calls_us' }
  | { readonly kind: 'end_waiting' }
  | { readonly kind: 'change_plan'; readonly version: number; readonly verified: boolean }
  | { readonly kind: 'ask_source' }
  | { readonly kind: 'source_answered'; readonly answer: SourceAnswer; readonly words: string; readonly checkAt: Instant | null }
  /** Section 5: an interpreter was booked for the person, or a booking was called off; what is planned follows it. */
  | { readonly kind: 'book_interpreter'; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'cancel_interpreter'; readonly from: Instant; readonly until: Instant }
  /** P1: the reason of a life-safety override, written afterwards. `no`: the number of its event. */
  | { readonly kind: 'explain_override'; readonly no: number; readonly words: string }
  | { readonly kind: 'move_task'; readonly no: number; readonly owner: StaffId; readonly dueAt: Instant }
  | { readonly kind: 'book_meeting'; readonly at: Instant; readonly what: string }
  /** The office's own: a meeting of it began or was closed. `next` null: not agreed. */
  | ({ readonly kind: 'begin_meeting'; readonly startedAt: Instant } & MeetingFacts)
  | ({
      readonly kind: 'close_meeting'
      readonly how: 'complete' | 'she_ended_it'
      readonly endedAt: Instant
      readonly lines: readonly CompletePlanLine[]
      readonly next: Meeting['next']
      readonly startedAt: Instant
      /** H10: null where the meeting was no contact. */
      readonly contact: MeetingContact | null
    } & MeetingFacts)
  /** A line of a plan is done, or dropped with a reason. */
  | { readonly kind: 'do_task'; readonly no: number; readonly words: string }
  | { readonly kind: 'drop_task'; readonly no: number; readonly reason: string }
  | { readonly kind: 'put_on_hold'; readonly reviewAt: Instant; readonly what: string }
  | ({ readonly kind: 'record_bounce' } & BounceFacts)
  | { readonly kind: 'settle_bounce'; readonly words: string; readonly then: 'close' | 'try_again' }
  | { readonly kind: 'acknowledge_danger'; readonly words: string }
  | { readonly kind: 'close'; readonly as: ClosedAs; readonly reason: string }
  /** `taken`: the new owner, and why, where the worker who had it works here no longer, is away or may not see the person (H4). */
  | {
      readonly kind: 'reopen'
      readonly reason: string
      readonly taken?: { readonly by: StaffId; readonly why: typeof STAFF_LEFT | typeof STAFF_AWAY }
    }
  | { readonly kind: 'mark_error'; readonly reason: string }
  | { readonly kind: 'add_note'; readonly note: string; readonly herWords: boolean }
  | { readonly kind: 'tell_source'; readonly sentence: SaidToSource; readonly rangBack: boolean }
  | { readonly kind: 'set_may_tell'; readonly mayTellSource: MayTellSource }
  /** P4: the person said "not safe" on another record. */
  | { readonly kind: 'stop' }
  /** The office's own: two records of one person were merged, or a merge was undone. */
  | ({ readonly kind: 'merge_person' | 'unmerge_person'; readonly personId: PersonId } & Pick<Handoff, 'stoppedAt' | 'waiting'>)
  /** The clock itself: what was planned has lapsed (C5). */
  | { readonly kind: 'look_again' }
  /** The clock itself: the standard has passed, and the workflow owner is told (C3). */
  | { readonly kind: 'pass_due'; readonly told: StaffId }
  /** The clock itself: so long after it the person has not been reached, and the supervisor is told (C3). */
  | { readonly kind: 'tell_supervisor' }

export type HandoffCommandKind = HandoffCommand['kind']
/** One kind of command, with its own fields. */
export type HandoffCommandOfKind<K extends HandoffCommandKind> = Extract<HandoffCommand, { kind: K }>

/** Which open tasks a command does. Everything else is reconciled by `replan`. */
export const TASKS_FULFILLED_BY: Readonly<Record<HandoffCommandKind, readonly TaskKind[]>> = {
  correct_received: [],
  assign: [],
  show_number: [],
  withdraw_attempt: [],
  correct_attempt: [],
  change_plan: ['find_another_way'],
  move_task: [],
  add_risk: [],
  acknowledge_risk: [],
  correct_risk: [],
  close: [],
  mark_error: [],
  reopen: [],
  stop: [],
  merge_person: [],
  unmerge_person: [],
  add_note: [],
  tell_source: [],
  set_may_tell: [],
  pass_due: [],
  tell_supervisor: [],
  look_again: [],
  record_acceptance: [],
  end_waiting: ['check_she_called', 'relay'],
  answer_permission: ['ask_permission'],
  log_attempt: ['reach_her', 'neutral_check', 'chase_receiver', 'meet_her', 'relay', 'check_she_called', 'find_another_way'],
  save_confirmation: ['complete_confirmation'],
  agree_waiting: ['check_she_called', 'relay', 'reach_her', 'neutral_check'],
  ask_source: ['ask_source'],
  source_answered: ['chase_source', 'ask_source'],
  book_meeting: ['book_next_step', 'next_meeting', 'review_hold', 'meeting'],
  begin_meeting: [],
  close_meeting: [],
  do_task: [],
  drop_task: [],
  put_on_hold: ['book_next_step', 'meeting', 'next_meeting', 'review_hold'],
  record_bounce: ['record_bounce'],
  settle_bounce: ['bounce_action', 'possible_danger'],
  acknowledge_danger: ['possible_danger'],
  book_interpreter: ['book_interpreter'],
  cancel_interpreter: [],
  explain_override: [],
}
