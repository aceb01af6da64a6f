import { expect, test } from 'vitest'
import { weekOf, worksWithHer } from '#shared/domain/feedback'
import { STRUCK } from '#shared/domain/kept-back'
import { HOUR } from '#shared/domain/moment'
import { withoutNames } from '#shared/domain/nameless'
import { amira, bo, EDMONTON, sol, T0 } from '../support/people'

const celia = { names: ['Célia Parr', 'Wren', 'Li'], initials: 'C. P.', kept: ['Larch Court'] }

test('what the team reads names her nowhere: not by name, alias, spelling or initials, and not by what she keeps back (A3)', () => {
  expect(withoutNames('celia signed the lease herself', celia)).toBe(`${STRUCK} signed the lease herself`)
  expect(withoutNames('Wren’s first week at Larch Court', celia)).toBe(`${STRUCK}’s first week at ${STRUCK}`)
  expect(withoutNames('C.P. and her son, C P and cp', celia)).toBe(`${STRUCK} and her son, ${STRUCK} and ${STRUCK}`)
})
test('a short name is struck out where it stands alone, not in other words', () => {
  expect(withoutNames('Li likes the light', celia)).toBe(`${STRUCK} likes the light`)
  expect(withoutNames('A. got a place', { names: [], initials: 'A.', kept: [] })).toBe('A. got a place')
})
test('a text that names nobody stays as it is', () => {
  expect(withoutNames('Moved into her own flat', celia)).toBe('Moved into her own flat')
})

test('of when she said it only the week is kept: from Monday in the shelter, over a clock change too (A6)', () => {
  // Friday 20 November 2026, 10:00.
  const week = weekOf(T0, EDMONTON)
  expect(T0 - week).toBe(4 * 24 * HOUR + 10 * HOUR)
  expect(weekOf(week, EDMONTON)).toBe(week)
  expect(weekOf(week - 1, EDMONTON)).toBe(week - 7 * 24 * HOUR)
})
test('whoever works with her, has worked with her or goes along with her does not ask (A6)', () => {
  const handoff = { assignedTo: amira, supporting: [bo] }
  expect([amira, bo, sol].map((me) => worksWithHer(handoff, null, me))).toEqual([true, true, false])
  expect(worksWithHer(handoff, sol, sol)).toBe(true)
})
