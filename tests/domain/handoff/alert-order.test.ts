import { expect, test } from 'vitest'
import { getAlertUrgency, orderByUrgency, type OrderedAlert, type AlertUrgency } from '#shared/domain/handoff/alert-order'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { T0 } from '../../support/domain/people'

const alert = (id: number, level: OrderedAlert['level'], fromNow: number, isDanger = false): OrderedAlert => ({
  id,
  level,
  dueAt: T0 + fromNow,
  isDanger,
})

test.each<[OrderedAlert['level'], number, boolean, AlertUrgency]>([
  ['before', 4 * HOUR, false, 'before'],
  ['before', HOUR, false, 'before'],
  ['before', HOUR - 1, false, 'due'],
  ['before', -1 * MINUTE, false, 'overdue'],
  ['due', 0, false, 'overdue'],
  ['due', -37 * MINUTE, false, 'overdue'],
  ['hourly', -5 * HOUR, false, 'overdue'],
  ['hourly', -5 * HOUR, true, 'danger'],
  ['before', 4 * HOUR, true, 'danger'],
  ['date', 7 * DAY, false, 'date'],
  ['date', -1 * HOUR, false, 'date'],
  ['date', 7 * DAY, true, 'date'],
])('%s, due %d ms from now, danger %s: %s (C3)', (level, fromNow, isDanger, urgency) => {
  expect(getAlertUrgency(alert(1, level, fromNow, isDanger), T0)).toBe(urgency)
})

test('a date in seven days never hides what is 37 minutes overdue, whichever was raised last (C3)', () => {
  const alerts = [
    alert(6, 'date', 7 * DAY),
    alert(5, 'before', 4 * HOUR),
    alert(4, 'before', 30 * MINUTE),
    alert(3, 'due', -37 * MINUTE),
    alert(2, 'hourly', -2 * HOUR),
    alert(1, 'before', 5 * HOUR, true),
  ]
  const order = [1, 2, 3, 4, 5, 6]
  expect(orderByUrgency(alerts, T0).map(({ id }) => id)).toEqual(order)
  expect(orderByUrgency(alerts.toReversed(), T0).map(({ id }) => id)).toEqual(order)
})
