import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { PartnerId, PersonId, ReleaseId, StaffId } from '#shared/domain/core/ids'
import { foldName } from '#shared/domain/person/name-words'
import type { Policy } from '#shared/domain/policy/policy'
import { getReleaseEnd, getReleaseState, type ReleaseTerms, type RevokedHow } from '#shared/domain/release/release'
import { findReleaseRule, getSharingState, type SharingState } from '#shared/domain/release/sharing'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { oncePerDatabase } from '../core/once-per-database'
import { findPartner } from '../partner/partners'
import { disclosure, person, release } from '../schema'

/** A release as it is stored. */
export type ReleaseRow = typeof release.$inferSelect
/** A disclosure as it is stored. */
export type DisclosureRow = typeof disclosure.$inferSelect

const releasesQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(release)
    .where(eq(release.personId, sql.placeholder('personId')))
    .orderBy(desc(release.writtenAt), desc(release.id))
    .prepare(),
)
/** Lists the person's releases from all merged records, the last written first. */
export const listReleases = (db: ReadableDb, id: PersonId): readonly ReleaseRow[] =>
  listPersonIds(db, id)
    .flatMap((personId) => releasesQuery(db).all({ personId }))
    .sort((a, b) => b.writtenAt - a.writtenAt)

/** Finds a release by its id. */
export const findRelease = (db: ReadableDb, id: ReleaseId): ReleaseRow | null =>
  db.select().from(release).where(eq(release.id, id)).get() ?? null

/**
 * Tells whether the release is for this recipient (R3): the same partner of the directory, else an organisation or person of the same
 * name, however typed.
 */
const isForRecipient = (row: ReleaseRow, partnerId: PartnerId | null, name: string): boolean =>
  partnerId !== null
    ? row.partnerId === partnerId
    : name !== '' && (foldName(row.organisation) === name || foldName(row.recipient) === name)

/**
 * Loads whether this recipient may be told about the person at `now` (UTC ms) (R1). A `partnerId` of null means an outside party that is
 * not in the directory and known by `name` alone. Without a name nothing matches, and a release is required where the policy says so.
 */
export function loadShareState(
  db: ReadableDb,
  personId: PersonId,
  partnerId: PartnerId | null,
  now: number,
  policy: Policy,
  name = '',
): SharingState {
  const kind = partnerId === null ? null : (findPartner(db, partnerId)?.kind ?? null)
  const folded = foldName(name)
  const releases = listReleases(db, personId).filter((row) => isForRecipient(row, partnerId, folded))
  return getSharingState(releases, findReleaseRule(policy.release, kind)?.needed ?? true, now)
}

/** Returns when the last release to this partner that is active at `now` ends (UTC ms); null where none is active. */
export function findShareEnd(db: ReadableDb, personId: PersonId, partnerId: PartnerId, now: number): number | null {
  const ends = listReleases(db, personId)
    .filter((row) => isForRecipient(row, partnerId, '') && getReleaseState(row, now) === 'active')
    .map(getReleaseEnd)
  return ends.length === 0 ? null : Math.max(...ends)
}

/** Lists the disclosures under one release, newest first. */
export const listDisclosures = (db: ReadableDb, id: ReleaseId): readonly DisclosureRow[] =>
  db.select().from(disclosure).where(eq(disclosure.releaseId, id)).orderBy(desc(disclosure.at), desc(disclosure.id)).all()

const endingReleasesQuery = oncePerDatabase((db) =>
  db
    .select({ release, alias: person.alias, initials: person.initials })
    .from(release)
    .innerJoin(person, eq(person.id, release.personId))
    .where(
      and(
        gt(release.expiresAt, sql.placeholder('now')),
        lte(release.expiresAt, sql.placeholder('until')),
        isNotNull(release.signedAt),
        isNull(release.revokedAt),
      ),
    )
    .orderBy(asc(release.expiresAt), asc(release.id))
    .prepare(),
)
/**
 * Lists the releases that are signed, not revoked, and end after `now` and by `until` (UTC ms), soonest first (section 11). One index
 * query.
 */
export const listReleasesEnding = (db: ReadableDb, now: number, until: number) => endingReleasesQuery(db).all({ now, until })

type ReleaseAuthorship = Pick<ReleaseRow, 'id' | 'personId' | 'handoffId' | 'renews' | 'writtenAt' | 'writtenBy'>

/** Adds a release that is not signed yet. */
export function addRelease(db: WritableDb, authorship: ReleaseAuthorship, terms: ReleaseTerms): void {
  db.insert(release)
    .values({ ...terms, ...authorship })
    .run()
}

/** Updates the draft of a release. Only possible before it is signed (trigger). */
export function updateReleaseDraft(db: WritableDb, id: ReleaseId, terms: ReleaseTerms): void {
  db.update(release).set(terms).where(eq(release.id, id)).run()
}

/** Records that a release was signed. */
export function signRelease(db: WritableDb, id: ReleaseId, signedAt: number, witness: StaffId): void {
  db.update(release).set({ signedAt, witness }).where(eq(release.id, id)).run()
}

interface Revocation {
  readonly at: number
  readonly how: RevokedHow
  readonly words: string
  readonly by: StaffId
}
/** Revokes a release for good (R2, trigger). */
export function revokeRelease(db: WritableDb, id: ReleaseId, { at, how, words, by }: Revocation): void {
  db.update(release).set({ revokedAt: at, revokedHow: how, revokedWords: words, revokedBy: by }).where(eq(release.id, id)).run()
}

/** Adds a disclosure under a release. */
export function addDisclosure(db: WritableDb, row: DisclosureRow): void {
  db.insert(disclosure).values(row).run()
}
