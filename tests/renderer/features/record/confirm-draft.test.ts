import { expect, test } from 'vitest'
import {
  EMPTY_DEADLINE,
  EMPTY_STEP,
  isDeadlineAnswered,
  isStepWhole,
  listMissingAfter,
  type ConfirmDraft,
} from '../../../../renderer/features/record/confirmation/confirm-draft'

const ZONE = 'America/Regina'
/** Friday 20 November 2026, 16:44 at the shelter. */
const NOW = Date.UTC(2026, 10, 20, 22, 44)
const tomorrow = { date: 'tomorrow', time: '9:30' }
const court = { ...EMPTY_DEADLINE, at: tomorrow, routedTo: 'Birch Street Legal' }
const whole: ConfirmDraft = {
  wayRight: true,
  step: { ...EMPTY_STEP, what: 'Meet the lawyer' },
  answer: 'none',
  dates: [],
  earlier: null,
}
const all = { missing: ['way', 'next_step', 'deadline_risks'] } as const
const listMissing = (change: Partial<ConfirmDraft>, missing: readonly ('way' | 'next_step' | 'deadline_risks')[] = all.missing) =>
  listMissingAfter({ missing: [...missing] }, { ...whole, ...change }, NOW, ZONE)

test('three of three parts are there only where nothing of them is empty (C4)', () => expect(listMissing({})).toEqual([]))

test.each([
  ['a date was to be added, and its line is empty', { answer: 'dates', dates: [EMPTY_DEADLINE] }],
  ['no line is left', { answer: 'dates', dates: [] }],
  ['nobody handles the date', { answer: 'dates', dates: [{ ...court, routedTo: ' ' }] }],
  ['the date is empty', { answer: 'dates', dates: [{ ...court, at: { date: '', time: '' } }] }],
  ['the date cannot be read', { answer: 'dates', dates: [{ ...court, at: { date: 'soon', time: '9:30' } }] }],
  ['one of two dates is empty', { answer: 'dates', dates: [court, EMPTY_DEADLINE] }],
  ['she does not know', { answer: 'not_known' }],
  ['it was not asked', { answer: null }],
] as const)('deadline risks are missing where %s', (_name, change) => expect(listMissing(change)).toEqual(['deadline_risks']))

test('a date that is whole, or on the record already, is an answer', () => {
  expect(isDeadlineAnswered({ answer: 'dates', dates: [court] }, NOW, ZONE)).toBe(true)
  expect(isDeadlineAnswered({ answer: 'dates', dates: [{ ...court, recordedAt: NOW, at: { date: '', time: '' } }] }, NOW, ZONE)).toBe(true)
  expect(listMissing({ answer: null }, ['way'])).toEqual([])
})

test.each([
  ['nothing is written', null],
  ['what happens next is empty', EMPTY_STEP],
  ['it is blank', { ...EMPTY_STEP, what: '  ' }],
  ['a wait has no length', { ...EMPTY_STEP, kind: 'wait_list', what: 'Place in June' }],
  ['its date cannot be read', { ...EMPTY_STEP, what: 'Meet', date: { date: 'soon', time: '' } }],
] as const)('the next step is missing where %s', (_name, step) => {
  expect(isStepWhole(step, NOW, ZONE)).toBe(false)
  expect(listMissing({ step })).toEqual(['next_step'])
})

test('a next step needs no date; one that stands stays', () => {
  expect(isStepWhole({ ...EMPTY_STEP, what: 'Meet', date: tomorrow }, NOW, ZONE)).toBe(true)
  expect(listMissing({ step: null }, ['way'])).toEqual([])
})
