import type { z } from 'zod'
import type { meetings } from '#shared/contract/meeting'
import { applyMeeting } from '#shared/domain/apply-meeting'
import { beginMeeting } from '#shared/domain/begin-meeting'
import { isWhole } from '#shared/domain/decide-closing'
import { decideMeeting } from '#shared/domain/decide-meeting'
import type { MeetingId, PersonId, StaffId } from '#shared/domain/ids'
import type { Meeting } from '#shared/domain/meeting'
import type { MeetingCommand } from '#shared/domain/meeting-command'
import { DAY } from '#shared/domain/moment'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { absenceOf } from '../storage/absence'
import type { ReadableDb } from '../storage/database'
import { loadHandoff } from '../storage/handoffs'
import {
  loadMeeting,
  meetingsBooked,
  meetingsClosedSince,
  meetingsNotClosed,
  openMeetingOf,
  saveMeeting,
  saveText,
  textsOf,
} from '../storage/meetings'
import { namesIn } from '../storage/names'
import { partnerRow } from '../storage/partners'
import { labelOf } from '../storage/people'
import { policyAt } from '../storage/policies'
import { storyOf, strikerFor } from '../storage/story'
import { accompanyFrom } from './accompaniment'
import type { UseCases, Writing } from './context'
import { cannotHave } from './given'
import { carryOut } from './handoff'
import { struckCommand } from './meeting-struck'
import { meetingViewOf } from './meeting-view'

type Calls = typeof meetings
type Begin = z.output<Calls['meeting.begin']['input']>
type Refused = ReturnType<typeof refuse> | null

// Section 7: those lately held are at hand for two weeks; older ones are found on their records.
const LATELY = 14 * DAY

/** Her record, whichever it is by now: a record that was joined to another takes its meetings along. */
const herIn = (db: ReadableDb, { handoffId, personId }: Meeting): PersonId => loadHandoff(db, handoffId)?.personId ?? personId

function begin(context: Writing, { handoffId, mode, where, withoutHer, startedAt }: Begin): Outcome<{ id: MeetingId }> {
  const { db, now, me, ids } = context
  const handoff = loadHandoff(db, handoffId)
  if (!handoff) return refuse('no_such_handoff')
  if (openMeetingOf(db, handoffId) !== null) return refuse('meeting_open')
  const { steps, version: policyVersion } = policyAt(db, now)
  const id = ids.uuid() as MeetingId
  const strike = strikerFor(db, handoff.personId, null)
  const words = { where: strike(where), withoutHer: withoutHer === null ? null : strike(withoutHer) }
  const begun = beginMeeting({ id, handoff, mode, ...words, steps, policyVersion, startedAt }, { now, by: me.id })
  if (!begun.ok) return begun
  const { meeting, events } = begun.value
  const noted = carryOut(context, handoffId, {
    kind: 'begin_meeting',
    meetingId: id,
    mode,
    withHer: withoutHer === null,
    startedAt: meeting.startedAt,
  })
  if (!noted.ok) return noted
  saveMeeting(db, null, meeting, events)
  // M5: what she has approved once is not asked of her again.
  const told = storyOf(db, handoff.personId)
  for (const field of ['situation', 'background'] as const)
    if (told !== null && told[field] !== '') saveText(db, id, field, told[field], { now, by: me.id })
  return ok({ id })
}

const away = (db: ReadableDb, id: StaffId, now: number, field: string): Refused => {
  const absence = absenceOf(db, id, now)
  return absence !== null && absence.from <= now ? refuse('is_away', { field }) : null
}

