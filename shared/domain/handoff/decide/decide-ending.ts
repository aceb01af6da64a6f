import { apply } from '../apply'
import { UNSAFE_TO_CONTACT } from '../bounce'
import { hasOwnSafeWay, hasSafeAddress } from '../../contact/contact-plan'
import type { Handoff } from '../handoff'
import type { HandoffCommandOfKind } from '../command'
import type { HandoffEvent, HandoffDecision } from '../event'
import { ok, refuse } from '../../core/outcome'
import { listFallbackGaps, type FallbackGap } from '../../contact/proposal'
import { isLoopBackAllowed, handoffSourceRefusal, type Situation } from '../situation'
import { findOpenBounce, listRunningAttempts } from '../state'

/** C5 for the running clock of this handoff. */
export const hasHandoffFollowedFallback = (handoff: Handoff, situation: Situation): boolean =>
  listHandoffFallbackGaps(handoff, situation).length === 0

/** C5: what of the fallback was not made for this handoff. */
export const listHandoffFallbackGaps = (handoff: Handoff, situation: Situation): readonly FallbackGap[] =>
  listFallbackGaps({
    zone: situation.zone,
    policy: situation.policy,
    standard: handoff.standard,
    from: handoff.clockFrom,
    attempts: listRunningAttempts(handoff),
    plans: handoff.direction === 'incoming' ? situation.plans : [],
    loopBackAllowed:
      situation.policy.askSource && isLoopBackAllowed(handoff, situation) && handoffSourceRefusal(handoff, situation) === null,
    loopBackAskedAt: handoff.loopBack?.askedAt ?? null,
    stoppedAt: handoff.stoppedAt ?? (handoff.waiting?.why === 'no_safe_way' ? handoff.clockFrom : null),
  })

/** C6: a person records it, before or after it is due. B2: with a next action. */
export function recordBounce(handoff: Handoff, command: HandoffCommandOfKind<'record_bounce'>, situation: Situation): HandoffDecision {
  const { now, by, plan } = situation
  if (findOpenBounce(handoff)) return refuse('wrong_state')
  if (!command.seen) return refuse('reason_needed', { field: 'seen' })
  if (command.dueAt <= now) return refuse('due_in_the_past', { field: 'dueAt' })
  // A letter is a danger where no address is safe.
  if (command.action === 'letter' && !(plan && hasSafeAddress(plan.plan))) return refuse('no_safe_address', { field: 'action' })
  if (command.action === 'retry' && !command.what) return refuse('say_what_will_differ', { field: 'what' })
  const noWay = handoff.waiting?.why === 'no_safe_way' || (handoff.direction === 'incoming' && plan !== null && !hasOwnSafeWay(plan.plan))
  // C7: no safe way is never "bad contact info".
  if (command.reason === 'bad_contact_info' && (handoff.stoppedAt !== null || noWay)) return refuse('no_safe_way', { field: 'reason' })
  const unsafe = command.reason === UNSAFE_TO_CONTACT
  // P4, C7: the relay or a call by the person, never a retry.
  if (command.action === 'retry' && (unsafe || handoff.stoppedAt !== null)) return refuse('stopped_as_unsafe', { field: 'action' })
  if (command.action === 'retry' && noWay) return refuse('no_safe_way', { field: 'action' })
  const stop: HandoffEvent[] = unsafe && handoff.stoppedAt === null ? [{ at: now, by, kind: 'stopped_as_unsafe' }] : []
  const fallbackFollowed = hasHandoffFollowedFallback(stop.reduce(apply, handoff), situation)
  const { kind: _kind, ...bounce } = command
  return ok([
    ...stop,
    { at: now, by, kind: 'bounced', bounce: { ...bounce, at: now, by, fallbackFollowed, settledAt: null, acknowledgedAt: null } },
  ])
}

/** The next action of a bounce is done: the review closes it, or contact is tried again from now. */
export function settleBounce(
  handoff: Handoff,
  { words, then }: HandoffCommandOfKind<'settle_bounce'>,
  { now, by }: Situation,
): HandoffDecision {
  if (!findOpenBounce(handoff)) return refuse('not_bounced')
  if (!words) return refuse('reason_needed', { field: 'words' })
  const settled: HandoffEvent = { at: now, by, kind: 'bounce_settled', words, clockFrom: then === 'try_again' ? now : null }
  return ok(
    then === 'try_again'
      ? [settled]
      : [settled, { at: now, by, kind: 'closed', closing: { as: 'after_bounce_review', reason: words, at: now, by } }],
  )
}

/** Closes a handoff with its outcome. Help needs a confirmation, a review a bounce, any other outcome a reason. */
export function closeHandoff(handoff: Handoff, { as, reason }: HandoffCommandOfKind<'close'>, { now, by }: Situation): HandoffDecision {
  if ((as === 'help_scheduled' || as === 'help_received') && handoff.firstConfirmedAt === null) return refuse('not_confirmed_yet')
  if (as === 'after_bounce_review' && !findOpenBounce(handoff)) return refuse('not_bounced')
  if (!reason && as !== 'help_scheduled' && as !== 'help_received') return refuse('reason_needed', { field: 'reason' })
  return ok([{ at: now, by, kind: 'closed', closing: { as, reason, at: now, by } }])
}

/** H2: from any closed state, with a reason. */
export function reopenHandoff(
  handoff: Handoff,
  { reason, taken: taker }: HandoffCommandOfKind<'reopen'>,
  { now, by, policy, plan, stoppedAt }: Situation,
): HandoffDecision {
  if (!handoff.closed && !handoff.enteredInError) return refuse('not_closed')
  if (!reason) return refuse('reason_needed', { field: 'reason' })
  // A "no" stands until the person is asked again, and a question that was never answered gets its time anew.
  const permission =
    handoff.permission.kind === 'refused' || handoff.permission.kind === 'pending'
      ? { kind: 'pending' as const, dueAt: now + policy.permission }
      : handoff.permission
  const reopened: HandoffEvent = { at: now, by, kind: 'reopened', reason, permission }
  const taken: readonly HandoffEvent[] = taker === undefined ? [] : [{ at: now, by, kind: 'assigned', to: taker.by, reason: taker.why }]
  // P4: while it was closed the stop may have ended, or begun, on another record.
  if (handoff.stoppedAt !== null && stoppedAt === null && plan)
    return ok([reopened, ...taken, { at: now, by, kind: 'plan_changed', version: plan.version, verified: true }])
  return ok(
    handoff.stoppedAt === null && stoppedAt !== null && handoff.direction === 'incoming'
      ? [reopened, ...taken, { at: now, by, kind: 'stopped_as_unsafe' }]
      : [reopened, ...taken],
  )
}
