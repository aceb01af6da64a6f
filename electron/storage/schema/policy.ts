import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Policy } from '#shared/domain/policy/policy'
import { staffId } from './id-columns'
import { staffReference, staff } from './office'

/** C2: every version is kept, none is changed (trigger); a record keeps the one it started under. */
export const policyVersion = sqliteTable('policy_version', {
  version: integer().primaryKey(),
  /** In force for what is received from here on, UTC ms. */
  fromAt: integer().notNull(),
  policy: text({ mode: 'json' }).$type<Policy>().notNull(),
  setAt: integer().notNull(),
  /** Null for the one that came with set-up. */
  setBy: staffId().references(() => staff.id),
})

/** Section 13, 14: what the data owner asks for, hides or says in other words. A field without a row is as it was drawn. */
export const fieldSetting = sqliteTable('field_setting', {
  field: text().primaryKey(),
  required: integer({ mode: 'boolean' }).notNull(),
  hidden: integer({ mode: 'boolean' }).notNull(),
  label: text().notNull(),
  setAt: integer().notNull(),
  setBy: staffReference(),
})

/** A worker's own ways to look at the board. */
export const savedView = sqliteTable(
  'saved_view',
  {
    staffId: staffReference(),
    name: text().notNull(),
    /** The board's choice as the screen has it: layout, filters, order, groups. No person's name. */
    choice: text({ mode: 'json' }).$type<unknown>().notNull(),
    savedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.name] })],
)

/** H4: who is away, and until when; what is hers was given to others when it was written down. */
export const absence = sqliteTable('absence', {
  staffId: staffId()
    .primaryKey()
    .references(() => staff.id),
  fromAt: integer().notNull(),
  untilAt: integer(),
  setBy: staffReference(),
})
