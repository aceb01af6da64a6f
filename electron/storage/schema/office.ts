import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role, BounceSide } from '#shared/domain/core/vocabulary'
import { staffId } from './id-columns'

/** The office's only row. */
export const office = sqliteTable('office', {
  id: integer().primaryKey(),
  shelter: text().notNull(),
  zone: text().notNull(),
  policeNumber: text().notNull(),
  supervisorName: text().notNull(),
  supervisorPhone: text().notNull(),
  foundedAt: integer().notNull(),
  /** Minutes without input before the screen is locked, 1 to 5 (L2). */
  idleMinutes: integer().notNull().default(2),
  /** Minutes in screen lock before the database is closed, 30 to 480 (L2). */
  sealMinutes: integer().notNull().default(30),
  /** The keyring's serial that this database has seen. A keyring with a lower one is a downgrade (K1). */
  keyringSerial: integer().notNull().default(0),
})

/** The only row holds the high-water mark of the clock (T3). */
export const clockMark = sqliteTable('clock_mark', {
  id: integer().primaryKey(),
  lastSeen: integer().notNull(),
  driftFlagged: integer({ mode: 'boolean' }).notNull().default(false),
  /** How often the clock was set back by hand. The trigger allows the mark to fall only together with this. */
  resets: integer().notNull().default(0),
})

/** The shelter's workers. */
export const staff = sqliteTable('staff', {
  id: staffId().primaryKey(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  /** The keyring's opaque slot that the worker's passphrase opens (K1); null for an invented worker of the sample office. */
  slotId: text().unique(),
  addedAt: integer().notNull(),
  /** When the worker left (K4). The name stays on what the worker wrote. */
  leftAt: integer(),
  /** When the temporary passphrase expires (K4); null when the worker has chosen an own one. */
  temporaryUntil: integer(),
  /** True when the temporary passphrase was used and the worker has not chosen an own one yet: another reset is needed. */
  temporaryUsed: integer({ mode: 'boolean' }).notNull().default(false),
  /** Argon2id in its own text form (L3). It never encrypts a key. */
  pinHash: text(),
  lastSignInAt: integer(),
  /** The newest audit entry that a director has read (section 13). */
  readUpTo: integer().notNull().default(0),
})

/** References one of the shelter's workers. */
export const staffReference = () =>
  staffId()
    .notNull()
    .references(() => staff.id)

/** The bounce reasons (B1): seeded with stable codes; the data owner adds, rewords, retires and orders them. */
export const bounceReason = sqliteTable('bounce_reason', {
  code: text().primaryKey(),
  side: text().$type<BounceSide>().notNull(),
  label: text().notNull(),
  seen: text().notNull(),
  change: text().notNull(),
  position: integer().notNull(),
  retired: integer({ mode: 'boolean' }).notNull().default(false),
  /** True once a bounce was recorded with it: its side no longer changes. */
  used: integer({ mode: 'boolean' }).notNull().default(false),
})

/** The drafts, each readable only by the worker who wrote it (S3). */
export const draft = sqliteTable(
  'draft',
  {
    staffId: staffReference(),
    key: text().notNull(),
    body: text().notNull(),
    savedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.key] })],
)
