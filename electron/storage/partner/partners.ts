import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { HandoffId, PartnerId, PersonId, StaffId } from '#shared/domain/core/ids'
import { isHelpAgreed } from '#shared/domain/partner/partner'
import type { PartnerStandard } from '#shared/domain/policy/policy'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { contactPlan, handoff, partner, partnerContact, partnerSeen, partnerStandard, person, release } from '../schema'

export type PartnerRow = typeof partner.$inferSelect
export type PartnerContact = Pick<typeof partnerContact.$inferSelect, 'name' | 'does' | 'phone' | 'note'>

const partnerQuery = oncePerDatabase((db) =>
  db
    .select()
    .from(partner)
    .where(eq(partner.id, sql.placeholder('id')))
    .prepare(),
)
export const findPartner = (db: ReadableDb, id: PartnerId): PartnerRow | null => partnerQuery(db).get({ id }) ?? null

/** Own standards, the latest said first, so that of two from the same moment the later word holds (C2). */
export const listPartnerStandards = (db: ReadableDb, id: PartnerId): readonly PartnerStandard[] =>
  db
    .select({ from: partnerStandard.fromAt, hours: partnerStandard.hours, mode: partnerStandard.mode, rules: partnerStandard.rules })
    .from(partnerStandard)
    .where(eq(partnerStandard.partnerId, id))
    .orderBy(desc(partnerStandard.fromAt), desc(partnerStandard.setAt))
    .all()

/** C5: the source's agreement to help to reach people it sent, as it stands at `now`; nobody who is retired is asked. */
export function mayAskPartnerForHelp(db: ReadableDb, id: PartnerId, now: number): boolean {
  const row = findPartner(db, id)
  return row !== null && row.retiredAt === null && isHelpAgreed(row, now)
}

export const listPartnerContacts = (db: ReadableDb, id: PartnerId): readonly PartnerContact[] =>
  db
    .select({ name: partnerContact.name, does: partnerContact.does, phone: partnerContact.phone, note: partnerContact.note })
    .from(partnerContact)
    .where(eq(partnerContact.partnerId, id))
    .orderBy(asc(partnerContact.no))
    .all()

/** In the order that was given; the former ones go. */
export function savePartnerContacts(db: WritableDb, id: PartnerId, contacts: readonly PartnerContact[]): void {
  db.delete(partnerContact).where(eq(partnerContact.partnerId, id)).run()
  if (contacts.length > 0)
    db.insert(partnerContact)
      .values(contacts.map((one, index) => ({ ...one, partnerId: id, no: index + 1 })))
      .run()
}

/** When this worker last looked at the partner's page (UTC ms), or null. */
export const getPartnerSeenAt = (db: ReadableDb, id: PartnerId, worker: StaffId): number | null =>
  db
    .select({ at: partnerSeen.at })
    .from(partnerSeen)
    .where(and(eq(partnerSeen.partnerId, id), eq(partnerSeen.staffId, worker)))
    .get()?.at ?? null

export function savePartnerSeen(db: WritableDb, id: PartnerId, worker: StaffId, at: number): void {
  db.insert(partnerSeen)
    .values({ partnerId: id, staffId: worker, at })
    .onConflictDoUpdate({ target: [partnerSeen.staffId, partnerSeen.partnerId], set: { at } })
    .run()
}

/** A version of somebody's plan has them as her relay (section 5). */
const isRelay = (db: ReadableDb, id: PartnerId): boolean =>
  db
    .select({ personId: contactPlan.personId })
    .from(contactPlan)
    .where(eq(sql`${contactPlan.plan} ->> '$.relay.partnerId'`, id))
    .limit(1)
    .get() !== undefined

/** R3: a release names it, signed or not. */
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
/** Open handoffs whose next step may rest on what is agreed with this partner: its own referrals, and people whom it carries messages to. */
export const listHandoffsDependingOn = (db: ReadableDb, id: PartnerId): readonly HandoffId[] =>
  dependentHandoffsQuery(db)
    .all({ id })
    .map((row) => row.id)

/** A record, a plan or a release names them, or a standard was agreed: what is written must stay readable. */
export function isPartnerInUse(db: ReadableDb, id: PartnerId): boolean {
  const usedIn = db
    .select({ id: handoff.id })
    .from(handoff)
    .where(or(eq(handoff.sourcePartner, id), eq(handoff.receiverPartner, id)))
    .limit(1)
    .get()
  return usedIn !== undefined || listPartnerStandards(db, id).length > 0 || isRelay(db, id) || isRecipient(db, id)
}

/** Only for whom nothing names (`isInUse`). */
export function deletePartner(db: WritableDb, id: PartnerId): void {
  db.delete(partnerContact).where(eq(partnerContact.partnerId, id)).run()
  db.delete(partnerSeen).where(eq(partnerSeen.partnerId, id)).run()
  db.delete(partner).where(eq(partner.id, id)).run()
}

const partnersQuery = oncePerDatabase((db) => db.select().from(partner).orderBy(asc(partner.nameKey)).prepare())
export const listPartners = (db: ReadableDb): readonly PartnerRow[] => partnersQuery(db).all()

const openSourcesQuery = oncePerDatabase((db) =>
  db.select({ id: handoff.sourcePartner, personId: handoff.personId }).from(handoff).where(isNull(handoff.endedAt)).prepare(),
)
/** How many open handoffs each partner has sent, without people who are hidden (I3); those of the past, however many, are not looked at. */
export function countOpenBySource(db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlyMap<PartnerId, number> {
  const counts = new Map<PartnerId, number>()
  for (const { id, personId } of openSourcesQuery(db).all()) if (id && !hidden.has(personId)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
