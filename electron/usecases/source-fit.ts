import type { PartnerId } from '#shared/domain/ids'
import type { Instant } from '#shared/domain/moment'
import { refuse, type Refusal } from '#shared/domain/outcome'
import { PILOT, type PartnerStandard, type Policy } from '#shared/domain/policy'
import { clashOf, standardRefusal } from '#shared/domain/source-rules'
import type { ReadableDb } from '../storage/database'
import { allPartners, standardsOf } from '../storage/partners'
import { policyVersions } from '../storage/policies'

interface Span {
  readonly from: Instant
  /** Exclusive. */
  readonly until: Instant
}
const meet = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

/** What begins at these moments holds until the next one begins; of two from the same moment the one that stands first. */
function holding<T extends { readonly from: Instant }>(list: readonly T[]): readonly { readonly one: T; readonly span: Span }[] {
  const first = list.filter(({ from }, nth) => list.findIndex((other) => other.from === from) === nth)
  const starts = first.toSorted((a, b) => a.from - b.from)
  return starts.map((one, nth) => ({ one, span: { from: one.from, until: starts[nth + 1]?.from ?? Number.POSITIVE_INFINITY } }))
}

/** C2: a pilot ends by itself. */
const lasting = ({ mode, from }: PartnerStandard, { until }: Span): Span => ({
  from,
  until: mode === 'pilot' ? Math.min(until, from + PILOT) : until,
})

/** C2: why a source's own standard could not be met under the office's policies that are in force while it would be; null: it could. */
export function sourceRefusal(db: ReadableDb, id: PartnerId, standard: PartnerStandard): Refusal | null {
  const own = holding([standard, ...standardsOf(db, id)]).find(({ one }) => one === standard)
  if (!own) return null
  const span = lasting(standard, own.span)
  // A version written for before the first counts for nothing that comes.
  return (
    holding(policyVersions(db))
      .filter((version) => meet(version.span, span))
      .map(({ one }) => standardRefusal(standard, one.policy))
      .find((refusal) => refusal !== null) ?? null
  )
}

/** C2: whether every source with a standard of its own could keep it under a new policy from a moment on, or how many could not. */
export function sourcesRefusal(db: ReadableDb, policy: Policy, from: Instant): Refusal | null {
  const draft = { from, policy }
  const span = holding([draft, ...policyVersions(db)]).find(({ one }) => one === draft)?.span ?? { from, until: from }
  const clashes = allPartners(db)
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap(({ id }) => {
      const clash = holding(standardsOf(db, id))
        .filter((own) => meet(lasting(own.one, own.span), span))
        .map(({ one }) => clashOf(policy, one))
        .find((field) => field !== null)
      return clash ? [clash] : []
    })
  const [field] = clashes
  return field === undefined ? null : refuse('sources_do_not_fit', { field, detail: { count: clashes.length } }).failure
}
