import type { Meeting, Participant } from './meeting'
import type { MeetingSituation, MeetingCommandOfKind } from './command'
import type { MeetingDecision } from './event'
import { ok, refuse } from '../core/outcome'

const findParticipant = ({ participants }: Meeting, no: number): Participant | null => participants.find((one) => one.no === no) ?? null

const refuseUnknownParticipant = () => refuse('no_such_participant', { field: 'no' })

/** A participant comes into the room or on the line: by name or from the directory, and with a role. */
export function joinMeeting(meeting: Meeting, command: MeetingCommandOfKind<'join'>, { now, by }: MeetingSituation): MeetingDecision {
  const { who, name, role, rule } = command
  const staffId = who === 'staff' ? command.staffId : null
  const partnerId = who === 'partner' ? command.partnerId : null
  if (name === '' && staffId === null && partnerId === null) return refuse('name_needed', { field: 'name' })
  if (who === 'staff' && staffId === null) return refuse('no_such_staff', { field: 'staffId' })
  // Only the person takes part for the person.
  if (role === 'for_herself') return refuse('role_needed', { field: 'role' })
  if (staffId !== null && meeting.participants.some((one) => one.staffId === staffId)) return refuse('already_there', { field: 'staffId' })
  const no = meeting.participants.length + 1
  return ok([
    {
      at: now,
      by,
      kind: 'joined',
      participant: { no, kind: who, name, staffId, partnerId, role, presence: 'on', since: now, rule, understanding: null },
    },
  ])
}

/** M1: on the line, on hold, dropped, gone. What is so already stays as it is, and its time runs on. */
export function setPresence(
  meeting: Meeting,
  { no, presence }: MeetingCommandOfKind<'presence'>,
  { now, by }: MeetingSituation,
): MeetingDecision {
  const one = findParticipant(meeting, no)
  if (!one) return refuseUnknownParticipant()
  if (one.kind === 'her' && meeting.withoutHer !== null) return refuse('she_is_not_there')
  return ok(one.presence === presence ? [] : [{ at: now, by, kind: 'presence_changed', no, presence }])
}

/** Records what was agreed with a participant for a line that drops. Refuses `no_such_participant`. */
export function agreeRule(
  meeting: Meeting,
  { no, rule }: MeetingCommandOfKind<'agree_rule'>,
  { now, by }: MeetingSituation,
): MeetingDecision {
  return findParticipant(meeting, no) ? ok([{ at: now, by, kind: 'rule_agreed', no, rule }]) : refuseUnknownParticipant()
}

/** M3: each one says in own words what happens next. */
export function recordUnderstanding(
  meeting: Meeting,
  { no, words }: MeetingCommandOfKind<'understood'>,
  { now, by }: MeetingSituation,
): MeetingDecision {
  if (!findParticipant(meeting, no)) return refuseUnknownParticipant()
  return words === '' ? refuse('reason_needed', { field: 'words' }) : ok([{ at: now, by, kind: 'understood', no, words }])
}

/** M2: without the person it is no supportive meeting; it goes on only because the person asked for it, in the person's words. */
export function continueWithoutPerson(
  meeting: Meeting,
  { words }: MeetingCommandOfKind<'without_her'>,
  { now, by }: MeetingSituation,
): MeetingDecision {
  if (meeting.withoutHer !== null) return refuse('she_is_not_there')
  return words === '' ? refuse('reason_needed', { field: 'words' }) : ok([{ at: now, by, kind: 'went_on_without_her', words }])
}
