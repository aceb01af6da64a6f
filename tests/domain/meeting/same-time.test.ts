import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listMeetingTimes, listSameTime, type MeetingTime } from '#shared/domain/meeting/same-time'
import type { HandoffId } from '#shared/domain/core/ids'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { amira, bo, T0 } from '../../support/domain/people'

const one = 'one' as HandoffId
const two = 'two' as HandoffId
const time = (facts: Partial<MeetingTime> = {}): MeetingTime => ({ handoffId: two, number: 2, who: amira, at: T0, ...facts })
const asked = { handoffId: one, who: amira, at: T0 }

describe('two meetings of one worker at the same time (M7)', () => {
  test.each<readonly [string, MeetingTime, boolean]>([
    ['at the same minute', time(), true],
    ['half an hour later', time({ at: T0 + 30 * MINUTE }), true],
    ['half an hour before', time({ at: T0 - 30 * MINUTE }), true],
    ['a minute less than an hour later', time({ at: T0 + 59 * MINUTE }), true],
    ['a minute less than an hour before', time({ at: T0 - 59 * MINUTE }), true],
    ['an hour later: one after the other', time({ at: T0 + HOUR }), false],
    ['an hour before', time({ at: T0 - HOUR }), false],
    ['the next day at the same time', time({ at: T0 + DAY }), false],
    ['of a colleague', time({ who: bo }), false],
    ['of the same handoff: it is moved, not held twice', time({ handoffId: one }), false],
  ])('%s', (_when, other, isSame) => {
    expect(listSameTime([other], asked)).toEqual(isSame ? [other] : [])
  })

  test('the soonest comes first, and a meeting that runs is now; a paused one binds nobody', () => {
    const now = T0 + 5 * MINUTE
    const times = listMeetingTimes(
      {
        open: [
          { handoffId: two, number: 2, lead: { id: amira }, runningSince: T0 - 3 * HOUR },
          { handoffId: 'paused' as HandoffId, number: 4, lead: { id: amira }, runningSince: null },
        ],
        booked: [{ handoffId: 'three' as HandoffId, number: 3, owner: { id: amira }, at: T0 - 10 * MINUTE }],
      },
      now,
    )
    expect(listSameTime(times, asked).map(({ number }) => number)).toEqual([3, 2])
  })

  test('it is the same from both sides', () => {
    const anyTime = fc.record({
      handoffId: fc.constantFrom(one, two, 'three' as HandoffId),
      number: fc.constant(1),
      who: fc.constantFrom(amira, bo),
      at: fc.integer({ min: T0, max: T0 + 3 * HOUR }),
    })
    fc.assert(fc.property(anyTime, anyTime, (a, b) => listSameTime([a], b).length === listSameTime([b], a).length))
  })
})
