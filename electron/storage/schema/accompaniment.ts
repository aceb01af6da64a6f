import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AccompanimentEnd, AccompanimentStage } from '#shared/domain/accompaniment/stages'
import type { FeedbackAnswer } from '#shared/domain/accompaniment/feedback'
import type { KindOfHelp } from '#shared/domain/core/vocabulary'
import { goalId, handoffId, meetingId, personId, staffId, stayId } from './id-columns'
import { handoff } from './handoff'
import { staff } from './office'
import { person } from './person'

/** An accompaniment: the first worker attends the meetings and steps back gradually (A1). One series a handoff. */
export const accompaniment = sqliteTable('accompaniment', {
  handoffId: handoffId()
    .primaryKey()
    .references(() => handoff.id),
  worker: staffId()
    .notNull()
    .references(() => staff.id),
  begunAt: integer().notNull(),
  /** The worker's stage from now on, and when the series ended. Both follow from the steps. */
  stage: text('rung').$type<AccompanimentStage>().notNull(),
  endedAt: integer(),
})

/** The person's decision at a meeting, each request for more, and how the series ended. Append-only (trigger). */
export const accompanimentStep = sqliteTable(
  'accompaniment_step',
  {
    handoffId: handoffId()
      .notNull()
      .references(() => accompaniment.handoffId),
    no: integer().notNull(),
    at: integer().notNull(),
    /** Null where the person asked for more between meetings. */
    meetingId: meetingId(),
    stage: text('rung').$type<AccompanimentStage>().notNull(),
    words: text().notNull(),
    proposed: text().$type<AccompanimentStage>().notNull(),
    decided: text().$type<AccompanimentStage>().notNull(),
    /** How the series ended (A2); null while it goes on. */
    ends: text().$type<AccompanimentEnd>(),
    by: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.handoffId, table.no] })],
)

/** A stay, which begins at intake (A4). Contact goes on after it if the person wants it (A3). */
export const stay = sqliteTable(
  'stay',
  {
    id: stayId().primaryKey(),
    personId: personId()
      .notNull()
      .references(() => person.id),
    intakeAt: integer().notNull(),
    /** The worker who has the goals conversation with the person. */
    worker: staffId()
      .notNull()
      .references(() => staff.id),
    goalsAskedAt: integer(),
    endedAt: integer(),
    /** Null when the person was not asked. */
    wantsContact: integer({ mode: 'boolean' }),
    contactWords: text().notNull().default(''),
    nextContactAt: integer(),
    writtenBy: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [index('stay_open').on(table.endedAt, table.intakeAt), index('stay_person').on(table.personId)],
)

/** A goal in the person's own words, and the help that it needs (A4). */
export const goal = sqliteTable(
  'goal',
  {
    id: goalId().primaryKey(),
    stayId: stayId()
      .notNull()
      .references(() => stay.id),
    words: text().notNull(),
    help: text().$type<KindOfHelp>().notNull(),
    need: text().notNull(),
    setAt: integer().notNull(),
    setBy: staffId()
      .notNull()
      .references(() => staff.id),
    /** The internal handoff that began from the goal. */
    handoffId: handoffId().references(() => handoff.id),
    doneAt: integer(),
    /** Why the person gave up the goal; empty while it stands. */
    letGo: text().notNull().default(''),
    letGoAt: integer(),
  },
  (table) => [index('goal_stay').on(table.stayId)],
)

/**
 * A success that is shown to the team without a name (A3). Nothing here says whose it is or in which order the rows were written. `day`
 * is the start of the shelter's day (UTC ms).
 */
export const success = sqliteTable('success', {
  id: text().primaryKey(),
  day: integer().notNull(),
  words: text().notNull(),
})

/**
 * A feedback form without the person's name, the worker's, or the hour (A6). `week` is the start of the shelter's week (UTC ms). The id
 * contains no time, and the rows have no order.
 */
export const feedback = sqliteTable('feedback', {
  id: text().primaryKey(),
  week: integer().notNull(),
  heard: text().$type<FeedbackAnswer>().notNull(),
  inControl: text().$type<FeedbackAnswer>().notNull(),
  repeated: text().$type<FeedbackAnswer>().notNull(),
  anything: text().notNull(),
})
