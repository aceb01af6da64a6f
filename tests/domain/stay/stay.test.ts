import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, parseLocal, startOfDay } from '#shared/domain/core/moment'
import { ok, refuse } from '#shared/domain/core/outcome'
import {
  getStartOfStayDay,
  checkStayBegin,
  checkContactAfterStay,
  getDayOfStay,
  checkStayEnd,
  getGoalsOverdueAt,
  getGoalsState,
  type StayFacts,
} from '#shared/domain/stay/stay'
import { T0 } from '../../support/domain/people'

const zone = 'America/Regina'
const spring = 'Europe/Berlin'
const at = (date: string, time: string, where = zone): number => {
  const parsed = parseLocal(date, time, where)
  if (!parsed.ok) throw new Error('no such time')
  return parsed.value
}
const intakeAt = at('2026-11-16', '23:50')
const stay = { intakeAt, goalsAskedAt: null, endedAt: null }

describe('the days of a stay (A4)', () => {
  it('count by the calendar: intake at 23:50 is day 1, ten minutes later is day 2', () => {
    expect(getDayOfStay(intakeAt, intakeAt, zone)).toBe(1)
    expect(getDayOfStay(intakeAt, at('2026-11-17', '00:00'), zone)).toBe(2)
  })

  it('the goals are talked about on day 3 and 4, and are overdue from the first minute of day 5', () => {
    const goalsStateAt = (date: string, time: string) => getGoalsState(stay, at(date, time), zone)
    expect(goalsStateAt('2026-11-17', '23:59')).toBe('later')
    expect(goalsStateAt('2026-11-18', '00:00')).toBe('due')
    expect(goalsStateAt('2026-11-19', '23:59')).toBe('due')
    expect(goalsStateAt('2026-11-20', '00:00')).toBe('overdue')
    expect(getGoalsOverdueAt(intakeAt, zone)).toBe(at('2026-11-20', '00:00'))
  })

  it('a talk that was had, and a stay that is over, ask for none', () => {
    expect(getGoalsState({ ...stay, goalsAskedAt: intakeAt + DAY }, intakeAt + 9 * DAY, zone)).toBe('asked')
    expect(getGoalsState({ ...stay, endedAt: intakeAt + DAY }, intakeAt + 9 * DAY, zone)).toBe('asked')
  })

  it('a day that the clock change makes an hour shorter is a day all the same', () => {
    const before = at('2026-03-27', '23:30', spring)
    expect(getStartOfStayDay(before, 3, spring)).toBe(at('2026-03-29', '00:00', spring))
    expect(getStartOfStayDay(before, 4, spring) - getStartOfStayDay(before, 3, spring)).toBe(23 * HOUR)
  })

  it('whatever the zone and the hour, day n begins where its beginning says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: at('2020-01-01', '00:00'), max: at('2030-01-01', '00:00') }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('America/Regina', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'),
        (from, day, where) => {
          const begins = getStartOfStayDay(from, day, where)
          expect(getDayOfStay(from, begins, where)).toBe(day)
          expect(day === 1 ? getDayOfStay(from, from, where) : getDayOfStay(from, begins - 1, where)).toBe(day === 1 ? 1 : day - 1)
          expect(startOfDay(begins, where)).toBe(begins)
        },
      ),
    )
  })
})

