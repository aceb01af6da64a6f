import type { plans } from '#shared/contract/person/contact-plan'
import { getPlanTexts, hasSafeHour } from '#shared/domain/contact/contact-plan'
import { listUnansweredFields } from '#shared/domain/policy/form-fields'
import { ok, refuse } from '#shared/domain/core/outcome'
import { partyRefusal } from '#shared/domain/partner/partner'
import { listFieldSettings } from '../../storage/settings/field-settings'
import { loadNames } from '../../storage/office/names'
import { findPartner } from '../../storage/partner/partners'
import { addPlanVersion, loadCurrentPlan, findPerson, listPlanVersions } from '../../storage/person/people'
import type { UseCases } from '../../session/call-context'
import { replanUnderVersion } from '../handoff/handoff'
import { interpreterBookingCalls } from './interpreter-bookings'
import { toPlanView } from '../handoff/record'
import { findRelayAgreement } from '../handoff/situation'

type PlanCalls = typeof plans

export const contactPlanCalls: UseCases<PlanCalls> = {
  ...interpreterBookingCalls,
  'plan.read': ({ db }, { personId }) => {
    const version = loadCurrentPlan(db, personId)
    if (!version) return ok(null)
    const verified = version.verified && {
      at: version.verified.at,
      byName: loadNames(db).worker(version.verified.by),
      with: version.verified.with,
    }
    return ok({ version: version.version, plan: structuredClone(version.plan) as never, verified })
  },
  /** Saves a new version of the plan, and replans every open handoff of the person under it (P5, P2, C7, P4). */
  'plan.save': (context, { personId, basedOn, plan, verifiedWith }) => {
    const { db, now, zone, me } = context
    const row = findPerson(db, personId)
    if (!row) return refuse('no_such_person')
    if (row.planVersion !== basedOn) return refuse('changed_meanwhile', { detail: { version: row.planVersion } })
    const relay = plan.relay?.partnerId ? findPartner(db, plan.relay.partnerId) : null
    if (plan.relay?.partnerId && !relay) return refuse('no_such_partner', { field: 'plan.relay' })
    const before = loadCurrentPlan(db, personId)
    // A partner that was retired while the form was open cannot be newly chosen; an earlier choice may stay.
    const relayRefusal = relay !== null && relay.id !== before?.plan.relay?.partnerId ? partyRefusal(relay, 'plan.relay') : null
    if (relayRefusal) return relayRefusal
    if (!hasSafeHour(plan, now, zone)) return refuse('no_safe_hours', { field: 'safeHours' })
    const [empty] = listUnansweredFields('plan', listFieldSettings(db), getPlanTexts(plan))
    if (empty) return refuse('field_required', { field: `plan.${empty}` })
    const unchanged = before !== null && JSON.stringify(before.plan) === JSON.stringify(plan)
    const verified = verifiedWith ? { at: now, by: me.id, with: verifiedWith } : unchanged ? before.verified : null
    const { version } = addPlanVersion(db, row, plan, verified, now, me.id)
    const planned = replanUnderVersion(context, personId, version, verifiedWith === 'her')
    return planned.ok ? ok({ version }) : planned
  },
  'plan.versions': ({ db, now, zone }, { personId }) => {
    const names = loadNames(db)
    return ok(
      listPlanVersions(db, personId).map((version) => toPlanView(version, now, zone, false, names, findRelayAgreement(db, version))),
    )
  },
}
