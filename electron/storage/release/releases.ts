import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { PartnerId, PersonId, ReleaseId, StaffId } from '#shared/domain/core/ids'
import { foldName } from '#shared/domain/person/similarity'
import type { Policy } from '#shared/domain/policy/policy'
import type { ReleaseTerms, RevokedHow } from '#shared/domain/release/release'
import { findReleaseRule, getSharingState, type SharingState } from '#shared/domain/release/sharing'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { oncePerDatabase } from '../core/once-per-database'
import { findPartner } from '../partner/partners'
import { disclosure, person, release } from '../schema'

export type ReleaseRow = typeof release.$inferSelect
export type DisclosureRow = typeof disclosure.$inferSelect

const releasesQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(release)
    .where(eq(release.personId, sql.placeholder('personId')))
    .orderBy(desc(release.writtenAt), desc(release.id))
    .prepare(),
)
/** Hers, under whichever of her records they were written; the last written first. */
export const listReleases = (db: ReadableDb, id: PersonId): readonly ReleaseRow[] =>
  listPersonIds(db, id)
    .flatMap((personId) => releasesQuery(db).all({ personId }))
    .sort((a, b) => b.writtenAt - a.writtenAt)

export const findRelease = (db: ReadableDb, id: ReleaseId): ReleaseRow | null =>
  db.select().from(release).where(eq(release.id, id)).get() ?? null

/** R3: the same recipient: the partner of the directory, else an organisation or person of the same name, however typed. */
const isForRecipient = (row: ReleaseRow, partnerId: PartnerId | null, name: string): boolean =>
  partnerId !== null
    ? row.partnerId === partnerId
    : name !== '' && (foldName(row.organisation) === name || foldName(row.recipient) === name)

/**
 * R1: how it stands at `now` (UTC ms) with telling this recipient about her. `partnerId` null: somebody outside who is not in
 * the directory, known by `name` alone; without one nothing matches, and a release is asked for where the policy does.
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

/** Of one release, newest first. */
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
/** Section 11: signed, not taken back, and ending after `now` and by `until` (UTC ms), soonest first. One look in an index. */
export const listReleasesEnding = (db: ReadableDb, now: number, until: number) => endingReleasesQuery(db).all({ now, until })

type ReleaseAuthorship = Pick<ReleaseRow, 'id' | 'personId' | 'handoffId' | 'renews' | 'writtenAt' | 'writtenBy'>

export function addRelease(db: WritableDb, authorship: ReleaseAuthorship, terms: ReleaseTerms): void {
  db.insert(release)
    .values({ ...terms, ...authorship })
    .run()
}

/** Only of one that is not signed (trigger). */
export function updateReleaseDraft(db: WritableDb, id: ReleaseId, terms: ReleaseTerms): void {
  db.update(release).set(terms).where(eq(release.id, id)).run()
}

export function signRelease(db: WritableDb, id: ReleaseId, signedAt: number, witness: StaffId): void {
  db.update(release).set({ signedAt, witness }).where(eq(release.id, id)).run()
}

interface Revocation {
  readonly at: number
  readonly how: RevokedHow
  readonly words: string
  readonly by: StaffId
}
/** R2: for good (trigger). */
export function revokeRelease(db: WritableDb, id: ReleaseId, { at, how, words, by }: Revocation): void {
  db.update(release).set({ revokedAt: at, revokedHow: how, revokedWords: words, revokedBy: by }).where(eq(release.id, id)).run()
}

export function addDisclosure(db: WritableDb, row: DisclosureRow): void {
  db.insert(disclosure).values(row).run()
}
