import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { partners } from '#shared/contract/office/partner'
import type { PartnerId } from '#shared/domain/core/ids'
import { foldName } from '#shared/domain/person/name-words'
import { startOfDay } from '#shared/domain/core/moment'
import { ok, refuse } from '#shared/domain/core/outcome'
import { listChangedFields, listFieldsChangedSince, isHelpAgreed, type PartnerField } from '#shared/domain/partner/partner'
import { findStandard, type Policy } from '#shared/domain/policy/policy'
import { measureReliability } from '#shared/domain/partner/reliability'
import { normaliseRules } from '#shared/domain/policy/source-rules'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadNames, type StaffAndPartnerNames } from '../../storage/office/names'
import { loadPolicyAt } from '../../storage/policy/policies'
import { loadReliabilityFacts } from '../../storage/partner/reliability'
import {
  listPartners,
  listPartnerContacts,
  deletePartner,
  isPartnerInUse,
  listHandoffsDependingOn,
  savePartnerSeen,
  countOpenBySource,
  findPartner,
  savePartnerContacts,
  getPartnerSeenAt,
  listPartnerStandards,
  type PartnerRow,
} from '../../storage/partner/partners'
import { partner, partnerStandard } from '../../storage/schema'
import type { UseCase, UseCases, WriteContext } from '../../session/call-context'
import { executeCommand } from '../handoff/handoff'
import { standardFitRefusal } from './standard-fit'

type PartnerCalls = typeof partners
type PartnerView = z.input<PartnerCalls['partner.list']['output']>[number]

interface PartnerContext {
  readonly db: ReadableDb
  readonly now: number
  readonly policy: Policy
  readonly names: StaffAndPartnerNames
  readonly open: ReadonlyMap<PartnerId, number>
}

