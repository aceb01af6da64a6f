import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonId, ReleaseId } from '#shared/domain/core/ids'
import { DAY, HOUR, toLocalTime, MINUTE } from '#shared/domain/core/moment'
import { isOneOrganisation, isOneRecipient } from '#shared/domain/release/recipient'
import { getReleaseEnd, getReleaseState, type Release } from '#shared/domain/release/release'
import { getLatestEnd, proposeEnd, revokeRefusal, signRefusal, disclosureRefusal, termsRefusal } from '#shared/domain/release/release-terms'
import {
  DEFAULT_RELEASE_POLICY,
  mayTell,
  findReleaseRule,
  SHARING_STATES,
  getSharingState,
  sharingRefusal,
  type ReleasePolicy,
} from '#shared/domain/release/sharing'
import { terms } from '../../support/domain/releases'
import { attempt } from '../../support/domain/commands'
import { startScenario, incoming } from '../../support/domain/scenario'
import { version } from '../../support/domain/plans'

const NOW = Date.UTC(2026, 10, 20, 18)
const zone = 'America/Edmonton'
const policy = DEFAULT_RELEASE_POLICY
const at = { now: NOW, zone, policy }
const release = (facts: Partial<Release> = {}): Release => ({
  ...terms(NOW),
  id: 'r' as ReleaseId,
  personId: 'p' as PersonId,
  signedAt: NOW,
  revokedAt: null,
  ...facts,
})
const reason = (refusal: { readonly reason: string; readonly field?: string } | null) => refusal && [refusal.reason, refusal.field]

describe('one recipient each (R3)', () => {
  test.each([
    'Harbour Housing',
    'Food and Shelter Society',
    'Health & Wellness',
    'Birch Street Legal and Harbour',
    'Harbour and Birch Street Legal',
    'Legal Aid Alberta, Society',
    'Wings of Providence Inc.',
    'Children’s Court',
    'مرکز حقوقی',
  ])('"%s" is one organisation', (name) => expect(isOneOrganisation(name)).toBe(true))
  test.each([
    'Harbour Housing and Birch Street Legal',
    'Harbour Housing & Birch Street Legal',
    'Harbour Housing; Birch Street Legal',
    'Harbour Housing, Birch Street Legal',
    'Harbour Housing / Birch',
    'Harbour Housing + Birch',
    'Harbour Housing as well as Birch',
    'Maison Neuve et Centre Droit',
    'all agencies',
    'Any other service providers',
    'Anyone who asks',
    'To whom it may concern',
  ])('"%s" is not', (name) => expect(isOneOrganisation(name)).toBe(false))
  test.each(['Intake worker on duty', 'Amal', 'the lawyer who takes her matter'])('"%s" is one recipient', (name) =>
    expect(isOneRecipient(name)).toBe(true),
  )
  test.each(['intake worker and manager', 'Ruth or Noor', 'Ruth, Noor', 'Ruth & Noor', 'everyone on the team', 'staff; volunteers'])(
    '"%s" is not',
    (name) => expect(isOneRecipient(name)).toBe(false),
  )
  test('one that reads like two but is in the directory is taken', () => {
    const odd = { organisation: 'Harbour Housing and Birch Street Legal' }
    expect(reason(termsRefusal(release(odd), at, false))).toEqual(['one_recipient', 'organisation'])
    expect(termsRefusal({ ...release(odd), partnerId: 'x' as never }, at, false)).toBeNull()
    expect(reason(termsRefusal(release({ recipient: 'Ruth and Noor' }), at, false))).toEqual(['one_recipient', 'recipient'])
  })
})

describe('when it ends (R3)', () => {
  test('not in the past, and not before it starts', () => {
    expect(reason(termsRefusal(release({ expiresAt: NOW }), at, false))).toEqual(['release_would_be_over', 'expiresAt'])
    expect(reason(termsRefusal(release({ startsAt: NOW + 2 * DAY, expiresAt: NOW + 2 * DAY }), at, false))).toEqual([
      'release_ends_before_it_starts',
      'expiresAt',
    ])
  })
  test('at any hour of the last day that the policy allows, and not a minute later', () => {
    const last = getLatestEnd(NOW, at)
    expect(toLocalTime(last, zone)).toMatchObject({ date: '2026-12-21', minute: 0 })
    expect(termsRefusal(release({ expiresAt: last - MINUTE }), at, false)).toBeNull()
    expect(termsRefusal(release({ expiresAt: last }), at, false)).toMatchObject({
      reason: 'release_too_long',
      field: 'expiresAt',
      until: last - MINUTE,
      detail: { days: policy.days },
    })
    expect(termsRefusal(release({ expiresAt: last }), { ...at, policy: { ...policy, days: 31 } }, false)).toBeNull()
  })
  test('the policy proposes the same time of day, across a clock change too', () => {
    const start = Date.UTC(2026, 2, 1, 17)
    expect(toLocalTime(start, 'America/Toronto').minute).toBe(12 * 60)
    expect(toLocalTime(proposeEnd(start, { zone: 'America/Toronto', policy }), 'America/Toronto')).toMatchObject({
      date: '2026-03-31',
      minute: 12 * 60,
    })
  })
})

