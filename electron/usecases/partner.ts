import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { partners } from '#shared/contract/partners'
import type { PartnerId } from '#shared/domain/ids'
import { fold } from '#shared/domain/likeness'
import { startOfDay } from '#shared/domain/moment'
import { ok, refuse } from '#shared/domain/outcome'
import { changedFields, changedSince, helpsAt, type PartnerField } from '#shared/domain/partner'
import { standardAt, type Policy } from '#shared/domain/policy'
import { reliability } from '#shared/domain/reliability'
import { keptRules } from '#shared/domain/source-rules'
import type { ReadableDb } from '../storage/database'
import { namesIn, type Names } from '../storage/names'
import { policyAt } from '../storage/policies'
import { factsOf } from '../storage/partner-past'
import {
  allPartners,
  contactsOf,
  deletePartner,
  isInUse,
  leaningOn,
  looked,
  openBySource,
  partnerRow,
  saveContacts,
  seenAt,
  standardsOf,
  type PartnerRow,
} from '../storage/partners'
import { partner, partnerStandard } from '../storage/schema'
import type { UseCase, UseCases, Writing } from './context'
import { carryOut } from './handoff'
import { sourceRefusal } from './source-fit'

type Calls = typeof partners
type View = z.input<Calls['partner.list']['output']>[number]

interface Around {
  readonly db: ReadableDb
  readonly now: number
  readonly policy: Policy
  readonly names: Names
  readonly open: ReadonlyMap<PartnerId, number>
}

function viewOf(row: PartnerRow, { db, now, policy, names, open }: Around): View {
  const standards = standardsOf(db, row.id)
  const { hours, mode, rules = {} } = standardAt(now, standards, policy)
  const own = standards.find((one) => one.from <= now)
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    phone: row.phone,
    note: row.note,
    helpsToReach: row.helpsToReach,
    helpsUntil: row.helpsUntil,
    helpsNow: helpsAt(row, now),
    relay: row.relay,
    languages: row.languages,
    areas: row.areas,
    hours: row.hours,
    eligibility: row.eligibility,
    doNotRefer: row.doNotRefer,
    verified: row.verifiedAt === null ? null : { at: row.verifiedAt, by: row.verifiedBy === null ? '' : names.worker(row.verifiedBy) },
    retired: row.retiredAt !== null,
    addedAt: row.addedAt,
    standards: standards.map((one) => ({ ...one })),
    inForce: { hours, mode, own: own !== undefined && own.mode === mode, rules },
    openHandoffs: open.get(row.id) ?? 0,
  }
}

/** A name in a script that folds to nothing is its own key. */
const keyOf = (name: string): string => fold(name) || name.toLocaleLowerCase()

/** C5, C7: what was agreed with them has changed, so nothing is left waiting for a loop-back or a relay that is none any more. */
function planAnew(context: Writing, id: PartnerId): void {
  for (const handoffId of leaningOn(context.db, id)) carryOut(context, handoffId, { kind: 'look_again' })
}

const AGREED: readonly PartnerField[] = ['helpsToReach', 'helpsUntil', 'relay']

const save: UseCase<Calls['partner.save']> = (context, { id, basedOn, more, ...fields }) => {
  const { db, now, ids, me } = context
  const nameKey = keyOf(fields.name)
  const namesake = db.select({ id: partner.id }).from(partner).where(eq(partner.nameKey, nameKey)).get()
  if (namesake && namesake.id !== id) return refuse('name_taken', { field: 'name' })
  const { contacts, address, ...told } = more ?? {}
  const values = { ...fields, ...told, ...(address === undefined || address === null ? {} : { address }), nameKey }
  if (id === null) {
    const fresh = ids.uuid() as PartnerId
    db.insert(partner)
      .values({ ...values, id: fresh, addedAt: now })
      .run()
    if (contacts) saveContacts(db, fresh, contacts)
    return ok({ id: fresh })
  }
  const before = partnerRow(db, id)
  if (!before) return refuse('no_such_partner')
  if (basedOn !== undefined && basedOn !== before.changedAt) return refuse('changed_meanwhile')
  const changed = changedFields({ ...before, contacts: contactsOf(db, id) }, { ...values, ...(contacts ? { contacts } : {}) })
  if (changed.length === 0) return ok({ id })
  db.update(partner)
    .set({ ...values, changedAt: now, changes: { ...before.changes, ...Object.fromEntries(changed.map((field) => [field, now])) } })
    .where(eq(partner.id, id))
    .run()
  if (contacts) saveContacts(db, id, contacts)
  // What she writes herself is not news to her.
  looked(db, id, me.id, now)
  if (changed.some((field) => AGREED.includes(field))) planAnew(context, id)
  return ok({ id })
}

