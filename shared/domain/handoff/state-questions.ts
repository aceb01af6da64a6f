import type { HandoffState, HandoffStateKind } from './handoff'

/**
 * The questions that the state of a handoff (section 3) answers by itself, each with the states in which the answer is yes. This is
 * the only list of states by question: rules, screens and queries all ask here.
 *
 * - `contact_clock_runs`: the standard counts (C1), until contact is confirmed, bounced or closed. C4: a missing part does not stop it.
 * - `contact_proposed`: the engine proposes the next try (C5). Nothing is proposed on a bounced record (B2: its action is what is next).
 * - `contact_due_shown`: a row shows the standard's due time, because nobody else is waited for; else the next action's.
 * - `attempt_offered`: the screen offers to log an attempt. What happened is recorded in every open state (P1).
 * - `waiting_offered`: the screen offers to wait for the person, and to ask the source (C5, C7).
 * - `confirming_offered`: the screen offers the parts of C4, until contact is confirmed.
 * - `booking_offered`: a meeting or a hold may be booked: contact is confirmed.
 * - `waits_for_others`: somebody else has the next word.
 * - `next_step_open`: contact is confirmed, and the next step is to be booked or met.
 * - `ended`: nothing is to be done any more (H1).
 */
export const STATES_BY_QUESTION = {
  contact_clock_runs: ['permission_pending', 'contact_due', 'attempting', 'loop_back_asked', 'reached_not_confirmed', 'waiting_for_her'],
  contact_proposed: ['contact_due', 'attempting', 'loop_back_asked'],
  contact_due_shown: ['contact_due', 'attempting', 'reached_not_confirmed'],
  attempt_offered: ['contact_due', 'attempting', 'loop_back_asked', 'reached_not_confirmed', 'waiting_for_her', 'bounced'],
  waiting_offered: ['contact_due', 'attempting', 'loop_back_asked', 'reached_not_confirmed', 'waiting_for_her'],
  confirming_offered: ['contact_due', 'attempting', 'loop_back_asked', 'reached_not_confirmed', 'waiting_for_her', 'bounced'],
  booking_offered: ['confirmed', 'meeting_booked', 'accompanying', 'on_hold'],
  waits_for_others: ['waiting_for_her', 'loop_back_asked', 'on_hold', 'permission_pending'],
  next_step_open: ['confirmed', 'meeting_booked', 'accompanying'],
  ended: ['closed', 'entered_in_error'],
} as const satisfies Readonly<Record<string, readonly HandoffStateKind[]>>
export type StateQuestion = keyof typeof STATES_BY_QUESTION

type StateOf = Pick<HandoffState, 'kind'>
const answerFor =
  (question: StateQuestion) =>
  ({ kind }: StateOf): boolean =>
    (STATES_BY_QUESTION[question] as readonly HandoffStateKind[]).includes(kind)

/** C1, C4: whether the contact clock runs. C2: a source that is only measured raises no alarm in these states alone. */
export const isContactClockRunning = answerFor('contact_clock_runs')
/** C5: whether the engine proposes the next try to reach the person. */
export const isContactProposed = answerFor('contact_proposed')
/** Whether a row shows when contact is due, and not when the next action is. */
export const isContactDueShown = answerFor('contact_due_shown')
/** Whether logging an attempt is offered. */
export const mayLogAttempt = answerFor('attempt_offered')
/** C5, C7: whether it is offered to wait for the person, or to ask the source. */
export const mayAgreeWaiting = answerFor('waiting_offered')
/** C4: whether the parts of a confirmation are offered. */
export const mayConfirm = answerFor('confirming_offered')
/** Whether a meeting or a hold may be booked. */
export const mayBookMeeting = answerFor('booking_offered')
/** Whether the next step is another's. */
export const isWaitingForOthers = answerFor('waits_for_others')
/** Whether contact is confirmed and the next step is to be booked or met. */
export const isNextStepOpen = answerFor('next_step_open')
/** H1: whether nothing is to be done any more. */
export const isEnded = answerFor('ended')
