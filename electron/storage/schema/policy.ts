import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Policy } from '#shared/domain/policy/policy'
import { staffId } from './id-columns'
import { staffReference, staff } from './office'

/** The versions of the policy (C2). Every version is kept and none changes (trigger); a record keeps the one it started under. */
export const policyVersion = sqliteTable('policy_version', {
  version: integer().primaryKey(),
  /** The instant (UTC ms) from which handoffs received are under this version. */
  fromAt: integer().notNull(),
  policy: text({ mode: 'json' }).$type<Policy>().notNull(),
  setAt: integer().notNull(),
  /** Null for the version created at set-up. */
  setBy: staffId().references(() => staff.id),
})

/** What the data owner requires, hides or words differently (sections 13, 14). A field without a row has its default. */
export const fieldSetting = sqliteTable('field_setting', {
  field: text().primaryKey(),
  required: integer({ mode: 'boolean' }).notNull(),
  hidden: integer({ mode: 'boolean' }).notNull(),
  label: text().notNull(),
  setAt: integer().notNull(),
  setBy: staffReference(),
})

/** A worker's own saved views of the board. */
export const savedView = sqliteTable(
  'saved_view',
  {
    staffId: staffReference(),
    name: text().notNull(),
    /** The board filters as the screen has them: layout, filters, order, groups. No person's name. */
    choice: text({ mode: 'json' }).$type<unknown>().notNull(),
    savedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.name] })],
)

/** The workers who are away, and until when (H4). Their open work was reassigned when the absence was recorded. */
export const absence = sqliteTable('absence', {
  staffId: staffId()
    .primaryKey()
    .references(() => staff.id),
  fromAt: integer().notNull(),
  untilAt: integer(),
  setBy: staffReference(),
})
