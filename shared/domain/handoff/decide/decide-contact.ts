import { findAttemptMarks } from '../../contact/attempt'
import {
  listAllowedChannels,
  listUsableChannels,
  hasSafeWay,
  isSafeMoment,
  findNextSafeStretch,
  getPlanVerificationState,
  type PlanVersion,
} from '../../contact/contact-plan'
import { apply } from '../apply'
import type { Handoff } from '../handoff'
import type { HandoffCommandOfKind } from '../command'
import type { HandoffEvent, HandoffDecision } from '../event'
import { DAY, type Instant } from '../../core/moment'
import { ok, refuse, type Outcome } from '../../core/outcome'
import { findPlanAt, isLoopBackAllowed, handoffSourceRefusal, mustEndLoopBack, type Situation } from '../situation'
import { getContactDueAt, findOpenBounce, isLoopBackOpen, listRunningContactMoments, getHandoffState } from '../state'
import { isContactProposed } from '../state-questions'
import { hasReachedPerson, hasReachedPersonBefore } from '../due-tasks'
import { isContactOutcome } from '../../core/vocabulary'

/** C8: not in the future, not before receipt. `null` means now. */
export function resolveHappenedAt(at: Instant | null, handoff: Pick<Handoff, 'receivedAt'>, now: Instant): Outcome<Instant> {
  if (at === null) return ok(now)
  if (at > now) return refuse('in_the_future', { field: 'at' })
  return at < handoff.receivedAt ? refuse('before_received', { field: 'at' }) : ok(at)
}

/** Without a word from the person we look again when the standard ends, or in a day. */
const getDefaultCheckAt = (handoff: Handoff, now: Instant): Instant =>
  getContactDueAt(handoff) > now ? getContactDueAt(handoff) : now + DAY

/** Logs an attempt and what follows from its outcome: a stop (P4), a wait, or the end of one. Refuses wrong times only (C8, P1). */
export function logAttempt(handoff: Handoff, command: HandoffCommandOfKind<'log_attempt'>, situation: Situation): HandoffDecision {
  const { now, by, zone } = situation
  const when = resolveHappenedAt(command.at, handoff, now)
  if (!when.ok) return when
  if (command.checkAt !== null && command.checkAt <= now) return refuse('due_in_the_past', { field: 'checkAt' })
  const { kind: _kind, checkAt, override, at: _at, ...what } = command
  // C9: by the plan of its own moment, and by what had happened until then.
  const marks = findAttemptMarks(
    { ...what, at: when.value, override },
    {
      now,
      zone,
      plan: findPlanAt(situation, when.value),
      stoppedAt: handoff.stoppedAt,
      contactMade: hasReachedPersonBefore(handoff, when.value),
    },
  )
  const logged: HandoffEvent = {
    at: now,
    by,
    kind: 'attempt_logged',
    attempt: { ...what, no: handoff.attempts.length + 1, at: when.value, writtenAt: now, by, marks, withdrawn: false },
  }
  const check = checkAt ?? getDefaultCheckAt(handoff, now)
  if (command.outcome === 'not_safe_stopped') {
    // P4: a stop is its own path: the agreed relay, or a call by the person; never a retry.
    return ok([logged, { at: now, by, kind: 'stopped_as_unsafe' }, { at: now, by, kind: 'waiting_began', checkAt: check, why: 'not_safe' }])
  }
  if (command.outcome === 'partner_relayed' && handoff.direction === 'incoming')
    return ok([logged, { at: now, by, kind: 'waiting_began', checkAt: check, why: 'relayed' }])
  const contact = isContactOutcome(command.outcome)
  // The person is reached although we had stopped trying: the bounce is settled. The due time stays (C1).
  const settled: readonly HandoffEvent[] =
    findOpenBounce(handoff) && contact && when.value >= handoff.clockFrom
      ? [{ at: now, by, kind: 'bounce_settled', words: command.note, clockFrom: null }]
      : []
  return ok([logged, ...settled, ...updateWaiting(handoff, contact, when.value, check, { now, by })])
}

