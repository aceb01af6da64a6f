import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { findNextSafeStretch } from '#shared/domain/contact/contact-plan'
import { chooseSafeMark } from '../../../electron/usecases/board/safe-mark'
import { EDMONTON, T0 } from '../../support/domain/people'
import { daily, times, version, WORKDAYS } from '../../support/domain/plans'

const openRecord = { direction: 'incoming', stopped: false, contactMade: false } as const

test('a stretch that is running has begun, to the second, for a screen that counts minutes (P1)', () => {
  const plan = version({ safeHours: times(daily('09:00', '12:00')) })
  const now = T0 + 31_500
  expect(chooseSafeMark(openRecord, plan, now, EDMONTON)).toMatchObject({ kind: 'only_hours', from: T0, until: T0 + 2 * HOUR })
})

test('what is remembered of a plan is what would be worked out again, minute by minute over a week', () => {
  const hours = { safeHours: times(daily('22:00', '02:00'), daily('09:30', '11:15', WORKDAYS)), neverHours: [daily('23:00', '23:45')] }
  const remembered = version({ ...hours, reverifyAfterDays: 90 })
  for (let now = T0; now < T0 + 7 * DAY; now += 7 * MINUTE + 13_000) {
    const fresh = findNextSafeStretch(remembered.plan, now, EDMONTON)
    expect(chooseSafeMark(openRecord, remembered, now, EDMONTON)).toEqual({
      kind: 'only_hours',
      from: Math.floor((fresh?.from ?? 0) / MINUTE) * MINUTE,
      until: fresh?.until,
    })
  }
  // An earlier time may be asked for again (another zone, another clock): nothing stale is returned.
  expect(chooseSafeMark(openRecord, remembered, T0, EDMONTON).until).toBe(findNextSafeStretch(remembered.plan, T0, EDMONTON)?.until)
})

test('a plan that anybody may ring at any hour has no hours to show; a stop is the heaviest mark (P4)', () => {
  expect(chooseSafeMark(openRecord, version(), T0, EDMONTON)).toEqual({ kind: 'may_call', from: null, until: null })
  expect(chooseSafeMark({ ...openRecord, stopped: true }, version(), T0, EDMONTON).kind).toBe('do_not_contact')
  expect(chooseSafeMark({ ...openRecord, direction: 'outgoing' }, null, T0, EDMONTON).kind).toBe('not_ours')
  expect(chooseSafeMark(openRecord, null, T0, EDMONTON).kind).toBe('not_verified')
})
