import { afterEach, describe, expect, test } from 'vitest'
import {
  formatMinute,
  DAY,
  daysBetween,
  endOfDay,
  HOUR,
  toInstant,
  formatIso,
  isZone,
  toLocalTime,
  MINUTE,
  parseMinute,
  getOffsetMinutes,
  parseLocal,
  findShiftEnd,
  startOfDay,
} from '#shared/domain/core/moment'
import { EDMONTON, T0 } from '../../support/domain/people'
import { daily, times, version } from '../../support/domain/plans'
import { startScenario, incoming } from '../../support/domain/scenario'

const SHIFTS = ['07:00', '19:00']
const toronto = 'America/Toronto'
const berlin = 'Europe/Berlin'

describe('both Alberta years', () => {
  test('noon in December 2025 is UTC−07, in December 2026 UTC−06: the clock was not turned back again', () => {
    expect([getOffsetMinutes(Date.UTC(2025, 11, 10, 19), EDMONTON), getOffsetMinutes(Date.UTC(2026, 11, 10, 18), EDMONTON)]).toEqual([
      -420, -360,
    ])
    expect(parseLocal('2025-12-10', '12:00', EDMONTON)).toEqual({ ok: true, value: Date.UTC(2025, 11, 10, 19) })
    expect(parseLocal('2026-12-10', '12:00', EDMONTON)).toEqual({ ok: true, value: Date.UTC(2026, 11, 10, 18) })
  })
  test('the night of 1 November has an hour more in 2025 (the 2nd) and none in 2026', () => {
    const length = (at: number) => endOfDay(at, EDMONTON) - startOfDay(at, EDMONTON)
    expect([length(Date.UTC(2025, 10, 2, 18)), length(Date.UTC(2026, 10, 1, 18))]).toEqual([25 * HOUR, 24 * HOUR])
    expect(length(Date.UTC(2026, 2, 8, 18))).toBe(23 * HOUR)
  })
  test.each([
    [2025, Date.UTC(2025, 11, 10, 16), Date.UTC(2025, 11, 11, 1)],
    [2026, Date.UTC(2026, 11, 10, 15), Date.UTC(2026, 11, 11, 0)],
  ])('in December %i at 9:00 the person may be called at 18:00 of the person’s clock', (_year, now, evening) => {
    const scenario = startScenario(incoming(), { now, plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
    expect(toLocalTime(now, EDMONTON).minute).toBe(540)
    expect(scenario.proposal).toMatchObject({ kind: 'slot', at: evening, until: evening + 2 * HOUR })
  })
  test('the shift ends at 19:00 of the wall clock in both', () => {
    expect(findShiftEnd(Date.UTC(2025, 11, 10, 19), SHIFTS, EDMONTON)).toBe(Date.UTC(2025, 11, 11, 2))
    expect(findShiftEnd(Date.UTC(2026, 11, 10, 18), SHIFTS, EDMONTON)).toBe(Date.UTC(2026, 11, 11, 1))
  })
})

describe('a spring and an autumn change elsewhere', () => {
  test.each([
    ['Toronto in spring', toronto, Date.UTC(2026, 2, 8, 3)],
    ['Toronto in autumn', toronto, Date.UTC(2026, 10, 1, 2)],
    ['Berlin in spring', berlin, Date.UTC(2026, 2, 28, 21)],
    ['Berlin in autumn', berlin, Date.UTC(2026, 9, 24, 20)],
  ])('the night shift over it is an hour shorter or longer: %s', (name, inZone, now) => {
    const end = findShiftEnd(now, SHIFTS, inZone)
    expect(toLocalTime(end, inZone).minute).toBe(420)
    const begun = toInstant(toLocalTime(now, inZone).date, 19 * 60, inZone)
    expect(end - begun).toBe(name.endsWith('spring') ? 11 * HOUR : 13 * HOUR)
  })
  test('a shift that would start in the jump starts after it', () => {
    expect(findShiftEnd(Date.UTC(2026, 2, 8, 5), ['02:30', '14:30'], toronto)).toBe(Date.UTC(2026, 2, 8, 7))
  })
  test('a time that was jumped over is the moment after the jump, one that comes twice the earlier', () => {
    expect(toInstant('2026-03-08', 2 * 60, toronto)).toBe(Date.UTC(2026, 2, 8, 7))
    expect(toInstant('2026-03-08', 2 * 60 + 59, toronto)).toBe(Date.UTC(2026, 2, 8, 7))
    expect(toInstant('2026-11-01', 90, toronto)).toBe(Date.UTC(2026, 10, 1, 5, 30))
  })
  test('tomorrow is tomorrow on days of 23 and 25 hours', () => {
    expect(daysBetween(Date.UTC(2026, 2, 8, 4, 59), Date.UTC(2026, 2, 8, 5), toronto)).toBe(1)
    expect(daysBetween(Date.UTC(2026, 10, 1, 4), Date.UTC(2026, 10, 2, 4, 59), toronto)).toBe(0)
    expect(daysBetween(Date.UTC(2026, 10, 2, 5), Date.UTC(2026, 10, 1, 4), toronto)).toBe(-1)
  })
})

describe('a date and time as a worker types it', () => {
  test.each([
    ['2026-03-08', '02:30', toronto],
    ['2026-03-29', '2:00', berlin],
    ['2026-03-08', '02:59', EDMONTON],
    ['2026-09-06', '00:30', 'America/Santiago'],
  ])('%s %s in %s was jumped over and does not exist', (date, time, inZone) => {
    expect(parseLocal(date, time, inZone)).toMatchObject({ ok: false, failure: { reason: 'no_such_time' } })
  })
  test('the edges of the jump exist', () => {
    expect(parseLocal('2026-03-08', '01:59', toronto)).toEqual({ ok: true, value: Date.UTC(2026, 2, 8, 6, 59) })
    expect(parseLocal('2026-03-08', '03:00', toronto)).toEqual({ ok: true, value: Date.UTC(2026, 2, 8, 7) })
    // Alberta no longer changes its clocks: this time exists in 2027.
    expect(parseLocal('2027-03-14', '02:30', EDMONTON)).toEqual({ ok: true, value: Date.UTC(2027, 2, 14, 8, 30) })
  })
  test('of a time that comes twice it is the earlier: a deadline is never given an hour more', () => {
    expect(parseLocal('2026-11-01', '1:30', toronto)).toEqual({ ok: true, value: Date.UTC(2026, 10, 1, 5, 30) })
  })
  test.each([['9:10'], ['0910'], ['09h10'], ['9.10'], [' 09:10 ']])('%s is ten past nine', (time) => {
    for (const date of ['2026-11-20', ' 2026-11-20 '])
      expect(parseLocal(date, time, EDMONTON)).toEqual({ ok: true, value: T0 - 50 * MINUTE })
  })
  test.each([
    ['2026-02-29', '9:00'],
    ['2026-11-31', '9:00'],
    ['2026-11-20', '24:00'],
    ['2026-11-20', '9:60'],
    ['2026-11-20', ''],
    ['', '9:00'],
    ['20.11.2026', '9:00'],
    ['2026-11-20', '9'],
    ['2026-11-20', '9:105'],
    ['2026-11-20', '19:10'.repeat(2)],
  ])('%s %s is not in the calendar', (date, time) =>
    expect(parseLocal(date, time, EDMONTON)).toMatchObject({ ok: false, failure: { reason: 'no_such_time' } }),
  )
})

describe.skipIf(process.env['UNDER_MUTATION'])('an office PC in the wrong zone', () => {
  const own = process.env['TZ']
  afterEach(() => {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  })
  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'UTC'])(
    'in %s everything still goes by the shelter’s clock',
    (pc) => {
      process.env['TZ'] = pc
      expect(new Date(T0).getHours()).toBe(toLocalTime(T0, pc).minute / 60)
      expect(toLocalTime(T0, EDMONTON)).toEqual({ date: '2026-11-20', minute: 600, weekday: 5 })
      expect(parseLocal('2026-11-20', '10:00', EDMONTON)).toEqual({ ok: true, value: T0 })
      expect(findShiftEnd(T0, SHIFTS, EDMONTON)).toBe(T0 + 9 * HOUR)
      const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
      expect(scenario.proposal).toMatchObject({ at: T0 + 8 * HOUR, until: T0 + 10 * HOUR })
    },
  )
  test('its distance from the shelter’s zone can be told, so that nobody turns the clock (T3)', () => {
    expect(getOffsetMinutes(T0, 'Asia/Kathmandu') - getOffsetMinutes(T0, EDMONTON)).toBe(345 + 360)
  })
})

