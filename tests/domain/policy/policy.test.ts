import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, hoursToMilliseconds } from '#shared/domain/core/moment'
import { DEFAULT_POLICY, createFirstPolicy, sortPolicy, policyRefusal, type Policy } from '#shared/domain/policy/policy'
import { proposeForHandoff } from '#shared/domain/handoff/due-tasks'
import { previewPolicy, PREVIEW_SPAN, type PastHandoff } from '#shared/domain/policy/policy-preview'
import { attempt } from '../../support/domain/commands'
import { startScenario, incoming } from '../../support/domain/scenario'
import { T0 } from '../../support/domain/people'

const refusalReason = (change: Partial<Policy>) => {
  const refusal = policyRefusal({ ...DEFAULT_POLICY, ...change })
  return refusal && [refusal.reason, refusal.field]
}

describe('a policy that can never be met is refused with its reason', () => {
  test.each<[string, Partial<Policy>, [string, string] | null]>([
    ['the one that every shelter begins with', {}, null],
    ['a standard of nothing', { standardHours: 0 }, ['window_is_nothing', 'standardHours']],
    ['a second window of nothing', { secondWindow: 0 }, ['window_is_nothing', 'secondWindow']],
    ['no time between tries', { gap: 0 }, ['gap_is_nothing', 'gap']],
    ['no try at all in the first window', { tries: { first: 0, second: 1 } }, ['no_tries', 'tries.first']],
    ['one try in the first window, which is enough', { tries: { first: 1, second: 1 } }, null],
    ['no try in the second window, which is allowed', { tries: { first: 2, second: 0 } }, null],
    ['three tries, 12 h apart, in 24 h', { tries: { first: 3, second: 1 }, gap: 12 * HOUR }, ['tries_do_not_fit', 'tries.first']],
    ['two tries, 12 h apart, in 24 h', { gap: 12 * HOUR }, null],
    ['two tries, 23 h 59 apart, in 24 h', { gap: DAY - 1 }, null],
    ['two tries, 24 h apart, in 24 h', { gap: DAY }, ['tries_do_not_fit', 'tries.first']],
    [
      'two tries in a second window as long as the pause',
      { tries: { first: 2, second: 2 }, secondWindow: 2 * HOUR, askSource: false },
      ['tries_do_not_fit', 'tries.second'],
    ],
    ['an alert as long as the standard', { alertsBefore: [DAY] }, ['alert_before_it_begins', 'alertsBefore']],
    ['an alert a moment shorter', { alertsBefore: [DAY - 1] }, null],
    ['an alert at nothing', { alertsBefore: [HOUR, 0] }, ['alert_before_it_begins', 'alertsBefore']],
    ['an answer of nothing', { loopBackAnswer: 0 }, ['window_is_nothing', 'loopBackAnswer']],
    ['an answer that comes after the bounce is due', { loopBackAnswer: DAY + 1 }, ['answer_after_bounce', 'loopBackAnswer']],
    ['the same where nobody asks the source', { loopBackAnswer: DAY + 1, askSource: false }, null],
    ['no time to ask her permission', { permission: 0 }, ['window_is_nothing', 'permission']],
    ['a supervisor told after nothing', { supervisorAfter: 0 }, ['window_is_nothing', 'supervisorAfter']],
    ['a supervisor told after two hours', { supervisorAfter: 2 * HOUR }, null],
  ])('%s', (_what, change, reason) => expect(refusalReason(change)).toEqual(reason))

  test('what a shelter begins with can be met under every standard that set-up takes', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 168 }), (standardHours) => {
        expect(policyRefusal(createFirstPolicy(standardHours, ['19:00', '07:00', '19:00']))).toBeNull()
      }),
    ))

  test('where nothing binds her hours, a policy that is not refused leaves room for every try of the first window', () =>
    fc.assert(
      fc.property(
        fc.record({
          standardHours: fc.integer({ min: 1, max: 60 }),
          gap: fc.integer({ min: 1, max: 20 }).map(hoursToMilliseconds),
          first: fc.integer({ min: 1, max: 6 }),
        }),
        ({ standardHours, gap, first }) => {
          const policy = { ...createFirstPolicy(standardHours, ['07:00']), gap, tries: { first, second: 0 } }
          fc.pre(policyRefusal(policy) === null)
          const scenario = startScenario(
            incoming({ standard: { hours: standardHours, mode: 'committed', policyVersion: 1 } }),
          ).changeSituation({ policy })
          for (let made = 0; made < first; made += 1) {
            const next = proposeForHandoff(scenario.handoff, scenario.around)
            expect(next).toMatchObject({ kind: 'slot', window: 'first', nth: made + 1 })
            if (next.kind === 'slot') scenario.setTime(next.at).run(attempt())
          }
        },
      ),
    ))
})

test('alerts are kept longest first and once, shifts in the order of the day', () => {
  const kept = sortPolicy({ ...DEFAULT_POLICY, alertsBefore: [HOUR, 4 * HOUR, HOUR], shiftStarts: ['19:00', '07:00', '19:00'] })
  expect(kept.alertsBefore).toEqual([4 * HOUR, HOUR])
  expect(kept.shiftStarts).toEqual(['07:00', '19:00'])
})

