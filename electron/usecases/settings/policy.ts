import type { policies } from '#shared/contract/office/policy'
import { getStepKind, type MeetingStep } from '#shared/domain/meeting/steps'
import { HOUR, startOfDay } from '#shared/domain/core/moment'
import { ok, refuse, type Refusal } from '#shared/domain/core/outcome'
import { sortPolicy, policyRefusal, findStandard, type Policy } from '#shared/domain/policy/policy'
import { previewPolicy, PREVIEW_SPAN } from '#shared/domain/policy/policy-preview'
import { applySourceRules } from '#shared/domain/policy/source-rules'
import { loadNames } from '../../storage/office/names'
import { findPartner, listPartnerStandards } from '../../storage/partner/partners'
import { listOwnStandards, listPastHandoffs, countRunningByStandard } from '../../storage/policy/past-handoffs'
import { addPolicyVersion, loadPolicyAt, listPolicyVersions, type PolicyVersion } from '../../storage/policy/policies'
import { loadHolder } from '../../storage/staff/staff'
import type { UseCases } from '../../session/call-context'
import { policyFitRefusal } from '../partner/standard-fit'

/** Finds the state of a version: of those that have begun, the one in force is current. */
const findVersionState = ({ from, version }: PolicyVersion, current: number, now: number): 'past' | 'current' | 'coming' =>
  version === current ? 'current' : from > now ? 'coming' : 'past'

const toStepViews = (steps: readonly MeetingStep[]) => steps.map((step) => ({ ...step, does: getStepKind(step) }))

const toPolicyView = ({ version: _version, alertsBefore, shiftStarts, tries, steps, release, ...rest }: Policy) => ({
  ...rest,
  tries: { ...tries },
  alertsBefore: [...alertsBefore],
  shiftStarts: [...shiftStarts],
  steps: { before: toStepViews(steps.before), during: toStepViews(steps.during), after: toStepViews(steps.after) },
  release: { ...release, rules: release.rules.map((rule) => ({ ...rule })) },
})

const toRefused = (failure: Refusal): { readonly ok: false; readonly failure: Refusal } => ({ ok: false, failure })

/** The calls about the contact standard as data (C5, C3, section 13). A version is added, never changed. */
export const policyCalls: UseCases<typeof policies> = {
  'policy.read': ({ db, now }) => {
    const names = loadNames(db)
    const current = loadPolicyAt(db, now).version
    return ok({
      versions: listPolicyVersions(db).map((one) => ({
        version: one.version,
        from: one.from,
        setAt: one.setAt,
        setBy: one.setBy && names.worker(one.setBy),
        state: findVersionState(one, current, now),
        policy: toPolicyView(one.policy),
      })),
      partners: listOwnStandards(db, now).map(({ setBy, ...one }) => ({ ...one, name: names.partner(one.id), setBy: names.worker(setBy) })),
      owner: names.worker(loadHolder(db, 'workflow_owner')) || null,
    })
  },
  'policy.save': ({ db, now, zone, me, audit }, { basedOn, from, policy }) => {
    const latest = listPolicyVersions(db)[0]?.version ?? 0
    if (latest !== basedOn) return refuse('changed_meanwhile')
    // What was received before today already has its standard.
    if (from < startOfDay(now, zone)) return refuse('policy_starts_earlier', { field: 'from' })
    const draft = sortPolicy({ ...policy, version: latest + 1 })
    const refusal = policyRefusal(draft)
    if (refusal) return toRefused(refusal)
    // "Today" means from now on: an hour that has passed keeps its policy.
    const begins = Math.max(from, now)
    const fitRefusal = policyFitRefusal(db, draft, begins)
    if (fitRefusal) return toRefused(fitRefusal)
    const version = addPolicyVersion(db, draft, { from: begins, setAt: now, setBy: me.id })
    audit({ facts: { what: 'policy', version, standardHours: draft.standardHours } })
    return ok({ version })
  },
  'policy.preview': ({ db, now, hidden }, { partner, standardHours, secondWindow }) => {
    if (partner !== null && !findPartner(db, partner)) return refuse('no_such_partner', { field: 'partner' })
    const own = listOwnStandards(db, now)
    const policy = loadPolicyAt(db, now)
    const standard = findStandard(now, partner === null ? [] : listPartnerStandards(db, partner), policy)
    const current = standard.hours
    const since = partner === null ? listPolicyVersions(db).find(({ version }) => version === policy.version)?.from : undefined
    const sources = partner === null ? { without: [...new Set(own.map(({ id }) => id))] } : { onlyPartner: partner }
    const past = listPastHandoffs(db, { from: now - PREVIEW_SPAN, now, longerThanHours: standardHours, sources, hidden })
    const { of, late, lateNow, handoffs, those } = previewPolicy(past, { draft: standardHours, current, now })
    const ownSince = partner === null ? undefined : own.find(({ id, state }) => id === partner && state === 'current')?.from
    return ok({
      of,
      draft: { hours: standardHours, late, bounceDue: standardHours + secondWindow / HOUR },
      now: {
        hours: current,
        late: lateNow,
        bounceDue: current + applySourceRules(policy, standard).secondWindow / HOUR,
        since: ownSince ?? since ?? null,
      },
      handoffs,
      late: those,
      running: countRunningByStandard(db, sources, hidden).map((one) => ({ ...one })),
    })
  },
}