type Directory = Omit<Calls, 'partner.enquiry' | 'partner.notThem'>

export const partnerCalls: UseCases<Directory> = {
  'partner.list': ({ db, now, hidden }) => {
    const around = { db, now, policy: policyAt(db, now), names: namesIn(db), open: openBySource(db, hidden) }
    return ok(allPartners(db).map((row) => viewOf(row, around)))
  },
  'partner.read': ({ db, now, me, hidden }, { id }) => {
    const row = partnerRow(db, id)
    if (!row) return refuse('no_such_partner')
    const around = { db, now, policy: policyAt(db, now), names: namesIn(db), open: openBySource(db, hidden) }
    return ok({
      ...viewOf(row, around),
      contacts: contactsOf(db, id),
      hasAddress: row.address !== '',
      changedAt: row.changedAt,
      changed: changedSince(row.changes, seenAt(db, id, me.id)),
    })
  },
  'partner.reliability': ({ db, now, hidden }, { id }) =>
    partnerRow(db, id) ? ok(reliability(factsOf(db, { id, now, hidden }), now)) : refuse('no_such_partner'),
  'partner.address': ({ db }, { id }) => {
    const row = partnerRow(db, id)
    return row ? ok({ address: row.address }) : refuse('no_such_partner')
  },
  'partner.save': save,
  'partner.verify': ({ db, now, me }, { id }) => {
    if (!partnerRow(db, id)) return refuse('no_such_partner')
    db.update(partner).set({ verifiedAt: now, verifiedBy: me.id }).where(eq(partner.id, id)).run()
    return ok({ done: true })
  },
  'partner.remove': (context, { id }) => {
    const { db, now } = context
    if (!partnerRow(db, id)) return refuse('no_such_partner')
    if (!isInUse(db, id)) {
      deletePartner(db, id)
      return ok({ gone: 'deleted' })
    }
    db.update(partner).set({ retiredAt: now }).where(eq(partner.id, id)).run()
    planAnew(context, id)
    return ok({ gone: 'retired' })
  },
  'partner.bringBack': (context, { id }) => {
    const { db } = context
    if (!partnerRow(db, id)) return refuse('no_such_partner')
    db.update(partner).set({ retiredAt: null }).where(eq(partner.id, id)).run()
    planAnew(context, id)
    return ok({ done: true })
  },
  'partner.looked': ({ db, now, me }, { id }) => {
    if (!partnerRow(db, id)) return refuse('no_such_partner')
    looked(db, id, me.id, now)
    return ok({ done: true })
  },
  /** C2: effective from a date, today or later, so that no running record's standard changes behind it. */
  'partner.setStandard': ({ db, now, zone, me }, { id, standard }) => {
    if (!partnerRow(db, id)) return refuse('no_such_partner')
    if (standard.from < startOfDay(now, zone)) return refuse('standard_starts_earlier', { field: 'from' })
    const { from, hours, mode } = standard
    const rules = keptRules(standard.rules ?? {})
    const cannot = sourceRefusal(db, id, { from, hours, mode, rules })
    if (cannot) return { ok: false, failure: cannot }
    db.insert(partnerStandard)
      .values({ partnerId: id, fromAt: from, hours, mode, rules, setAt: now, setBy: me.id })
      .onConflictDoUpdate({
        target: [partnerStandard.partnerId, partnerStandard.fromAt, partnerStandard.setAt],
        set: { hours, mode, rules },
      })
      .run()
    return ok({ done: true })
  },
}
