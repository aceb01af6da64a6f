import { and, desc, eq, gte, isNull, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { partners } from '#shared/contract/partners'
import { sentenceFor } from '#shared/domain/enquiry'
import type { PartnerId } from '#shared/domain/ids'
import { fold } from '#shared/domain/likeness'
import { DAY, startOfDay } from '#shared/domain/moment'
import { ok, refuse } from '#shared/domain/outcome'
import { standardAt, type Policy } from '#shared/domain/policy'
import type { ReadableDb } from '../storage/database'
import { loadHandoff } from '../storage/handoffs'
import { officeRow } from '../storage/office-records'
import { allPartners, openBySource, partnerRow, standardsOf, type PartnerRow } from '../storage/partners'
import { labelOf } from '../storage/people'
import { handoff, partner, partnerStandard, person } from '../storage/schema'
import { without } from '../storage/sight'
import type { UseCases } from './context'

type Calls = typeof partners
type View = z.input<Calls['partner.list']['output']>[number]

function viewOf(db: ReadableDb, row: PartnerRow, open: ReadonlyMap<PartnerId, number>, policy: Policy, now: number): View {
  const standards = standardsOf(db, row.id)
  const { hours, mode } = standardAt(now, standards, policy)
  const own = standards.find((one) => one.from <= now)
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    phone: row.phone,
    note: row.note,
    helpsToReach: row.helpsToReach,
    standards: standards.map((one) => ({ ...one })),
    inForce: { hours, mode, own: own !== undefined && own.mode === mode },
    openHandoffs: open.get(row.id) ?? 0,
  }
}

/** A name in a script that folds to nothing is its own key. */
const keyOf = (name: string): string => fold(name) || name.toLocaleLowerCase()

export const partnerCalls: UseCases<Calls> = {
  'partner.list': ({ db, now, hidden }) => {
    const open = openBySource(db, hidden)
    const { policy } = officeRow(db)
    return ok(allPartners(db).map((row) => viewOf(db, row, open, policy, now)))
  },
  'partner.save': ({ db, ids }, { id, ...fields }) => {
    const nameKey = keyOf(fields.name)
    const namesake = db.select({ id: partner.id }).from(partner).where(eq(partner.nameKey, nameKey)).get()
    if (namesake && namesake.id !== id) return refuse('name_taken', { field: 'name' })
    if (id === null) {
      const fresh = ids.uuid() as PartnerId
      db.insert(partner)
        .values({ ...fields, id: fresh, nameKey })
        .run()
      return ok({ id: fresh })
    }
    if (!partnerRow(db, id)) return refuse('no_such_partner')
    db.update(partner)
      .set({ ...fields, nameKey })
      .where(eq(partner.id, id))
      .run()
    return ok({ id })
  },
  /** C2: effective from a date, today or later, so that no running record's standard changes behind it. */
  'partner.setStandard': ({ db, now, zone, me }, { id, standard }) => {
    if (!partnerRow(db, id)) return refuse('no_such_partner')
    if (standard.from < startOfDay(now, zone)) return refuse('standard_starts_earlier', { field: 'from' })
    db.insert(partnerStandard)
      .values({ partnerId: id, fromAt: standard.from, hours: standard.hours, mode: standard.mode, setAt: now, setBy: me.id })
      .onConflictDoUpdate({
        target: [partnerStandard.partnerId, partnerStandard.fromAt, partnerStandard.setAt],
        set: { hours: standard.hours, mode: standard.mode },
      })
      .run()
    return ok({ done: true })
  },
  /** H6: found in one search, said only after ringing back, and only as far as she allowed. */
  'partner.enquiry': ({ db, now, hidden }, { id }) => {
    const row = partnerRow(db, id)
    if (!row) return refuse('no_such_partner')
    const rows = db
      .select({ handoff, her: { alias: person.alias, initials: person.initials } })
      .from(handoff)
      .innerJoin(person, eq(person.id, handoff.personId))
      .where(
        and(
          eq(handoff.sourcePartner, id),
          eq(handoff.enteredInError, false),
          or(isNull(handoff.endedAt), gte(handoff.receivedAt, now - 30 * DAY)),
          without(handoff.personId, hidden),
        ),
      )
      .orderBy(desc(handoff.receivedAt))
      .limit(100)
      .all()
    return ok({
      phone: row.phone,
      rows: rows.flatMap(({ handoff: one, her }) => {
        const whole = loadHandoff(db, one.id)
        if (!whole) return []
        const said = sentenceFor(whole)
        const nextStep = said.sentence === 'reached_and_next_step' ? (whole.parts.next_step?.what ?? '') : ''
        const { id: handoffId, number, receivedAt, state, clockAt } = one
        return [{ handoffId, number, label: labelOf(her), receivedAt, state, clockAt, ...said, nextStep }]
      }),
    })
  },
}