/** The bridge is no place to invent a worker or a partner, and nothing of hers is given to somebody who does not see her (I3). */
function namedAmiss({ db, now }: Writing, meeting: Meeting, command: MeetingCommand): Refused {
  const personId = herIn(db, meeting)
  switch (command.kind) {
    case 'join':
      if (command.who === 'staff' && command.staffId !== null) return cannotHave(db, personId, command.staffId, 'staffId')
      return command.who === 'partner' && command.partnerId !== null && partnerRow(db, command.partnerId) === null
        ? refuse('no_such_partner', { field: 'partnerId' })
        : null
    case 'set_line':
      return command.owner === null ? null : cannotHave(db, personId, command.owner, 'owner')
    case 'next':
      return command.next === 'none' ? null : cannotHave(db, personId, command.next.lead, 'lead')
    case 'hand_to':
      return cannotHave(db, personId, command.to, 'to') ?? away(db, command.to, now, 'to')
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

/** Load, decide, save; what was agreed goes to the record when it is closed. */
function act(context: Writing, id: MeetingId, version: number, typed: MeetingCommand): Outcome<{ version: number }> {
  const { db, now, me } = context
  const before = loadMeeting(db, id)
  if (!before) return refuse('no_such_meeting')
  context.keep({ about: before.handoffId, facts: { command: `meeting_${typed.kind}` } })
  // Two workers in the same meeting: whoever saw less looks again first.
  if (before.version !== version) return refuse('changed_meanwhile')
  const strike = strikerFor(db, herIn(db, before), null)
  const command = struckCommand(typed, strike)
  const amiss = before.closed ? null : namedAmiss(context, before, command)
  if (amiss) return amiss
  const decided = decideMeeting(before, command, { now, by: me.id, texts: textsOf(db, id) })
  if (!decided.ok) return decided
  const after = decided.value.reduce(applyMeeting, before)
  if (after.closed) {
    const { mode, withoutHer, next, closed } = after
    const agreed = carryOut(context, after.handoffId, {
      kind: 'close_meeting',
      meetingId: id,
      mode,
      withHer: withoutHer === null,
      how: closed.how,
      endedAt: closed.at,
      // M5: she may have said so after the line was written.
      lines: after.lines.filter(isWhole).map((line) => ({ ...line, what: strike(line.what), who: strike(line.who) })),
      next: next === null || next === 'none' ? next : { ...next, what: strike(next.what) },
    })
    if (!agreed.ok) return agreed
  }
  saveMeeting(db, before, after, decided.value)
  accompanyFrom(context, after)
  return ok({ version: after.version })
}

export const meetingCalls: UseCases<Calls> = {
  'meeting.begin': (context, input) => {
    context.keep({ about: input.handoffId, facts: { command: 'meeting_begin' } })
    return begin(context, input)
  },
  'meeting.read': ({ db, now, keep }, { id }) => {
    const meeting = loadMeeting(db, id)
    const view = meeting && meetingViewOf(db, meeting, now)
    if (!view) return refuse('no_such_meeting')
    keep({ about: view.handoffId })
    return ok(view)
  },
  'meeting.do': (context, { id, version, command }) => act(context, id, version, command),
  'meeting.write': ({ db, now, me }, { id, field, text }) => {
    const meeting = loadMeeting(db, id)
    if (!meeting) return refuse('no_such_meeting')
    if (meeting.closed) return refuse('meeting_closed')
    if (meeting.lead !== me.id) return refuse('somebody_has_the_call')
    saveText(db, id, field, strikerFor(db, herIn(db, meeting), null)(text), { now, by: me.id })
    return ok({ savedAt: now })
  },
  'meeting.list': ({ db, now, hidden }) => {
    const names = namesIn(db)
    const named = (id: StaffId) => ({ id, name: names.worker(id) })
    const listed = ({ id, handoffId, number, body, ...her }: ReturnType<typeof meetingsNotClosed>[number]) => ({
      id,
      handoffId,
      number,
      label: labelOf(her),
      mode: body.mode,
      startedAt: body.startedAt,
      lead: named(body.lead),
    })
    return ok({
      open: meetingsNotClosed(db, hidden).map((row) => ({ ...listed(row), runningSince: row.body.runningSince, ran: row.body.ran })),
      booked: meetingsBooked(db, hidden).map(({ handoffId, number, at, owner, ...her }) => ({
        handoffId,
        number,
        label: labelOf(her),
        at,
        owner: named(owner),
      })),
      closed: meetingsClosedSince(db, now - LATELY, hidden).map((row) => ({
        ...listed(row),
        endedAt: row.body.closed?.at ?? row.body.startedAt,
        withHer: row.body.withoutHer === null,
      })),
    })
  },
}
