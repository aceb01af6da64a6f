import { apply } from '../apply'
import { listMissingParts } from '../confirmation'
import { listMissingForVerification } from '../../contact/contact-plan'
import { mergeAskedRisks } from '../deadline-risk'
import { resolveHappenedAt } from './decide-contact'
import { findReasonToAskForCall } from '../enquiry'
import { SAID_TO_SOURCE } from '../../core/vocabulary'
import type { Handoff } from '../handoff'
import type { HandoffCommandOfKind } from '../command'
import type { HandoffEvent, HandoffDecision } from '../event'
import { ok, refuse } from '../../core/outcome'
import { handoffSourceRefusal, type Situation } from '../situation'
import { listRunningContactMoments, listValidAttempts } from '../state'
import { CONFIRMATION_PARTS } from '../../core/vocabulary'

/** C1: the due time changes only here; audited by its event, under the same policy version. */
export function correctReceived(
  handoff: Handoff,
  { receivedAt, reason }: HandoffCommandOfKind<'correct_received'>,
  { now, by }: Situation,
): HandoffDecision {
  if (!reason) return refuse('reason_needed', { field: 'reason' })
  if (receivedAt > now) return refuse('in_the_future', { field: 'receivedAt' })
  if (receivedAt > handoff.createdAt) return refuse('after_it_was_written', { field: 'receivedAt' })
  if (listValidAttempts(handoff).some((attempt) => attempt.at < receivedAt) || (handoff.acceptance && handoff.acceptance.at < receivedAt))
    return refuse('before_received', { field: 'receivedAt' })
  return ok([{ at: now, by, kind: 'received_corrected', receivedAt, was: handoff.receivedAt, reason }])
}

/** Records whether the person permits the referral; a no closes the handoff as withdrawn. Refuses `wrong_state` where nothing was asked. */
export function answerPermission(
  handoff: Handoff,
  { given, words }: HandoffCommandOfKind<'answer_permission'>,
  { now, by }: Situation,
): HandoffDecision {
  if (handoff.permission.kind !== 'pending') return refuse('wrong_state')
  const answered: HandoffEvent = { at: now, by, kind: 'permission_answered', given, words }
  return ok(given ? [answered] : [answered, { at: now, by, kind: 'closed', closing: { as: 'she_withdrew', reason: words, at: now, by } }])
}

/** H9: by whom and when; an internal receiver is a worker, who then owns it (H5 keeps the first one in a supporting role). */
export function recordAcceptance(
  handoff: Handoff,
  command: HandoffCommandOfKind<'record_acceptance'>,
  { now, by }: Situation,
): HandoffDecision {
  if (handoff.direction === 'incoming') return refuse('wrong_state')
  if (handoff.permission.kind === 'pending') return refuse('permission_pending')
  if (!command.acceptedBy) return refuse('name_needed', { field: 'acceptedBy' })
  if (handoff.direction === 'internal' && command.worker === null) return refuse('receiver_needed', { field: 'worker' })
  const when = resolveHappenedAt(command.at, handoff, now)
  if (!when.ok) return when
  return ok([
    {
      at: now,
      by,
      kind: 'accepted',
      acceptedBy: command.acceptedBy,
      acceptedAt: when.value,
      worker: handoff.direction === 'internal' ? command.worker : null,
    },
  ])
}

