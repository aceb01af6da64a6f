import type { z } from 'zod'
import type { meetings } from '#shared/contract/handoff/meeting'
import { applyMeeting } from '#shared/domain/meeting/apply'
import { beginMeeting } from '#shared/domain/meeting/begin'
import { isCompleteLine } from '#shared/domain/meeting/decide-closing'
import { decideMeeting } from '#shared/domain/meeting/decide'
import type { MeetingId, PersonId, StaffId } from '#shared/domain/core/ids'
import type { Meeting } from '#shared/domain/meeting/meeting'
import type { MeetingCommand } from '#shared/domain/meeting/command'
import { DAY } from '#shared/domain/core/moment'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { findAbsence } from '../../storage/staff/absences'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadHandoff } from '../../storage/handoff/handoffs'
import {
  loadMeeting,
  listBookedMeetings,
  listMeetingsClosedSince,
  listMeetingsNotClosed,
  findOpenMeeting,
  saveMeeting,
  saveMeetingText,
  loadMeetingTexts,
} from '../../storage/meeting/meetings'
import { loadNames } from '../../storage/office/names'
import { findPartner } from '../../storage/partner/partners'
import { toPersonLabel } from '../../storage/person/people'
import { loadPolicyAt } from '../../storage/policy/policies'
import { loadStory } from '../../storage/person/story'
import { redactorFor } from '../../storage/person/withheld'
import { beginAccompaniment } from '../accompaniment/accompaniment'
import type { UseCases, WriteContext } from '../../session/call-context'
import { workerRefusal } from '../handoff/assignability'
import { executeCommand } from '../handoff/handoff'
import { loadMeetingView } from './meeting-view'

type MeetingCalls = typeof meetings
type BeginInput = z.output<MeetingCalls['meeting.begin']['input']>
type OptionalRefusal = ReturnType<typeof refuse> | null

// Recent meetings are listed for two weeks; older ones are found on their records (section 7).
const RECENT_MS = 14 * DAY

/** Finds the person whom a meeting is about by now: a record that was joined to another one takes its meetings along. */
const findPersonId = (db: ReadableDb, { handoffId, personId }: Meeting): PersonId => loadHandoff(db, handoffId)?.personId ?? personId

function beginMeetingCall(
  context: WriteContext,
  { handoffId, mode, where, withoutHer, startedAt }: BeginInput,
): Outcome<{ id: MeetingId }> {
  const { db, now, me, ids } = context
  const handoff = loadHandoff(db, handoffId)
  if (!handoff) return refuse('no_such_handoff')
  if (findOpenMeeting(db, handoffId) !== null) return refuse('meeting_open')
  const { steps, version: policyVersion } = loadPolicyAt(db, now)
  const id = ids.uuid() as MeetingId
  const started = beginMeeting({ id, handoff, mode, where, withoutHer, steps, policyVersion, startedAt }, { now, by: me.id })
  if (!started.ok) return started
  const { meeting, events } = started.value
  const recorded = executeCommand(context, handoffId, {
    kind: 'begin_meeting',
    meetingId: id,
    mode,
    withHer: withoutHer === null,
    startedAt: meeting.startedAt,
  })
  if (!recorded.ok) return recorded
  saveMeeting(db, null, meeting, events)
  // M5: what the person has approved once is not asked again.
  const story = loadStory(db, handoff.personId)
  for (const field of ['situation', 'background'] as const)
    if (story !== null && story[field] !== '') saveMeetingText(db, id, field, story[field], { now, by: me.id })
  return ok({ id })
}

const awayRefusal = (db: ReadableDb, id: StaffId, now: number, field: string): OptionalRefusal => {
  const absence = findAbsence(db, id, now)
  return absence !== null && absence.from <= now ? refuse('is_away', { field }) : null
}

/** Refuses a worker or a partner who does not exist, and a worker who may not see the person (I3). */
function namedRefusal({ db, now }: WriteContext, meeting: Meeting, command: MeetingCommand): OptionalRefusal {
  const personId = findPersonId(db, meeting)
  switch (command.kind) {
    case 'join':
      if (command.who === 'staff' && command.staffId !== null) return workerRefusal(db, personId, command.staffId, 'staffId')
      return command.who === 'partner' && command.partnerId !== null && findPartner(db, command.partnerId) === null
        ? refuse('no_such_partner', { field: 'partnerId' })
        : null
    case 'set_line':
      return command.owner === null ? null : workerRefusal(db, personId, command.owner, 'owner')
    case 'next':
      return command.next === 'none' ? null : workerRefusal(db, personId, command.next.lead, 'lead')
    case 'hand_to':
      return workerRefusal(db, personId, command.to, 'to') ?? awayRefusal(db, command.to, now, 'to')
    case 'presence':
    case 'agree_rule':
    case 'understood':
    case 'set_step':
    case 'take_out_line':
    case 'set_paper':
    case 'without_her':
    case 'pause':
    case 'resume':
    case 'confidence':
    case 'retold':
    case 'copy':
    case 'close':
      return null
  }
}

