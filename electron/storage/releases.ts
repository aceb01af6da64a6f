import { desc, eq, sql } from 'drizzle-orm'
import type { PartnerId, PersonId, ReleaseId } from '#shared/domain/ids'
import { fold } from '#shared/domain/likeness'
import type { Policy } from '#shared/domain/policy'
import { ruleFor, shareOf, type ShareStanding } from '#shared/domain/sharing'
import type { ReadableDb } from './database'
import { idsOf } from './merges'
import { oncePerBook } from './once'
import { partnerRow } from './partners'
import { release } from './schema'

export type ReleaseRow = typeof release.$inferSelect

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
