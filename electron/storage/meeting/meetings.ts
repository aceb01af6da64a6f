import { and, asc, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import { replayMeeting } from '#shared/domain/meeting/apply'
import type { HandoffId, MeetingId, PersonId, StaffId } from '#shared/domain/core/ids'
import type { Meeting, MeetingText } from '#shared/domain/meeting/meeting'
import type { MeetingEvent } from '#shared/domain/meeting/event'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { handoff, meeting, meetingEvent, meetingText, person, task } from '../schema'

/** The texts that were typed in a meeting. */
export type MeetingTexts = Readonly<Record<MeetingText, string>>
const EMPTY_TEXTS: MeetingTexts = { situation: '', background: '', questions_1: '', questions_2: '', note: '' }

const eventBodiesQuery = oncePerDatabase((db) =>
  db
    .select({ body: meetingEvent.body })
    .from(meetingEvent)
    .where(eq(meetingEvent.meetingId, sql.placeholder('id')))
    .orderBy(asc(meetingEvent.no))
    .prepare(),
)
/** Lists the events of a meeting, oldest first. Empty for an unknown id. */
const listMeetingEvents = (db: ReadableDb, id: MeetingId): readonly MeetingEvent[] =>
  eventBodiesQuery(db)
    .all({ id })
    .map(({ body }) => body)

/** Loads a meeting by replaying its events. Returns null for an unknown id. */
export const loadMeeting = (db: ReadableDb, id: MeetingId): Meeting | null => replayMeeting(listMeetingEvents(db, id))

/**
 * Saves the events and the current row that follows from them, in the caller's transaction. `before` is null for a meeting that has just
 * begun.
 */
export function saveMeeting(db: WritableDb, before: Meeting | null, body: Meeting, events: readonly MeetingEvent[]): void {
  if (events.length === 0) return
  const first = before?.version ?? 0
  db.insert(meetingEvent)
    .values(events.map((event, index) => ({ meetingId: body.id, no: first + index + 1, at: event.at, by: event.by, body: event })))
    .run()
  const row = {
    id: body.id,
    handoffId: body.handoffId,
    personId: body.personId,
    mode: body.mode,
    lead: body.lead,
    startedAt: body.startedAt,
    runningSince: body.runningSince,
    endedAt: body.closed?.at ?? null,
    body,
  }
  if (before) db.update(meeting).set(row).where(eq(meeting.id, body.id)).run()
  else db.insert(meeting).values(row).run()
}

const textsQuery = oncePerDatabase((db) =>
  db
    .select({ field: meetingText.field, text: meetingText.text })
    .from(meetingText)
    .where(eq(meetingText.meetingId, sql.placeholder('id')))
    .prepare(),
)
/** Loads the texts typed in the meeting so far (M1). */
export const loadMeetingTexts = (db: ReadableDb, id: MeetingId): MeetingTexts => ({
  ...EMPTY_TEXTS,
  ...Object.fromEntries(
    textsQuery(db)
      .all({ id })
      .map(({ field, text }) => [field, text]),
  ),
})

/** Saves a text of the meeting as it is typed, letter by letter (M1). The database refuses it once the meeting is closed. */
export function saveMeetingText(
  db: WritableDb,
  meetingId: MeetingId,
  field: MeetingText,
  text: string,
  { now: savedAt, by: savedBy }: { readonly now: number; readonly by: StaffId },
): void {
  db.insert(meetingText)
    .values({ meetingId, field, text, savedAt, savedBy })
    .onConflictDoUpdate({ target: [meetingText.meetingId, meetingText.field], set: { text, savedAt, savedBy } })
    .run()
}

const openMeetingQuery = oncePerDatabase((db) =>
  db
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(eq(meeting.handoffId, sql.placeholder('handoffId')), isNull(meeting.endedAt)))
    .prepare(),
)
/** Finds the meeting of a handoff that is not closed yet, running or paused. Returns null for none. */
export const findOpenMeeting = (db: ReadableDb, handoffId: HandoffId): MeetingId | null =>
  openMeetingQuery(db).get({ handoffId })?.id ?? null

