import { expect, test } from 'vitest'
import { getStartOfWeek, isWorkingWithPerson } from '#shared/domain/accompaniment/feedback'
import { REDACTION_MARK } from '#shared/domain/person/redaction-mark'
import { HOUR } from '#shared/domain/core/moment'
import { redactNames } from '#shared/domain/person/redact-names'
import { amira, bo, EDMONTON, sol, T0 } from '../../support/domain/people'

const celia = { names: ['Célia Parr', 'Wren', 'Li'], initials: 'C. P.', withheld: ['Larch Court'] }

test('what the team reads names her nowhere: not by name, alias, spelling or initials, and not by what the person withholds (A3)', () => {
  expect(redactNames('celia signed the lease herself', celia)).toBe(`${REDACTION_MARK} signed the lease herself`)
  expect(redactNames('Wren’s first week at Larch Court', celia)).toBe(`${REDACTION_MARK}’s first week at ${REDACTION_MARK}`)
  expect(redactNames('C.P. and her son, C P and cp', celia)).toBe(`${REDACTION_MARK} and her son, ${REDACTION_MARK} and ${REDACTION_MARK}`)
})
test('a short name is redacted where it stands alone, not in other words', () => {
  expect(redactNames('Li likes the light', celia)).toBe(`${REDACTION_MARK} likes the light`)
  expect(redactNames('A. got a place', { names: [], initials: 'A.', withheld: [] })).toBe('A. got a place')
})
test.each([
  ['C. P. (8) signed', { initials: 'C. P.' }, `${REDACTION_MARK} (8) signed`],
  ['It was Li.', { names: ['Li'] }, `It was ${REDACTION_MARK}.`],
  ['AB came, then AB.', { initials: 'AB.' }, `${REDACTION_MARK} came, then ${REDACTION_MARK}.`],
  ['AB came', { initials: ' AB ' }, `${REDACTION_MARK} came`],
  ['A+B came, AB stayed', { initials: 'A+B' }, `${REDACTION_MARK} came, AB stayed`],
  ['Anas bag', { names: ['Ana'] }, `${REDACTION_MARK}s bag`],
  ['a cab for A-B', { names: ['A-B'] }, `a cab for ${REDACTION_MARK}`],
  ['Parr, Célia and Celia', { names: ['Parr,  Célia'] }, `${REDACTION_MARK} and ${REDACTION_MARK}`],
  ['- and .', { names: ['- .', ''], initials: '-.' }, '- and .'],
])('%j, of %j, reads %j', (text, known, redacted) =>
  expect(redactNames(text, { names: [], initials: '', withheld: [], ...known })).toBe(redacted),
)

test('a text that names nobody stays as it is', () => {
  expect(redactNames('Moved into her own flat', celia)).toBe('Moved into her own flat')
})

test('of when she said it only the week is kept: from Monday in the shelter, over a clock change too (A6)', () => {
  // Friday 20 November 2026, 10:00.
  const week = getStartOfWeek(T0, EDMONTON)
  expect(T0 - week).toBe(4 * 24 * HOUR + 10 * HOUR)
  expect(getStartOfWeek(week, EDMONTON)).toBe(week)
  expect(getStartOfWeek(week - 1, EDMONTON)).toBe(week - 7 * 24 * HOUR)
})
test('whoever works with her, has worked with her or goes along with her does not ask (A6)', () => {
  const handoff = { assignedTo: amira, supporting: [bo] }
  expect([amira, bo, sol].map((me) => isWorkingWithPerson(handoff, null, me))).toEqual([true, true, false])
  expect(isWorkingWithPerson(handoff, sol, sol)).toBe(true)
})
