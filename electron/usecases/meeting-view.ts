import type { MeetingView } from '#shared/contract/meeting'
import { missingIn } from '#shared/domain/decide-closing'
import type { HandoffEvent } from '#shared/domain/handoff-event'
import type { Handoff } from '#shared/domain/handoff'
import type { Meeting } from '#shared/domain/meeting'
import { mayTell } from '#shared/domain/sharing'
import type { ReadableDb } from '../storage/database'
import { eventsOf, loadHandoff } from '../storage/handoffs'
import { textsOf } from '../storage/meetings'
import { namesIn } from '../storage/names'
import { labelOf, personRow } from '../storage/people'
import { policyAt } from '../storage/policies'
import { keptBack, storyOf, strikerFor } from '../storage/story'
import { shareOf } from './meeting-share'
import { struckView } from './meeting-struck'

type LineTask = MeetingView['lines'][number]['task']

/** How the tasks stand that the lines of a closed meeting became, by the number of the line. */
function tasksOf(events: readonly HandoffEvent[], handoff: Handoff, { id }: Meeting): ReadonlyMap<number, LineTask> {
  const closed = events.find((event) => event.kind === 'meeting_closed' && event.meetingId === id)
  if (closed?.kind !== 'meeting_closed') return new Map()
  const done = new Set(events.filter((event) => event.kind === 'plan_line_done').map(({ no }) => no))
  return new Map(
    closed.lines.map(({ no, task }) => [no, handoff.tasks[task - 1]?.doneAt === null ? 'open' : done.has(task) ? 'done' : 'dropped']),
  )
}

/** Everything that the call screen shows, struck out where she keeps something back (M5); null where the record is gone. */
export function meetingViewOf(db: ReadableDb, meeting: Meeting, now: number): MeetingView | null {
  const handoff = loadHandoff(db, meeting.handoffId)
  const her = handoff && personRow(db, handoff.personId)
  if (!handoff || !her) return null
  const names = namesIn(db)
  const named = (id: Meeting['lead']) => ({ id, name: names.worker(id) })
  const policy = policyAt(db, now)
  const tasks = meeting.closed ? tasksOf(eventsOf(db, handoff.id), handoff, meeting) : new Map<number, LineTask>()
  const participants = meeting.participants.map((one) => ({
    ...one,
    name: one.name || (one.staffId ? names.worker(one.staffId) : one.partnerId ? names.partner(one.partnerId) : ''),
    share: shareOf(db, one, { personId: her.id, now, policy }),
  }))
  const texts = textsOf(db, meeting.id)
  const told = storyOf(db, her.id)
  const view: MeetingView = {
    id: meeting.id,
    version: meeting.version,
    handoffId: handoff.id,
    number: handoff.number,
    direction: handoff.direction,
    personId: her.id,
    label: labelOf(her),
    fromTo: { from: names.party(handoff.source), to: names.party(handoff.receiver) },
    mode: meeting.mode,
    where: meeting.where,
    withoutHer: meeting.withoutHer,
    startedAt: meeting.startedAt,
    late: meeting.late,
    lead: named(meeting.lead),
    runningSince: meeting.runningSince,
    ran: meeting.ran,
    steps: meeting.steps.map((step) => ({ ...step, by: step.by && names.worker(step.by) })),
    participants,
    lines: meeting.lines.map((line) => ({ ...line, owner: line.owner && named(line.owner), task: tasks.get(line.no) ?? null })),
    papers: [...meeting.papers],
    texts,
    story: told && {
      version: told.version,
      approvedAt: told.approvedAt,
      current: told.situation === texts.situation && told.background === texts.background,
    },
    keptBack: keptBack(db, her.id).length,
    // R1: whoever is on hold or gone hears nothing.
    noRelease: participants.filter(({ presence, share }) => presence === 'on' && !mayTell(share)).map(({ no, share }) => ({ no, share })),
    confidence: meeting.confidence,
    retold: meeting.retold,
    next: meeting.next === null || meeting.next === 'none' ? meeting.next : { ...meeting.next, lead: named(meeting.next.lead) },
    copy: meeting.copy,
    closed: meeting.closed && { ...meeting.closed, by: names.worker(meeting.closed.by) },
    missing: meeting.closed ? [] : [...missingIn(meeting)],
  }
  return struckView(view, strikerFor(db, her.id, null))
}
