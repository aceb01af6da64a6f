import { listCountedTries } from '../contact/attempt'
import { listMissingParts } from './confirmation'
import { calculateDueAt } from '../contact/contact-clock'
import type { Handoff, HandoffState } from './handoff'
import type { Instant } from '../core/moment'
import type { Policy } from '../policy/policy'
import { isContactDueShown } from './state-questions'
import { findNextAction } from './task'
import { isContactOutcome } from '../core/vocabulary'

/** Lists the attempts that were not withdrawn. */
export const listValidAttempts = (handoff: Handoff) => handoff.attempts.filter((attempt) => !attempt.withdrawn)
/** Attempts of the running clock: since receipt, or since reopening (H2). */
export const listRunningAttempts = (handoff: Handoff) => listValidAttempts(handoff).filter((attempt) => attempt.at >= handoff.clockFrom)
/** Finds the bounce whose action is not done; null when there is none. */
export const findOpenBounce = (handoff: Handoff) => handoff.bounces.find((bounce) => bounce.settledAt === null) ?? null
/** Lists when the person was reached: by attempts that stand, and in meetings (H10); UTC ms. */
export const listContactMoments = (handoff: Handoff): readonly Instant[] => [
  ...listValidAttempts(handoff)
    .filter((attempt) => isContactOutcome(attempt.outcome))
    .map(({ at }) => at),
  ...handoff.metAt,
]
/** The same of the running clock: since receipt, or since reopening (H2). */
export const listRunningContactMoments = (handoff: Handoff): readonly Instant[] =>
  listContactMoments(handoff).filter((at) => at >= handoff.clockFrom)
/** Received − first contact is a measure (section 12): the first attempt or meeting that reached the person, ever (H10). */
export const findFirstContactAt = (handoff: Handoff): Instant | null => {
  const moments = listContactMoments(handoff)
  return moments.length === 0 ? null : Math.min(...moments)
}

/** C5: the source was asked, has not answered, and may still be asked. */
export const isLoopBackOpen = ({ loopBack }: Pick<Handoff, 'loopBack'>): boolean =>
  loopBack !== null && loopBack.answer === null && loopBack.endedAt === undefined

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
  // The person's word comes first: what was asked for at the contact, and a stop after it (P4). Contact ends a waiting.
  if (handoff.waiting) return { kind: 'waiting_for_her', why: handoff.waiting.why, checkAt: handoff.waiting.checkAt }
  if (listRunningContactMoments(handoff).length > 0) return { kind: 'reached_not_confirmed', missing: listMissingParts(handoff.parts) }
  if (handoff.loopBack && isLoopBackOpen(handoff)) return { kind: 'loop_back_asked', answerDueAt: handoff.loopBack.answerDueAt }
  const made = listCountedTries(running, gap).length
  return made > 0 ? { kind: 'attempting', made } : { kind: 'contact_due' }
}

/** Whether a handoff is neither closed nor entered in error (H1). */
export const isOpen = (handoff: Handoff): boolean => handoff.closed === null && handoff.enteredInError === null
/** C1, C4: whether the contact clock runs, from the facts; `isContactClockRunning` says the same of the state. */
export const isClockRunning = (handoff: Handoff): boolean =>
  isOpen(handoff) && handoff.confirmedAt === null && findOpenBounce(handoff) === null
/** The working clock's end: what the board counts down to. */
export const getContactDueAt = (handoff: Handoff): Instant => calculateDueAt(handoff.clockFrom, handoff.standard)

/**
 * When the one clock of a row ends, in UTC ms: the standard's end while it runs and nobody else is waited for, else the due time of
 * the next action; null at the end, when none is open (H1).
 */
export function getShownDueAt(handoff: Handoff, state: HandoffState): Instant | null {
  return isContactDueShown(state) ? getContactDueAt(handoff) : (findNextAction(handoff.tasks)?.dueAt ?? null)
}
