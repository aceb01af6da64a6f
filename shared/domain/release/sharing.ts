import { getReleaseEnd, getReleaseState, type Release } from './release'
import type { Instant } from '../core/moment'
import type { RefusalReason } from '../core/outcome'
import type { PartnerKind } from '../core/vocabulary'

/** Refusals, and words of the record. */
export type SourceRefusal = Extract<RefusalReason, 'release_ended' | 'release_needed'>

/** R1: whether a recipient needs a release, and which law, policy or contract says so. */
export interface ReleaseRule {
  /** A kind of partner; 'outside' is every recipient outside the house without a rule of its own kind. */
  readonly who: 'outside' | PartnerKind
  readonly needed: boolean
  readonly basis: string
}

/** Section 8 as data; part of the policy, and like it in versions. */
export interface ReleasePolicy {
  /** R3: how many local days a release lasts at most, its first one not counted. */
  readonly days: number
  /** C5, H6: the source is asked, and told more than the receipt, only under an active release where its rule asks for one. */
  readonly loopBackNeedsRelease: boolean
  readonly rules: readonly ReleaseRule[]
}

export const DEFAULT_RELEASE_POLICY: ReleasePolicy = {
  days: 30,
  loopBackNeedsRelease: false,
  rules: [{ who: 'outside', needed: true, basis: 'Her consent, as the policy of the shelter asks for it' }],
}

/** How it stands with telling a recipient something (R1). `in_house`: one of us, or one for whom the policy asks for no release. */
export const SHARING_STATES = ['in_house', 'active', 'none', 'unsigned', 'coming', 'expired', 'revoked'] as const
export type SharingState = (typeof SHARING_STATES)[number]

/** R1: the rule for a kind of partner, or for everybody outside; where there is none, a release is needed. */
export const findReleaseRule = ({ rules }: ReleasePolicy, kind: PartnerKind | null): ReleaseRule | null =>
  rules.find(({ who }) => who === kind) ?? rules.find(({ who }) => who === 'outside') ?? null

type ReleaseTimes = Pick<Release, 'signedAt' | 'startsAt' | 'expiresAt' | 'revokedAt'>

/**
 * R1, R2: the person's releases to one recipient, taken together at `at` (UTC ms). One that is active is enough. Where one was signed
 * and has ended, that is the answer whatever the policy asks for: the person has said until when, or that it is over.
 */
export function getSharingState(releases: readonly ReleaseTimes[], needed: boolean, at: Instant): SharingState {
  const states = releases.map((one) => ({ state: getReleaseState(one, at), ended: getReleaseEnd(one), signed: one.signedAt !== null }))
  const has = (state: SharingState): boolean => states.some((one) => one.state === state)
  if (has('active')) return 'active'
  const ended = states
    .filter(({ state, signed }) => signed && (state === 'expired' || state === 'revoked'))
    .sort((a, b) => b.ended - a.ended)[0]
  if (ended) return ended.state
  if (!needed) return 'in_house'
  return has('coming') ? 'coming' : has('unsigned') ? 'unsigned' : 'none'
}

/** R1: whether something may be told to a recipient who stands so. */
export const mayTell = (sharingState: SharingState): boolean => sharingState === 'active' || sharingState === 'in_house'

/**
 * R1 with C5 and H6: why the source may not be asked to help, nor told more than the receipt; null: it may. A release to it
 * that has ended blocks always; that there is none only where the policy asks for one.
 */
export function sharingRefusal(sharingState: SharingState, { loopBackNeedsRelease }: ReleasePolicy): SourceRefusal | null {
  if (sharingState === 'expired' || sharingState === 'revoked') return 'release_ended'
  return loopBackNeedsRelease && !mayTell(sharingState) ? 'release_needed' : null
}
