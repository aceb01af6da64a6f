import type { plans } from '#shared/contract/plan'
import { plannedWords, type ContactPlan } from '#shared/domain/contact-plan'
import { unansweredFields } from '#shared/domain/fields'
import { DAY } from '#shared/domain/moment'
import { ok, refuse } from '#shared/domain/outcome'
import { cannotBeParty } from '#shared/domain/partner'
import { nextSafe } from '#shared/domain/safe-hours'
import { fieldSettings } from '../storage/fields'
import { namesIn } from '../storage/names'
import { partnerRow } from '../storage/partners'
import { addPlanVersion, currentPlan, personRow, planVersions } from '../storage/people'
import type { UseCases } from './context'
import { planChanged } from './handoff'
import { bookingCalls } from './bookings'
import { planViewOf } from './record'
import { relayAgreement } from './situation'

type Calls = typeof plans

/** A week's safe hours from which never-hours take everything are a slip of the pen, not a plan. */
const hasAnHour = (plan: ContactPlan, now: number, zone: string): boolean =>
  plan.mayContact === 'she_calls' ||
  nextSafe(plan.safeHours, plan.neverHours, now, zone) !== null ||
  nextSafe(plan.safeHours, plan.neverHours, now + DAY, zone) !== null

export const planCalls: UseCases<Calls> = {
  ...bookingCalls,
  'plan.read': ({ db }, { personId }) => {
    const version = currentPlan(db, personId)
    if (!version) return ok(null)
    const verified = version.verified && {
      at: version.verified.at,
      byName: namesIn(db).worker(version.verified.by),
      with: version.verified.with,
    }
    return ok({ version: version.version, plan: structuredClone(version.plan) as never, verified })
  },
  /** P5, P2: a new version, and every open handoff of hers is planned anew under it (C7, P4). */
  'plan.save': (context, { personId, basedOn, plan, verifiedWith }) => {
    const { db, now, zone, me } = context
    const row = personRow(db, personId)
    if (!row) return refuse('no_such_person')
    if (row.planVersion !== basedOn) return refuse('changed_meanwhile', { detail: { version: row.planVersion } })
    const relay = plan.relay?.partnerId ? partnerRow(db, plan.relay.partnerId) : null
    if (plan.relay?.partnerId && !relay) return refuse('no_such_partner', { field: 'plan.relay' })
    const before = currentPlan(db, personId)
    // Whoever was retired while the form lay open is not chosen anew; what stood before may stay.
    const chosen = relay !== null && relay.id !== before?.plan.relay?.partnerId ? cannotBeParty(relay, 'plan.relay') : null
    if (chosen) return chosen
    if (!hasAnHour(plan, now, zone)) return refuse('no_safe_hours', { field: 'safeHours' })
    const [empty] = unansweredFields('plan', fieldSettings(db), plannedWords(plan))
    if (empty) return refuse('field_required', { field: `plan.${empty}` })
    const unchanged = before !== null && JSON.stringify(before.plan) === JSON.stringify(plan)
    const verified = verifiedWith ? { at: now, by: me.id, with: verifiedWith } : unchanged ? before.verified : null
    const { version } = addPlanVersion(db, row, plan, verified, now, me.id)
    const planned = planChanged(context, personId, version, verifiedWith === 'her')
    return planned.ok ? ok({ version }) : planned
  },
  'plan.versions': ({ db, now, zone }, { personId }) => {
    const names = namesIn(db)
    return ok(planVersions(db, personId).map((version) => planViewOf(version, now, zone, false, names, relayAgreement(db, version))))
  },
}
