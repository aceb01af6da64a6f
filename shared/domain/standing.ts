import { countedTries } from './attempt'
import { missingParts } from './confirmation'
import { dueAt } from './contact-clock'
import type { Handoff, State } from './handoff'
import type { Instant } from './moment'
import type { Policy } from './policy'
import { nextActionOf } from './task'
import { isContact } from './vocabulary'

export const standingAttempts = (handoff: Handoff) => handoff.attempts.filter((attempt) => !attempt.withdrawn)
/** Attempts of the running clock: since receipt, or since reopening (H2). */
export const runningAttempts = (handoff: Handoff) => standingAttempts(handoff).filter((attempt) => attempt.at >= handoff.clockFrom)
export const openBounce = (handoff: Handoff) => handoff.bounces.find((bounce) => bounce.settledAt === null) ?? null
/** Received − first contact is a measure (section 12): the first attempt that reached her, ever. */
export const firstContactAt = (handoff: Handoff): Instant | null =>
  standingAttempts(handoff)
    .filter((attempt) => isContact(attempt.outcome))
    .reduce<Instant | null>((first, { at }) => (first === null ? at : Math.min(first, at)), null)

/** Section 3's table, from the facts alone. */
export function stateOf(handoff: Handoff, gap: Policy['gap']): State {
  if (handoff.enteredInError) return { kind: 'entered_in_error' }
  if (handoff.closed) return { kind: 'closed', as: handoff.closed.as }
  const bounce = openBounce(handoff)
  if (bounce) return { kind: 'bounced', reason: bounce.reason, side: bounce.side }
  if (handoff.confirmedAt !== null) {
    if (handoff.holdUntil !== null) return { kind: 'on_hold', reviewAt: handoff.holdUntil }
    if (handoff.meetingsHeld > 0) return { kind: 'accompanying', held: handoff.meetingsHeld }
    return handoff.meetingAt === null ? { kind: 'confirmed' } : { kind: 'meeting_booked', at: handoff.meetingAt }
  }
  if (handoff.permission.kind === 'pending') return { kind: 'permission_pending' }
  const running = runningAttempts(handoff)
  // Her word comes first: what she asked for when she was reached, and a stop after it (P4). Contact ends a waiting.
  if (handoff.waiting) return { kind: 'waiting_for_her', why: handoff.waiting.why, checkAt: handoff.waiting.checkAt }
  if (running.some((attempt) => isContact(attempt.outcome))) return { kind: 'reached_not_confirmed', missing: missingParts(handoff.parts) }
  if (handoff.loopBack && handoff.loopBack.answer === null) return { kind: 'loop_back_asked', answerDueAt: handoff.loopBack.answerDueAt }
  const made = countedTries(running, gap).length
  return made > 0 ? { kind: 'attempting', made } : { kind: 'contact_due' }
}

/** Somebody is to be tried: here alone does the fallback (C5) propose. */
export const isContacting = ({ kind }: State): boolean => kind === 'contact_due' || kind === 'attempting' || kind === 'loop_back_asked'
/** The contact clock runs in these; C2: in these alone a source that is only measured raises no alarm. */
export const BEFORE_CONTACT = [
  'permission_pending',
  'contact_due',
  'attempting',
  'loop_back_asked',
  'reached_not_confirmed',
  'waiting_for_her',
] as const satisfies readonly State['kind'][]
export const isBeforeContact = (state: State): boolean => BEFORE_CONTACT.some((kind) => kind === state.kind)
export const isOpen = (handoff: Handoff): boolean => handoff.closed === null && handoff.enteredInError === null
/** The contact clock runs until contact is confirmed, bounced or closed; C4: a part missing does not stop it. */
export const clockRuns = (handoff: Handoff): boolean => isOpen(handoff) && handoff.confirmedAt === null && openBounce(handoff) === null
/** The working clock's end: what the board counts down to. */
export const contactDueAt = (handoff: Handoff): Instant => dueAt(handoff.clockFrom, handoff.standard)

/** The one clock that a row of the board shows: the standard while it runs and nobody is awaited, else the next action's due time. */
export function shownClock(handoff: Handoff, state: State): Instant | null {
  switch (state.kind) {
    case 'contact_due':
    case 'attempting':
    case 'reached_not_confirmed':
      return contactDueAt(handoff)
    case 'permission_pending':
    case 'waiting_for_her':
    case 'loop_back_asked':
    case 'confirmed':
    case 'meeting_booked':
    case 'accompanying':
    case 'on_hold':
    case 'bounced':
      return nextActionOf(handoff.tasks)?.dueAt ?? null
    case 'closed':
    case 'entered_in_error':
      return null
  }
}

export const LANES = ['overdue', 'this_shift', 'later', 'waiting', 'to_book'] as const
export type Lane = (typeof LANES)[number]
/** `soon`: within four hours. A measured source raises no alarm (C2), so it is never overdue in red. */
export const STANDINGS = ['overdue', 'soon', 'later', 'waiting', 'confirmed'] as const
export type Standing = (typeof STANDINGS)[number]

export function laneOf(state: State, clock: Instant, measured: boolean, now: Instant, shiftEndsAt: Instant): Lane {
  const waits =
    state.kind === 'waiting_for_her' || state.kind === 'loop_back_asked' || state.kind === 'on_hold' || state.kind === 'permission_pending'
  const booked = state.kind === 'confirmed' || state.kind === 'meeting_booked' || state.kind === 'accompanying'
  if (now > clock) return measured ? 'later' : 'overdue'
  if (clock <= shiftEndsAt) return 'this_shift'
  return waits ? 'waiting' : booked ? 'to_book' : 'later'
}

export function standingOf(lane: Lane, state: State, clock: Instant, measured: boolean, now: Instant): Standing {
  if (lane === 'overdue') return 'overdue'
  if (!measured && clock - now <= 4 * 3_600_000) return 'soon'
  return lane === 'waiting' ? 'waiting' : lane === 'to_book' ? 'confirmed' : state.kind === 'on_hold' ? 'waiting' : 'later'
}