/** C4: each part is kept as soon as it is known; only all three, after the person was reached, make it confirmed. */
export function saveConfirmation(
  handoff: Handoff,
  command: HandoffCommandOfKind<'save_confirmation'>,
  situation: Situation,
): HandoffDecision {
  const { now, by, plan } = situation
  const when = resolveHappenedAt(command.at, handoff, now)
  if (!when.ok) return when
  const contact = listRunningContactMoments(handoff)
  if (handoff.permission.kind === 'pending') return refuse('permission_pending')
  if (contact.length === 0) return refuse('not_reached_yet')
  if (when.value < Math.min(...contact)) return refuse('before_contact', { field: 'at' })
  if (handoff.confirmedAt !== null) return refuse('wrong_state')
  // H8: of an outgoing referral it is the receiver's word, and what we know of the plan need not be complete.
  const missingInPlan =
    command.wayVerified && handoff.direction !== 'outgoing' ? (plan === null ? ['way'] : listMissingForVerification(plan.plan)) : []
  if (missingInPlan.length > 0) return refuse('plan_incomplete', { field: 'way', detail: { missing: missingInPlan.join(' ') } })
  if (command.nextStep && !command.nextStep.what) return refuse('reason_needed', { field: 'nextStep' })
  if (command.nextStep?.kind === 'wait_list' && !command.nextStep.waitLength) return refuse('reason_needed', { field: 'waitLength' })
  if (command.risks?.answer === 'dates' && (command.risks.dates.length === 0 || command.risks.dates.some((risk) => !risk.routedTo)))
    return refuse('reason_needed', { field: 'risks' })
  const stamp = { at: when.value, by }
  const parts: HandoffEvent[] = []
  if (command.wayVerified) parts.push({ at: now, by, kind: 'way_verified', part: { ...stamp, planVersion: plan?.version ?? 0 } })
  if (command.nextStep) parts.push({ at: now, by, kind: 'next_step_understood', part: { ...stamp, ...command.nextStep } })
  if (command.risks)
    parts.push({
      at: now,
      by,
      kind: 'deadline_risks_asked',
      part: { ...stamp, answer: command.risks.answer },
      risks: mergeAskedRisks(handoff.risks, command.risks.answer === 'dates' ? command.risks.dates : []),
    })
  const known = parts.reduce(apply, handoff).parts
  // Confirmed when the last part was known, not earlier: a late entry of one part cannot make the others older (C4, C8).
  const confirmedAt = Math.max(when.value, ...CONFIRMATION_PARTS.map((part) => known[part]?.at ?? when.value))
  return ok(listMissingParts(known).length === 0 ? [...parts, { at: now, by, kind: 'confirmed', confirmedAt }] : parts)
}

/** Confirmed first, then a meeting, an accompaniment, or a hold (section 3). */
export function decideAfterConfirmation(
  handoff: Handoff,
  command: HandoffCommandOfKind<'book_meeting' | 'put_on_hold'>,
  { now, by }: Situation,
): HandoffDecision {
  if (handoff.confirmedAt === null) return refuse('not_confirmed_yet')
  const next = command.kind === 'book_meeting' ? command.at : command.reviewAt
  if (next <= now) return refuse('due_in_the_past', { field: 'at' })
  if (command.kind === 'book_meeting') return ok([{ at: now, by, kind: 'meeting_booked', meetingAt: next, what: command.what }])
  return ok([{ at: now, by, kind: 'put_on_hold', reviewAt: next, what: command.what }])
}

/** H6: said only after ringing back on the number on file, and only as far as the person allowed. */
export function tellSource(
  handoff: Handoff,
  { sentence, rangBack }: HandoffCommandOfKind<'tell_source'>,
  situation: Situation,
): HandoffDecision {
  const { now, by } = situation
  if (handoff.source.kind !== 'partner') return refuse('wrong_state')
  if (!rangBack && sentence !== 'nothing') return refuse('ring_back_first')
  const allowed =
    sentence === 'ask_her_to_call'
      ? findReasonToAskForCall(handoff, situation) !== null
      : SAID_TO_SOURCE.indexOf(sentence) <= SAID_TO_SOURCE.indexOf(handoff.mayTellSource)
  if (!allowed) return refuse('she_did_not_allow_it')
  // R1: the receipt is no news; everything beyond it tells of the person.
  const stopped =
    SAID_TO_SOURCE.indexOf(sentence) > SAID_TO_SOURCE.indexOf('receipt_only') ? handoffSourceRefusal(handoff, situation) : null
  if (stopped) return refuse(stopped)
  return ok([{ at: now, by, kind: 'source_told', sentence, rangBack }])
}