describe('who signs (section 8)', () => {
  const minor = { minorSigned: true, parent: 'her aunt, who has custody', parentIsNotAbusive: true }
  test('a parent who abuses her may not', () =>
    expect(reason(termsRefusal(release({ minor: { ...minor, parentIsNotAbusive: false } }), at, true))).toEqual([
      'parent_may_not_sign',
      'minor',
    ]))
  test('a person under 18 signs herself, beside one parent', () => {
    expect(reason(termsRefusal(release(), at, true))).toEqual(['minor_signs_with_parent', 'minor'])
    expect(termsRefusal(release({ minor }), at, true)).toBeNull()
    const unsigned = release({ signedAt: null, minor: { ...minor, minorSigned: false } })
    expect(reason(signRefusal(unsigned, NOW, NOW))).toEqual(['minor_signs_with_parent', 'minor'])
    expect(reason(signRefusal({ ...unsigned, minor: { ...minor, parent: '' } }, NOW, NOW))).toEqual(['minor_signs_with_parent', 'minor'])
    expect(signRefusal({ ...unsigned, minor }, NOW, NOW)).toBeNull()
  })
  test('what she was not told she has not agreed to', () => {
    const unsigned = release({ signedAt: null })
    expect(signRefusal(unsigned, NOW, NOW)).toBeNull()
    expect(reason(signRefusal({ ...unsigned, risksTold: false }, NOW, NOW))).toEqual(['tell_her_first', 'risksTold'])
    expect(reason(signRefusal({ ...unsigned, rightsTold: false }, NOW, NOW))).toEqual(['tell_her_first', 'rightsTold'])
  })
  test('once, not in the future, and not after its end', () => {
    expect(reason(signRefusal(release(), NOW, NOW))).toEqual(['release_signed', 'signedAt'])
    const unsigned = release({ signedAt: null })
    expect(reason(signRefusal(unsigned, NOW + 1, NOW))).toEqual(['in_the_future', 'signedAt'])
    expect(reason(signRefusal(unsigned, unsigned.expiresAt, unsigned.expiresAt))).toEqual(['release_would_be_over', 'signedAt'])
    expect(reason(signRefusal({ ...unsigned, revokedAt: NOW }, NOW, NOW))).toEqual(['already_revoked', 'signedAt'])
  })
})

describe('taken back (R2)', () => {
  test('once, not in the future, not before she signed', () => {
    expect(revokeRefusal(release(), NOW, NOW)).toBeNull()
    expect(revokeRefusal(release({ signedAt: null }), NOW, NOW)).toBeNull()
    expect(reason(revokeRefusal(release({ revokedAt: NOW }), NOW, NOW))).toEqual(['already_revoked', 'id'])
    expect(reason(revokeRefusal(release(), NOW + 1, NOW))).toEqual(['in_the_future', 'at'])
    expect(reason(revokeRefusal(release(), NOW - 1, NOW))).toEqual(['before_it_was_signed', 'at'])
  })
})

const moment = fc.integer({ min: -40, max: 40 }).map((hours) => NOW + hours * HOUR)
const anyRelease = fc
  .record({ signedAt: fc.option(moment), startsAt: moment, expiresAt: moment, revokedAt: fc.option(moment, { freq: 2 }) })
  .map((times) => release(times))

describe('how it stands (R1)', () => {
  test('a telling written down later counts as it stood then', () => {
    const revoked = release({ revokedAt: NOW + 2 * HOUR })
    expect(disclosureRefusal(revoked, NOW + HOUR, NOW + 5 * HOUR)).toBeNull()
    expect(reason(disclosureRefusal(revoked, NOW + 2 * HOUR, NOW + 5 * HOUR))).toEqual(['release_ended', 'at'])
    expect(reason(disclosureRefusal(revoked, NOW + 6 * HOUR, NOW + 5 * HOUR))).toEqual(['in_the_future', 'at'])
    expect(reason(disclosureRefusal(release({ signedAt: null }), NOW, NOW))).toEqual(['release_not_signed', 'at'])
    expect(reason(disclosureRefusal(release({ signedAt: NOW + HOUR }), NOW, NOW + DAY))).toEqual(['release_not_signed', 'at'])
    expect(reason(disclosureRefusal(release({ startsAt: NOW + HOUR }), NOW, NOW))).toEqual(['release_not_begun', 'at'])
    expect(reason(disclosureRefusal(release(), release().expiresAt, release().expiresAt))).toEqual(['release_ended', 'at'])
  })
  test('no release is active before it is signed or starts, at its end or after it, or once it was taken back', () =>
    fc.assert(
      fc.property(anyRelease, moment, (one, now) => {
        const active = getReleaseState(one, now) === 'active'
        expect(active).toBe(one.signedAt !== null && now >= Math.max(one.signedAt, one.startsAt) && now < getReleaseEnd(one))
        expect(disclosureRefusal(one, now, now) === null).toBe(active)
      }),
    ))
  test('it is active from the very instant that it starts', () => {
    expect(getReleaseState(release({ startsAt: NOW }), NOW)).toBe('active')
    expect(getReleaseState(release({ startsAt: NOW + 1 }), NOW)).toBe('coming')
  })
  test('taken back or run out is for good', () =>
    fc.assert(
      fc.property(anyRelease, moment, fc.nat({ max: 90 }), (one, now, hours) => {
        const status = getReleaseState(one, now)
        if (status === 'revoked') expect(getReleaseState(one, now + hours * HOUR)).toBe('revoked')
        if (status === 'expired') expect(['expired', 'revoked']).toContain(getReleaseState(one, now + hours * HOUR))
      }),
    ))
})

