import type { Party } from '#shared/domain/handoff/handoff'
import type { PartnerId, StaffId } from '#shared/domain/core/ids'
import type { ReadableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { partner, staff } from '../schema'

/** The names of staff and partners, read once a call: an office has dozens of each, not thousands. */
export interface StaffAndPartnerNames {
  worker(id: StaffId): string
  partner(id: PartnerId): string
  /** Returns the name of a party. 'us' and 'herself' are words of the messages. */
  party(party: Party): string
}

const staffNamesQuery = oncePerDatabase((db) => db.select({ id: staff.id, name: staff.name }).from(staff).prepare())
const partnerNamesQuery = oncePerDatabase((db) => db.select({ id: partner.id, name: partner.name }).from(partner).prepare())

/** Loads the names of all staff and partners. */
export function loadNames(db: ReadableDb): StaffAndPartnerNames {
  const workers = new Map(
    staffNamesQuery(db)
      .all()
      .map(({ id, name }) => [id, name]),
  )
  const partners = new Map(
    partnerNamesQuery(db)
      .all()
      .map(({ id, name }) => [id, name]),
  )
  const worker = (id: StaffId): string => workers.get(id) ?? ''
  return {
    worker,
    partner: (id) => partners.get(id) ?? '',
    party: (party) => (party.kind === 'partner' ? (partners.get(party.id) ?? '') : party.kind === 'staff' ? worker(party.id) : party.kind),
  }
}
