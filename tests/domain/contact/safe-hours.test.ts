import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { findNextSafeHours, listSafeStretches, type SafeHours, type WeeklyHours } from '#shared/domain/contact/safe-hours'
import { isSafeByTheClock, moment, neverHours, safeHours, zone } from '../../support/domain/arbitrary'
import { EDMONTON, T0 } from '../../support/domain/people'
import { daily, times, WORKDAYS } from '../../support/domain/plans'
import { scaleRuns } from '../../support/domain/run-count'

/** Local hours as UTC, for the zones in these tests. */
const stretches = (safe: SafeHours, never: readonly WeeklyHours[], from: number, until: number, inZone: string) =>
  listSafeStretches(safe, never, from, until, inZone).map(
    (one) => `${new Date(one.from).toISOString().slice(5, 16)} ${new Date(one.until).toISOString().slice(5, 16)}`,
  )
const day = (...at: [number, number, number]) => Date.UTC(...at)

describe('safe stretches (P1, C5)', () => {
  test('hours repeat by weekday, are cut at the ends and merged where they touch', () => {
    const safe = times(daily('09:00', '12:00', WORKDAYS), daily('12:00', '13:00', WORKDAYS), daily('11:00', '12:30', WORKDAYS))
    // T0 is Friday 10:00; the next working day is Monday.
    expect(listSafeStretches(safe, [], T0, T0 + 3.5 * DAY, EDMONTON)).toEqual([
      { from: T0, until: T0 + 3 * HOUR },
      { from: T0 + 3 * DAY - HOUR, until: T0 + 3 * DAY + 3 * HOUR },
    ])
  })
  test('hours that cross midnight belong to the day they begin on', () => {
    const friday = times(daily('22:00', '02:00', [5]))
    expect(listSafeStretches(friday, [], T0, T0 + 7 * DAY, EDMONTON)).toEqual([{ from: T0 + 12 * HOUR, until: T0 + 16 * HOUR }])
    expect(listSafeStretches(friday, [], T0 + 15 * HOUR, T0 + 7 * DAY, EDMONTON)).toEqual([{ from: T0 + 15 * HOUR, until: T0 + 16 * HOUR }])
  })
  test('from a minute to the same minute is a whole day from then on', () =>
    expect(listSafeStretches(times(daily('10:00', '10:00', [5])), [], T0, T0 + 7 * DAY, EDMONTON)).toEqual([{ from: T0, until: T0 + DAY }]))
  test('never-hours win over safe hours, and may leave nothing', () => {
    const safe = times(daily('09:00', '17:00'))
    expect(listSafeStretches(safe, [daily('08:00', '12:00')], T0, T0 + 8 * HOUR, EDMONTON)).toEqual([
      { from: T0 + 2 * HOUR, until: T0 + 7 * HOUR },
    ])
    expect(listSafeStretches(safe, [daily('00:00', '24:00')], T0, T0 + 8 * DAY, EDMONTON)).toEqual([])
    expect(findNextSafeHours(safe, [daily('00:00', '24:00')], T0, EDMONTON)).toBeNull()
  })
  test('between a moment and itself, or one before it, there is no stretch', () => {
    for (const until of [T0, T0 - HOUR]) expect(listSafeStretches({ kind: 'any' }, [], T0, until, EDMONTON)).toEqual([])
  })
  test('the end of a stretch is not safe any more', () => {
    const safe = times(daily('10:00', '11:00'))
    expect(findNextSafeHours(safe, [], T0 + HOUR - 1, EDMONTON)).toMatchObject({ from: T0 + HOUR - 1 })
    expect(findNextSafeHours(safe, [], T0 + HOUR, EDMONTON)).toMatchObject({ from: T0 + DAY })
  })
  test('a stretch once a week is found from just after it', () => {
    expect(findNextSafeHours(times(daily('10:00', '10:01', [5])), [], T0 + MINUTE, EDMONTON)).toEqual({
      from: T0 + 7 * DAY,
      until: T0 + 7 * DAY + MINUTE,
    })
  })
})

