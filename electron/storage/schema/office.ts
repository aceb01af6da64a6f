import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Policy } from '#shared/domain/policy'
import type { Role, Side } from '#shared/domain/vocabulary'
import { staffId } from './columns'

/** One row: the office. */
export const office = sqliteTable('office', {
  id: integer().primaryKey(),
  shelter: text().notNull(),
  zone: text().notNull(),
  policy: text({ mode: 'json' }).$type<Policy>().notNull(),
  policeNumber: text().notNull(),
  supervisorName: text().notNull(),
  supervisorPhone: text().notNull(),
  foundedAt: integer().notNull(),
})

/** One row: the high-water mark of the clock (T3). */
export const clockMark = sqliteTable('clock_mark', {
  id: integer().primaryKey(),
  lastSeen: integer().notNull(),
  driftFlagged: integer({ mode: 'boolean' }).notNull().default(false),
})

export const staff = sqliteTable('staff', {
  id: staffId().primaryKey(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  /** The keyring's opaque slot that her passphrase opens (K1); null for an invented worker of the sample office. */
  slotId: text().unique(),
  addedAt: integer().notNull(),
})

/** B1: seeded with stable codes; part 3 lets the data owner edit it. */
export const bounceReason = sqliteTable('bounce_reason', {
  code: text().primaryKey(),
  side: text().$type<Side>().notNull(),
  label: text().notNull(),
  seen: text().notNull(),
  change: text().notNull(),
  position: integer().notNull(),
  retired: integer({ mode: 'boolean' }).notNull().default(false),
})

/** S3: the drafts of a worker are hers. */
export const draft = sqliteTable(
  'draft',
  {
    staffId: staffId()
      .notNull()
      .references(() => staff.id),
    key: text().notNull(),
    body: text().notNull(),
    savedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.key] })],
)
