import { describe, expect, test } from 'vitest'
import { chooseLane, getUrgency } from '#shared/domain/board/lane'
import { DAY, findShiftEnd, HOUR } from '#shared/domain/core/moment'
import { HANDOFF_STATE_KINDS, type HandoffStateKind } from '#shared/domain/handoff/handoff'
import { DEFAULT_POLICY } from '#shared/domain/policy/policy'
import { EDMONTON, T0 } from '../../support/domain/people'
import { startScenario } from '../../support/domain/scenario'
import { confirmed, STATE_PATHS } from '../../support/domain/state-paths'

describe('the lane of a row', () => {
  const shiftEndsAt = findShiftEnd(T0, DEFAULT_POLICY.shiftStarts, EDMONTON)
  const lane = (kind: HandoffStateKind, clock: number, measured = false) =>
    chooseLane(STATE_PATHS[kind][0]().state, clock, measured, T0, shiftEndsAt)

  test('the shift ends at 19:00', () => expect(shiftEndsAt).toBe(T0 + 9 * HOUR))
  test.each(HANDOFF_STATE_KINDS)('%s is overdue a millisecond after its clock, and due this shift until the shift ends', (kind) => {
    expect(lane(kind, T0 - 1)).toBe('overdue')
    expect(lane(kind, T0)).toBe('this_shift')
    expect(lane(kind, shiftEndsAt)).toBe('this_shift')
    expect(lane(kind, shiftEndsAt + 1)).not.toBe('this_shift')
  })
  test.each([
    ['contact_due', 'later'],
    ['attempting', 'later'],
    ['reached_not_confirmed', 'later'],
    ['bounced', 'later'],
    ['waiting_for_her', 'waiting'],
    ['loop_back_asked', 'waiting'],
    ['on_hold', 'waiting'],
    ['permission_pending', 'waiting'],
    ['confirmed', 'to_book'],
    ['meeting_booked', 'to_book'],
    ['accompanying', 'to_book'],
  ] as const)('after this shift %s stands under %s', (kind, expected) => expect(lane(kind, shiftEndsAt + 1)).toBe(expected))
  test('a source that is only measured raises no alarm: never overdue, never soon (C2)', () => {
    const { state } = startScenario()
    expect(lane('contact_due', T0 - 1, true)).toBe('later')
    expect(getUrgency('later', state, T0 - 1, true, T0)).toBe('later')
    expect(getUrgency('this_shift', state, T0 + HOUR, true, T0)).toBe('later')
  })
  test.each([
    ['contact_due', T0 - 1, 'overdue'],
    ['contact_due', T0 + 4 * HOUR, 'soon'],
    ['contact_due', T0 + 4 * HOUR + 1, 'later'],
    ['waiting_for_her', T0 + DAY, 'waiting'],
    ['on_hold', T0 + DAY, 'waiting'],
    ['confirmed', T0 + DAY, 'confirmed'],
    ['bounced', T0 + DAY, 'later'],
  ] as const)('%s with its clock at %i stands as %s (C3)', (kind, clock, urgency) => {
    expect(getUrgency(lane(kind, clock), STATE_PATHS[kind][0]().state, clock, false, T0)).toBe(urgency)
  })
})

test('a hold that ends within this shift still waits on somebody else', () => {
  const { state } = confirmed().run({ kind: 'put_on_hold', reviewAt: T0 + 7 * HOUR, what: '' })
  expect(getUrgency('this_shift', state, T0 + 7 * HOUR, false, T0)).toBe('waiting')
  expect(getUrgency('this_shift', startScenario().state, T0 + 7 * HOUR, false, T0)).toBe('later')
})

test('a row that says "call her now" stands under "due now", never under "later"', () => {
  const shiftEndsAt = findShiftEnd(T0, DEFAULT_POLICY.shiftStarts, EDMONTON)
  const { state } = startScenario()
  const lane = (dueAt: number, measured: boolean, isContactNow: boolean) =>
    chooseLane(state, dueAt, measured, T0, shiftEndsAt, isContactNow)
  expect(lane(T0 + DAY, false, true)).toBe('this_shift')
  expect(lane(T0 + DAY, false, false)).toBe('later')
  expect(lane(T0 + DAY, true, true)).toBe('this_shift')
  expect(lane(T0 - 1, true, true)).toBe('this_shift')
  expect(lane(T0 - 1, true, false)).toBe('later')
  expect(lane(T0 - 1, false, true)).toBe('overdue')
})
