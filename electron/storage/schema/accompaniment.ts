import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AccompanimentEnd, AccompanimentStage } from '#shared/domain/accompaniment/stages'
import type { FeedbackAnswer } from '#shared/domain/accompaniment/feedback'
import type { KindOfHelp } from '#shared/domain/core/vocabulary'
import { goalId, handoffId, meetingId, personId, staffId, stayId } from './id-columns'
import { handoff } from './handoff'
import { staff } from './office'
import { person } from './person'

/** A1: the first worker goes along and steps back; one series a handoff. */
export const accompaniment = sqliteTable('accompaniment', {
  handoffId: handoffId()
    .primaryKey()
    .references(() => handoff.id),
  worker: staffId()
    .notNull()
    .references(() => staff.id),
  begunAt: integer().notNull(),
  /** Where the worker is from now on, and when it ended: both follow from the steps. */
  stage: text('rung').$type<AccompanimentStage>().notNull(),
  endedAt: integer(),
})

/** What she decided at a meeting, each time that she asked for more, and how it ended. Append-only (trigger). */
export const accompanimentStep = sqliteTable(
  'accompaniment_step',
  {
    handoffId: handoffId()
      .notNull()
      .references(() => accompaniment.handoffId),
    no: integer().notNull(),
    at: integer().notNull(),
    /** Null where she asked for more between meetings. */
    meetingId: meetingId(),
    stage: text('rung').$type<AccompanimentStage>().notNull(),
    words: text().notNull(),
    proposed: text().$type<AccompanimentStage>().notNull(),
    decided: text().$type<AccompanimentStage>().notNull(),
    /** A2; null: it goes on. */
    ends: text().$type<AccompanimentEnd>(),
    by: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.handoffId, table.no] })],
)

/** A4: intake starts a stay. A3: contact after it goes on if she wants it. */
export const stay = sqliteTable(
  'stay',
  {
    id: stayId().primaryKey(),
    personId: personId()
      .notNull()
      .references(() => person.id),
    intakeAt: integer().notNull(),
    /** Who has the goals conversation with her. */
    worker: staffId()
      .notNull()
      .references(() => staff.id),
    goalsAskedAt: integer(),
    endedAt: integer(),
    /** Null: not asked. */
    wantsContact: integer({ mode: 'boolean' }),
    contactWords: text().notNull().default(''),
    nextContactAt: integer(),
    writtenBy: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [index('stay_open').on(table.endedAt, table.intakeAt), index('stay_person').on(table.personId)],
)

/** A4: what she wants, in her words, and the help it needs. */
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
    /** The internal handoff that began from it. */
    handoffId: handoffId().references(() => handoff.id),
    doneAt: integer(),
    /** Why she let it go; empty: she has not. */
    letGo: text().notNull().default(''),
    letGoAt: integer(),
  },
  (table) => [index('goal_stay').on(table.stayId)],
)

/** A3: shown to the team without her name, so nothing here says whose it is or in which order they came. `day`: start of the shelter's day, UTC ms. */
export const success = sqliteTable('success', {
  id: text().primaryKey(),
  day: integer().notNull(),
  words: text().notNull(),
})

/** A6: without her name, the worker's, or the hour. `week`: start of the shelter's week, UTC ms. Its id says no time, and its rows have no order. */
export const feedback = sqliteTable('feedback', {
  id: text().primaryKey(),
  week: integer().notNull(),
  heard: text().$type<FeedbackAnswer>().notNull(),
  inControl: text().$type<FeedbackAnswer>().notNull(),
  repeated: text().$type<FeedbackAnswer>().notNull(),
  anything: text().notNull(),
})
