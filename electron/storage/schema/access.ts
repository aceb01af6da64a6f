import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { personId, staffId } from './id-columns'
import { staffReference, staff } from './office'
import { personReference, person } from './person'

/** The workflow owner and the data owner, one each, with a deputy who acts while the holder is away (section 13). */
export const decisionRight = sqliteTable('decision_right', {
  right: text({ enum: ['workflow_owner', 'data_owner'] }).primaryKey(),
  holder: staffReference(),
  deputy: staffId().references(() => staff.id),
  /** True while the holder is away: the deputy has the right as well. */
  deputyActs: integer({ mode: 'boolean' }).notNull().default(false),
  since: integer().notNull(),
})

/** A restricted person exists only for the named staff and supervisors (I3). */
export const restriction = sqliteTable('restriction', {
  personId: personId()
    .primaryKey()
    .references(() => person.id),
  at: integer().notNull(),
  by: staffReference(),
})

/** The staff who are named for a restricted person. */
export const restrictionStaff = sqliteTable(
  'restriction_staff',
  {
    personId: personId()
      .notNull()
      .references(() => restriction.personId),
    staffId: staffReference(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.staffId] })],
)

/** A conflict: the worker never sees the person, whatever the worker's roles, and no break-glass overrides it. */
export const conflict = sqliteTable(
  'conflict',
  {
    staffId: staffReference(),
    personId: personReference(),
    at: integer().notNull(),
    by: staffReference(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.personId] }), index('conflict_person').on(table.personId)],
)

/** A break-glass: the director sees the person until then. The audit log records it as well. */
export const breakGlass = sqliteTable(
  'break_glass',
  {
    personId: personReference(),
    staffId: staffReference(),
    at: integer().notNull(),
    until: integer().notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.staffId, table.at] })],
)
