import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import {
  isAccompanied,
  buildSeries,
  type AccompanimentStep,
  type HeldMeeting,
  type AccompanimentSeries,
} from '#shared/domain/accompaniment/stages'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/core/ids'
import type { Meeting } from '#shared/domain/meeting/meeting'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { accompaniment, accompanimentStep, handoff, meeting, person } from '../schema'

/** The current row of an accompaniment series. */
export type AccompanimentRow = typeof accompaniment.$inferSelect

const accompanimentQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(accompaniment)
    .where(eq(accompaniment.handoffId, sql.placeholder('id')))
    .prepare(),
)
/** Finds the accompaniment of a handoff: the worker and the start. Returns null when no worker accompanies the person yet. */
export const findAccompaniment = (db: ReadableDb, id: HandoffId): AccompanimentRow | null => accompanimentQuery(db).get({ id }) ?? null

const heldMeetingsQuery = oncePerDatabase((db) =>
  db
    .select({ body: meeting.body })
    .from(meeting)
    .where(and(eq(meeting.handoffId, sql.placeholder('id')), isNotNull(meeting.endedAt)))
    .orderBy(asc(meeting.startedAt))
    .prepare(),
)
/** Lists the meetings of a handoff that were held with the person (A1), oldest first. */
export const listAccompaniedMeetings = (db: ReadableDb, id: HandoffId): readonly Meeting[] =>
  heldMeetingsQuery(db)
    .all({ id })
    .map(({ body }) => body)
    .filter(isAccompanied)

const stepsQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(accompanimentStep)
    .where(eq(accompanimentStep.handoffId, sql.placeholder('id')))
    .orderBy(asc(accompanimentStep.no))
    .prepare(),
)

const toHeldMeeting = ({ id, startedAt, confidence }: Meeting): HeldMeeting => ({ id, at: startedAt, confidence })

/** Loads the accompaniment series of a handoff from its meetings and the person's decisions. */
export const loadSeries = (db: ReadableDb, id: HandoffId): AccompanimentSeries =>
  buildSeries(
    listAccompaniedMeetings(db, id).map(toHeldMeeting),
    stepsQuery(db)
      .all({ id })
      .map(({ handoffId: _handoff, ...step }) => step),
  )

/** Starts a series with the first meeting (A1). An existing series is left unchanged. */
export function startSeries(
  db: WritableDb,
  facts: { readonly handoffId: HandoffId; readonly worker: StaffId; readonly begunAt: number },
): void {
  db.insert(accompaniment)
    .values({ ...facts, stage: 'leads', endedAt: null })
    .onConflictDoNothing()
    .run()
}

/** Adds a step, and updates the row that follows from all steps. */
export function addAccompanimentStep(db: WritableDb, handoffId: HandoffId, step: Omit<AccompanimentStep, 'no'>): void {
  const no = stepsQuery(db).all({ id: handoffId }).length + 1
  db.insert(accompanimentStep)
    .values({ ...step, handoffId, no })
    .run()
  const { stage, ended } = loadSeries(db, handoffId)
  db.update(accompaniment)
    .set({ stage, endedAt: ended?.at ?? null })
    .where(eq(accompaniment.handoffId, handoffId))
    .run()
}

const runningSeriesQuery = oncePerDatabase((db) =>
  db
    .select({
      handoffId: handoff.id,
      number: handoff.number,
      personId: handoff.personId,
      alias: person.alias,
      initials: person.initials,
      worker: accompaniment.worker,
      stage: accompaniment.stage,
    })
    .from(accompaniment)
    .innerJoin(handoff, eq(handoff.id, accompaniment.handoffId))
    .innerJoin(person, eq(person.id, handoff.personId))
    .where(and(isNull(accompaniment.endedAt), isNull(handoff.endedAt)))
    .orderBy(asc(accompaniment.begunAt))
    .prepare(),
)
/** Lists the running series of open handoffs, oldest first, without people who do not exist for the reader (I3). */
export const listRunningSeries = (db: ReadableDb, hidden: ReadonlySet<PersonId>) =>
  runningSeriesQuery(db)
    .all()
    .filter(({ personId }) => !hidden.has(personId))
