import type { z } from 'zod'
import type { meetings } from '#shared/contract/handoff/meeting'
import { listMissingForVerification } from '#shared/domain/contact/contact-plan'
import { applyMeeting, findBeginning } from '#shared/domain/meeting/apply'
import { beginMeeting } from '#shared/domain/meeting/begin'
import { findMeetingContact, listOffersAfterMeeting } from '#shared/domain/meeting/contact'
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
import { addPlanVersion, findPerson, loadCurrentPlan, toPersonLabel } from '../../storage/person/people'
import { loadPolicyAt } from '../../storage/policy/policies'
import { loadStory } from '../../storage/person/story'
import { redactorFor } from '../../storage/person/withheld'
import { beginAccompaniment } from '../accompaniment/accompaniment'
import type { UseCases, WriteContext } from '../../session/call-context'
import { workerRefusal } from '../handoff/assignability'
import { executeCommand, replanUnderVersion } from '../handoff/handoff'
import { loadMeetingView, toRunningClock } from './meeting-view'

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
  const { db, now, steady, me, ids } = context
  const handoff = loadHandoff(db, handoffId)
  if (!handoff) return refuse('no_such_handoff')
  if (findOpenMeeting(db, handoffId) !== null) return refuse('meeting_open')
  const { steps, version: policyVersion } = loadPolicyAt(db, now)
  const id = ids.uuid() as MeetingId
  const started = beginMeeting({ id, handoff, mode, where, withoutHer, steps, policyVersion, startedAt }, { now, steady, by: me.id })
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
    case 'risks':
    case 'check_plan':
    case 'close':
      return null
  }
}

/** P2, C4 (a): the person says that the plan is right: a version of its own, verified with the person; a plan with gaps stays as it is. */
function verifyPlan(context: WriteContext, { personId, late, startedAt }: Meeting): Outcome<null> {
  const { db, now, me } = context
  const row = findPerson(db, personId)
  const plan = loadCurrentPlan(db, personId)?.plan
  if (!row || plan === undefined || listMissingForVerification(plan).length > 0) return ok(null)
  const verified = { at: late ? startedAt : now, by: me.id, with: 'her' as const }
  const { version } = addPlanVersion(db, row, plan, verified, now, me.id)
  return replanUnderVersion(context, personId, version, true)
}

/** Loads, decides and saves. When the meeting is closed, what was agreed goes to the record. */
function executeMeetingCommand(
  context: WriteContext,
  id: MeetingId,
  version: number,
  command: MeetingCommand,
): Outcome<{ version: number }> {
  const { db, now, steady, me } = context
  const before = loadMeeting(db, id)
  if (!before) return refuse('no_such_meeting')
  context.audit({ about: before.handoffId, facts: { command: `meeting_${command.kind}` } })
  // Two workers in the same meeting: the one who saw an older version looks again first.
  if (before.version !== version) return refuse('changed_meanwhile')
  const refusal = before.closed ? null : namedRefusal(context, before, command)
  if (refusal) return refusal
  const handoff = loadHandoff(db, before.handoffId)
  if (!handoff) return refuse('no_such_handoff')
  const risksOnRecord = handoff.risks.length
  const decided = decideMeeting(before, command, { now, steady, by: me.id, texts: loadMeetingTexts(db, id), risksOnRecord })
  if (!decided.ok) return decided
  const after = decided.value.reduce(applyMeeting, before)
  if (command.kind === 'check_plan' && command.verified) {
    const verified = verifyPlan(context, { ...before, personId: handoff.personId })
    if (!verified.ok) return verified
  }
  if (after.closed) {
    const redact = redactorFor(db, findPersonId(db, before), null)
    const { mode, withoutHer, next, closed } = after
    const closedOnRecord = executeCommand(context, after.handoffId, {
      kind: 'close_meeting',
      meetingId: id,
      mode,
      withHer: withoutHer === null,
      how: closed.how,
      startedAt: after.startedAt,
      endedAt: closed.at,
      contact: findMeetingContact(after, handoff),
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

/** H9, H10: the receiver who was there accepts, and the handoff is closed, in one transaction. */
function finishHandoff(context: WriteContext, id: MeetingId, wanted: { readonly accept: boolean; readonly close: boolean }): Outcome<null> {
  const { db } = context
  const meeting = loadMeeting(db, id)
  const handoff = meeting && loadHandoff(db, meeting.handoffId)
  if (!meeting?.closed || !handoff) return refuse('no_such_meeting')
  context.audit({ about: handoff.id, facts: { command: 'meeting_finish' } })
  const offers = listOffersAfterMeeting(meeting, handoff)
  if ((wanted.accept && !offers.includes('accept')) || (wanted.close && !offers.includes('close'))) return refuse('wrong_state')
  if (wanted.accept) {
    const acceptedBy = loadNames(db).party(handoff.receiver)
    const worker = handoff.receiver.kind === 'staff' ? handoff.receiver.id : null
    const accepted = executeCommand(context, handoff.id, { kind: 'record_acceptance', acceptedBy, at: meeting.closed.at, worker })
    if (!accepted.ok) return accepted
  }
  const closed = wanted.close ? executeCommand(context, handoff.id, { kind: 'close', as: 'help_scheduled', reason: '' }) : ok(null)
  return closed.ok ? ok(null) : closed
}

export const meetingCalls: UseCases<MeetingCalls> = {
  'meeting.begin': (context, input) => {
    context.audit({ about: input.handoffId, facts: { command: 'meeting_begin' } })
    return beginMeetingCall(context, input)
  },
  'meeting.read': ({ db, now, steady, audit }, { id }) => {
    const meeting = loadMeeting(db, id)
    const view = meeting && loadMeetingView(db, meeting, { now, steady })
    if (!view) return refuse('no_such_meeting')
    audit({ about: view.handoffId })
    return ok(view)
  },
  'meeting.execute': (context, { id, version, command }) => executeMeetingCommand(context, id, version, command),
  'meeting.finish': (context, { id, accept, close }) => {
    const finished = finishHandoff(context, id, { accept, close })
    return finished.ok ? ok({ done: true }) : finished
  },
  'meeting.saveText': ({ db, now, me }, { id, field, text }) => {
    const meeting = loadMeeting(db, id)
    if (!meeting) return refuse('no_such_meeting')
    if (meeting.closed) return refuse('meeting_closed')
    if (meeting.lead !== me.id) return refuse('somebody_has_the_call')
    saveMeetingText(db, id, field, text, { now, by: me.id })
    return ok({ savedAt: now })
  },
  'meeting.list': ({ db, now, steady, hidden }) => {
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
      open: listMeetingsNotClosed(db, hidden).map((row) => ({
        ...toListed(row),
        startedAt: findBeginning(row.body, { at: now, steady }),
        ...toRunningClock(row.body, { at: now, steady }),
      })),
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
