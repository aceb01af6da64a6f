import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DisclosureWay, MinorSigned, ReleaseCopy, RevokedHow, ToldHer, WithoutConsentWhy } from '#shared/domain/release/release'
import { handoffId, meetingId, partnerId, personId, releaseId, staffId } from './id-columns'
import { staff } from './office'
import { person } from './person'

/** Section 8: one recipient each. Never changed but for being signed and revoked; a renewal is a release of its own. */
export const release = sqliteTable(
  'release',
  {
    id: releaseId().primaryKey(),
    personId: personId()
      .notNull()
      .references(() => person.id),
    handoffId: handoffId(),
    /** Of the directory, or null where the organisation is not in it. */
    partnerId: partnerId(),
    organisation: text().notNull(),
    recipient: text().notNull(),
    purpose: text().notNull(),
    may: text().notNull(),
    mayNot: text().notNull(),
    ways: text({ mode: 'json' }).$type<readonly DisclosureWay[]>().notNull(),
    risksTold: integer({ mode: 'boolean' }).notNull(),
    otherWays: text().notNull(),
    /** She was told that she may take it back at any time, and that services do not depend on it. */
    rightsTold: integer({ mode: 'boolean' }).notNull(),
    startsAt: integer().notNull(),
    expiresAt: integer().notNull(),
    copy: text().$type<ReleaseCopy>().notNull(),
    language: text().notNull(),
    interpreter: text().notNull(),
    minor: text({ mode: 'json' }).$type<MinorSigned>(),
    /** Null while it lies there unsigned: then it is no release yet. */
    signedAt: integer(),
    witness: staffId().references(() => staff.id),
    renews: releaseId(),
    writtenAt: integer().notNull(),
    writtenBy: staffId()
      .notNull()
      .references(() => staff.id),
    revokedAt: integer(),
    revokedHow: text().$type<RevokedHow>(),
    revokedWords: text().notNull().default(''),
    revokedBy: staffId().references(() => staff.id),
  },
  (table) => [index('release_person').on(table.personId, table.expiresAt), index('release_expires').on(table.expiresAt)],
)

/** What was told under a release, append-only (trigger). */
export const disclosure = sqliteTable(
  'disclosure',
  {
    id: text().primaryKey(),
    releaseId: releaseId()
      .notNull()
      .references(() => release.id),
    meetingId: meetingId(),
    at: integer().notNull(),
    what: text().notNull(),
    toWhom: text().notNull(),
    how: text().$type<DisclosureWay>().notNull(),
    by: staffId()
      .notNull()
      .references(() => staff.id),
    writtenAt: integer().notNull(),
  },
  (table) => [index('disclosure_release').on(table.releaseId, table.at)],
)

/** R4: told without her consent; a register of its own. What was told is never changed (trigger); who authorised it and what she was told may come later. */
export const disclosureWithoutConsent = sqliteTable(
  'told_without_consent',
  {
    id: text().primaryKey(),
    personId: personId()
      .notNull()
      .references(() => person.id),
    at: integer().notNull(),
    what: text().notNull(),
    toWhom: text().notNull(),
    why: text().$type<WithoutConsentWhy>().notNull(),
    /** The law or policy relied on. */
    basis: text().notNull(),
    by: staffId()
      .notNull()
      .references(() => staff.id),
    writtenAt: integer().notNull(),
    authorisedBy: text().notNull().default(''),
    authorisedAt: integer(),
    toldHer: text().$type<ToldHer>().notNull(),
    toldHerAt: integer(),
  },
  (table) => [index('told_without_consent_person').on(table.personId, table.at)],
)
