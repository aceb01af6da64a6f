import { expect, test } from 'vitest'
import { invertHours, EVERY_HOUR } from '#shared/domain/contact/invert-hours'
import { daily, EVERY_DAY, WORKDAYS } from '../../support/domain/plans'

test('every minute of the week that her hours leave out, days alike in one line (P1)', () => {
  expect(invertHours([daily('09:00', '17:00')])).toEqual([daily('00:00', '09:00'), daily('17:00', '24:00')])
  expect(invertHours([daily('09:00', '24:00', WORKDAYS)])).toEqual([daily('00:00', '09:00', WORKDAYS), daily('00:00', '24:00', [6, 7])])
})
test('hours across midnight, from Sunday on into Monday as well', () =>
  expect(invertHours([daily('22:00', '02:00', [7])])).toEqual([
    { weekdays: [1], from: 120, to: 1440 },
    { weekdays: [2, 3, 4, 5, 6], from: 0, to: 1440 },
    { weekdays: [7], from: 0, to: 1320 },
  ]))
test('from a minute to the same minute is a whole day from then on', () =>
  expect(invertHours([daily('10:00', '10:00', [1])])).toEqual([
    { weekdays: [1], from: 0, to: 600 },
    { weekdays: [2], from: 600, to: 1440 },
    { weekdays: [3, 4, 5, 6, 7], from: 0, to: 1440 },
  ]))
test('nothing is left out of the whole week, and everything of no hours at all', () => {
  expect(invertHours([daily('00:00', '24:00')])).toEqual([])
  expect(invertHours([])).toEqual(EVERY_HOUR)
  expect(EVERY_HOUR).toEqual([{ weekdays: EVERY_DAY, from: 0, to: 1440 }])
})
