import { desc, eq, inArray } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { disclosureWithoutConsent } from '../schema'

/** R4: what was told without her leave, a register of its own. */
export type DisclosureWithoutConsentRow = typeof disclosureWithoutConsent.$inferSelect

/** Under whichever of her records it was written, newest first. */
export const listDisclosuresWithoutConsent = (db: ReadableDb, personId: PersonId): readonly DisclosureWithoutConsentRow[] =>
  db
    .select()
    .from(disclosureWithoutConsent)
    .where(inArray(disclosureWithoutConsent.personId, [...listPersonIds(db, personId)]))
    .orderBy(desc(disclosureWithoutConsent.at), desc(disclosureWithoutConsent.id))
    .all()

export const findDisclosureWithoutConsent = (db: ReadableDb, id: string): DisclosureWithoutConsentRow | null =>
  db.select().from(disclosureWithoutConsent).where(eq(disclosureWithoutConsent.id, id)).get() ?? null

export function addDisclosureWithoutConsent(db: WritableDb, row: DisclosureWithoutConsentRow): void {
  db.insert(disclosureWithoutConsent).values(row).run()
}

/** What may come later; what was told stays as it is (trigger). */
export function updateDisclosureWithoutConsent(
  db: WritableDb,
  id: string,
  change: Partial<Pick<DisclosureWithoutConsentRow, 'authorisedBy' | 'authorisedAt' | 'toldHer' | 'toldHerAt'>>,
): void {
  db.update(disclosureWithoutConsent).set(change).where(eq(disclosureWithoutConsent.id, id)).run()
}
