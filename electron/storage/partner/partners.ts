import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/core/ids'
import { isHelpAgreed } from '#shared/domain/partner/partner'
import type { PartnerStandard } from '#shared/domain/policy/policy'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { contactPlan, handoff, partner, partnerContact, partnerSeen, partnerStandard, person, release } from '../schema'

/** A partner as it is stored. */
export type PartnerRow = typeof partner.$inferSelect
/** A contact person at a partner. */
export type PartnerContact = Pick<typeof partnerContact.$inferSelect, 'name' | 'does' | 'phone' | 'note'>

const partnerQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(partner)
    .where(eq(partner.id, sql.placeholder('id')))
    .prepare(),
)
/** Finds a partner by its id. */
export const findPartner = (db: ReadableDb, id: PartnerId): PartnerRow | null => partnerQuery(db).get({ id }) ?? null

/** Lists the partner's own standards, the newest first, so that of two for the same moment the later one applies (C2). */
export const listPartnerStandards = (db: ReadableDb, id: PartnerId): readonly PartnerStandard[] =>
  db
    .select({ from: partnerStandard.fromAt, hours: partnerStandard.hours, mode: partnerStandard.mode, rules: partnerStandard.rules })
    .from(partnerStandard)
    .where(eq(partnerStandard.partnerId, id))
    .orderBy(desc(partnerStandard.fromAt), desc(partnerStandard.setAt))
    .all()

/** Tells whether the source has agreed, as of `now`, to help to reach the people it sent (C5). A retired partner is never asked. */
export function mayAskPartnerForHelp(db: ReadableDb, id: PartnerId, now: number): boolean {
  const row = findPartner(db, id)
  return row !== null && row.retiredAt === null && isHelpAgreed(row, now)
}

/** Lists the contacts of a partner in their order. */
export const listPartnerContacts = (db: ReadableDb, id: PartnerId): readonly PartnerContact[] =>
  db
    .select({ name: partnerContact.name, does: partnerContact.does, phone: partnerContact.phone, note: partnerContact.note })
    .from(partnerContact)
    .where(eq(partnerContact.partnerId, id))
    .orderBy(asc(partnerContact.no))
    .all()

/** Saves the contacts in the given order and removes the former ones. */
export function savePartnerContacts(db: WritableDb, id: PartnerId, contacts: readonly PartnerContact[]): void {
  db.delete(partnerContact).where(eq(partnerContact.partnerId, id)).run()
  if (contacts.length > 0)
    db.insert(partnerContact)
      .values(contacts.map((one, index) => ({ ...one, partnerId: id, no: index + 1 })))
      .run()
}

/** Returns when this worker last opened the partner's page (UTC ms), or null. */
export const getPartnerSeenAt = (db: ReadableDb, id: PartnerId, worker: StaffId): number | null =>
  db
    .select({ at: partnerSeen.at })
    .from(partnerSeen)
    .where(and(eq(partnerSeen.partnerId, id), eq(partnerSeen.staffId, worker)))
    .get()?.at ?? null

/** Records that a worker has opened the partner's page. */
export function savePartnerSeen(db: WritableDb, id: PartnerId, worker: StaffId, at: number): void {
  db.insert(partnerSeen)
    .values({ partnerId: id, staffId: worker, at })
    .onConflictDoUpdate({ target: [partnerSeen.staffId, partnerSeen.partnerId], set: { at } })
    .run()
}

/** Tells whether any version of a contact plan names the partner as relay (section 5). */
const isRelay = (db: ReadableDb, id: PartnerId): boolean =>
  db
    .select({ personId: contactPlan.personId })
    .from(contactPlan)
    .where(eq(sql`${contactPlan.plan} ->> '$.relay.partnerId'`, id))
    .limit(1)
    .get() !== undefined

/** Tells whether a release names the partner as recipient, signed or not (R3). */
const isRecipient = (db: ReadableDb, id: PartnerId): boolean =>
  db.select({ id: release.id }).from(release).where(eq(release.partnerId, id)).limit(1).get() !== undefined

const dependentHandoffsQuery = oncePerDatabase((db) =>
  db
    .select({ id: handoff.id })
    .from(handoff)
    .innerJoin(person, eq(person.id, handoff.personId))
    .innerJoin(contactPlan, and(eq(contactPlan.personId, person.id), eq(contactPlan.version, person.planVersion)))
    .where(
      and(
        isNull(handoff.endedAt),
        or(eq(handoff.sourcePartner, sql.placeholder('id')), eq(sql`${contactPlan.plan} ->> '$.relay.partnerId'`, sql.placeholder('id'))),
      ),
    )
    .prepare(),
)
/**
 * Lists the open handoffs whose next step may depend on the agreement with this partner: its own referrals, and people whom it relays
 * messages to.
 */
export const listHandoffsDependingOn = (db: ReadableDb, id: PartnerId): readonly HandoffId[] =>
  dependentHandoffsQuery(db)
    .all({ id })
    .map((row) => row.id)

/** Tells whether a record, a plan or a release names the partner, or a standard was agreed with it. What is written must stay readable. */
export function isPartnerInUse(db: ReadableDb, id: PartnerId): boolean {
  const usedIn = db
    .select({ id: handoff.id })
    .from(handoff)
    .where(or(eq(handoff.sourcePartner, id), eq(handoff.receiverPartner, id)))
    .limit(1)
    .get()
  return usedIn !== undefined || listPartnerStandards(db, id).length > 0 || isRelay(db, id) || isRecipient(db, id)
}

/** Deletes a partner. Only for one that nothing names (`isPartnerInUse`). */
export function deletePartner(db: WritableDb, id: PartnerId): void {
  db.delete(partnerContact).where(eq(partnerContact.partnerId, id)).run()
  db.delete(partnerSeen).where(eq(partnerSeen.partnerId, id)).run()
  db.delete(partner).where(eq(partner.id, id)).run()
}

const partnersQuery = oncePerDatabase((db) => db.select().from(partner).orderBy(asc(partner.nameKey)).prepare())
/** Lists all partners. */
export const listPartners = (db: ReadableDb): readonly PartnerRow[] => partnersQuery(db).all()

const openSourcesQuery = oncePerDatabase((db) =>
  db.select({ id: handoff.sourcePartner, personId: handoff.personId }).from(handoff).where(isNull(handoff.endedAt)).prepare(),
)
/** Counts the open handoffs that each partner has sent, without hidden people (I3). Closed ones, however many, are not read. */
export function countOpenBySource(db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlyMap<PartnerId, number> {
  const counts = new Map<PartnerId, number>()
  for (const { id, personId } of openSourcesQuery(db).all()) if (id && !hidden.has(personId)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
