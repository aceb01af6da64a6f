import type { policies } from '#shared/contract/policy'
import { doesOf, type MeetingStep } from '#shared/domain/meeting-steps'
import { HOUR, startOfDay } from '#shared/domain/moment'
import { ok, refuse, type Refusal } from '#shared/domain/outcome'
import { inOrder, policyRefusal, standardAt, type Policy } from '#shared/domain/policy'
import { preview, REPLAYED } from '#shared/domain/policy-preview'
import { policyFor } from '#shared/domain/source-rules'
import { namesIn } from '../storage/names'
import { partnerRow, standardsOf } from '../storage/partners'
import { ownStandards, pastHandoffs, runningByStandard } from '../storage/past'
import { addPolicy, policyAt, policyVersions, type PolicyVersion } from '../storage/policies'
import { holderOf } from '../storage/staff'
import type { UseCases } from './context'
import { sourcesRefusal } from './source-fit'

/** Of those that have begun, the one in force is current. */
const standingOf = ({ from, version }: PolicyVersion, current: number, now: number): 'past' | 'current' | 'coming' =>
  version === current ? 'current' : from > now ? 'coming' : 'past'

const stepsOf = (steps: readonly MeetingStep[]) => steps.map((step) => ({ ...step, does: doesOf(step) }))

const shapeOf = ({ version: _version, alertsBefore, shiftStarts, tries, steps, release, ...rest }: Policy) => ({
  ...rest,
  tries: { ...tries },
  alertsBefore: [...alertsBefore],
  shiftStarts: [...shiftStarts],
  steps: { before: stepsOf(steps.before), during: stepsOf(steps.during), after: stepsOf(steps.after) },
  release: { ...release, rules: release.rules.map((rule) => ({ ...rule })) },
})

const refused = (failure: Refusal): { readonly ok: false; readonly failure: Refusal } => ({ ok: false, failure })

/** C5, C3, section 13: the contact standard as data. A version is added, never changed. */
export const policyCalls: UseCases<typeof policies> = {
  'policy.read': ({ db, now }) => {
    const names = namesIn(db)
    const current = policyAt(db, now).version
    return ok({
      versions: policyVersions(db).map((one) => ({
        version: one.version,
        from: one.from,
        setAt: one.setAt,
        setBy: one.setBy && names.worker(one.setBy),
        standing: standingOf(one, current, now),
        policy: shapeOf(one.policy),
      })),
      partners: ownStandards(db, now).map(({ setBy, ...one }) => ({ ...one, name: names.partner(one.id), setBy: names.worker(setBy) })),
      owner: names.worker(holderOf(db, 'workflow_owner')) || null,
    })
  },
  'policy.save': ({ db, now, zone, me, keep }, { basedOn, from, policy }) => {
    const latest = policyVersions(db)[0]?.version ?? 0
    if (latest !== basedOn) return refuse('changed_meanwhile')
    // What was received before today has its standard already.
    if (from < startOfDay(now, zone)) return refuse('policy_starts_earlier', { field: 'from' })
    const draft = inOrder({ ...policy, version: latest + 1 })
    const refusal = policyRefusal(draft)
    if (refusal) return refused(refusal)
    // "Today" is from now on: an hour that has passed keeps the policy that it had.
    const begins = Math.max(from, now)
    const clash = sourcesRefusal(db, draft, begins)
    if (clash) return refused(clash)
    const version = addPolicy(db, draft, { from: begins, setAt: now, setBy: me.id })
    keep({ facts: { what: 'policy', version, standardHours: draft.standardHours } })
    return ok({ version })
  },
  'policy.preview': ({ db, now, hidden }, { partner, standardHours, secondWindow }) => {
    if (partner !== null && !partnerRow(db, partner)) return refuse('no_such_partner', { field: 'partner' })
    const own = ownStandards(db, now)
    const policy = policyAt(db, now)
    const standard = standardAt(now, partner === null ? [] : standardsOf(db, partner), policy)
    const current = standard.hours
    const since = partner === null ? policyVersions(db).find(({ version }) => version === policy.version)?.from : undefined
    const sources = partner === null ? { without: [...new Set(own.map(({ id }) => id))] } : { only: partner }
    const past = pastHandoffs(db, { from: now - REPLAYED, now, longerThan: standardHours, sources, hidden })
    const { of, late, lateNow, handoffs, those } = preview(past, { draft: standardHours, current, now })
    const ownSince = partner === null ? undefined : own.find(({ id, standing }) => id === partner && standing === 'current')?.from
    return ok({
      of,
      draft: { hours: standardHours, late, bounceDue: standardHours + secondWindow / HOUR },
      now: {
        hours: current,
        late: lateNow,
        bounceDue: current + policyFor(policy, standard).secondWindow / HOUR,
        since: ownSince ?? since ?? null,
      },
      handoffs,
      late: those,
      running: runningByStandard(db, sources, hidden).map((one) => ({ ...one })),
    })
  },
}
