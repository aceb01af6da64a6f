import { listMissingForVerification } from '../../contact/contact-plan'
import type { MeetingContact } from '../../meeting/contact'
import type { Instant } from '../../core/moment'
import { apply } from '../apply'
import type { HandoffCommandOfKind } from '../command'
import type { HandoffEvent } from '../event'
import type { Handoff } from '../handoff'
import type { Situation } from '../situation'
import { findOpenBounce } from '../state'
import { saveConfirmation } from './decide-progress'

/** C4: what of the meeting's answers may be kept as parts. A date that nobody handles leaves its part open, and so does a plan with gaps. */
function toConfirmation(
  handoff: Handoff,
  { planVerified, nextStep, risks }: MeetingContact,
  { plan }: Situation,
  endedAt: Instant,
): HandoffCommandOfKind<'save_confirmation'> {
  const isPlanComplete = handoff.direction === 'outgoing' || (plan !== null && listMissingForVerification(plan.plan).length === 0)
  const dates = handoff.risks.map(({ kind, date, what, routedTo }) => ({ kind, date, what, routedTo }))
  const isRouted = dates.length > 0 && dates.every(({ routedTo }) => routedTo !== '')
  return {
    kind: 'save_confirmation',
    at: endedAt,
    // H8: of an outgoing referral the receiver's presence is the receiver's word.
    wayVerified: (planVerified || handoff.direction === 'outgoing') && isPlanComplete,
    nextStep,
    risks: risks === null || (risks === 'dates' && !isRouted) ? null : { answer: risks, dates: risks === 'dates' ? dates : [] },
  }
}

/**
 * H10: a supportive meeting is contact from its beginning: waiting ends, a bounce is settled (the due time stays, C1), and what its steps
 * answered is kept as the parts of C4, which confirm when all three are there. Nothing once contact is confirmed.
 */
export function decideMeetingContact(
  handoff: Handoff,
  {
    contact,
    meetingId,
    endedAt,
    startedAt,
  }: Pick<HandoffCommandOfKind<'close_meeting'>, 'contact' | 'meetingId' | 'endedAt' | 'startedAt'>,
  situation: Situation,
): readonly HandoffEvent[] {
  const { now: at, by } = situation
  if (contact === null || handoff.confirmedAt !== null) return []
  const isPending = handoff.permission.kind === 'pending'
  if (isPending && !contact.permissionGiven) return []
  const events: readonly HandoffEvent[] = [
    ...(isPending ? [{ at, by, kind: 'permission_answered', given: true, words: '' } as const] : []),
    { at, by, kind: 'met', meetingId, metAt: startedAt },
    ...(findOpenBounce(handoff) && startedAt >= handoff.clockFrom
      ? [{ at, by, kind: 'bounce_settled', words: '', clockFrom: null } as const]
      : []),
    ...(handoff.waiting && startedAt >= handoff.waiting.since ? [{ at, by, kind: 'waiting_ended' } as const] : []),
  ]
  const met = events.reduce(apply, handoff)
  const parts = saveConfirmation(met, toConfirmation(met, contact, situation, endedAt), situation)
  return parts.ok ? [...events, ...parts.value] : events
}
