import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Weekday } from '#shared/domain/core/moment'
import { parseAllHours, crossesMidnight, parseHours, toTypedHours } from '../../../../renderer/components/times/hours-text'

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const createHours = (from: string, to: string, weekdays: readonly Weekday[] = EVERY_DAY) => ({ weekdays, from, to })

test('hours are read as people write them', () => {
  expect(parseHours(createHours('18:00', '20:30'))).toEqual({ weekdays: EVERY_DAY, from: 1080, to: 1230 })
  expect(parseHours(createHours('9', '11h15'))).toEqual({ weekdays: EVERY_DAY, from: 540, to: 675 })
  expect(parseHours(createHours('0:00', '24:00'))).toEqual({ weekdays: EVERY_DAY, from: 0, to: 1440 })
})

test('an end before the start lies on the next day, and the screen says so', () => {
  expect(crossesMidnight(createHours('22:00', '2:00'))).toBe(true)
  expect(crossesMidnight(createHours('18:00', '20:00'))).toBe(false)
  expect(crossesMidnight(createHours('18:00', '24:00'))).toBe(false)
})

test('what is wrong with a line is named: the days, the start, the end, or no length at all', () => {
  expect(parseHours(createHours('18:00', '20:00', []))).toBe('days')
  expect(parseHours(createHours('24:00', '20:00'))).toBe('from')
  expect(parseHours(createHours('18:00', '25:00'))).toBe('to')
  expect(parseHours(createHours('18:00', '6 pm'))).toBe('to')
  expect(parseHours(createHours('18:00', '18:00'))).toBe('same')
  expect(parseAllHours([createHours('18:00', '20:00'), createHours('', '')])).toBeNull()
})

test('whatever hours a plan holds, the fields show them and give them back', () => {
  const hours = fc
    .record({
      weekdays: fc.subarray([...EVERY_DAY], { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 1440 }),
    })
    .filter(({ from, to }) => from !== to)
  fc.assert(
    fc.property(hours, (one) => {
      expect(parseHours(toTypedHours(one))).toEqual(one)
    }),
  )
})
