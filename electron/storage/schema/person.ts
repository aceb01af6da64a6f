import { customType, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { readStoredPlan, type ContactPlan, type Verification } from '#shared/domain/contact/contact-plan'
import type { PersonAnswers } from '#shared/domain/person/person-answers'
import type { SourceRules } from '#shared/domain/policy/policy'
import type { PartnerKind, StandardMode } from '#shared/domain/core/vocabulary'
import { partnerId, personId, staffId } from './id-columns'
import { staffReference, staff } from './office'

/** Nothing more than section 3 and 14 allow. */
export const person = sqliteTable('person', {
  id: personId().primaryKey(),
  name: text().notNull(),
  alias: text().notNull(),
  initials: text().notNull(),
  pronoun: text().notNull().default(''),
  /** Section 3: age band, household, needs, groups; nothing where nobody asked. */
  facts: text({ mode: 'json' }).$type<Partial<PersonAnswers>>().notNull().default({}),
  /** Other spellings that she or others use; searched like the name. */
  spellings: text({ mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  /** Merged into another record of the same person; it is not shown any more, and comes back when that is undone. */
  mergedInto: personId(),
  /** The current version of her contact plan. */
  planVersion: integer().notNull(),
  /** P4: her "not safe" that stands, on whichever record it was logged. */
  stoppedAt: integer(),
  addedAt: integer().notNull(),
  addedBy: staffReference(),
})

/** Whom a row is about. */
export const personReference = () =>
  personId()
    .notNull()
    .references(() => person.id)

/** H3: folded words, consonant skeletons, initials and last digits, each once a person. */
export const personSearchKey = sqliteTable(
  'person_key',
  {
    kind: text({ enum: ['word', 'bones', 'initials', 'digits'] }).notNull(),
    key: text().notNull(),
    personId: personReference(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.personId] }), index('person_key_person').on(table.personId)],
)

/** A version that was written before a field was asked for reads as one in which it was not asked (P5). */
const contactPlanJson = customType<{ data: ContactPlan; driverData: string }>({
  dataType: () => 'text',
  toDriver: (plan) => JSON.stringify(plan),
  fromDriver: (stored) => readStoredPlan(JSON.parse(stored) as ContactPlan),
})

/** P5: every version is kept, none is changed (trigger). */
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

export const partner = sqliteTable('partner', {
  id: partnerId().primaryKey(),
  name: text().notNull(),
  /** Folded, for finding it and for refusing the same name twice. */
  nameKey: text().notNull().unique(),
  kind: text().$type<PartnerKind>().notNull(),
  phone: text().notNull(),
  note: text().notNull(),
  helpsToReach: integer({ mode: 'boolean' }).notNull(),
  /** Until when that agreement holds (C5); null for without end. */
  helpsUntil: integer(),
  /** May carry a message to her, and how, in words; empty: not agreed. */
  relay: text().notNull().default(''),
  languages: text().notNull().default(''),
  areas: text().notNull().default(''),
  /** Who it is for, in words. */
  eligibility: text().notNull().default(''),
  hours: text().notNull().default(''),
  /** Never shown or exported unless somebody asks for it by itself. */
  address: text().notNull().default(''),
  /** Nobody is referred there while there is a reason. */
  doNotRefer: text().notNull().default(''),
  verifiedAt: integer(),
  verifiedBy: staffId().references(() => staff.id),
  changedAt: integer(),
  /** When each field changed last: "changed since you last looked". */
  changes: text({ mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull().default({}),
  /** In use it cannot be deleted: it is retired. */
  retiredAt: integer(),
  addedAt: integer(),
})

/** The partner a row is about. */
export const partnerReference = () =>
  partnerId()
    .notNull()
    .references(() => partner.id)

/** Somebody to ask for at a partner. */
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

/** When a worker last looked at a partner's page: "changed since you last looked". */
export const partnerSeen = sqliteTable(
  'partner_seen',
  {
    staffId: staffReference(),
    partnerId: partnerReference(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.partnerId] })],
)

/** Two records of one person made one, with a reason; undoable for 30 days (part 3). */
export const personMerge = sqliteTable('person_merge', {
  id: text().primaryKey(),
  gone: personReference(),
  stays: personReference(),
  at: integer().notNull(),
  by: staffReference(),
  reason: text().notNull(),
  /** What has to be put back: ids of the handoffs that moved, keys that were added, and the plan version before. */
  moved: text({ mode: 'json' }).$type<unknown>().notNull(),
  undoneAt: integer(),
  undoneBy: staffId().references(() => staff.id),
})

/** Section 5: an interpreter who is booked for her; a try that needs one is proposed inside. */
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

/** C2: a standard is never changed, a later one is added. */
export const partnerStandard = sqliteTable(
  'partner_standard',
  {
    partnerId: partnerReference(),
    fromAt: integer().notNull(),
    hours: integer().notNull(),
    mode: text().$type<StandardMode>().notNull(),
    /** Windows, tries, gaps and alerts of this source where they differ from the office's. */
    rules: text({ mode: 'json' }).$type<SourceRules>().notNull().default({}),
    setAt: integer().notNull(),
    setBy: staffReference(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.fromAt, table.setAt] })],
)