/** Loads, decides and saves. When the meeting is closed, what was agreed goes to the record. */
function executeMeetingCommand(
  context: WriteContext,
  id: MeetingId,
  version: number,
  command: MeetingCommand,
): Outcome<{ version: number }> {
  const { db, now, me } = context
  const before = loadMeeting(db, id)
  if (!before) return refuse('no_such_meeting')
  context.audit({ about: before.handoffId, facts: { command: `meeting_${command.kind}` } })
  // Two workers in the same meeting: the one who saw an older version looks again first.
  if (before.version !== version) return refuse('changed_meanwhile')
  const refusal = before.closed ? null : namedRefusal(context, before, command)
  if (refusal) return refusal
  const decided = decideMeeting(before, command, { now, by: me.id, texts: loadMeetingTexts(db, id) })
  if (!decided.ok) return decided
  const after = decided.value.reduce(applyMeeting, before)
  if (after.closed) {
    const redact = redactorFor(db, findPersonId(db, before), null)
    const { mode, withoutHer, next, closed } = after
    const closedOnRecord = executeCommand(context, after.handoffId, {
      kind: 'close_meeting',
      meetingId: id,
      mode,
      withHer: withoutHer === null,
      how: closed.how,
      endedAt: closed.at,
      // M5: the person may have kept it private after the line was written.
      lines: after.lines.filter(isCompleteLine).map((line) => ({ ...line, what: redact(line.what), who: redact(line.who) })),
      next: next === null || next === 'none' ? next : { ...next, what: redact(next.what) },
    })
    if (!closedOnRecord.ok) return closedOnRecord
  }
  saveMeeting(db, before, after, decided.value)
  beginAccompaniment(context, after)
  return ok({ version: after.version })
}

export const meetingCalls: UseCases<MeetingCalls> = {
  'meeting.begin': (context, input) => {
    context.audit({ about: input.handoffId, facts: { command: 'meeting_begin' } })
    return beginMeetingCall(context, input)
  },
  'meeting.read': ({ db, now, audit }, { id }) => {
    const meeting = loadMeeting(db, id)
    const view = meeting && loadMeetingView(db, meeting, now)
    if (!view) return refuse('no_such_meeting')
    audit({ about: view.handoffId })
    return ok(view)
  },
  'meeting.execute': (context, { id, version, command }) => executeMeetingCommand(context, id, version, command),
  'meeting.saveText': ({ db, now, me }, { id, field, text }) => {
    const meeting = loadMeeting(db, id)
    if (!meeting) return refuse('no_such_meeting')
    if (meeting.closed) return refuse('meeting_closed')
    if (meeting.lead !== me.id) return refuse('somebody_has_the_call')
    saveMeetingText(db, id, field, text, { now, by: me.id })
    return ok({ savedAt: now })
  },
  'meeting.list': ({ db, now, hidden }) => {
    const names = loadNames(db)
    const toNamed = (id: StaffId) => ({ id, name: names.worker(id) })
    const toListed = ({ id, handoffId, number, body, ...person }: ReturnType<typeof listMeetingsNotClosed>[number]) => ({
      id,
      handoffId,
      number,
      label: toPersonLabel(person),
      mode: body.mode,
      startedAt: body.startedAt,
      lead: toNamed(body.lead),
    })
    return ok({
      open: listMeetingsNotClosed(db, hidden).map((row) => ({ ...toListed(row), runningSince: row.body.runningSince, ran: row.body.ran })),
      booked: listBookedMeetings(db, hidden).map(({ handoffId, number, at, owner, ...person }) => ({
        handoffId,
        number,
        label: toPersonLabel(person),
        at,
        owner: toNamed(owner),
      })),
      closed: listMeetingsClosedSince(db, now - RECENT_MS, hidden).map((row) => ({
        ...toListed(row),
        endedAt: row.body.closed?.at ?? row.body.startedAt,
        withHer: row.body.withoutHer === null,
      })),
    })
  },
}
