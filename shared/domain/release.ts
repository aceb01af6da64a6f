import type { PartnerId, PersonId, ReleaseId } from './ids'
import type { Instant } from './moment'

/** Section 8: how something is told. */
export const DISCLOSURE_WAYS = ['in_person', 'phone', 'conference_call', 'paper', 'email'] as const
export type DisclosureWay = (typeof DISCLOSURE_WAYS)[number]
export const RELEASE_COPIES = ['given', 'unsafe', 'declined'] as const
export type ReleaseCopy = (typeof RELEASE_COPIES)[number]
/** R2: her word is enough. */
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

export interface Release {
  readonly id: ReleaseId
  readonly personId: PersonId
  readonly partnerId: PartnerId | null
  readonly organisation: string
  readonly startsAt: Instant
  readonly expiresAt: Instant
  readonly signedAt: Instant | null
  readonly revokedAt: Instant | null
}

export const RELEASE_STANDINGS = ['unsigned', 'coming', 'active', 'expired', 'revoked'] as const
export type ReleaseStanding = (typeof RELEASE_STANDINGS)[number]

/** R1, R2: how a release stands at an instant. Revoked is for good; the minute it ends it has ended. */
export function releaseStanding({ signedAt, startsAt, expiresAt, revokedAt }: Release, now: Instant): ReleaseStanding {
  if (revokedAt !== null && revokedAt <= now) return 'revoked'
  if (signedAt === null) return 'unsigned'
  if (now >= expiresAt) return 'expired'
  return now < startsAt ? 'coming' : 'active'
}
