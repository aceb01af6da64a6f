import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { PartnerId, PersonId, ReleaseId, StaffId } from '#shared/domain/ids'
import { fold } from '#shared/domain/likeness'
import type { Policy } from '#shared/domain/policy'
import type { ReleaseTerms, RevokedHow } from '#shared/domain/release'
import { ruleFor, shareOf, type ShareStanding } from '#shared/domain/sharing'
import type { ReadableDb, WritableDb } from './database'
import { idsOf } from './merges'
import { oncePerBook } from './once'
import { partnerRow } from './partners'
import { disclosure, person, release } from './schema'

export type ReleaseRow = typeof release.$inferSelect
export type DisclosureRow = typeof disclosure.$inferSelect

const ofHer = oncePerBook((db) =>
  db
    .select()
    .from(release)
    .where(eq(release.personId, sql.placeholder('personId')))
    .orderBy(desc(release.writtenAt), desc(release.id))
    .prepare(),
)
/** Hers, under whichever of her records they were written; the last written first. */
export const releasesOf = (db: ReadableDb, id: PersonId): readonly ReleaseRow[] =>
  idsOf(db, id)
    .flatMap((personId) => ofHer(db).all({ personId }))
    .sort((a, b) => b.writtenAt - a.writtenAt)

export const releaseRow = (db: ReadableDb, id: ReleaseId): ReleaseRow | null =>
  db.select().from(release).where(eq(release.id, id)).get() ?? null

/** R3: the same recipient: the partner of the directory, else an organisation or person of the same name, however typed. */
const isTo = (row: ReleaseRow, partnerId: PartnerId | null, name: string): boolean =>
  partnerId !== null ? row.partnerId === partnerId : name !== '' && (fold(row.organisation) === name || fold(row.recipient) === name)

/**
 * R1: how it stands at `now` (UTC ms) with telling this recipient about her. `partnerId` null: somebody outside who is not in
 * the directory, known by `name` alone; without one nothing matches, and a release is asked for where the policy does.
 */
export function shareStanding(
  db: ReadableDb,
  personId: PersonId,
  partnerId: PartnerId | null,
  now: number,
  policy: Policy,
  name = '',
): ShareStanding {
  const kind = partnerId === null ? null : (partnerRow(db, partnerId)?.kind ?? null)
  const folded = fold(name)
  const hers = releasesOf(db, personId).filter((row) => isTo(row, partnerId, folded))
  return shareOf(hers, ruleFor(policy.release, kind)?.needed ?? true, now)
}

/** Of one release, newest first. */
export const disclosuresOf = (db: ReadableDb, id: ReleaseId): readonly DisclosureRow[] =>
  db.select().from(disclosure).where(eq(disclosure.releaseId, id)).orderBy(desc(disclosure.at), desc(disclosure.id)).all()

const soonOver = oncePerBook((db) =>
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
export const releasesEnding = (db: ReadableDb, now: number, until: number) => soonOver(db).all({ now, until })

type Written = Pick<ReleaseRow, 'id' | 'personId' | 'handoffId' | 'renews' | 'writtenAt' | 'writtenBy'>

export function addRelease(db: WritableDb, written: Written, terms: ReleaseTerms): void {
  db.insert(release)
    .values({ ...terms, ...written })
    .run()
}

/** Only of one that is not signed (trigger). */
export function rewriteRelease(db: WritableDb, id: ReleaseId, terms: ReleaseTerms): void {
  db.update(release).set(terms).where(eq(release.id, id)).run()
}

export function signRelease(db: WritableDb, id: ReleaseId, signedAt: number, witness: StaffId): void {
  db.update(release).set({ signedAt, witness }).where(eq(release.id, id)).run()
}

interface Revoked {
  readonly at: number
  readonly how: RevokedHow
  readonly words: string
  readonly by: StaffId
}
/** R2: for good (trigger). */
export function revokeRelease(db: WritableDb, id: ReleaseId, { at, how, words, by }: Revoked): void {
  db.update(release).set({ revokedAt: at, revokedHow: how, revokedWords: words, revokedBy: by }).where(eq(release.id, id)).run()
}

export function addDisclosure(db: WritableDb, row: DisclosureRow): void {
  db.insert(disclosure).values(row).run()
}