describe('on the days of a clock change', () => {
  // Toronto, 8 March 2026: 2:00 becomes 3:00 (07:00 UTC). 1 November 2026: 2:00 becomes 1:00 (06:00 UTC).
  const spring = [day(2026, 2, 8) + 5 * HOUR, day(2026, 2, 9) + 4 * HOUR] as const
  const autumn = [day(2026, 10, 1) + 4 * HOUR, day(2026, 10, 2) + 5 * HOUR] as const
  const toronto = 'America/Toronto'

  test('safe hours that were jumped over never come', () => {
    expect(stretches(times(daily('02:15', '02:45')), [], ...spring, toronto)).toEqual([])
  })
  test('safe hours that begin before the jump end with it, not an hour later', () => {
    expect(stretches(times(daily('01:30', '02:30')), [], ...spring, toronto)).toEqual(['03-08T06:30 03-08T07:00'])
  })
  test('never-hours that begin inside the jump hold from its end', () => {
    expect(stretches({ kind: 'any' }, [daily('02:30', '04:00')], ...spring, toronto)).toEqual([
      '03-08T05:00 03-08T07:00',
      '03-08T08:00 03-09T04:00',
    ])
  })
  test('an hour that comes twice is safe twice, and never twice', () => {
    expect(stretches(times(daily('01:00', '01:30')), [], ...autumn, toronto)).toEqual([
      '11-01T05:00 11-01T05:30',
      '11-01T06:00 11-01T06:30',
    ])
    expect(stretches(times(daily('00:00', '03:00')), [daily('01:30', '01:45')], ...autumn, toronto)).toEqual([
      '11-01T04:00 11-01T05:30',
      '11-01T05:45 11-01T06:30',
      '11-01T06:45 11-01T08:00',
    ])
  })
  test('safe hours across the overlap pause while her clock shows a time before them again', () => {
    expect(stretches(times(daily('01:30', '03:00')), [], ...autumn, toronto)).toEqual([
      '11-01T05:30 11-01T06:00',
      '11-01T06:30 11-01T08:00',
    ])
  })
  test('the whole day is 23 and 25 hours long', () => {
    const sunday = times(daily('00:00', '24:00', [7]))
    const length = (from: number, until: number) =>
      listSafeStretches(sunday, [], from - DAY, until + DAY, toronto).map((one) => one.until - one.from)
    expect([length(...spring), length(...autumn)]).toEqual([[23 * HOUR], [25 * HOUR]])
  })
})

describe('laws', () => {
  test('agrees minute by minute with the wall clock, in every zone and across every change (P1)', () => {
    fc.assert(
      fc.property(safeHours, neverHours, moment, zone, (safe, never, at, inZone) => {
        const from = Math.floor(at / MINUTE) * MINUTE
        const until = from + 30 * HOUR
        const found = listSafeStretches(safe, never, from, until, inZone)
        for (let minute = from; minute < until; minute += MINUTE) {
          const claimed = found.some((one) => minute >= one.from && minute < one.until)
          if (claimed !== isSafeByTheClock(safe, never, minute, inZone))
            throw new Error(`differs at ${new Date(minute).toISOString()} in ${inZone}`)
        }
      }),
      { numRuns: scaleRuns(40) },
    )
  })
  test('stretches are in order, apart, and inside what was asked for', () => {
    fc.assert(
      fc.property(safeHours, neverHours, moment, zone, fc.integer({ min: 0, max: 9 * DAY }), (safe, never, from, inZone, length) => {
        const found = listSafeStretches(safe, never, from, from + length, inZone)
        const edges = found.flatMap((one) => [one.from, one.until])
        expect(
          edges.every((edge, index) => edge >= from && edge <= from + length && (index === 0 || edge > (edges[index - 1] ?? -Infinity))),
        ).toBe(true)
      }),
    )
  })
})
