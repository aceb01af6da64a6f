import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHandoffInput } from '#shared/contract/handoff/handoff'
import { NO_ANSWERS } from '#shared/domain/person/person-answers'
import {
  listRequiredFields,
  validateHandoffForm,
  validatePersonAnswers,
  findFormField,
} from '../../../../renderer/features/create-handoff/validate-handoff'
import {
  createEmptyHandoffForm,
  HERSELF,
  listUnanswered,
  type HandoffFormValues,
} from '../../../../renderer/features/create-handoff/handoff-form'
import { toCreateHandoffInput } from '../../../../renderer/features/create-handoff/handoff-input'
import { toAnswers, toTypedAnswers } from '../../../../renderer/components/answers/answer-form'
import { facts } from '../../../support/domain/arbitrary'

const ZONE = 'America/Regina'
/** Friday 20 November 2026, 16:44 at the shelter. */
const NOW = Date.UTC(2026, 10, 20, 22, 44)
const NORTHGATE = '019a9f00-0000-7000-8000-000000000001'
const INES = '019a9f00-0000-7000-8000-000000000002'

const completeForm: HandoffFormValues = {
  ...createEmptyHandoffForm(NORTHGATE),
  name: 'Amal R.',
  helps: ['housing'],
  prompt: 'hearing_notice',
  number: '780 555 0142',
  safeToCall: 'yes',
  language: 'Dari',
}
const listErrors = (change: Partial<HandoffFormValues>) => validateHandoffForm({ ...completeForm, ...change }, NOW, ZONE)
const toInput = (change: Partial<HandoffFormValues>) =>
  createHandoffInput.parse(toCreateHandoffInput({ ...completeForm, ...change }, INES, NOW, ZONE))

test('a whole form has no complaint and is what the office takes', () => {
  expect(listErrors({})).toEqual({})
  expect(toInput({})).toMatchObject({
    source: { kind: 'partner', id: NORTHGATE },
    receiver: { kind: 'us' },
    receivedAt: null,
    questions: { number: { kind: 'known', readBack: false }, safeToCall: 'yes' },
  })
})

test('"not known" is an answer, an empty field is not (H7)', () => {
  const empty = { ...completeForm, number: ' ', safeToCall: null, language: '' }
  expect(listUnanswered(empty)).toEqual(['number', 'safeToCall', 'language'])
  expect(Object.keys(validateHandoffForm(empty, NOW, ZONE))).toEqual(['safeToCall', 'number', 'language'])
  const unknown: Partial<HandoffFormValues> = { number: '', numberIs: 'not_known', safeToCall: null, language: '', languageIs: 'not_known' }
  expect(listUnanswered({ ...completeForm, ...unknown })).toEqual([])
  expect(toInput(unknown).questions).toEqual({
    number: { kind: 'not_known' },
    safeToCall: 'not_known',
    safeTimes: [],
    language: { kind: 'not_known' },
  })
})

test('a number with digits missing is complained about, one from abroad is not', () => {
  expect(listErrors({ number: '780 555 01' }).number).toEqual({ says: 'digits', count: 2 })
  expect(listErrors({ number: '555' }).number).toEqual({ says: 'tooShort' })
  expect(listErrors({ number: '555 0142' })).toEqual({})
  expect(listErrors({ number: '+93 70 555 01' })).toEqual({})
})

test('a name of 10,000 characters is complained about at its field, and so is none at all', () => {
  expect(listErrors({ name: 'N'.repeat(10_000) }).name).toMatchObject({ says: 'long', count: 10_000 })
  expect(listErrors({ name: ' ' }).name).toEqual({ says: 'name' })
  expect(listErrors({ name: '', alias: 'Blue' })).toEqual({})
  expect(listErrors({ name: 'A\u0000' }).name).toEqual({ says: 'unreadable' })
})

test('it may have been received earlier, with a reason, but never in the future or at a time that does not exist (C1)', () => {
  const earlier = (date: string, time: string, earlierBecause = 'On the phone') =>
    listErrors({ earlier: true, received: { date, time }, earlierBecause })
  expect(earlier('today', '16:45').received).toEqual({ says: 'future' })
  expect(earlier('2026-02-30', '9:00').received).toEqual({ says: 'noSuchTime' })
  expect(earlier('yesterday', '16:05', ' ').earlierBecause).toEqual({ says: 'because' })
  expect(earlier('yesterday', '16:05')).toEqual({})
  expect(toInput({ earlier: true, received: { date: 'yesterday', time: '16:05' }, earlierBecause: 'On the phone' }).receivedAt).toBe(
    Date.UTC(2026, 10, 19, 22, 5),
  )
})

