import { findAttemptMarks, isWrittenByWrongClock, WITHDRAW_WITHIN, type Attempt } from '../../contact/attempt'
import { resolveHappenedAt } from './decide-contact'
import { hasReachedPersonBefore } from '../due-tasks'
import type { Handoff } from '../handoff'
import type { HandoffCommandOfKind } from '../command'
import type { HandoffEvent, HandoffDecision } from '../event'
import type { Instant } from '../../core/moment'
import { ok, refuse } from '../../core/outcome'
import { findPlanAt, type Situation } from '../situation'
import { findRestoredFacts, restoreTasks } from './undo'
import { isContactOutcome, CONFIRMATION_PARTS } from '../../core/vocabulary'

/** Whether an attempt rests on nothing else: a stop is never taken back (P4), nor contact that parts of C4 rest on. */
const mayBeWithdrawn = (handoff: Handoff, attempt: Attempt): boolean =>
  !attempt.withdrawn &&
  attempt.outcome !== 'not_safe_stopped' &&
  handoff.confirmedAt === null &&
  !(isContactOutcome(attempt.outcome) && CONFIRMATION_PARTS.some((part) => handoff.parts[part] !== null))

/** The newest attempt, while a slip of the key may still be taken back. */
export function findWithdrawableAttempt(handoff: Handoff, now: Instant): Attempt | null {
  const last = handoff.attempts.at(-1)
  return last && now - last.writtenAt <= WITHDRAW_WITHIN && mayBeWithdrawn(handoff, last) ? last : null
}

/**
 * Withdraws the newest attempt as a slip, and restores what stood before it; what was done since stays (H13). Refuses
 * `no_such_attempt` and `too_late_to_undo`.
 */
export function withdrawAttempt(
  handoff: Handoff,
  { no }: HandoffCommandOfKind<'withdraw_attempt'>,
  { now, by }: Situation,
): HandoffDecision {
  const attempt = handoff.attempts.find((one) => one.no === no && !one.withdrawn)
  if (!attempt) return refuse('no_such_attempt')
  const isFromWrongClock = isWrittenByWrongClock(attempt, now) && mayBeWithdrawn(handoff, attempt)
  if (findWithdrawableAttempt(handoff, now) !== attempt && !isFromWrongClock) return refuse('too_late_to_undo')
  const undo = handoff.undo?.no === no ? handoff.undo : null
  if (undo)
    return ok([
      { at: now, by, kind: 'attempt_withdrawn', no, restores: findRestoredFacts(handoff, undo) },
      ...restoreTasks(handoff, undo, { now, by }),
    ])
  // A record of an earlier version does not say what its attempt changed.
  const withdrawn: HandoffEvent = { at: now, by, kind: 'attempt_withdrawn', no }
  return ok(
    attempt.outcome === 'partner_relayed' && handoff.waiting?.why === 'relayed'
      ? [withdrawn, { at: now, by, kind: 'waiting_ended' }]
      : [withdrawn],
  )
}

/**
 * Puts the time of an attempt right that was written while the PC's clock was ahead (C9: judged by the plan of that time). Refuses
 * `no_such_attempt`, `clock_was_right`, `reason_needed`, and a time before the receipt or ahead (C8).
 */
export function correctAttempt(
  handoff: Handoff,
  { no, at, reason }: HandoffCommandOfKind<'correct_attempt'>,
  situation: Situation,
): HandoffDecision {
  const { now, by, zone } = situation
  const attempt = handoff.attempts.find((one) => one.no === no && !one.withdrawn)
  if (!attempt) return refuse('no_such_attempt')
  if (!isWrittenByWrongClock(attempt, now)) return refuse('clock_was_right')
  if (!reason) return refuse('reason_needed', { field: 'reason' })
  const when = resolveHappenedAt(at, handoff, now)
  if (!when.ok) return when
  const marks = findAttemptMarks(
    { ...attempt, at: when.value, override: attempt.marks.includes('override') },
    {
      now,
      zone,
      plan: findPlanAt(situation, when.value),
      stoppedAt: handoff.stoppedAt,
      contactMade: hasReachedPersonBefore(handoff, when.value),
    },
  )
  return ok([{ at: now, by, kind: 'attempt_corrected', no, to: when.value, was: attempt.at, marks, reason }])
}
