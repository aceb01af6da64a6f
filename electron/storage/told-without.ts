import { desc, eq, inArray } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/ids'
import type { ReadableDb, WritableDb } from './database'
import { idsOf } from './merges'
import { toldWithoutConsent } from './schema'

/** R4: what was told without her leave, a register of its own. */
export type ToldWithoutRow = typeof toldWithoutConsent.$inferSelect

/** Under whichever of her records it was written, newest first. */
export const toldWithoutOf = (db: ReadableDb, personId: PersonId): readonly ToldWithoutRow[] =>
  db
    .select()
    .from(toldWithoutConsent)
    .where(inArray(toldWithoutConsent.personId, [...idsOf(db, personId)]))
    .orderBy(desc(toldWithoutConsent.at), desc(toldWithoutConsent.id))
    .all()

export const toldWithoutRow = (db: ReadableDb, id: string): ToldWithoutRow | null =>
  db.select().from(toldWithoutConsent).where(eq(toldWithoutConsent.id, id)).get() ?? null

export function addToldWithout(db: WritableDb, row: ToldWithoutRow): void {
  db.insert(toldWithoutConsent).values(row).run()
}

/** What may come later; what was told stays as it is (trigger). */
export function completeToldWithout(
  db: WritableDb,
  id: string,
  change: Partial<Pick<ToldWithoutRow, 'authorisedBy' | 'authorisedAt' | 'toldHer' | 'toldHerAt'>>,
): void {
  db.update(toldWithoutConsent).set(change).where(eq(toldWithoutConsent.id, id)).run()
}
