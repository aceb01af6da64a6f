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

/** What begins at these moments holds until the next one begins; of two from the same moment the one that stands first. */
function toSpans<T extends { readonly from: Instant }>(list: readonly T[]): readonly { readonly one: T; readonly span: TimeSpan }[] {
  const first = list.filter(({ from }, nth) => list.findIndex((other) => other.from === from) === nth)
  const starts = first.toSorted((a, b) => a.from - b.from)
  return starts.map((one, nth) => ({ one, span: { from: one.from, until: starts[nth + 1]?.from ?? Number.POSITIVE_INFINITY } }))
}

/** C2: a pilot ends by itself. */
const limitPilot = ({ mode, from }: PartnerStandard, { until }: TimeSpan): TimeSpan => ({
  from,
  until: mode === 'pilot' ? Math.min(until, from + PILOT_DURATION) : until,
})

/** C2: why a source's own standard could not be met under the office's policies that are in force while it would be; null: it could. */
export function standardFitRefusal(db: ReadableDb, id: PartnerId, standard: PartnerStandard): Refusal | null {
  const own = toSpans([standard, ...listPartnerStandards(db, id)]).find(({ one }) => one === standard)
  if (!own) return null
  const span = limitPilot(standard, own.span)
  // A version written for before the first counts for nothing that comes.
  return (
    toSpans(listPolicyVersions(db))
      .filter((version) => doOverlap(version.span, span))
      .map(({ one }) => standardRefusal(standard, one.policy))
      .find((refusal) => refusal !== null) ?? null
  )
}

/** C2: whether every source with a standard of its own could keep it under a new policy from a moment on, or how many could not. */
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
