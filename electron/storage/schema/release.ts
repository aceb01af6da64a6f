import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DisclosureWay, MinorSigned, ReleaseCopy, RevokedHow, ToldHer, WithoutConsentWhy } from '#shared/domain/release/release'
import { handoffId, meetingId, partnerId, personId, releaseId, staffId } from './id-columns'
import { staff } from './office'
import { person } from './person'

/** The releases, one recipient each (section 8). A release changes only by being signed and revoked; a renewal is a new release. */
export const release = sqliteTable(
  'release',
  {
    id: releaseId().primaryKey(),
    personId: personId()
      .notNull()
      .references(() => person.id),
    handoffId: handoffId(),
    /** A partner of the directory, or null where the organisation is not in it. */
    partnerId: partnerId(),
    organisation: text().notNull(),
    recipient: text().notNull(),
    purpose: text().notNull(),
    may: text().notNull(),
    mayNot: text().notNull(),
    ways: text({ mode: 'json' }).$type<readonly DisclosureWay[]>().notNull(),
    risksTold: integer({ mode: 'boolean' }).notNull(),
    otherWays: text().notNull(),
    /** True when the person was told that a release can be revoked at any time and that services do not depend on it. */
    rightsTold: integer({ mode: 'boolean' }).notNull(),
    startsAt: integer().notNull(),
    expiresAt: integer().notNull(),
    copy: text().$type<ReleaseCopy>().notNull(),
    language: text().notNull(),
    interpreter: text().notNull(),
    minor: text({ mode: 'json' }).$type<MinorSigned>(),
    /** Null while it is unsigned: it is no release yet. */
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

/**
 * What was told without the person's consent, in a register of its own (R4). What was told never changes (trigger); who authorised it and
 * what the person was told may be added later.
 */
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