const runningMeetingsQuery = oncePerDatabase((db) =>
  db
    .select({ body: meeting.body })
    .from(meeting)
    .where(and(isNull(meeting.endedAt), isNotNull(meeting.runningSince)))
    .prepare(),
)
/** Lists the meetings that run now, neither paused nor closed. Usually there is none, seldom more than one. */
export const listRunningMeetings = (db: ReadableDb): readonly Meeting[] =>
  runningMeetingsQuery(db)
    .all()
    .map(({ body }) => body)

const lastTypedQuery = oncePerDatabase((db) =>
  db
    .select({ at: sql<number>`max(${meetingText.savedAt})` })
    .from(meetingText)
    .where(eq(meetingText.meetingId, sql.placeholder('id')))
    .prepare(),
)
const lastEventQuery = oncePerDatabase((db) =>
  db
    .select({ at: sql<number>`max(${meetingEvent.at})` })
    .from(meetingEvent)
    .where(eq(meetingEvent.meetingId, sql.placeholder('id')))
    .prepare(),
)
/** Returns when something was last done or typed in the meeting (UTC ms). */
export const getLastActivity = (db: ReadableDb, id: MeetingId): number =>
  Math.max(lastEventQuery(db).get({ id })?.at ?? 0, lastTypedQuery(db).get({ id })?.at ?? 0)

const columns = {
  id: meeting.id,
  handoffId: meeting.handoffId,
  number: handoff.number,
  personId: handoff.personId,
  alias: person.alias,
  initials: person.initials,
  body: meeting.body,
}
const filterVisible = <T extends { readonly personId: PersonId }>(rows: readonly T[], hidden: ReadonlySet<PersonId>): readonly T[] =>
  rows.filter(({ personId }) => !hidden.has(personId))

const notClosedQuery = oncePerDatabase((db) =>
  db
    .select(columns)
    .from(meeting)
    .innerJoin(handoff, eq(handoff.id, meeting.handoffId))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(isNull(meeting.endedAt))
    .orderBy(asc(meeting.startedAt))
    .prepare(),
)
/** Lists the meetings that are not closed, oldest first, without people who do not exist for the reader (I3). */
export const listMeetingsNotClosed = (db: ReadableDb, hidden: ReadonlySet<PersonId>) => filterVisible(notClosedQuery(db).all(), hidden)

const closedSinceQuery = oncePerDatabase((db) =>
  db
    .select(columns)
    .from(meeting)
    .innerJoin(handoff, eq(handoff.id, meeting.handoffId))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(and(gte(meeting.endedAt, sql.placeholder('from')), eq(handoff.enteredInError, false)))
    .orderBy(desc(meeting.endedAt))
    .prepare(),
)
/** Lists the meetings that ended at `from` (UTC ms) or later, newest first, without the same people. */
export const listMeetingsClosedSince = (db: ReadableDb, from: number, hidden: ReadonlySet<PersonId>) =>
  filterVisible(closedSinceQuery(db).all({ from }), hidden)

const bookedQuery = oncePerDatabase((db) =>
  db
    .select({
      handoffId: handoff.id,
      number: handoff.number,
      personId: handoff.personId,
      alias: person.alias,
      initials: person.initials,
      at: task.dueAt,
      owner: task.owner,
    })
    .from(task)
    .innerJoin(handoff, eq(handoff.id, task.handoffId))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(and(eq(task.open, 1), sql`${task.kind} IN ('meeting', 'next_meeting')`, isNull(handoff.endedAt)))
    .orderBy(asc(task.dueAt))
    .prepare(),
)
/** Lists the meetings that are booked in open handoffs, soonest first, without the same people. */
export const listBookedMeetings = (db: ReadableDb, hidden: ReadonlySet<PersonId>) => filterVisible(bookedQuery(db).all(), hidden)
