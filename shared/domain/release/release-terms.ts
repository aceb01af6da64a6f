import { addDays, endOfDay, MINUTE, toInstant, toLocalTime, type Instant, type Zone } from '../core/moment'
import { refuse, type Refusal, type RefusalReason } from '../core/outcome'
import { isOneOrganisation, isOneRecipient } from './recipient'
import { getReleaseState, type Release, type ReleaseTerms } from './release'
import type { ReleasePolicy } from './sharing'

interface TermsContext {
  readonly now: Instant
  readonly zone: Zone
  readonly policy: ReleasePolicy
}

const createRefusal = (reason: RefusalReason, field: string, more: Omit<Refusal, 'kind' | 'reason' | 'field'> = {}): Refusal =>
  refuse(reason, { field, ...more }).failure

/** R3: the end that the policy proposes: the same time of day, so many local days later (UTC ms). */
export function proposeEnd(startsAt: Instant, { zone, policy }: Pick<TermsContext, 'zone' | 'policy'>): Instant {
  const { date, minute } = toLocalTime(startsAt, zone)
  return toInstant(addDays(date, policy.days), minute, zone)
}

/** R3: a day is a day of the shelter: any hour of the last one is within the policy. First instant after it, UTC ms. */
export const getLatestEnd = (startsAt: Instant, at: Pick<TermsContext, 'zone' | 'policy'>): Instant =>
  endOfDay(proposeEnd(startsAt, at), at.zone)

/**
 * Section 8, R3: why a release may not be written so, or null. One recipient; an end that lies ahead, after its start, and no
 * later than the policy allows: for a longer time the person is asked again. For a minor one parent who is not the abusive one.
 * `isMinor`: by the person's age band; unknown is not a minor.
 */
export function termsRefusal(terms: ReleaseTerms, at: TermsContext, isMinor: boolean): Refusal | null {
  const { partnerId, organisation, recipient, startsAt, expiresAt, minor } = terms
  if (partnerId === null && !isOneOrganisation(organisation)) return createRefusal('one_recipient', 'organisation')
  if (!isOneRecipient(recipient)) return createRefusal('one_recipient', 'recipient')
  if (expiresAt <= at.now) return createRefusal('release_would_be_over', 'expiresAt')
  if (expiresAt <= startsAt) return createRefusal('release_ends_before_it_starts', 'expiresAt')
  const latest = getLatestEnd(startsAt, at)
  if (expiresAt >= latest)
    return createRefusal('release_too_long', 'expiresAt', { until: latest - MINUTE, detail: { days: at.policy.days } })
  if (isMinor && minor === null) return createRefusal('minor_signs_with_parent', 'minor')
  if (minor !== null && !minor.parentIsNotAbusive) return createRefusal('parent_may_not_sign', 'minor')
  return null
}

/** Section 8: why it cannot be signed as of `signedAt`, or null. Paper may be typed in later, never before it is signed. */
export function signRefusal(release: Release, signedAt: Instant, now: Instant): Refusal | null {
  const { risksTold, rightsTold, minor } = release
  if (release.signedAt !== null) return createRefusal('release_signed', 'signedAt')
  if (release.revokedAt !== null) return createRefusal('already_revoked', 'signedAt')
  if (signedAt > now) return createRefusal('in_the_future', 'signedAt')
  if (signedAt >= release.expiresAt) return createRefusal('release_would_be_over', 'signedAt')
  // Consent that was not informed is none.
  if (!risksTold) return createRefusal('tell_her_first', 'risksTold')
  if (!rightsTold) return createRefusal('tell_her_first', 'rightsTold')
  if (minor !== null && (!minor.minorSigned || minor.parent === '')) return createRefusal('minor_signs_with_parent', 'minor')
  return null
}

/** R2: one step, spoken or written, at once. An unsigned one is taken back too: the person has said no. */
export function revokeRefusal({ signedAt, revokedAt }: Pick<Release, 'signedAt' | 'revokedAt'>, at: Instant, now: Instant): Refusal | null {
  if (revokedAt !== null) return createRefusal('already_revoked', 'id')
  if (at > now) return createRefusal('in_the_future', 'at')
  return signedAt !== null && at < signedAt ? createRefusal('before_it_was_signed', 'at') : null
}

const REFUSAL_BY_STATE = {
  unsigned: 'release_not_signed',
  coming: 'release_not_begun',
  expired: 'release_ended',
  revoked: 'release_ended',
} as const satisfies Readonly<Record<string, RefusalReason>>

/** R1: something was told at `at`; written down later it counts as it stood then. */
export function disclosureRefusal(release: Release, at: Instant, now: Instant): Refusal | null {
  if (at > now) return createRefusal('in_the_future', 'at')
  const releaseState = getReleaseState(release, at)
  return releaseState === 'active' ? null : createRefusal(REFUSAL_BY_STATE[releaseState], 'at')
}
