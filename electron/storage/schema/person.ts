import { customType, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { readStoredPlan, type ContactPlan, type Verification } from '#shared/domain/contact/contact-plan'
import type { PersonAnswers } from '#shared/domain/person/person-answers'
import type { SourceRules } from '#shared/domain/policy/policy'
import type { PartnerKind, StandardMode } from '#shared/domain/core/vocabulary'
import { partnerId, personId, staffId } from './id-columns'
import { staffReference, staff } from './office'

/** The people. Only the fields that sections 3 and 14 allow. */
export const person = sqliteTable('person', {
  id: personId().primaryKey(),
  name: text().notNull(),
  alias: text().notNull(),
  initials: text().notNull(),
  pronoun: text().notNull().default(''),
  /** Age band, household, needs and groups (section 3); empty where no one asked. */
  facts: text({ mode: 'json' }).$type<Partial<PersonAnswers>>().notNull().default({}),
  /** Other spellings that the person or others use; searched like the name. */
  spellings: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  /** The record that this one was merged into. A merged record is hidden and returns when the merge is undone. */
  mergedInto: personId(),
  /** The current version of the person's contact plan. */
  planVersion: integer().notNull(),
  /** When the person's "not safe" that is in force was logged, on any record (P4). */
  stoppedAt: integer(),
  addedAt: integer().notNull(),
  addedBy: staffReference(),
})

/** References the person that a row is about. */
export const personReference = () =>
  personId()
    .notNull()
    .references(() => person.id)

/** The search keys (H3): folded words, consonant skeletons, initials and last digits, each once a person. */
export const personSearchKey = sqliteTable(
  'person_key',
  {
    kind: text({ enum: ['name', 'word', 'sound', 'bones', 'initials', 'digits'] }).notNull(),
    key: text().notNull(),
    personId: personReference(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.personId] }), index('person_key_person').on(table.personId)],
)

/** A contact plan in JSON. A version that was written before a field existed reads as one in which it was not asked (P5). */
const contactPlanJson = customType<{ data: ContactPlan; driverData: string }>({
  dataType: () => 'text',
  toDriver: (plan) => JSON.stringify(plan),
  fromDriver: (stored) => readStoredPlan(JSON.parse(stored) as ContactPlan),
})

/** The versions of the contact plans. Every version is kept and none changes (trigger) (P5). */
export const contactPlan = sqliteTable(
  'contact_plan',
  {
    personId: personReference(),
    version: integer().notNull(),
    plan: contactPlanJson().notNull(),
    verified: text({ mode: 'json' }).$type<Verification>(),
    writtenAt: integer().notNull(),
    writtenBy: staffReference(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.version] })],
)

/** The partners of the directory. */
export const partner = sqliteTable('partner', {
  id: partnerId().primaryKey(),
  name: text().notNull(),
  /** The folded name, for searching and for refusing the same name twice. */
  nameKey: text().notNull().unique(),
  kind: text().$type<PartnerKind>().notNull(),
  phone: text().notNull(),
  note: text().notNull(),
  helpsToReach: integer({ mode: 'boolean' }).notNull(),
  /** When that agreement ends (C5); null when it has no end. */
  helpsUntil: integer(),
  /** How the partner may relay a message to the person, in words; empty when not agreed. */
  relay: text().notNull().default(''),
  languages: text().notNull().default(''),
  areas: text().notNull().default(''),
  /** Who is eligible, in words. */
  eligibility: text().notNull().default(''),
  hours: text().notNull().default(''),
  /** Shown or exported only when it is asked for by itself. */
  address: text().notNull().default(''),
  /** Why no one is referred there; empty when referrals are possible. */
  doNotRefer: text().notNull().default(''),
  verifiedAt: integer(),
  verifiedBy: staffId().references(() => staff.id),
  changedAt: integer(),
  /** When each field last changed, for "changed since you last looked". */
  changes: text({ mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull().default({}),
  /** When the partner was retired. A partner in use cannot be deleted. */
  retiredAt: integer(),
  addedAt: integer(),
})

/** References the partner that a row is about. */
export const partnerReference = () =>
  partnerId()
    .notNull()
    .references(() => partner.id)

/** The contact persons of partners. */
export const partnerContact = sqliteTable(
  'partner_contact',
  {
    partnerId: partnerReference(),
    no: integer().notNull(),
    name: text().notNull(),
    does: text().notNull(),
    phone: text().notNull(),
    note: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.no] })],
)

/** When a worker last opened a partner's page, for "changed since you last looked". */
export const partnerSeen = sqliteTable(
  'partner_seen',
  {
    staffId: staffReference(),
    partnerId: partnerReference(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.partnerId] })],
)

/** The merges of two records of one person, with a reason; they can be undone for 30 days (part 3). */
export const personMerge = sqliteTable('person_merge', {
  id: text().primaryKey(),
  gone: personReference(),
  stays: personReference(),
  at: integer().notNull(),
  by: staffReference(),
  reason: text().notNull(),
  /** What an undo has to put back: ids of the handoffs that moved, keys that were added, and the former plan version. */
  moved: text({ mode: 'json' }).$type<unknown>().notNull(),
  undoneAt: integer(),
  undoneBy: staffId().references(() => staff.id),
})

/** The interpreters booked for a person (section 5). An attempt that needs one is proposed within the booking. */
export const interpreterBooking = sqliteTable(
  'interpreter_booking',
  {
    id: text().primaryKey(),
    personId: personReference(),
    fromAt: integer().notNull(),
    untilAt: integer().notNull(),
    language: text().notNull(),
    who: text().notNull(),
    bookedAt: integer().notNull(),
    bookedBy: staffReference(),
    cancelledAt: integer(),
  },
  (table) => [index('interpreter_person').on(table.personId, table.fromAt)],
)

/** The sources' own standards (C2). A standard never changes; a later one is added. */
export const partnerStandard = sqliteTable(
  'partner_standard',
  {
    partnerId: partnerReference(),
    fromAt: integer().notNull(),
    hours: integer().notNull(),
    mode: text().$type<StandardMode>().notNull(),
    /** Windows, attempts, gaps and alerts of this source where they differ from the office's. */
    rules: text({ mode: 'json' }).$type<SourceRules>().notNull().default({}),
    setAt: integer().notNull(),
    setBy: staffReference(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.fromAt, table.setAt] })],
)
