import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { PlanVersion } from '#shared/domain/contact/contact-plan'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { findPlanAt } from '#shared/domain/handoff/situation'
import { attempt, bounce, refusal } from '../../../support/domain/commands'
import { T0 } from '../../../support/domain/people'
import { daily, times, version, withHer } from '../../../support/domain/plans'
import { incoming, startScenario, type Scenario } from '../../../support/domain/scenario'

// T0 is 10:00 in the shelter's zone.
const changePlan = (scenario: Scenario, plan: PlanVersion): Scenario =>
  scenario.changeSituation({ plan }).run({ kind: 'change_plan', version: plan.version, verified: plan.verified !== null })
const hours = (from: string, to: string) => ({ safeHours: times(daily(from, to)) })
const marksOf = (scenario: Scenario) => scenario.handoff.attempts.at(-1)?.marks ?? []

describe('the plan of a moment', () => {
  const plans = [version({}, withHer(T0), 1), version({}, withHer(T0 + HOUR), 2)]
  test.each([
    ['before the first', T0 - 1, 1],
    ['when it was written', T0, 1],
    ['until the next', T0 + HOUR - 1, 1],
    ['from then on', T0 + HOUR, 2],
    ['long after', T0 + DAY, 2],
  ])('%s', (_name, at, no) => expect(findPlanAt({ plans }, at)?.version).toBe(no))
  test('none where none was ever written', () => expect(findPlanAt({ plans: [] }, T0)).toBeNull())
})

describe('a late entry is judged by the plan of its own moment (C9)', () => {
  test.each([
    [
      'outside the hours of then, inside those of now',
      hours('18:00', '20:00'),
      {},
      11 * HOUR - 10 * HOUR,
      ['late_entry', 'outside_safe_times'],
    ],
    ['inside the hours of then, outside those of now', {}, hours('18:00', '20:00'), HOUR, ['late_entry']],
    ['after the change, by the new one', hours('18:00', '20:00'), {}, 2 * HOUR + 30 * MINUTE, ['late_entry']],
    ['at the very moment of the change, by the new one', {}, hours('18:00', '20:00'), 2 * HOUR, ['late_entry', 'outside_safe_times']],
    ['on a channel that was allowed then', {}, { ways: [] }, HOUR, ['late_entry']],
    ['on a channel that was not allowed then', { ways: [] }, {}, HOUR, ['late_entry', 'channel_not_allowed']],
  ])('%s', (_name, before, after, at, marks) => {
    const scenario = startScenario(incoming(), { plan: version(before) }).advance(2 * HOUR)
    changePlan(scenario, version(after, withHer(T0 + 2 * HOUR), 2))
      .advance(HOUR)
      .run(attempt('no_answer', { at: T0 + at }))
    expect(marksOf(scenario)).toEqual(marks)
  })
  test('what only the source had verified still held before the first contact', () => {
    const source = version({}, { ...withHer(), with: 'source' })
    const scenario = startScenario(incoming(), { plan: source })
      .advance(2 * HOUR)
      .run(attempt('reached'))
    scenario.advance(HOUR).run(attempt('no_answer', { at: T0 + HOUR }))
    expect(marksOf(scenario)).toEqual(['late_entry'])
    scenario.run(attempt('no_answer'))
    expect(marksOf(scenario)).toEqual(['not_verified'])
  })
})

describe('the fallback is judged by the plan of each moment (C9, C5)', () => {
  const NEVER = { safeHours: times(daily('03:00', '03:00', [])) }
  const followed = (scenario: Scenario) => scenario.run(bounce({ dueAt: scenario.now + DAY })).handoff.bounces.at(-1)?.fallbackFollowed
  test('a plan that is narrowed at the end excuses nothing of the time before', () => {
    const scenario = startScenario(incoming(), { plan: version() }).advance(47 * HOUR)
    expect(followed(changePlan(scenario, version(NEVER, withHer(T0 + 47 * HOUR), 2)))).toBe(false)
  })
  test('a plan that is widened at the end asks for nothing of the time before', () => {
    const scenario = startScenario(incoming(), { plan: version(NEVER) }).advance(48 * HOUR - 1)
    changePlan(scenario, version({}, withHer(T0 + 48 * HOUR - 1), 2))
    expect(followed(scenario.advance(1))).toBe(false)
    const none = startScenario(incoming(), { plan: version(NEVER) }).advance(48 * HOUR)
    changePlan(none, version({}, withHer(T0 + 48 * HOUR), 2))
    expect(followed(none)).toBe(true)
  })
  test('tries that were made count, whatever the plan says later', () => {
    const scenario = startScenario(incoming(), { plan: version() }).advance(HOUR).run(attempt())
    scenario
      .advance(3 * HOUR)
      .run(attempt())
      .advance(22 * HOUR)
      .run(attempt())
      .advance(HOUR)
    expect(followed(changePlan(scenario, version(NEVER, withHer(scenario.now), 2)))).toBe(true)
  })
})

describe('an entry of a clock that was ahead', () => {
  const correct = (at: number, reason = 'the clock was wrong'): HandoffCommand => ({ kind: 'correct_attempt', no: 1, at, reason })
  /** An attempt that was written three days ahead; then the clock is put right. */
  const ahead = () =>
    startScenario()
      .setTime(T0 + 3 * DAY)
      .run(attempt())
      .setTime(T0 + HOUR)

  test('blocks no proposal', () => {
    expect(ahead().proposal).toMatchObject({ kind: 'slot', at: T0 + HOUR, nth: 1 })
    expect(startScenario().advance(HOUR).run(attempt()).proposal).toMatchObject({ kind: 'slot', at: T0 + 3 * HOUR, nth: 2 })
  })
  test('is put right with a reason, and judged by its own moment', () => {
    const scenario = ahead()
    expect(scenario.asks(correct(T0 + 30 * MINUTE, ''))).toEqual(refusal('reason_needed', 'reason'))
    expect(scenario.asks(correct(T0 + 2 * HOUR))).toEqual(refusal('in_the_future', 'at'))
    expect(scenario.asks(correct(T0 - 1))).toEqual(refusal('before_received', 'at'))
    scenario.run(correct(T0 + 30 * MINUTE))
    expect(scenario.handoff.attempts[0]).toMatchObject({ at: T0 + 30 * MINUTE, writtenAt: T0 + HOUR, marks: ['late_entry'] })
    expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0 + 150 * MINUTE, nth: 2 })
    expect(scenario.asks(correct(T0))).toEqual(refusal('clock_was_right'))
  })
  test('or taken back, although others came after it', () => {
    const scenario = ahead().run(attempt())
    expect(scenario.run({ kind: 'withdraw_attempt', no: 1 }).handoff.attempts.map(({ withdrawn }) => withdrawn)).toEqual([true, false])
    expect(startScenario().run(attempt(), attempt()).asks({ kind: 'withdraw_attempt', no: 1 })).toEqual(refusal('too_late_to_undo'))
  })
  test('a clock that was right asks for nothing', () => {
    expect(startScenario().run(attempt()).asks(correct(T0))).toEqual(refusal('clock_was_right'))
    expect(startScenario().asks(correct(T0))).toEqual(refusal('no_such_attempt'))
  })
})
