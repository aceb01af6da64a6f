import { addDays, endOfDay, instantAt, localOf, type Instant, type Zone } from './moment'
import { refuse, type Refusal, type RefusalReason } from './outcome'
import { isOneOrganisation, isOneRecipient } from './recipient'
import { releaseStanding, type Release, type ReleaseTerms } from './release'
import type { ReleasePolicy } from './sharing'

interface At {
  readonly now: Instant
  readonly zone: Zone
  readonly policy: ReleasePolicy
}

const refusal = (reason: RefusalReason, field: string, more: Omit<Refusal, 'kind' | 'reason' | 'field'> = {}): Refusal =>
  refuse(reason, { field, ...more }).failure

/** R3: the end that the policy proposes: the same time of day, so many local days later (UTC ms). */
export function proposedEnd(startsAt: Instant, { zone, policy }: Pick<At, 'zone' | 'policy'>): Instant {
  const { date, minute } = localOf(startsAt, zone)
  return instantAt(addDays(date, policy.days), minute, zone)
}

/** R3: a day is a day of the shelter: any hour of the last one is within the policy. First instant after it, UTC ms. */
export const latestEnd = (startsAt: Instant, at: Pick<At, 'zone' | 'policy'>): Instant => endOfDay(proposedEnd(startsAt, at), at.zone)

/**
 * Section 8, R3: why a release may not be written so, or null. One recipient; an end that lies ahead, after its start, and no
 * later than the policy allows: whoever needs longer asks her again. For a minor one parent who is not the abusive one.
 * `isMinor`: by her age band; unknown is not a minor.
 */
export function termsRefusal(terms: ReleaseTerms, at: At, isMinor: boolean): Refusal | null {
  const { partnerId, organisation, recipient, startsAt, expiresAt, minor } = terms
  if (partnerId === null && !isOneOrganisation(organisation)) return refusal('one_recipient', 'organisation')
  if (!isOneRecipient(recipient)) return refusal('one_recipient', 'recipient')
  if (expiresAt <= at.now) return refusal('release_would_be_over', 'expiresAt')
  if (expiresAt <= startsAt) return refusal('release_ends_before_it_starts', 'expiresAt')
  const latest = latestEnd(startsAt, at)
  if (expiresAt >= latest) return refusal('release_too_long', 'expiresAt', { until: latest - 60_000, detail: { days: at.policy.days } })
  if (isMinor && minor === null) return refusal('minor_signs_with_parent', 'minor')
  if (minor !== null && !minor.parentIsNotAbusive) return refusal('parent_may_not_sign', 'minor')
  return null
}

/** Section 8: why it cannot be signed as of `signedAt`, or null. Paper may be typed in later, never before it is signed. */
export function signRefusal(release: Release, signedAt: Instant, now: Instant): Refusal | null {
  const { risksTold, rightsTold, minor } = release
  if (release.signedAt !== null) return refusal('release_signed', 'signedAt')
  if (release.revokedAt !== null) return refusal('already_revoked', 'signedAt')
  if (signedAt > now) return refusal('in_the_future', 'signedAt')
  if (signedAt >= release.expiresAt) return refusal('release_would_be_over', 'signedAt')
  // Consent that was not informed is none.
  if (!risksTold) return refusal('tell_her_first', 'risksTold')
  if (!rightsTold) return refusal('tell_her_first', 'rightsTold')
  if (minor !== null && (!minor.minorSigned || minor.parent === '')) return refusal('minor_signs_with_parent', 'minor')
  return null
}

/** R2: one step, spoken or written, at once. An unsigned one is taken back too: she has said no. */
export function revokeRefusal({ signedAt, revokedAt }: Pick<Release, 'signedAt' | 'revokedAt'>, at: Instant, now: Instant): Refusal | null {
  if (revokedAt !== null) return refusal('already_revoked', 'id')
  if (at > now) return refusal('in_the_future', 'at')
  return signedAt !== null && at < signedAt ? refusal('before_it_was_signed', 'at') : null
}

const BLOCKED = {
  unsigned: 'release_not_signed',
  coming: 'release_not_begun',
  expired: 'release_ended',
  revoked: 'release_ended',
} as const satisfies Readonly<Record<string, RefusalReason>>

/** R1: something was told at `at`; written down later it counts as it stood then. */
export function tellRefusal(release: Release, at: Instant, now: Instant): Refusal | null {
  if (at > now) return refusal('in_the_future', 'at')
  const standing = releaseStanding(release, at)
  return standing === 'active' ? null : refusal(BLOCKED[standing], 'at')
}
