import { asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { PartnerId, PersonId } from '#shared/domain/ids'
import type { PartnerStandard } from '#shared/domain/policy'
import type { ReadableDb } from './database'
import { oncePerBook } from './once'
import { handoff, partner, partnerStandard } from './schema'

export type PartnerRow = typeof partner.$inferSelect

const onePartner = oncePerBook((db) =>
  db
    .select()
    .from(partner)
    .where(eq(partner.id, sql.placeholder('id')))
    .prepare(),
)
export const partnerRow = (db: ReadableDb, id: PartnerId): PartnerRow | null => onePartner(db).get({ id }) ?? null

/** Own standards, the latest said first, so that of two from the same moment the later word holds (C2). */
export const standardsOf = (db: ReadableDb, id: PartnerId): readonly PartnerStandard[] =>
  db
    .select({ from: partnerStandard.fromAt, hours: partnerStandard.hours, mode: partnerStandard.mode })
    .from(partnerStandard)
    .where(eq(partnerStandard.partnerId, id))
    .orderBy(desc(partnerStandard.fromAt), desc(partnerStandard.setAt))
    .all()

const everyPartner = oncePerBook((db) => db.select().from(partner).orderBy(asc(partner.nameKey)).prepare())
export const allPartners = (db: ReadableDb): readonly PartnerRow[] => everyPartner(db).all()

const openSources = oncePerBook((db) =>
  db.select({ id: handoff.sourcePartner, her: handoff.personId }).from(handoff).where(isNull(handoff.endedAt)).prepare(),
)
/** How many open handoffs each partner has sent, without people who are hidden (I3); those of the past, however many, are not looked at. */
export function openBySource(db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlyMap<PartnerId, number> {
  const counts = new Map<PartnerId, number>()
  for (const { id, her } of openSources(db).all()) if (id && !hidden.has(her)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
