import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Meeting, MeetingMode, MeetingText } from '#shared/domain/meeting/meeting'
import type { MeetingEvent } from '#shared/domain/meeting/event'
import { handoffId, meetingId, partnerId, personId, staffId } from './id-columns'
import { handoff } from './handoff'
import { staff } from './office'
import { person } from './person'

/** The current state of a supportive meeting, computed from its events. `body` is the whole of it. */
export const meeting = sqliteTable(
  'meeting',
  {
    id: meetingId().primaryKey(),
    handoffId: handoffId()
      .notNull()
      .references(() => handoff.id),
    personId: personId()
      .notNull()
      .references(() => person.id),
    mode: text().$type<MeetingMode>().notNull(),
    lead: staffId()
      .notNull()
      .references(() => staff.id),
    startedAt: integer().notNull(),
    /** Null while it is paused, and after the end. */
    runningSince: integer(),
    endedAt: integer(),
    body: text({ mode: 'json' }).$type<Meeting>().notNull(),
  },
  (table) => [
    index('meeting_handoff').on(table.handoffId, table.startedAt),
    index('meeting_person').on(table.personId, table.startedAt),
    index('meeting_open').on(table.endedAt, table.startedAt),
  ],
)

/** The events of a meeting, append-only (trigger). */
export const meetingEvent = sqliteTable(
  'meeting_event',
  {
    meetingId: meetingId().notNull(),
    no: integer().notNull(),
    at: integer().notNull(),
    by: staffId().references(() => staff.id),
    body: text({ mode: 'json' }).$type<MeetingEvent>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.no] })],
)

/** The texts typed during a meeting, saved letter by letter (M1). Those of a closed meeting never change (trigger). */
export const meetingText = sqliteTable(
  'meeting_text',
  {
    meetingId: meetingId()
      .notNull()
      .references(() => meeting.id),
    field: text().$type<MeetingText>().notNull(),
    text: text().notNull(),
    savedAt: integer().notNull(),
    savedBy: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.field] })],
)

/** The person's situation and background, written once (M5). Each version is as the person approved it and never changes (trigger). */
export const story = sqliteTable(
  'story',
  {
    personId: personId()
      .notNull()
      .references(() => person.id),
    version: integer().notNull(),
    situation: text().notNull(),
    background: text().notNull(),
    approvedAt: integer().notNull(),
    /** The worker who recorded the person's approval. */
    approvedBy: staffId()
      .notNull()
      .references(() => staff.id),
    meetingId: meetingId(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.version] })],
)

/** The words that the person withholds and that are redacted (M5). No recipient means withheld from everyone. */
export const withheldItem = sqliteTable(
  'withheld_item',
  {
    id: text().primaryKey(),
    personId: personId()
      .notNull()
      .references(() => person.id),
    words: text().notNull(),
    partnerId: partnerId(),
    at: integer().notNull(),
    by: staffId()
      .notNull()
      .references(() => staff.id),
    /** When the person allowed telling it again. */
    liftedAt: integer(),
    liftedBy: staffId().references(() => staff.id),
  },
  (table) => [index('withheld_item_person').on(table.personId, table.liftedAt)],
)
