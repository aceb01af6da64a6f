import { describe, expect, test } from 'vitest'
import { getStartOfWeek, isWorkingWithPerson } from '#shared/domain/accompaniment/feedback'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { amira, bo, EDMONTON, sol, T0, wil } from '../../support/domain/people'

test('who works with the person does not ask how it was (A6)', () => {
  const handoff = { assignedTo: amira, supporting: [bo] }
  const asked = [amira, bo, sol, wil].map((worker) => isWorkingWithPerson(handoff, sol, worker))
  expect(asked).toEqual([true, true, true, false])
  expect(isWorkingWithPerson(handoff, null, sol)).toBe(false)
})

describe('only the week of an answer is kept (A6)', () => {
  // T0 is Friday 20 November 2026, 10:00 in Edmonton.
  const monday = T0 - 4 * DAY - 10 * HOUR
  test('from Monday at midnight, the shelter’s own, to the end of Sunday', () => {
    expect(getStartOfWeek(T0, EDMONTON)).toBe(monday)
    expect(getStartOfWeek(monday, EDMONTON)).toBe(monday)
    expect(getStartOfWeek(monday + 7 * DAY - 1, EDMONTON)).toBe(monday)
    expect(getStartOfWeek(monday + 7 * DAY, EDMONTON)).toBe(monday + 7 * DAY)
  })
})
