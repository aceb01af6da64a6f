import type { PartnerId } from '#shared/domain/core/ids'
import type { Instant } from '#shared/domain/core/moment'
import { refuse, type Refusal } from '#shared/domain/core/outcome'
import { PILOT_DURATION, type PartnerStandard, type Policy } from '#shared/domain/policy/policy'
import { findPolicyClash, standardRefusal } from '#shared/domain/policy/source-rules'
import type { ReadableDb } from '../../storage/core/db-types'
import { listPartners, listPartnerStandards } from '../../storage/partner/partners'
import { listPolicyVersions } from '../../storage/policy/policies'

interface TimeSpan {
  readonly from: Instant
  /** Exclusive. */
  readonly until: Instant
}
const doOverlap = (a: TimeSpan, b: TimeSpan): boolean => a.from < b.until && b.from < a.until

/** Turns starts into spans: each applies until the next one begins; of two for the same moment the first in the list applies. */
function toSpans<T extends { readonly from: Instant }>(list: readonly T[]): readonly { readonly one: T; readonly span: TimeSpan }[] {
  const first = list.filter(({ from }, nth) => list.findIndex((other) => other.from === from) === nth)
  const starts = first.toSorted((a, b) => a.from - b.from)
  return starts.map((one, nth) => ({ one, span: { from: one.from, until: starts[nth + 1]?.from ?? Number.POSITIVE_INFINITY } }))
}

/** Limits a pilot, which ends by itself (C2). */
const limitPilot = ({ mode, from }: PartnerStandard, { until }: TimeSpan): TimeSpan => ({
  from,
  until: mode === 'pilot' ? Math.min(until, from + PILOT_DURATION) : until,
})

/** Returns why a source's own standard could not be met under a policy in force during it, or null if it could (C2). */
export function standardFitRefusal(db: ReadableDb, id: PartnerId, standard: PartnerStandard): Refusal | null {
  const own = toSpans([standard, ...listPartnerStandards(db, id)]).find(({ one }) => one === standard)
  if (!own) return null
  const span = limitPilot(standard, own.span)
  // A policy version before the first start does not count.
  return (
    toSpans(listPolicyVersions(db))
      .filter((version) => doOverlap(version.span, span))
      .map(({ one }) => standardRefusal(standard, one.policy))
      .find((refusal) => refusal !== null) ?? null
  )
}

/** Returns how many sources could not keep their own standard under a new policy, or null if all could (C2). */
export function policyFitRefusal(db: ReadableDb, policy: Policy, from: Instant): Refusal | null {
  const draft = { from, policy }
  const span = toSpans([draft, ...listPolicyVersions(db)]).find(({ one }) => one === draft)?.span ?? { from, until: from }
  const clashes = listPartners(db)
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap(({ id }) => {
      const clashingField = toSpans(listPartnerStandards(db, id))
        .filter((own) => doOverlap(limitPilot(own.one, own.span), span))
        .map(({ one }) => findPolicyClash(policy, one))
        .find((field) => field !== null)
      return clashingField ? [clashingField] : []
    })
  const [field] = clashes
  return field === undefined ? null : refuse('sources_do_not_fit', { field, detail: { count: clashes.length } }).failure
}
