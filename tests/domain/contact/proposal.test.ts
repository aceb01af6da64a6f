import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy/policy'
import { proposeContact, listUsableBookings } from '#shared/domain/contact/proposal'
import type { WeeklyHours } from '#shared/domain/contact/safe-hours'
import { attempt } from '../../support/domain/commands'
import { EDMONTON, T0 } from '../../support/domain/people'
import { daily, plan, times, version } from '../../support/domain/plans'
import { startScenario, incoming, outgoing, standard, type Scenario } from '../../support/domain/scenario'

// T0 is Friday 10:00 on the shelter's clock.
const at = (hours: number, length = 1) => ({ from: T0 + hours * HOUR, until: T0 + (hours + length) * HOUR })
const tries = (scenario: Scenario, ...hours: readonly number[]): Scenario => {
  for (const hour of hours) scenario.setTime(T0 + hour * HOUR).run(attempt())
  return scenario
}
const within = (...hours: readonly WeeklyHours[]) => startScenario(incoming(), { plan: version({ safeHours: times(...hours) }) })

describe('bookings of an interpreter (section 5, P1)', () => {
  const needed = (interpreter: readonly ReturnType<typeof at>[], facts = {}) =>
    startScenario(incoming(), { plan: version({ interpreter: 'needed', ...facts }), interpreter })

  test('the earliest one counts, in whatever order they were written', () =>
    expect(needed([at(9), at(3)]).proposal).toMatchObject({ at: T0 + 3 * HOUR, until: T0 + 4 * HOUR }))
  test('one that begins when the first window ends belongs to the second', () =>
    expect(needed([at(24)]).proposal).toMatchObject({ kind: 'slot', window: 'second', at: T0 + DAY, until: T0 + 25 * HOUR }))
  test('one that begins when the bounce is due helps nobody before it', () =>
    expect(needed([at(48)]).proposal).toMatchObject({ kind: 'slot', at: T0, because: ['interpreter_needed'] }))
  test('where the windows have no room, the earliest one after them is where she is tried', () => {
    const safeTimes = { safeHours: times(daily('09:00', '12:00', [3, 4])) }
    // Thursday was written before Wednesday.
    expect(needed([at(6 * 24), at(5 * 24)], safeTimes).proposal).toMatchObject({ kind: 'no_safe_moment', next: at(5 * 24) })
  })
  test('where no hours of hers bind us a booking is usable as far as it lies ahead', () => {
    expect(listUsableBookings([at(-2), at(-1), at(-0.5), at(3)], null, T0, EDMONTON)).toEqual([at(0, 0.5), at(3)])
    expect(listUsableBookings([at(-2), at(-1)], plan(), T0, EDMONTON)).toEqual([])
  })
})

describe('the tries of the windows (C5)', () => {
  test('a withdrawn one keeps no gap', () => {
    const one = { ...startScenario().run(attempt()).handoff.attempts[0], withdrawn: true } as ReturnType<
      typeof startScenario
    >['handoff']['attempts'][number]
    const question = {
      now: T0 + HOUR,
      zone: EDMONTON,
      policy: DEFAULT_POLICY,
      standard: standard(),
      from: T0,
      plan: null,
      interpreter: null,
    }
    expect(proposeContact({ ...question, attempts: [one] })).toMatchObject({ kind: 'slot', at: T0 + HOUR, nth: 1, because: [] })
  })
  test('three in the first window leave one to be made in the second', () =>
    expect(tries(startScenario(), 0, 3, 6).proposal).toMatchObject({ kind: 'slot', window: 'second', nth: 4 }))
  test('the ones of the second window made, and no room left for a missed one of the first, all that can be made are made', () =>
    expect(tries(within(daily('18:00', '19:00')), 8, 32).proposal).toEqual({ kind: 'tries_made', bounceDueAt: T0 + 2 * DAY }))
  test('in the second window nothing is said about room in the first', () => {
    for (const hour of [24, 25]) expect(startScenario().setTime(T0 + hour * HOUR).proposal).toMatchObject({ window: 'second' })
    expect(startScenario().setTime(T0 + DAY).proposal).toMatchObject({ because: ['second_window'] })
    expect(startScenario().setTime(T0 + 25 * HOUR).proposal).toMatchObject({ because: [] })
  })
  test('the next safe moment that is named lies after the windows, not in one whose tries are made', () => {
    // Fridays only, until 20:00; both attempts of today are made by 12:00.
    expect(tries(within(daily('10:00', '20:00', [5])), 0, 2).proposal).toMatchObject({
      kind: 'no_safe_moment',
      next: { from: T0 + 7 * DAY, until: T0 + 7 * DAY + 10 * HOUR },
    })
  })
})

describe('whether the fallback was followed (C5, section 12)', () => {
  const stopAt = (scenario: Scenario, hour: number) => scenario.setTime(T0 + hour * HOUR).run({ kind: 'stop' })
  const mayHelp = () => startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })

  test('nobody’s hours excuse a receiver who was never chased, and no plan excuses us (H8)', () => {
    const never = version({ neverHours: [daily('00:00', '24:00')] })
    expect(startScenario(outgoing(), { plan: never }).fallbackFollowed).toBe(false)
    expect(startScenario(incoming(), { plan: never }).fallbackFollowed).toBe(true)
    expect(startScenario(incoming(), { plan: null }).fallbackFollowed).toBe(false)
  })
  test('hours as long as the gap have room for one try, not for two', () =>
    expect(tries(within(daily('18:00', '20:00')), 8, 32).fallbackFollowed).toBe(true))
  test('a stop excuses what was still to be made, not a window that was over (P4)', () => {
    expect(stopAt(startScenario(), 23).fallbackFollowed).toBe(true)
    expect(stopAt(startScenario(), 24).fallbackFollowed).toBe(false)
    expect(stopAt(tries(startScenario(), 0, 3), 30).fallbackFollowed).toBe(true)
    expect(stopAt(tries(startScenario(), 0, 3), 48).fallbackFollowed).toBe(false)
  })
  test('nor does it excuse a source that was not asked while there was time', () => {
    expect(stopAt(tries(mayHelp(), 0, 3), 47).fallbackFollowed).toBe(true)
    expect(stopAt(tries(mayHelp(), 0, 3, 25), 48).fallbackFollowed).toBe(false)
    expect(stopAt(tries(mayHelp(), 0, 3, 25), 49).fallbackFollowed).toBe(false)
  })
})
