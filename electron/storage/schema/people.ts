import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ContactPlan, Verification } from '#shared/domain/contact-plan'
import type { PartnerKind, StandardMode } from '#shared/domain/vocabulary'
import { partnerId, personId, staffId } from './columns'
import { staff } from './office'

/** Nothing more than section 3 and 14 allow. */
export const person = sqliteTable('person', {
  id: personId().primaryKey(),
  name: text().notNull(),
  alias: text().notNull(),
  initials: text().notNull(),
  /** The current version of her contact plan. */
  planVersion: integer().notNull(),
  /** P4: her "not safe" that stands, on whichever record it was logged. */
  stoppedAt: integer(),
  addedAt: integer().notNull(),
  addedBy: staffId()
    .notNull()
    .references(() => staff.id),
})

/** H3: folded words, consonant skeletons, initials and last digits, each once a person. */
export const personKey = sqliteTable(
  'person_key',
  {
    kind: text({ enum: ['word', 'bones', 'initials', 'digits'] }).notNull(),
    key: text().notNull(),
    personId: personId()
      .notNull()
      .references(() => person.id),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.personId] }), index('person_key_person').on(table.personId)],
)

/** P5: every version is kept, none is changed (trigger). */
export const contactPlan = sqliteTable(
  'contact_plan',
  {
    personId: personId()
      .notNull()
      .references(() => person.id),
    version: integer().notNull(),
    plan: text({ mode: 'json' }).$type<ContactPlan>().notNull(),
    verified: text({ mode: 'json' }).$type<Verification>(),
    writtenAt: integer().notNull(),
    writtenBy: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.personId, table.version] })],
)

export const partner = sqliteTable('partner', {
  id: partnerId().primaryKey(),
  name: text().notNull(),
  /** Folded, for finding it and for refusing the same name twice. */
  nameKey: text().notNull().unique(),
  kind: text().$type<PartnerKind>().notNull(),
  phone: text().notNull(),
  note: text().notNull(),
  helpsToReach: integer({ mode: 'boolean' }).notNull(),
})

/** C2: a standard is never changed, a later one is added. */
export const partnerStandard = sqliteTable(
  'partner_standard',
  {
    partnerId: partnerId()
      .notNull()
      .references(() => partner.id),
    fromAt: integer().notNull(),
    hours: integer().notNull(),
    mode: text().$type<StandardMode>().notNull(),
    setAt: integer().notNull(),
    setBy: staffId()
      .notNull()
      .references(() => staff.id),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.fromAt, table.setAt] })],
)