test('only an organisation that sent her can help to reach her or be told anything (C5, H6)', () => {
  const allowed: Partial<HandoffFormValues> = { sourceMayHelp: true, mayTellSource: 'and_next_step' }
  expect(toInput(allowed)).toMatchObject({ sourceMayHelp: true, mayTellSource: 'and_next_step' })
  expect(toInput({ ...allowed, partner: HERSELF })).toMatchObject({
    source: { kind: 'herself' },
    sourceMayHelp: false,
    mayTellSource: 'receipt_only',
  })
  expect(toInput({ ...allowed, direction: 'outgoing' })).toMatchObject({
    source: { kind: 'staff', id: INES },
    receiver: { kind: 'partner' },
    sourceMayHelp: false,
    permissionGiven: false,
  })
})

test('every form without a complaint is of the contract’s form', () => {
  const text = fc.string({ maxLength: 300, unit: 'binary' })
  const form = fc.record({
    name: text,
    alias: text,
    note: text,
    language: text,
    number: fc.string({ maxLength: 45, unit: fc.constantFrom(...Array.from('0123456789 +-()')) }),
    direction: fc.constantFrom('incoming' as const, 'outgoing' as const),
    safeToCall: fc.constantFrom('yes' as const, 'no' as const, 'not_known' as const, null),
    numberIs: fc.constantFrom('typed' as const, 'not_known' as const),
  })
  fc.assert(
    fc.property(form, (change) => {
      const candidate = { ...completeForm, ...change }
      fc.pre(Object.keys(validateHandoffForm(candidate, NOW, ZONE)).length === 0)
      expect(createHandoffInput.safeParse(toCreateHandoffInput(candidate, INES, NOW, ZONE)).success).toBe(true)
    }),
  )
})

test('what the office refuses is said at the field it names', () => {
  expect(findFormField('person.name', completeForm)).toBe('name')
  expect(findFormField('questions.number.value', completeForm)).toBe('number')
  expect(findFormField('risks.0.what', completeForm)).toBe('risks')
  expect(findFormField('receiver', { ...completeForm, direction: 'internal' })).toBe('toStaff')
  expect(findFormField('source', { ...completeForm, direction: 'outgoing' })).toBe('fromStaff')
  expect(findFormField('nothing.of.ours', completeForm)).toBeNull()
})

test('what she told besides is sent only where she told something; not asked, not known and none stay apart', () => {
  expect(toInput({}).facts).toBeUndefined()
  const facts = toTypedAnswers({
    ...NO_ANSWERS,
    ageBand: 'not_known',
    pets: { kind: 'none' },
    groups: { kind: 'told', words: 'Two-Spirit' },
  })
  expect(toInput({ facts }).facts).toEqual({
    ...NO_ANSWERS,
    ageBand: 'not_known',
    pets: { kind: 'none' },
    groups: { kind: 'told', words: 'Two-Spirit' },
  })
})

test('a household is written in numbers, an empty place is nobody, and nobody at all is complained about', () => {
  const of = (adults: string, more: object = {}) => {
    const begun = toTypedAnswers()
    return { ...begun, household: { is: 'told' as const, adults, children: { ...begun.household.children, ...more } } }
  }
  expect(validatePersonAnswers({ ...completeForm, facts: of('') }, [])).toMatchObject({ household: { says: 'nobody' } })
  for (const wrong of ['two', '-1', '1.5', '31', '999'])
    expect(validatePersonAnswers({ ...completeForm, facts: of(wrong) }, []), wrong).toMatchObject({ household: { says: 'count' } })
  expect(listErrors({ facts: of('x') }).facts).toEqual({ says: 'facts' })
  expect(listErrors({ facts: of('1', { '6_12': '2' }) })).toEqual({})
  expect(toInput({ facts: of(' 1 ', { '6_12': '2' }) }).facts?.household).toEqual({
    kind: 'told',
    adults: 1,
    children: { '0_5': 0, '6_12': 2, '13_17': 0, not_known: 0 },
  })
  expect(listErrors({ facts: { ...toTypedAnswers(), pets: { is: 'told', words: 'a'.repeat(501) } } }).facts).toEqual({ says: 'facts' })
})

test('what is asked for counts as missing until it is answered; of somebody in the database only the office knows (H7)', () => {
  const fieldSettings = (['note', 'accessNeeds'] as const).map((field) => ({ field, hidden: false, required: true, label: '' }))
  expect(listRequiredFields(completeForm, fieldSettings)).toEqual(['note', 'accessNeeds'])
  expect(
    listRequiredFields(
      { ...completeForm, note: 'Not known', facts: { ...toTypedAnswers(), accessNeeds: { is: 'not_known', words: '' } } },
      fieldSettings,
    ),
  ).toEqual([])
  expect(listRequiredFields({ ...completeForm, personId: INES }, fieldSettings)).toEqual(['note'])
})

test('what is typed of her reads back as it was told (property)', () => {
  fc.assert(
    fc.property(facts, (told) => {
      expect(toAnswers(toTypedAnswers(told))).toEqual(told)
    }),
  )
})
