import { asc, desc, eq } from 'drizzle-orm'
import type { PartnerId } from '#shared/domain/ids'
import type { PartnerStandard } from '#shared/domain/policy'
import type { ReadableDb } from './database'
import { partner, partnerStandard } from './schema'

export type PartnerRow = typeof partner.$inferSelect

export const partnerRow = (db: ReadableDb, id: PartnerId): PartnerRow | null =>
  db.select().from(partner).where(eq(partner.id, id)).get() ?? null

/** Own standards, the latest said first, so that of two from the same moment the later word holds (C2). */
export const standardsOf = (db: ReadableDb, id: PartnerId): readonly PartnerStandard[] =>
  db
    .select({ from: partnerStandard.fromAt, hours: partnerStandard.hours, mode: partnerStandard.mode })
    .from(partnerStandard)
    .where(eq(partnerStandard.partnerId, id))
    .orderBy(desc(partnerStandard.fromAt), desc(partnerStandard.setAt))
    .all()

export const allPartners = (db: ReadableDb): readonly PartnerRow[] => db.select().from(partner).orderBy(asc(partner.nameKey)).all()