describe('whether something may be told to them (R1)', () => {
  test('an active one is enough, whatever else is there', () =>
    fc.assert(
      fc.property(fc.array(anyRelease, { maxLength: 5 }), fc.boolean(), moment, (releases, needed, now) => {
        const share = getSharingState(releases, needed, now)
        expect(share === 'active').toBe(releases.some((one) => getReleaseState(one, now) === 'active'))
        if (needed) expect(mayTell(share)).toBe(share === 'active')
        if (releases.length === 0) expect(share).toBe(needed ? 'none' : 'in_house')
      }),
    ))
  test('one that ended stops it, even where the policy asks for none', () => {
    expect(getSharingState([release({ revokedAt: NOW })], false, NOW)).toBe('revoked')
    expect(getSharingState([release({ expiresAt: NOW })], false, NOW)).toBe('expired')
    expect(getSharingState([release({ signedAt: null, expiresAt: NOW })], false, NOW)).toBe('in_house')
    expect(getSharingState([release({ revokedAt: NOW - HOUR }), release({ expiresAt: NOW })], true, NOW)).toBe('expired')
    expect(getSharingState([release({ startsAt: NOW + HOUR }), release({ signedAt: null })], true, NOW)).toBe('coming')
    expect(getSharingState([release({ signedAt: null })], true, NOW)).toBe('unsigned')
    expect(getSharingState([release({ startsAt: NOW + HOUR })], false, NOW)).toBe('in_house')
  })
  test('by the rule for their kind, else by the one for everybody outside; without any it is needed', () => {
    const rules: ReleasePolicy = {
      ...policy,
      rules: [
        { who: 'police', needed: false, basis: 'an act' },
        { who: 'outside', needed: true, basis: 'policy 4' },
      ],
    }
    expect(findReleaseRule(rules, 'police')?.basis).toBe('an act')
    expect(findReleaseRule(rules, 'legal')?.basis).toBe('policy 4')
    expect(findReleaseRule(rules, null)?.basis).toBe('policy 4')
    expect(findReleaseRule({ ...policy, rules: [] }, 'legal')).toBeNull()
  })
  test('the source is stopped by one that ended; by none at all only where the policy says so', () => {
    const strictPolicy = { ...policy, loopBackNeedsRelease: true }
    const stops = (one: ReleasePolicy) => SHARING_STATES.map((share) => sharingRefusal(share, one))
    expect(stops(policy)).toEqual([null, null, null, null, null, 'release_ended', 'release_ended'])
    expect(stops(strictPolicy)).toEqual([
      null,
      null,
      'release_needed',
      'release_needed',
      'release_needed',
      'release_ended',
      'release_ended',
    ])
  })
})

describe('the loop-back (R1, C5)', () => {
  const helping = () => startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
  test('is blocked once her release to the source has ended, and free again after she renewed it', () => {
    const scenario = helping().changeSituation({ sourceShare: 'expired' })
    expect(scenario.asks({ kind: 'ask_source' })).toMatchObject({ ok: false, failure: { reason: 'release_ended' } })
    expect(scenario.changeSituation({ sourceShare: 'active' }).asks({ kind: 'ask_source' }).ok).toBe(true)
  })
  test('is not planned while it is blocked, and something else always is (H1)', () => {
    const scenario = helping()
      .changeSituation({ sourceShare: 'revoked' })
      .advance(30 * HOUR)
      .run({ kind: 'look_again' })
    expect(scenario.openTasks.map(({ kind }) => kind)).not.toContain('ask_source')
    expect(scenario.openTasks.length).toBeGreaterThan(0)
    scenario.changeSituation({ sourceShare: 'in_house' }).run({ kind: 'look_again' })
    expect(scenario.openTasks.map(({ kind }) => kind)).toContain('ask_source')
  })
  test('the fallback counts as followed without it (C5)', () => {
    const scenario = helping()
      .advance(HOUR)
      .run(attempt('no_answer'))
      .advance(3 * HOUR)
      .run(attempt('no_answer'))
    scenario
      .advance(22 * HOUR)
      .run(attempt('no_answer'))
      .advance(30 * HOUR)
    expect(scenario.changeSituation({ sourceShare: 'active' }).fallbackFollowed).toBe(false)
    expect(scenario.changeSituation({ sourceShare: 'expired' }).fallbackFollowed).toBe(true)
  })
})
