import { listCountedTries } from '../contact/attempt'
import { listMissingParts } from './confirmation'
import { calculateDueAt } from '../contact/contact-clock'
import type { Handoff, HandoffState } from './handoff'
import type { Instant } from '../core/moment'
import type { Policy } from '../policy/policy'
import { findNextAction } from './task'
import { isContactOutcome } from '../core/vocabulary'

export const listValidAttempts = (handoff: Handoff) => handoff.attempts.filter((attempt) => !attempt.withdrawn)
/** Attempts of the running clock: since receipt, or since reopening (H2). */
export const listRunningAttempts = (handoff: Handoff) => listValidAttempts(handoff).filter((attempt) => attempt.at >= handoff.clockFrom)
export const findOpenBounce = (handoff: Handoff) => handoff.bounces.find((bounce) => bounce.settledAt === null) ?? null
/** Received − first contact is a measure (section 12): the first attempt that reached her, ever. */
export const findFirstContactAt = (handoff: Handoff): Instant | null =>
  listValidAttempts(handoff)
    .filter((attempt) => isContactOutcome(attempt.outcome))
    .reduce<Instant | null>((first, { at }) => (first === null ? at : Math.min(first, at)), null)

/** Section 3's table, from the facts alone. */
export function getHandoffState(handoff: Handoff, gap: Policy['gap']): HandoffState {
  if (handoff.enteredInError) return { kind: 'entered_in_error' }
  if (handoff.closed) return { kind: 'closed', as: handoff.closed.as }
  const bounce = findOpenBounce(handoff)
  if (bounce) return { kind: 'bounced', reason: bounce.reason, side: bounce.side }
  if (handoff.confirmedAt !== null) {
    if (handoff.holdUntil !== null) return { kind: 'on_hold', reviewAt: handoff.holdUntil }
    if (handoff.meetingsHeld > 0) return { kind: 'accompanying', held: handoff.meetingsHeld }
    return handoff.meetingAt === null ? { kind: 'confirmed' } : { kind: 'meeting_booked', at: handoff.meetingAt }
  }
  if (handoff.permission.kind === 'pending') return { kind: 'permission_pending' }
  const running = listRunningAttempts(handoff)
  // Her word comes first: what she asked for when she was reached, and a stop after it (P4). Contact ends a waiting.
  if (handoff.waiting) return { kind: 'waiting_for_her', why: handoff.waiting.why, checkAt: handoff.waiting.checkAt }
  if (running.some((attempt) => isContactOutcome(attempt.outcome)))
    return { kind: 'reached_not_confirmed', missing: listMissingParts(handoff.parts) }
  if (handoff.loopBack && handoff.loopBack.answer === null) return { kind: 'loop_back_asked', answerDueAt: handoff.loopBack.answerDueAt }
  const made = listCountedTries(running, gap).length
  return made > 0 ? { kind: 'attempting', made } : { kind: 'contact_due' }
}

/** Somebody is to be tried: here alone does the fallback (C5) propose. */
export const isContacting = ({ kind }: HandoffState): boolean =>
  kind === 'contact_due' || kind === 'attempting' || kind === 'loop_back_asked'
/** The contact clock runs in these; C2: in these alone a source that is only measured raises no alarm. */
export const STATES_BEFORE_CONTACT = [
  'permission_pending',
  'contact_due',
  'attempting',
  'loop_back_asked',
  'reached_not_confirmed',
  'waiting_for_her',
] as const satisfies readonly HandoffState['kind'][]
export const isBeforeContact = (state: HandoffState): boolean => STATES_BEFORE_CONTACT.some((kind) => kind === state.kind)
export const isOpen = (handoff: Handoff): boolean => handoff.closed === null && handoff.enteredInError === null
/** The contact clock runs until contact is confirmed, bounced or closed; C4: a part missing does not stop it. */
export const isClockRunning = (handoff: Handoff): boolean =>
  isOpen(handoff) && handoff.confirmedAt === null && findOpenBounce(handoff) === null
/** The working clock's end: what the board counts down to. */
export const getContactDueAt = (handoff: Handoff): Instant => calculateDueAt(handoff.clockFrom, handoff.standard)

/** The one clock that a row of the board shows: the standard while it runs and nobody is awaited, else the next action's due time. */
export function getShownDueAt(handoff: Handoff, state: HandoffState): Instant | null {
  switch (state.kind) {
    case 'contact_due':
    case 'attempting':
    case 'reached_not_confirmed':
      return getContactDueAt(handoff)
    case 'permission_pending':
    case 'waiting_for_her':
    case 'loop_back_asked':
    case 'confirmed':
    case 'meeting_booked':
    case 'accompanying':
    case 'on_hold':
    case 'bounced':
      return findNextAction(handoff.tasks)?.dueAt ?? null
    case 'closed':
    case 'entered_in_error':
      return null
  }
}

export const LANES = ['overdue', 'this_shift', 'later', 'waiting', 'to_book'] as const
export type Lane = (typeof LANES)[number]
/** `soon`: within four hours. A measured source raises no alarm (C2), so it is never overdue in red. */
export const URGENCIES = ['overdue', 'soon', 'later', 'waiting', 'confirmed'] as const
export type Urgency = (typeof URGENCIES)[number]

export function chooseLane(state: HandoffState, clock: Instant, measured: boolean, now: Instant, shiftEndsAt: Instant): Lane {
  const isWaiting =
    state.kind === 'waiting_for_her' || state.kind === 'loop_back_asked' || state.kind === 'on_hold' || state.kind === 'permission_pending'
  const isBooked = state.kind === 'confirmed' || state.kind === 'meeting_booked' || state.kind === 'accompanying'
  if (now > clock) return measured ? 'later' : 'overdue'
  if (clock <= shiftEndsAt) return 'this_shift'
  return isWaiting ? 'waiting' : isBooked ? 'to_book' : 'later'
}

export function getUrgency(lane: Lane, state: HandoffState, clock: Instant, measured: boolean, now: Instant): Urgency {
  if (lane === 'overdue') return 'overdue'
  if (!measured && clock - now <= 4 * 3_600_000) return 'soon'
  return lane === 'waiting' ? 'waiting' : lane === 'to_book' ? 'confirmed' : state.kind === 'on_hold' ? 'waiting' : 'later'
}
