import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, hoursToMilliseconds } from '#shared/domain/core/moment'
import {
  findPolicyProblem,
  DEFAULT_POLICY,
  createFirstPolicy,
  PILOT_DURATION,
  policyRefusal,
  findStandard,
  findVersion,
  type PartnerStandard,
  type SourceRules,
} from '#shared/domain/policy/policy'
import { findPolicyClash, normaliseRules, applySourceRules, standardRefusal } from '#shared/domain/policy/source-rules'
import { proposeForHandoff } from '#shared/domain/handoff/due-tasks'
import { attempt } from '../../support/domain/commands'
import { startScenario, incoming, standard } from '../../support/domain/scenario'
import { T0 } from '../../support/domain/people'

const standardWithRules = (rules: SourceRules, facts: Partial<PartnerStandard> = {}): PartnerStandard => ({
  from: T0,
  hours: 24,
  mode: 'committed',
  rules,
  ...facts,
})
const FOUR: SourceRules = { gap: 4 * HOUR, tries: { first: 3 } }

describe('what a source has of its own besides its hours (C2)', () => {
  test('a record gets it at receipt, from its day on, and what is not said is the office’s', () => {
    expect(findStandard(T0 - 1, [standardWithRules(FOUR)], DEFAULT_POLICY).rules).toBeUndefined()
    const kept = findStandard(T0, [standardWithRules(FOUR)], DEFAULT_POLICY)
    expect(kept).toEqual({ hours: 24, mode: 'committed', policyVersion: 1, rules: FOUR })
    expect(applySourceRules(DEFAULT_POLICY, kept)).toEqual({ ...DEFAULT_POLICY, gap: 4 * HOUR, tries: { first: 3, second: 1 } })
  })
  test('a later standard without rules has none, and a pilot that is over has none', () => {
    const later = standardWithRules({}, { from: T0 + DAY })
    expect(findStandard(T0 + DAY, [standardWithRules(FOUR), later], DEFAULT_POLICY)).not.toHaveProperty('rules')
    const pilot = standardWithRules(FOUR, { mode: 'pilot' })
    expect(findStandard(T0 + PILOT_DURATION - 1, [pilot], DEFAULT_POLICY).rules).toEqual(FOUR)
    expect(findStandard(T0 + PILOT_DURATION, [pilot], DEFAULT_POLICY)).not.toHaveProperty('rules')
  })
  test('a record of before has none, and is decided by its version alone', () => {
    expect(applySourceRules(DEFAULT_POLICY, standard())).toBe(DEFAULT_POLICY)
  })
  test('nothing and false and never are answers too', () => {
    const rules: SourceRules = { tries: { second: 0 }, askSource: false, alertsBefore: [], supervisorAfter: null }
    const policy = { ...DEFAULT_POLICY, supervisorAfter: HOUR }
    expect(applySourceRules(policy, { rules })).toMatchObject({
      tries: { first: 2, second: 0 },
      askSource: false,
      alertsBefore: [],
      supervisorAfter: null,
    })
  })
  test('kept without what is not said, alerts longest first and once', () => {
    expect(normaliseRules({ gap: undefined, tries: { first: undefined, second: 2 }, alertsBefore: [HOUR, 4 * HOUR, HOUR] })).toEqual({
      tries: { second: 2 },
      alertsBefore: [4 * HOUR, HOUR],
    })
    expect(normaliseRules({ tries: {}, secondWindow: undefined })).toEqual({})
  })
  test('its records are proposed by it: three tries, four hours apart', () => {
    const kept = findStandard(T0, [standardWithRules(FOUR)], DEFAULT_POLICY)
    const scenario = startScenario(incoming({ standard: kept })).changeSituation({ policy: applySourceRules(DEFAULT_POLICY, kept) })
    for (const nth of [1, 2, 3]) {
      expect(proposeForHandoff(scenario.handoff, scenario.around)).toMatchObject({
        kind: 'slot',
        window: 'first',
        nth,
        at: T0 + (nth - 1) * 4 * HOUR,
      })
      scenario.setTime(T0 + (nth - 1) * 4 * HOUR).run(attempt())
    }
    expect(proposeForHandoff(scenario.handoff, scenario.around)).toMatchObject({ kind: 'slot', window: 'second' })
  })
})