describe('what a stay refuses', () => {
  const over = { intakeAt, goalsAskedAt: null, endedAt: intakeAt + 3 * DAY }

  it('a second one while she stays, or one that lies in an earlier one', () => {
    expect(checkStayBegin([stay], intakeAt + DAY, intakeAt + DAY)).toMatchObject({ failure: { reason: 'stays_already' } })
    expect(checkStayBegin([over], intakeAt + DAY, intakeAt + 9 * DAY)).toMatchObject({
      failure: { reason: 'stays_already', field: 'intakeAt' },
    })
    expect(checkStayBegin([over], over.endedAt, intakeAt + 9 * DAY).ok).toBe(true)
  })

  it('an intake in the future, and an end before the intake, in the future, or twice', () => {
    expect(checkStayBegin([], intakeAt + 1, intakeAt)).toMatchObject({ failure: { reason: 'in_the_future' } })
    expect(checkStayEnd(stay, intakeAt - 1, intakeAt + DAY)).toMatchObject({ failure: { reason: 'before_received' } })
    expect(checkStayEnd(stay, intakeAt + DAY, intakeAt)).toMatchObject({ failure: { reason: 'in_the_future' } })
    expect(checkStayEnd(over, intakeAt + DAY, intakeAt + 9 * DAY)).toMatchObject({ failure: { reason: 'already_closed' } })
    expect(checkStayEnd(stay, intakeAt, intakeAt).ok).toBe(true)
  })

  it('contact afterwards needs her to have left, and a day that lies ahead where she wants it (A3)', () => {
    const now = intakeAt + 9 * DAY
    expect(checkContactAfterStay(stay, { wants: true, nextAt: now + DAY }, now)).toMatchObject({ failure: { reason: 'still_staying' } })
    expect(checkContactAfterStay(over, { wants: true, nextAt: null }, now)).toMatchObject({ failure: { reason: 'no_such_time' } })
    expect(checkContactAfterStay(over, { wants: true, nextAt: now }, now)).toMatchObject({ failure: { reason: 'due_in_the_past' } })
    expect(checkContactAfterStay(over, { wants: true, nextAt: now + 1 }, now).ok).toBe(true)
    expect(checkContactAfterStay(over, { wants: false, nextAt: null }, now).ok).toBe(true)
  })
})

describe('what a wrong answer about a stay is refused with (A3, A4)', () => {
  const stay = (facts: Partial<StayFacts> = {}): StayFacts => ({ intakeAt: T0, goalsAskedAt: null, endedAt: null, ...facts })
  const ended = (from: number, to: number) => stay({ intakeAt: from, endedAt: to })
  it('an intake is at this moment or before it, after every other stay', () => {
    expect(checkStayBegin([], T0, T0)).toEqual(ok(null))
    expect(checkStayBegin([], T0 + 1, T0)).toEqual(refuse('in_the_future', { field: 'intakeAt' }))
    const earlier = [ended(T0 - 9 * DAY, T0 - 8 * DAY), ended(T0 - 3 * DAY, T0 - DAY)]
    expect(checkStayBegin(earlier, T0 - DAY, T0)).toEqual(ok(null))
    expect(checkStayBegin(earlier, T0 - DAY - 1, T0)).toEqual(refuse('stays_already', { field: 'intakeAt' }))
  })
  it('an end lies between the intake and now, both included', () => {
    expect([checkStayEnd(stay(), T0, T0), checkStayEnd(stay(), T0 + DAY, T0 + DAY)]).toEqual([ok(null), ok(null)])
    expect(checkStayEnd(stay(), T0 + 1, T0)).toEqual(refuse('in_the_future', { field: 'at' }))
    expect(checkStayEnd(stay(), T0 - 1, T0)).toEqual(refuse('before_received', { field: 'at' }))
  })
  it('contact afterwards has a day to come where the person wants it, and needs none otherwise', () => {
    const left = ended(T0 - DAY, T0)
    const check = (wants: boolean | null, nextAt: number | null) => checkContactAfterStay(left, { wants, nextAt }, T0)
    expect(check(true, null)).toEqual(refuse('no_such_time', { field: 'nextContactAt' }))
    expect(check(true, T0)).toEqual(refuse('due_in_the_past', { field: 'nextContactAt' }))
    expect([check(true, T0 + 1), check(false, null), check(null, null), check(false, T0 - 1), check(false, T0 + 1)]).toEqual(
      [1, 2, 3, 4, 5].map(() => ok(null)),
    )
  })
})
