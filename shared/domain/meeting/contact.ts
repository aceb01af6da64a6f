import type { Handoff } from '../handoff/handoff'
import type { NextStep } from '../handoff/confirmation'
import { isOpen } from '../handoff/state'
import type { RiskAnswer, Meeting } from './meeting'

/** H10: what a supportive meeting gives for the contact (C4). */
export interface MeetingContact {
  /** The permission for the referral itself, asked in the meeting's own first step. */
  readonly permissionGiven: boolean
  /** C4 (a): the person said that the contact plan is right. */
  readonly planVerified: boolean
  /** C4 (b): in the person's own words; null: not said, or nothing was agreed. */
  readonly nextStep: NextStep | null
  /** C4 (c): null: not asked. */
  readonly risks: RiskAnswer | null
}

/** H8, H10: whether the receiver takes part: for an incoming handoff that is our worker, else the named worker or partner. */
export function isReceiverPresent({ participants }: Pick<Meeting, 'participants'>, { direction, receiver }: HandoffParties): boolean {
  if (direction === 'incoming' || receiver.kind === 'us') return true
  return participants.some(
    ({ staffId, partnerId }) =>
      (receiver.kind === 'staff' && staffId === receiver.id) || (receiver.kind === 'partner' && partnerId === receiver.id),
  )
}
type HandoffParties = Pick<Handoff, 'direction' | 'receiver'>

const isStepDone = ({ steps }: Meeting, does: Meeting['steps'][number]['does']): boolean =>
  steps.some((step) => step.does === does && step.state === 'done')

/** C4 (b): the next meeting, or the first line of the plan, once the person has said in own words what happens next. */
function findNextStep({ participants, next, lines }: Meeting): NextStep | null {
  const understanding = participants.find(({ kind }) => kind === 'her')?.understanding ?? null
  if (understanding === null) return null
  const [line] = lines
  const meets = next !== null && next !== 'none' ? next : null
  const what = meets?.what || line?.what || ''
  if (what === '') return null
  return {
    kind: meets === null ? 'other' : 'appointment',
    what,
    date: meets?.at ?? line?.dueAt ?? null,
    waitLength: '',
    herWords: understanding,
  }
}

/**
 * H10: a supportive meeting with the person and the receiver is contact, and its steps give the parts of C4. Null where it is not:
 * without the person (M2), a call to an agency (A5), or without the receiver.
 */
export function findMeetingContact(meeting: Meeting, handoff: HandoffParties): MeetingContact | null {
  if (meeting.withoutHer !== null || meeting.mode === 'agency_call' || !isReceiverPresent(meeting, handoff)) return null
  return {
    permissionGiven: isStepDone(meeting, 'permission'),
    planVerified: meeting.planVerified === true,
    nextStep: findNextStep(meeting),
    risks: meeting.risks,
  }
}

/** H9, H10: what may be done in one go once the meeting is closed as contact. */
export function listOffersAfterMeeting({ closed, startedAt }: Meeting, handoff: Handoff): readonly ('accept' | 'close')[] {
  if (closed === null || !handoff.metAt.includes(startedAt) || !isOpen(handoff)) return []
  return [
    ...(handoff.direction !== 'incoming' && handoff.acceptance === null ? (['accept'] as const) : []),
    ...(handoff.firstConfirmedAt === null ? [] : (['close'] as const)),
  ]
}
