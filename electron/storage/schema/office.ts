import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role, BounceSide } from '#shared/domain/core/vocabulary'
import { staffId } from './id-columns'

/** One row: the office. */
export const office = sqliteTable('office', {
  id: integer().primaryKey(),
  shelter: text().notNull(),
  zone: text().notNull(),
  policeNumber: text().notNull(),
  supervisorName: text().notNull(),
  supervisorPhone: text().notNull(),
  foundedAt: integer().notNull(),
  /** L2: minutes without a hand at the desk until it locks (1 to 5). */
  idleMinutes: integer().notNull().default(2),
  /** L2: minutes in desk lock until it is sealed (30 to 480). */
  sealMinutes: integer().notNull().default(30),
  /** K1: the keyring's count of changes that this book has seen; an older keyring is a downgrade. */
  keyringSerial: integer().notNull().default(0),
})

/** One row: the high-water mark of the clock (T3). */
export const clockMark = sqliteTable('clock_mark', {
  id: integer().primaryKey(),
  lastSeen: integer().notNull(),
  driftFlagged: integer({ mode: 'boolean' }).notNull().default(false),
  /** How often it was set back by hand; the trigger lets it fall only together with this. */
  resets: integer().notNull().default(0),
})

export const staff = sqliteTable('staff', {
  id: staffId().primaryKey(),
  name: text().notNull(),
  roles: text({ mode: 'json' }).$type<readonly Role[]>().notNull(),
  /** The keyring's opaque slot that her passphrase opens (K1); null for an invented worker of the sample office. */
  slotId: text().unique(),
  addedAt: integer().notNull(),
  /** K4: she works here no longer; her name stays where she wrote. */
  leftAt: integer(),
  /** K4: until when her temporary passphrase may be used; null when she has chosen her own. */
  temporaryUntil: integer(),
  /** True when the temporary passphrase was used and she has not chosen her own yet: it needs another reset. */
  temporaryUsed: integer({ mode: 'boolean' }).notNull().default(false),
  /** L3: Argon2id, in its own text form; never wraps a key. */
  pinHash: text(),
  lastSignInAt: integer(),
  /** The newest audit entry that a director has read (section 13). */
  readUpTo: integer().notNull().default(0),
})

/** A worker who has to be one of ours. */
export const staffReference = () =>
  staffId()
    .notNull()
    .references(() => staff.id)

/** B1: seeded with stable codes; the data owner adds, rewords, retires and orders. */
export const bounceReason = sqliteTable('bounce_reason', {
  code: text().primaryKey(),
  side: text().$type<BounceSide>().notNull(),
  label: text().notNull(),
  seen: text().notNull(),
  change: text().notNull(),
  position: integer().notNull(),
  retired: integer({ mode: 'boolean' }).notNull().default(false),
  /** A bounce was recorded with it: its side is settled from then on. */
  used: integer({ mode: 'boolean' }).notNull().default(false),
})

/** S3: the drafts of a worker are hers. */
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