/** The reasons to wait that only a plan can end (P4, C7). */
const findPlanBlock = (handoff: Handoff): 'not_safe' | 'no_safe_way' | null =>
  handoff.waiting?.why === 'not_safe' || handoff.waiting?.why === 'no_safe_way' ? handoff.waiting.why : null

/** Contact ends the waiting; a try at or after the agreed time is the check, after which contact goes on, unless P4 or C7 keeps it waiting. */
function updateWaiting(
  handoff: Handoff,
  contact: boolean,
  at: Instant,
  checkAt: Instant,
  decisionStamp: Pick<Situation, 'now' | 'by'>,
): HandoffEvent[] {
  if (!handoff.waiting || (contact ? at < handoff.waiting.since : at < handoff.waiting.checkAt)) return []
  const { now, by } = decisionStamp
  const planBlock = contact ? null : findPlanBlock(handoff)
  return [planBlock ? { at: now, by, kind: 'waiting_began', checkAt, why: planBlock } : { at: now, by, kind: 'waiting_ended' }]
}

/** A time that the person named. Under P4 and C7 it is when we look for the relay or a call; the reason stays. */
export function agreeWaiting(
  handoff: Handoff,
  { checkAt, why }: HandoffCommandOfKind<'agree_waiting'>,
  { now, by }: Situation,
): HandoffDecision {
  if (checkAt <= now) return refuse('due_in_the_past', { field: 'checkAt' })
  return ok([{ at: now, by, kind: 'waiting_began', checkAt, why: findPlanBlock(handoff) ?? why }])
}

/** Ends the wait for the person. Refuses where P4 or C7 keeps the handoff waiting. */
export function endWaiting(handoff: Handoff, { now, by }: Situation): HandoffDecision {
  if (!handoff.waiting) return refuse('wrong_state')
  if (handoff.stoppedAt !== null) return refuse('stopped_as_unsafe')
  return findPlanBlock(handoff) ? refuse('no_safe_way') : ok([{ at: now, by, kind: 'waiting_ended' }])
}

/** P4: also where the person had been reached before; nobody calls for a missing part. */
export function stopContact(handoff: Handoff, { now, by }: Situation): HandoffDecision {
  if (handoff.stoppedAt !== null) return refuse('stopped_as_unsafe')
  return ok([
    { at: now, by, kind: 'stopped_as_unsafe' },
    { at: now, by, kind: 'waiting_began', checkAt: getDefaultCheckAt(handoff, now), why: 'not_safe' },
  ])
}

/** P1, P3: a number is shown on a channel that the person allowed, inside the safe times, after the question "is it still safe?". */
export function showNumber(
  handoff: Handoff,
  command: HandoffCommandOfKind<'show_number'>,
  { now, by, zone, plan }: Situation,
): HandoffDecision {
  const way = plan?.plan.ways.find((one) => one.id === command.wayId)
  if (!plan || !way || way.value === null) return refuse('no_such_way')
  if (command.override === null) {
    if (handoff.stoppedAt !== null) return refuse('stopped_as_unsafe')
    if (!hasSafeWay(plan.plan)) return refuse('no_safe_way')
    if (!listAllowedChannels(plan.plan, [way]).includes(command.channel)) return refuse('channel_not_allowed')
    // "Only through a partner" opens the relay's number, never the person's.
    if (command.channel === 'through_partner' && !way.safeFor.includes('through_partner')) return refuse('channel_not_allowed')
    // P2: without a standing verification only a neutral check, and that is a call: a message would speak before the person does.
    if (
      command.channel !== 'call' &&
      command.channel !== 'through_partner' &&
      getPlanVerificationState(plan, now, hasReachedPerson(handoff)) !== 'verified'
    )
      return refuse('not_verified')
    if (!isSafeMoment(plan.plan, now, zone)) {
      const next = findNextSafeStretch(plan.plan, now, zone)
      return refuse('outside_safe_times', next ? { until: next.from } : {})
    }
  }
  return ok([{ at: now, by, kind: 'number_shown', wayId: way.id, safeCheck: command.safeCheck, override: command.override }])
}