let number = 0
const past = (tookHours: number | null, change: Partial<PastHandoff> = {}): PastHandoff => ({
  id: `h${(number += 1)}` as PastHandoff['id'],
  number,
  receivedAt: T0,
  firstContactAt: tookHours === null ? null : T0 + tookHours * HOUR,
  firstBouncedAt: null,
  endedAt: null,
  bounce: null,
  interpreterMissing: false,
  stopped: false,
  hasFewSafeHours: false,
  tries: 1,
  ...change,
})
const replayed = (list: readonly PastHandoff[], now = T0 + 10 * DAY) => previewPolicy(list, { draft: 36, current: 24, now })

describe('releases in the policy (R1, R3)', () => {
  const release = (change: Partial<Policy['release']>) =>
    policyRefusal({ ...DEFAULT_POLICY, release: { ...DEFAULT_POLICY.release, ...change } })
  test('last at least a day', () => {
    expect(release({ days: 0 })).toMatchObject({ reason: 'window_is_nothing', field: 'release.days' })
    expect(release({ days: 1 })).toBeNull()
  })
  test('each rule says where it comes from', () => {
    const named = { who: 'outside', needed: true, basis: 'an act' } as const
    expect(release({ rules: [named, { who: 'police', needed: false, basis: '' }] })).toMatchObject({
      reason: 'reason_needed',
      field: 'release.rules',
    })
    expect(release({ rules: [named] })).toBeNull()
  })
})

describe('the past, replayed under a draft (C2)', () => {
  test('is the last ninety days', () => expect(PREVIEW_SPAN).toBe(90 * DAY))
  test('the limit itself is in time; a moment later is late', () => {
    const { of, late, lateNow } = replayed([past(24), past(24 + 1 / 3_600_000), past(36), past(36 + 1 / 3_600_000)])
    expect([of, lateNow, late]).toEqual([4, 3, 1])
  })
  test('who is not reached yet counts only when both standards have passed', () => {
    const open = past(null)
    expect(replayed([open], T0 + 36 * HOUR).of).toBe(0)
    expect(replayed([open], T0 + 37 * HOUR)).toMatchObject({ of: 1, late: 1, lateNow: 1 })
  })
  test('a bounce before contact is late whenever it was recorded; one that ended in time without it is not', () => {
    expect(replayed([past(null, { firstBouncedAt: T0 + 5 * HOUR })])).toMatchObject({ of: 1, late: 1, lateNow: 1 })
    expect(replayed([past(null, { endedAt: T0 + 5 * HOUR })])).toMatchObject({ of: 1, late: 0, lateNow: 0 })
  })
  test('reached in time she is not late, whatever came of it later; ended in time without contact neither, but a bounce is', () => {
    const bounced = { firstBouncedAt: T0 + 5 * HOUR, endedAt: T0 + 6 * HOUR }
    expect(replayed([past(4, bounced)])).toMatchObject({ of: 1, late: 0, lateNow: 0 })
    expect(replayed([past(null, bounced)])).toMatchObject({ of: 1, late: 1, lateNow: 1 })
  })
  test('what is decided counts before any standard has passed', () => {
    const decided = [past(2), past(null, { firstBouncedAt: T0 + HOUR }), past(null, { endedAt: T0 + HOUR }), past(null)]
    expect(replayed(decided, T0 + 3 * HOUR)).toMatchObject({ of: 3, late: 1 })
  })
  test('shortest first, of two as long the older number, and each with whether she was reached', () => {
    const list = [past(50), past(12), past(null, { endedAt: T0 + 40 * HOUR }), past(12)].map((one, index) => ({
      ...one,
      number: [7, 9, 8, 3][index] ?? 0,
    }))
    const { handoffs, those } = replayed(list)
    expect(handoffs).toEqual([
      { number: 3, hours: 12, reached: true, late: false, lateNow: false },
      { number: 9, hours: 12, reached: true, late: false, lateNow: false },
      { number: 8, hours: 40, reached: false, late: true, lateNow: true },
      { number: 7, hours: 50, reached: true, late: true, lateNow: true },
    ])
    expect(those.map(({ number: one, reached }) => [one, reached])).toEqual([
      [8, false],
      [7, true],
    ])
  })
  test('each late one says why: what was seen before what was counted', () => {
    const { those } = replayed([
      past(40, { tries: 3 }),
      past(41, { hasFewSafeHours: true }),
      past(42, { stopped: true, hasFewSafeHours: true }),
      past(43, { interpreterMissing: true, stopped: true }),
      past(44, { bounce: 'Bad contact info', interpreterMissing: true }),
      past(12, { bounce: 'Bad contact info' }),
    ])
    expect(those.map(({ reason }) => reason)).toEqual([
      { kind: 'tries', count: 3 },
      { kind: 'her_hours' },
      { kind: 'not_safe' },
      { kind: 'interpreter' },
      { kind: 'bounced', label: 'Bad contact info' },
    ])
    expect(those.map((one) => one.hours)).toEqual([40, 41, 42, 43, 44])
  })
  test('a longer standard never makes more of them late', () =>
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 90 })), { maxLength: 20 }), fc.nat(60), fc.nat(60), (list, a, b) => {
        const [shorter, longer] = [Math.min(a, b) + 1, Math.max(a, b) + 1]
        const result = previewPolicy(
          list.map((one) => past(one)),
          { draft: longer, current: shorter, now: T0 + 5 * DAY },
        )
        expect(result.late).toBeLessThanOrEqual(result.lateNow)
        expect(result.handoffs.filter(({ late }) => late)).toHaveLength(result.those.length)
      }),
    ))
})
