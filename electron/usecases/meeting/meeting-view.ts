import type { MeetingView } from '#shared/contract/handoff/meeting'
import { measureElapsed, type ClockReading } from '#shared/domain/core/elapsed'
import { EMPTY_PLAN, listMissingForVerification } from '#shared/domain/contact/contact-plan'
import { apply } from '#shared/domain/handoff/apply'
import { listMissingParts } from '#shared/domain/handoff/confirmation'
import { decideMeetingContact } from '#shared/domain/handoff/decide/decide-meeting-contact'
import { findBeginning, getRunTime } from '#shared/domain/meeting/apply'
import { findMeetingContact, listOffersAfterMeeting } from '#shared/domain/meeting/contact'
import { listMissingForClosing } from '#shared/domain/meeting/decide-closing'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { Meeting } from '#shared/domain/meeting/meeting'
import { mayTell } from '#shared/domain/release/sharing'
import type { Context } from '../../session/call-context'
import type { ReadableDb } from '../../storage/core/db-types'
import { listHandoffEvents, loadHandoff } from '../../storage/handoff/handoffs'
import { loadMeetingTexts } from '../../storage/meeting/meetings'
import { loadNames } from '../../storage/office/names'
import { toPersonLabel, findPerson, loadCurrentPlan } from '../../storage/person/people'
import { loadOffice } from '../../storage/office/office-records'
import { loadPolicyAt, loadPolicyForStandard } from '../../storage/policy/policies'
import { loadStory } from '../../storage/person/story'
import { listWithheldItems } from '../../storage/person/withheld'
import { loadSituation } from '../handoff/situation'
import { findShareState } from './meeting-share'

type LineTaskState = MeetingView['lines'][number]['task']

/** Finds the state of the tasks that the lines of a closed meeting became, by the number of the line. */
function findLineTasks(events: readonly HandoffEvent[], handoff: Handoff, { id }: Meeting): ReadonlyMap<number, LineTaskState> {
  const closed = events.find((event) => event.kind === 'meeting_closed' && event.meetingId === id)
  if (closed?.kind !== 'meeting_closed') return new Map()
  const doneLines = new Set(events.filter((event) => event.kind === 'plan_line_done').map(({ no }) => no))
  return new Map(
    closed.lines.map(({ no, task }) => [no, handoff.tasks[task - 1]?.doneAt === null ? 'open' : doneLines.has(task) ? 'done' : 'dropped']),
  )
}

/** Finds which parts of C4 are missing once the meeting is closed (H10), by what it holds now. */
function findContact(db: ReadableDb, meeting: Meeting, handoff: Handoff, now: number): MeetingView['contact'] {
  if (meeting.closed) return handoff.metAt.includes(meeting.startedAt) ? { missing: [...listMissingParts(handoff.parts)] } : null
  const contact = findMeetingContact(meeting, handoff)
  if (contact === null || handoff.confirmedAt !== null) return null
  const { personId, source, standard } = handoff
  const policy = loadPolicyForStandard(db, standard)
  const situation = loadSituation({ db, now, zone: loadOffice(db).zone, by: meeting.lead }, personId, source, policy)
  const facts = { contact, meetingId: meeting.id, startedAt: meeting.startedAt, endedAt: now }
  return { missing: [...listMissingParts(decideMeetingContact(handoff, facts, situation).reduce(apply, handoff).parts)] }
}

/** T3: since when it runs by the clock of now, however that was set meanwhile: the screen counts on from there. `ran`: ms before. */
export const toRunningClock = (meeting: Meeting, to: ClockReading): { readonly runningSince: number | null; readonly ran: number } => ({
  runningSince: meeting.runningSince === null ? null : to.at - (getRunTime(meeting, to) - meeting.ran),
  ran: meeting.ran,
})

/** Loads everything that the call screen shows, as it was written: the router redacts it (M5). Null where the record is gone. */
export function loadMeetingView(db: ReadableDb, meeting: Meeting, { now, steady }: Pick<Context, 'now' | 'steady'>): MeetingView | null {
  const handoff = loadHandoff(db, meeting.handoffId)
  const person = handoff && findPerson(db, handoff.personId)
  if (!handoff || !person) return null
  const names = loadNames(db)
  const toNamed = (id: Meeting['lead']) => ({ id, name: names.worker(id) })
  const policy = loadPolicyAt(db, now)
  const tasks = meeting.closed ? findLineTasks(listHandoffEvents(db, handoff.id), handoff, meeting) : new Map<number, LineTaskState>()
  const reading = { at: now, steady }
  const participants = meeting.participants.map(({ sinceSteady = null, ...one }) => ({
    ...one,
    // The screen counts on from there by the clock of now (M1, T3).
    since:
      one.presence === 'hold' || one.presence === 'dropped'
        ? now - measureElapsed({ at: one.since, steady: sinceSteady }, reading)
        : one.since,
    name: one.name || (one.staffId ? names.worker(one.staffId) : one.partnerId ? names.partner(one.partnerId) : ''),
    share: findShareState(db, one, { personId: person.id, now, policy }),
  }))
  const texts = loadMeetingTexts(db, meeting.id)
  const story = loadStory(db, person.id)
  return {
    id: meeting.id,
    version: meeting.version,
    handoffId: handoff.id,
    number: handoff.number,
    direction: handoff.direction,
    personId: person.id,
    label: toPersonLabel(person),
    fromTo: { from: names.party(handoff.source), to: names.party(handoff.receiver) },
    mode: meeting.mode,
    where: meeting.where,
    withoutHer: meeting.withoutHer,
    startedAt: findBeginning(meeting, reading),
    late: meeting.late,
    lead: toNamed(meeting.lead),
    ...toRunningClock(meeting, reading),
    steps: meeting.steps.map((step) => ({ ...step, by: step.by && names.worker(step.by) })),
    participants,
    lines: meeting.lines.map((line) => ({ ...line, owner: line.owner && toNamed(line.owner), task: tasks.get(line.no) ?? null })),
    papers: [...meeting.papers],
    texts,
    story: story && {
      version: story.version,
      approvedAt: story.approvedAt,
      current: story.situation === texts.situation && story.background === texts.background,
    },
    withheldCount: listWithheldItems(db, person.id).length,
    // R1: a participant who is on hold or gone hears nothing.
    noRelease: participants.filter(({ presence, share }) => presence === 'on' && !mayTell(share)).map(({ no, share }) => ({ no, share })),
    confidence: meeting.confidence,
    retold: meeting.retold,
    next: meeting.next === null || meeting.next === 'none' ? meeting.next : { ...meeting.next, lead: toNamed(meeting.next.lead) },
    copy: meeting.copy,
    risks: meeting.risks,
    planVerified: meeting.planVerified,
    planMissing:
      handoff.direction === 'outgoing' ? [] : [...listMissingForVerification(loadCurrentPlan(db, person.id)?.plan ?? EMPTY_PLAN)],
    contact: findContact(db, meeting, handoff, now),
    offers: [...listOffersAfterMeeting(meeting, handoff)],
    closed: meeting.closed && { ...meeting.closed, by: names.worker(meeting.closed.by) },
    missing: meeting.closed ? [] : [...listMissingForClosing(meeting)],
  }
}