describe('what could never be met is refused, at an answer of the source’s own', () => {
  const refusalReason = (rules: SourceRules, facts: Partial<PartnerStandard> = {}) => {
    const refusal = standardRefusal(standardWithRules(rules, facts), DEFAULT_POLICY)
    return refusal && [refusal.reason, refusal.field]
  }
  test.each<[string, SourceRules, Partial<PartnerStandard>, [string, string] | null]>([
    ['nothing of its own', {}, {}, null],
    ['three tries, four hours apart', FOUR, {}, null],
    ['hours too few for the office’s tries', {}, { hours: 2 }, ['tries_do_not_fit', 'hours']],
    ['hours just enough', {}, { hours: 3 }, null],
    ['hours fewer than the office’s alerts are long: those are not given', {}, { hours: 4 }, null],
    ['an own alert as long as its hours', { alertsBefore: [4 * HOUR] }, { hours: 4 }, ['alert_before_it_begins', 'alertsBefore']],
    ['a gap as long as the window', { gap: 24 * HOUR }, {}, ['tries_do_not_fit', 'gap']],
    ['a pilot is 24 h, whatever was typed', { gap: 23 * HOUR }, { mode: 'pilot', hours: 2 }, null],
    ['too many tries', { tries: { first: 9 }, gap: 4 * HOUR }, {}, ['tries_do_not_fit', 'tries.first']],
    ['no try', { tries: { first: 0 } }, {}, ['no_tries', 'tries.first']],
    ['too many in the second window', { tries: { second: 9 }, gap: 3 * HOUR }, {}, ['tries_do_not_fit', 'tries.second']],
    ['an own second window too short for the office’s answer', { secondWindow: 12 * HOUR }, {}, ['answer_after_bounce', 'secondWindow']],
    ['the same where the source is not asked', { secondWindow: 12 * HOUR, askSource: false }, {}, null],
    ['an own answer after the bounce', { loopBackAnswer: 25 * HOUR }, {}, ['answer_after_bounce', 'loopBackAnswer']],
    ['a second window of nothing', { secondWindow: 0 }, {}, ['window_is_nothing', 'secondWindow']],
    ['no time between tries', { gap: 0 }, {}, ['gap_is_nothing', 'gap']],
    ['a supervisor told after nothing', { supervisorAfter: 0 }, {}, ['window_is_nothing', 'supervisorAfter']],
  ])('%s', (_what, rules, facts, reason) => expect(refusalReason(rules, facts)).toEqual(reason))

  test('asking the source after all is what it hangs on where the office does not ask', () => {
    const policy = { ...DEFAULT_POLICY, askSource: false, loopBackAnswer: 2 * DAY }
    expect(standardRefusal(standardWithRules({ askSource: true }), policy)).toMatchObject({ field: 'askSource' })
  })
  test('from the office’s side it hangs on what the source left to it', () => {
    expect(findPolicyClash(DEFAULT_POLICY, standardWithRules(FOUR))).toBeNull()
    expect(findPolicyClash({ ...DEFAULT_POLICY, gap: 12 * HOUR }, standardWithRules({ tries: { first: 3 } }))).toBe('gap')
    expect(findPolicyClash({ ...DEFAULT_POLICY, tries: { first: 7, second: 1 } }, standardWithRules({ gap: 4 * HOUR }))).toBe('tries.first')
    expect(findPolicyClash({ ...DEFAULT_POLICY, loopBackAnswer: 20 * HOUR }, standardWithRules({ secondWindow: 12 * HOUR }))).toBe(
      'loopBackAnswer',
    )
    expect(findPolicyClash(DEFAULT_POLICY, standardWithRules({ gap: 0 }))).toBe('gap')
  })

  test('what the office alone can put right is said at the hours, and where all is the source’s own, at the likeliest to be changed', () => {
    expect(standardRefusal(standardWithRules({}), { ...DEFAULT_POLICY, permission: 0 })).toMatchObject({
      reason: 'window_is_nothing',
      field: 'hours',
    })
    expect(findPolicyClash({ ...DEFAULT_POLICY, permission: 0 }, standardWithRules({}))).toBe('permission')
    expect(findPolicyClash({ ...DEFAULT_POLICY, alertsBefore: [0] }, standardWithRules({}))).toBe('alertsBefore')
    expect(findPolicyClash(DEFAULT_POLICY, standardWithRules({ tries: { first: 3 }, gap: 12 * HOUR }))).toBe('tries.first')
    const twice = { ...DEFAULT_POLICY, tries: { first: 2, second: 2 } }
    expect(standardRefusal(standardWithRules({ secondWindow: 2 * HOUR, askSource: false }), twice)).toMatchObject({ field: 'secondWindow' })
    expect(standardRefusal({ hours: 24, mode: 'committed' }, DEFAULT_POLICY)).toBeNull()
  })
  test('a complaint names every answer that it hangs on', () => {
    const dependsOn = (change: object) => findPolicyProblem({ ...DEFAULT_POLICY, ...change })?.dependsOn
    expect(dependsOn({ gap: DAY })).toEqual(['tries.first', 'gap', 'standardHours'])
    expect(dependsOn({ tries: { first: 2, second: 2 }, secondWindow: HOUR })).toEqual(['tries.second', 'secondWindow', 'gap'])
    expect(dependsOn({ alertsBefore: [DAY] })).toEqual(['alertsBefore', 'standardHours'])
    expect(dependsOn({ loopBackAnswer: 2 * DAY })).toEqual(['loopBackAnswer', 'secondWindow', 'askSource'])
  })

  const rules: fc.Arbitrary<SourceRules> = fc
    .record(
      {
        gap: fc.integer({ min: 0, max: 14 }).map(hoursToMilliseconds),
        tries: fc.record({ first: fc.nat(4), second: fc.nat(4) }, { requiredKeys: [] }),
        secondWindow: fc.integer({ min: 0, max: 72 }).map(hoursToMilliseconds),
        askSource: fc.boolean(),
        loopBackAnswer: fc.integer({ min: 0, max: 72 }).map(hoursToMilliseconds),
        alertsBefore: fc.array(fc.integer({ min: 0, max: 30 }).map(hoursToMilliseconds), { maxLength: 2 }),
        supervisorAfter: fc.option(fc.integer({ min: 0, max: 9 }).map(hoursToMilliseconds)),
      },
      { requiredKeys: [] },
    )
    .map(normaliseRules)
  test('what is refused is refused from both sides; what is not is a policy that can be met', () =>
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (actual, office, its) => {
        const policy = createFirstPolicy(office, ['07:00'])
        const agreed = standardWithRules(actual, { hours: its })
        const refusal = standardRefusal(agreed, policy)
        expect(findPolicyClash(policy, agreed) === null).toBe(refusal === null)
        if (refusal === null && actual.alertsBefore)
          expect(policyRefusal({ ...applySourceRules(policy, agreed), standardHours: its })).toBeNull()
      }),
    ))
  test('nothing of its own can always be met under an office’s policy with the same hours', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 168 }), (count) => {
        expect(standardRefusal(standardWithRules({}, { hours: count }), createFirstPolicy(count, ['07:00']))).toBeNull()
      }),
    ))
})

describe('the version in force at an instant', () => {
  const versions = [
    { version: 3, from: T0 + DAY },
    { version: 2, from: T0 + DAY },
    { version: 1, from: T0 },
  ]
  test.each([
    [T0 - DAY, 1],
    [T0, 1],
    [T0 + DAY - 1, 1],
    [T0 + DAY, 3],
  ])('at %i it is %i, in whatever order they are kept', (at, version) => {
    const [three, two, one] = versions as [(typeof versions)[0], (typeof versions)[0], (typeof versions)[0]]
    for (const list of [versions, [one, two, three], [two, three, one]]) expect(findVersion(list, at)?.version).toBe(version)
  })
  test('of no versions none', () => expect(findVersion([], T0)).toBeUndefined())
})
