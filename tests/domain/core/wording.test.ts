import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import {
  formatDayAndTime,
  formatDay,
  formatElapsed,
  formatLongDay,
  formatMarginTime,
  formatMonth,
  getDueState,
  formatNumberWord,
  formatTime,
  formatTimeLeft,
} from '#shared/domain/core/wording'

const zone = 'America/Edmonton'
// Friday 20 November 2026, 16:42 on the shelter's clock (UTC-06 since June 2026).
const now = Date.UTC(2026, 10, 20, 22, 42)

describe('time left', () => {
  test.each([
    [48 * MINUTE, 'due in 48 min'],
    [48 * MINUTE + 59_999, 'due in 48 min'],
    [3 * HOUR + 12 * MINUTE, 'due in 3 h 12 min'],
    [HOUR, 'due in 1 h'],
    [17 * HOUR + 40 * MINUTE, 'due in 17 h'],
    [24 * HOUR, 'due in 24 h'],
    [2 * DAY, 'in 2 days'],
    [59_999, 'due now'],
    [0, 'due now'],
    [-1, 'just overdue'],
    [-37 * MINUTE, '37 min overdue'],
    [-(4 * HOUR + 12 * MINUTE), '4 h 12 min overdue'],
    [-3 * DAY, '3 days overdue'],
  ])('%i ms before the due time reads %s', (left, words) => expect(formatTimeLeft(now + left, now)).toBe(words))

  test('says what is awaited, when it is not a due time', () => {
    expect(formatTimeLeft(now + 108 * MINUTE, now, 'meets')).toBe('meets in 1 h 48 min')
    expect(formatTimeLeft(now + 2 * DAY, now, 'book')).toBe('book in 2 days')
    expect(formatTimeLeft(now + 59_999, now, 'meets')).toBe('meets now')
    expect(formatTimeLeft(now + MINUTE, now, 'meets')).toBe('meets in 1 min')
    expect([formatTimeLeft(now - MINUTE, now), formatTimeLeft(now - MINUTE + 1, now)]).toEqual(['1 min overdue', 'just overdue'])
  })

  test('never promises more time than there is', () => {
    for (let left = 0; left < 3 * HOUR; left += 7_919) {
      const [, h = '0', , min = '0'] = /^due (?:in (?:(\d+) h)?( )?(?:(\d+) min)?)?/.exec(formatTimeLeft(now + left, now)) ?? []
      expect((Number(h) * 60 + Number(min)) * MINUTE).toBeLessThanOrEqual(left)
    }
  })

  test('a clock is overdue a millisecond after its due time, and soon within four hours (C3)', () => {
    expect(getDueState(now, now)).toBe('soon')
    expect(getDueState(now, now + 1)).toBe('overdue')
    expect(getDueState(now + 4 * HOUR, now)).toBe('soon')
    expect(getDueState(now + 4 * HOUR + 1, now)).toBe('later')
  })
})

describe('the clock of the shelter', () => {
  test.each([
    [-37 * MINUTE, 'today 16:05'],
    [-37 * MINUTE - DAY, 'yesterday 16:05'],
    [16 * HOUR + 28 * MINUTE, 'tomorrow 9:10'],
    [3 * DAY + 16 * HOUR + 48 * MINUTE, 'Tue 24 Nov 9:30'],
    [-365 * DAY, 'Thu 20 Nov 2025 15:42'],
  ])('%i ms from now reads %s', (away, words) => expect(formatDayAndTime(now + away, now, zone)).toBe(words))

  test('the day changes at the shelter’s midnight, not at UTC’s', () => {
    const evening = Date.UTC(2026, 10, 21, 5, 59)
    expect(formatDay(evening, now, zone)).toBe('today')
    expect(formatDay(evening + MINUTE, now, zone)).toBe('tomorrow')
  })

  test('the margin leaves out what the eye knows', () => {
    expect(formatMarginTime(now, now, zone)).toBe('16:42')
    expect(formatMarginTime(now - DAY, now, zone)).toBe('yest. 16:42')
    expect(formatMarginTime(now + DAY, now, zone)).toBe('Sat 16:42')
    expect(formatMarginTime(now + 8 * DAY, now, zone)).toBe('28 Nov 16:42')
    // A weekday is unambiguous only for six days ahead or back; seven is too many.
    expect(formatMarginTime(now + 6 * DAY, now, zone)).toBe('Thu 16:42')
    expect(formatMarginTime(now - 6 * DAY, now, zone)).toBe('Sat 16:42')
    expect(formatMarginTime(now + 7 * DAY, now, zone)).toBe('27 Nov 16:42')
    expect(formatMarginTime(now - 7 * DAY, now, zone)).toBe('13 Nov 16:42')
    // For another year the year matters more than the hour.
    expect(formatMarginTime(now - 365 * DAY, now, zone)).toBe('20 Nov 2025')
  })

  test('every month and weekday has its name', () => {
    const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15, 18))
    expect(months.map((at) => formatMonth(at, zone)).join(', ')).toBe(
      'January 2024, February 2024, March 2024, April 2024, May 2024, June 2024, July 2024, August 2024, September 2024, October 2024, November 2024, December 2024',
    )
    expect(Array.from({ length: 7 }, (_, day) => formatLongDay(now + day * DAY, zone).split(' ')[0]).join(' ')).toBe(
      'Friday Saturday Sunday Monday Tuesday Wednesday Thursday',
    )
    expect(formatDay(now + 60 * DAY, now, zone)).toBe('Tue 19 Jan 2027')
  })

  test('no zone’s abbreviation is ever shown', () => {
    const words = [
      formatDayAndTime(now, now, zone),
      formatLongDay(now, zone),
      formatTime(now, zone),
      formatDayAndTime(now, now, 'Asia/Kathmandu'),
    ].join(' ')
    expect(words).not.toMatch(/[A-Z]{2,}|GMT|UTC/)
    expect(formatLongDay(now, zone)).toBe('Friday 20 November')
  })
})

test('lengths and small numbers in words', () => {
  expect(formatElapsed(10 * MINUTE)).toBe('10 min')
  expect(formatElapsed(30_000)).toBe('less than a minute')
  expect(formatElapsed(2 * HOUR)).toBe('2 h')
  expect(formatElapsed(-(2 * HOUR + 5 * MINUTE))).toBe('2 h 5 min')
  expect([formatElapsed(12 * HOUR - MINUTE), formatElapsed(12 * HOUR + 30 * MINUTE)]).toEqual(['11 h 59 min', '12 h'])
  expect([formatElapsed(2 * DAY - 1), formatElapsed(2 * DAY), formatElapsed(3 * DAY - 1)]).toEqual(['47 h', '2 days', '2 days'])
  expect(formatNumberWord(2, true)).toBe('Two')
  expect(Array.from({ length: 14 }, (_, n) => formatNumberWord(n)).join(' ')).toBe(
    'none one two three four five six seven eight nine ten eleven twelve 13',
  )
})
