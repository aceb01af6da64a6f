import type { PartnerId, PersonId, ReleaseId } from '../core/ids'
import type { Instant } from '../core/moment'

/** Section 8: how something is told. */
export const DISCLOSURE_WAYS = ['in_person', 'phone', 'conference_call', 'paper', 'email'] as const
export type DisclosureWay = (typeof DISCLOSURE_WAYS)[number]
export const RELEASE_COPIES = ['given', 'unsafe', 'declined'] as const
export type ReleaseCopy = (typeof RELEASE_COPIES)[number]
/** R2: the person's word is enough. */
export const REVOKED_HOW = ['spoken', 'written'] as const
export type RevokedHow = (typeof REVOKED_HOW)[number]
/** R4. */
export const WITHOUT_CONSENT_WHYS = ['risk_of_serious_harm', 'child_protection', 'court_order'] as const
export type WithoutConsentWhy = (typeof WITHOUT_CONSENT_WHYS)[number]
export const TOLD_HER = ['yes', 'not_yet', 'not_safe'] as const
export type ToldHer = (typeof TOLD_HER)[number]
/** Section 8: for a minor, the minor and one parent who is not the abusive one. */
export interface MinorSigned {
  readonly minorSigned: boolean
  readonly parent: string
  readonly parentIsNotAbusive: boolean
}

/** Section 8: what the person agrees to, as it is written down before signing. A signed release keeps its words. */
export interface ReleaseTerms {
  /** Of the directory, or null where the organisation is not in it. */
  readonly partnerId: PartnerId | null
  readonly organisation: string
  /** The named person or the role. */
  readonly recipient: string
  readonly purpose: string
  readonly may: string
  readonly mayNot: string
  readonly ways: readonly DisclosureWay[]
  readonly risksTold: boolean
  readonly otherWays: string
  /** The person was told that it can be taken back at any time, and that services do not depend on it. */
  readonly rightsTold: boolean
  readonly startsAt: Instant
  readonly expiresAt: Instant
  readonly copy: ReleaseCopy
  readonly language: string
  readonly interpreter: string
  readonly minor: MinorSigned | null
}

export interface Release extends ReleaseTerms {
  readonly id: ReleaseId
  readonly personId: PersonId
  readonly signedAt: Instant | null
  readonly revokedAt: Instant | null
}

export const RELEASE_STATES = ['unsigned', 'coming', 'active', 'expired', 'revoked'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

type ReleaseTimes = Pick<Release, 'signedAt' | 'startsAt' | 'expiresAt' | 'revokedAt'>

/**
 * R1, R2: how a release stands at an instant (UTC ms), that of a telling written down later too. Revoked is for good; the
 * minute it ends it has ended. One that ran out before it was signed is no release either: it has expired.
 */
export function getReleaseState({ signedAt, startsAt, expiresAt, revokedAt }: ReleaseTimes, at: Instant): ReleaseState {
  if (revokedAt !== null && revokedAt <= at) return 'revoked'
  if (at >= expiresAt) return 'expired'
  if (signedAt === null || at < signedAt) return 'unsigned'
  return at < startsAt ? 'coming' : 'active'
}

/** When it ends or has ended, UTC ms: at its expiry, or when the person took it back. */
export const getReleaseEnd = ({ expiresAt, revokedAt }: ReleaseTimes): Instant => Math.min(expiresAt, revokedAt ?? expiresAt)
