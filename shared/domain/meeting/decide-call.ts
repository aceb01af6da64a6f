import type { Meeting } from './meeting'
import type { MeetingSituation, MeetingCommandOfKind } from './command'
import type { MeetingEvent, MeetingDecision } from './event'
import type { StaffId } from '../core/ids'
import type { Instant } from '../core/moment'
import { ok, refuse } from '../core/outcome'

/** M4: the call passes to another worker, who is present from then on. */
function handOverCall(
  meeting: Meeting,
  to: StaffId,
  { now: at, by }: { readonly now: Instant; readonly by: StaffId },
): readonly MeetingEvent[] {
  const known = meeting.participants.find((one) => one.staffId === to)
  const present: readonly MeetingEvent[] = !known
    ? [
        {
          at,
          by,
          kind: 'joined',
          participant: {
            no: meeting.participants.length + 1,
            kind: 'staff',
            name: '',
            staffId: to,
            partnerId: null,
            role: 'leads',
            presence: 'on',
            since: at,
            rule: '',
            understanding: null,
          },
        },
      ]
    : known.presence === 'on'
      ? []
      : [{ at, by, kind: 'presence_changed', no: known.no, presence: 'on' }]
  return [{ at, by, kind: 'handed_to', to }, ...present]
}

/** H4: what a worker had in a meeting that is not closed goes to another: the call, the worker's lines of the plan, the next meeting. */
export function reassignMeeting(
  meeting: Meeting,
  from: StaffId,
  to: StaffId,
  situation: { readonly now: Instant; readonly by: StaffId },
): readonly MeetingEvent[] {
  const { now: at, by } = situation
  const { lead, lines, next } = meeting
  return [
    ...(lead === from ? handOverCall(meeting, to, situation) : []),
    ...lines
      .filter(({ owner }) => owner === from)
      .map((line): MeetingEvent => ({ at, by, kind: 'line_set', line: { ...line, owner: to } })),
    ...(next !== null && next !== 'none' && next.lead === from
      ? [{ at, by, kind: 'next_agreed', next: { ...next, lead: to } } as const]
      : []),
  ]
}

/**
 * M4: handed to a colleague while it runs, or continued after a pause, by the worker who is signed in then. The worker of the
 * shift before has left when another one goes on; a worker may also take over a call that nobody handed over.
 */
export function takeCall(
  meeting: Meeting,
  command: MeetingCommandOfKind<'hand_to'> | MeetingCommandOfKind<'resume'>,
  situation: MeetingSituation,
): MeetingDecision {
  const { now: at, by } = situation
  if (command.kind === 'hand_to') {
    if (command.to === meeting.lead) return refuse('same_worker', { field: 'to' })
    return meeting.lead === by || command.to === by ? ok(handOverCall(meeting, command.to, situation)) : refuse('somebody_has_the_call')
  }
  if (meeting.runningSince !== null) return refuse(meeting.lead === by ? 'wrong_state' : 'somebody_has_the_call')
  const before = meeting.participants.find((one) => one.staffId === meeting.lead && one.presence !== 'left')
  const handOverEvents: readonly MeetingEvent[] =
    meeting.lead === by
      ? []
      : [
          ...(before ? [{ at, by, kind: 'presence_changed', no: before.no, presence: 'left' } as const] : []),
          ...handOverCall(meeting, by, situation),
        ]
  return ok([...handOverEvents, { at, by, kind: 'resumed' }])
}