test('a zone that does not exist is no zone', () => {
  expect(['America/Edmonton', 'Edmonton', '', 'America/Nowhere'].map(isZone)).toEqual([true, false, false, false])
  expect(endOfDay(T0, EDMONTON) - startOfDay(T0, EDMONTON)).toBe(DAY)
})

test('in a file that outlives the office the shelter’s clock stands with its distance from UTC', () => {
  expect(formatIso(T0, EDMONTON)).toBe('2026-11-20T10:00:00-06:00')
  expect(formatIso(T0 + 999, 'UTC')).toBe('2026-11-20T16:00:00Z')
})
test('hours of a day are minutes and back again; midnight at its end is 0:00', () => {
  expect([parseMinute('00:00'), parseMinute('09:05'), parseMinute('23:59')]).toEqual([0, 545, 1439])
  expect([0, 545, 1439, 1440].map(formatMinute)).toEqual(['00:00', '09:05', '23:59', '00:00'])
})
test('a shift begins at its very start, and without shifts it is a day long', () => {
  const seven = toInstant('2026-11-20', 7 * 60, EDMONTON)
  expect(findShiftEnd(seven - 1, SHIFTS, EDMONTON)).toBe(seven)
  expect(findShiftEnd(seven, SHIFTS, EDMONTON)).toBe(seven + 12 * HOUR)
  expect(findShiftEnd(seven, [], EDMONTON)).toBe(seven + DAY)
})
