import { desc, eq, inArray } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { listPersonIds } from '../person/merges'
import { disclosureWithoutConsent } from '../schema'

/** A disclosure without the person's consent, in a register of its own (R4). */
export type DisclosureWithoutConsentRow = typeof disclosureWithoutConsent.$inferSelect

/** Lists them from all merged records of the person, newest first. */
export const listDisclosuresWithoutConsent = (db: ReadableDb, personId: PersonId): readonly DisclosureWithoutConsentRow[] =>
  db
    .select()
    .from(disclosureWithoutConsent)
    .where(inArray(disclosureWithoutConsent.personId, [...listPersonIds(db, personId)]))
    .orderBy(desc(disclosureWithoutConsent.at), desc(disclosureWithoutConsent.id))
    .all()

/** Finds a disclosure without consent by its id. */
export const findDisclosureWithoutConsent = (db: ReadableDb, id: string): DisclosureWithoutConsentRow | null =>
  db.select().from(disclosureWithoutConsent).where(eq(disclosureWithoutConsent.id, id)).get() ?? null

/** Adds a disclosure without consent. */
export function addDisclosureWithoutConsent(db: WritableDb, row: DisclosureWithoutConsentRow): void {
  db.insert(disclosureWithoutConsent).values(row).run()
}

/** Adds the details that may come later. What was told never changes (trigger). */
export function updateDisclosureWithoutConsent(
  db: WritableDb,
  id: string,
  change: Partial<Pick<DisclosureWithoutConsentRow, 'authorisedBy' | 'authorisedAt' | 'toldHer' | 'toldHerAt'>>,
): void {
  db.update(disclosureWithoutConsent).set(change).where(eq(disclosureWithoutConsent.id, id)).run()
}