/** P1: the reason may be written afterwards, once; it is added to the record and changes nothing that stands there (T2). */
export function explainOverride(
  handoff: Handoff,
  { no, words }: HandoffCommandOfKind<'explain_override'>,
  { now, by }: Situation,
): HandoffDecision {
  const shown = handoff.overrides.find((one) => one.no === no)
  if (!shown || shown.explainedIn !== null) return refuse('no_open_override')
  return words ? ok([{ at: now, by, kind: 'override_explained', no, words }]) : refuse('reason_needed', { field: 'words' })
}

/** Asks the source to help to reach the person (C5). Refuses where the agreement, the person or a release stands against it (R1). */
export function askSource(handoff: Handoff, situation: Situation): HandoffDecision {
  const { now, by, policy } = situation
  if (!isLoopBackAllowed(handoff, situation)) return refuse('loop_back_not_allowed')
  const stopped = handoffSourceRefusal(handoff, situation)
  if (stopped) return refuse(stopped)
  if (isLoopBackOpen(handoff)) return refuse('loop_back_open')
  return ok([
    {
      at: now,
      by,
      kind: 'loop_back_asked',
      loopBack: { askedAt: now, answerDueAt: now + policy.loopBackAnswer, answer: null, answeredAt: null },
    },
  ])
}

/** Records what the source answered (C5). Refuses `no_loop_back_open` and a time in the past. */
export function recordSourceAnswer(
  handoff: Handoff,
  { answer, words, checkAt }: HandoffCommandOfKind<'source_answered'>,
  { now, by }: Situation,
): HandoffDecision {
  if (!isLoopBackOpen(handoff)) return refuse('no_loop_back_open')
  if (checkAt !== null && checkAt <= now) return refuse('due_in_the_past', { field: 'checkAt' })
  const answered: HandoffEvent = { at: now, by, kind: 'loop_back_answered', answer, words }
  return ok(
    answer === 'she_will_call'
      ? [answered, { at: now, by, kind: 'waiting_began', checkAt: checkAt ?? getDefaultCheckAt(handoff, now), why: 'she_calls_us' }]
      : [answered],
  )
}

/** C5, R1: the question to the source ends as soon as the person, the source or a release stands against it. */
const endLoopBack = (handoff: Handoff, situation: Situation): readonly HandoffEvent[] =>
  mustEndLoopBack(handoff, situation) ? [{ at: situation.now, by: situation.by, kind: 'loop_back_ended' }] : []

/** What the plan, the source's agreement and the releases mean for a handoff whose clock runs (P4, C7, C5). */
export function decideEventsAround(handoff: Handoff, situation: Situation): readonly HandoffEvent[] {
  const ended = endLoopBack(handoff, situation)
  return [...ended, ...decidePlanEvents(ended.reduce(apply, handoff), situation.plan, situation)]
}

/** P4, C7: what a stop, a plan without any safe way, or one that is safe again, means for a handoff whose clock runs. */
export function decidePlanEvents(
  handoff: Handoff,
  plan: PlanVersion | null,
  { now, by, policy }: Pick<Situation, 'now' | 'by' | 'policy'>,
): readonly HandoffEvent[] {
  const isBoundByPlan = handoff.direction === 'incoming' && plan !== null
  const noWay = isBoundByPlan && listUsableChannels(plan, now, hasReachedPerson(handoff)).length === 0
  const state = getHandoffState(handoff, policy.gap)
  const isBeingContacted = isContactProposed(state)
  // Nobody calls for a missing part either, unless the person has spoken to us since.
  const stopped = handoff.stoppedAt
  const hasSpokenSince = stopped !== null && listRunningContactMoments(handoff).some((at) => at >= stopped)
  // P4: a stop outlives a bounce, a reopening and a relay taken back; only a plan verified anew ends it.
  if (stopped !== null && (isBeingContacted || (state.kind === 'reached_not_confirmed' && !hasSpokenSince)))
    return [{ at: now, by, kind: 'waiting_began', checkAt: getDefaultCheckAt(handoff, now), why: 'not_safe' }]
  if (noWay && isBeingContacted)
    return [{ at: now, by, kind: 'waiting_began', checkAt: getDefaultCheckAt(handoff, now), why: 'no_safe_way' }]
  return findPlanBlock(handoff) && !noWay && stopped === null ? [{ at: now, by, kind: 'waiting_ended' }] : []
}