function toPartnerView(row: PartnerRow, { db, now, policy, names, open }: PartnerContext): PartnerView {
  const standards = listPartnerStandards(db, row.id)
  const { hours, mode, rules = {} } = findStandard(now, standards, policy)
  const own = standards.find((one) => one.from <= now)
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    phone: row.phone,
    note: row.note,
    helpsToReach: row.helpsToReach,
    helpsUntil: row.helpsUntil,
    helpsNow: isHelpAgreed(row, now),
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

/** Returns the folded name. A name in a script that folds to nothing is its own key. */
const toNameKey = (name: string): string => foldName(name) || name.toLocaleLowerCase()

/** Replans the handoffs that depend on this partner (C5, C7), so that none waits for a loop-back or a relay that is no longer agreed. */
function replanForPartner(context: WriteContext, id: PartnerId): void {
  for (const handoffId of listHandoffsDependingOn(context.db, id)) executeCommand(context, handoffId, { kind: 'look_again' })
}

const AGREEMENT_FIELDS: readonly PartnerField[] = ['helpsToReach', 'helpsUntil', 'relay']

const savePartner: UseCase<PartnerCalls['partner.save']> = (context, { id, basedOn, more, ...fields }) => {
  const { db, now, ids, me } = context
  const nameKey = toNameKey(fields.name)
  const namesake = db.select({ id: partner.id }).from(partner).where(eq(partner.nameKey, nameKey)).get()
  if (namesake && namesake.id !== id) return refuse('name_taken', { field: 'name' })
  const { contacts, address, ...otherFields } = more ?? {}
  const values = { ...fields, ...otherFields, ...(address === undefined || address === null ? {} : { address }), nameKey }
  if (id === null) {
    const newId = ids.uuid() as PartnerId
    db.insert(partner)
      .values({ ...values, id: newId, addedAt: now })
      .run()
    if (contacts) savePartnerContacts(db, newId, contacts)
    return ok({ id: newId })
  }
  const before = findPartner(db, id)
  if (!before) return refuse('no_such_partner')
  if (basedOn !== undefined && basedOn !== before.changedAt) return refuse('changed_meanwhile')
  const changed = listChangedFields({ ...before, contacts: listPartnerContacts(db, id) }, { ...values, ...(contacts ? { contacts } : {}) })
  if (changed.length === 0) return ok({ id })
  db.update(partner)
    .set({ ...values, changedAt: now, changes: { ...before.changes, ...Object.fromEntries(changed.map((field) => [field, now])) } })
    .where(eq(partner.id, id))
    .run()
  if (contacts) savePartnerContacts(db, id, contacts)
  // The worker's own changes are not marked as new to that worker.
  savePartnerSeen(db, id, me.id, now)
  if (changed.some((field) => AGREEMENT_FIELDS.includes(field))) replanForPartner(context, id)
  return ok({ id })
}

type DirectoryCalls = Omit<PartnerCalls, 'partner.enquiry' | 'partner.refuseCaller'>

export const partnerCalls: UseCases<DirectoryCalls> = {
  'partner.list': ({ db, now, hidden }) => {
    const partnerContext = { db, now, policy: loadPolicyAt(db, now), names: loadNames(db), open: countOpenBySource(db, hidden) }
    return ok(listPartners(db).map((row) => toPartnerView(row, partnerContext)))
  },
  'partner.read': ({ db, now, me, hidden }, { id }) => {
    const row = findPartner(db, id)
    if (!row) return refuse('no_such_partner')
    const partnerContext = { db, now, policy: loadPolicyAt(db, now), names: loadNames(db), open: countOpenBySource(db, hidden) }
    return ok({
      ...toPartnerView(row, partnerContext),
      contacts: listPartnerContacts(db, id),
      hasAddress: row.address !== '',
      changedAt: row.changedAt,
      changed: listFieldsChangedSince(row.changes, getPartnerSeenAt(db, id, me.id)),
    })
  },
  'partner.reliability': ({ db, now, hidden }, { id }) =>
    findPartner(db, id) ? ok(measureReliability(loadReliabilityFacts(db, { id, now, hidden }), now)) : refuse('no_such_partner'),
  'partner.address': ({ db }, { id }) => {
    const row = findPartner(db, id)
    return row ? ok({ address: row.address }) : refuse('no_such_partner')
  },
  'partner.save': savePartner,
  'partner.verify': ({ db, now, me }, { id }) => {
    if (!findPartner(db, id)) return refuse('no_such_partner')
    db.update(partner).set({ verifiedAt: now, verifiedBy: me.id }).where(eq(partner.id, id)).run()
    return ok({ done: true })
  },
  'partner.remove': (context, { id }) => {
    const { db, now } = context
    if (!findPartner(db, id)) return refuse('no_such_partner')
    if (!isPartnerInUse(db, id)) {
      deletePartner(db, id)
      return ok({ gone: 'deleted' })
    }
    db.update(partner).set({ retiredAt: now }).where(eq(partner.id, id)).run()
    replanForPartner(context, id)
    return ok({ gone: 'retired' })
  },
  'partner.restore': (context, { id }) => {
    const { db } = context
    if (!findPartner(db, id)) return refuse('no_such_partner')
    db.update(partner).set({ retiredAt: null }).where(eq(partner.id, id)).run()
    replanForPartner(context, id)
    return ok({ done: true })
  },
  'partner.markSeen': ({ db, now, me }, { id }) => {
    if (!findPartner(db, id)) return refuse('no_such_partner')
    savePartnerSeen(db, id, me.id, now)
    return ok({ done: true })
  },
  /** Saves a source's standard (C2). It starts today or later, so that no running record's standard changes. */
  'partner.saveStandard': ({ db, now, zone, me }, { id, standard }) => {
    if (!findPartner(db, id)) return refuse('no_such_partner')
    if (standard.from < startOfDay(now, zone)) return refuse('standard_starts_earlier', { field: 'from' })
    const { from, hours, mode } = standard
    const rules = normaliseRules(standard.rules ?? {})
    const refusal = standardFitRefusal(db, id, { from, hours, mode, rules })
    if (refusal) return { ok: false, failure: refusal }
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
