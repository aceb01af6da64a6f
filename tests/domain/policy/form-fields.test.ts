import { describe, expect, test } from 'vitest'
import {
  FIELD_NAMES,
  fieldRefusal,
  getFieldRule,
  listUnansweredFields,
  type FieldName,
  type FieldSetting,
} from '#shared/domain/policy/form-fields'
import { ANSWER_FIELDS } from '#shared/domain/person/person-answers'
import { refusal } from '../../support/domain/commands'

const set = (field: FieldName, facts: Partial<FieldSetting> = {}): FieldSetting => ({
  field,
  hidden: false,
  required: false,
  label: '',
  ...facts,
})
const required = (field: FieldName) => set(field, { required: true })

describe('what the data owner may say about a field (sections 5 and 14)', () => {
  test('what carries a rule is reworded, never hidden and never left to a setting (P1, C4, H7)', () => {
    const carries = [
      'helps',
      'prompt',
      'number',
      'safeToCall',
      'mayContact',
      'safeHours',
      'ways',
      'language',
      'verified',
      'reverifyAfterDays',
    ]
    expect(FIELD_NAMES.filter((field) => !getFieldRule(field).mayHide)).toEqual(carries)
    for (const field of FIELD_NAMES.filter((one) => !getFieldRule(one).mayHide)) {
      expect(fieldRefusal(set(field, { label: 'in our words' }))).toBeNull()
      expect(fieldRefusal(set(field, { hidden: true }))).toEqual(refusal('cannot_be_hidden', 'hidden'))
      expect(fieldRefusal(required(field))).toEqual(refusal('cannot_be_required', 'required'))
    }
  })
  test('only what is written in words can be asked for; a choice has its "not known" already', () => {
    const inWords = [
      'note',
      'nameToUse',
      'whoMayAnswer',
      'ifSomeoneElse',
      'ifLineDrops',
      'dialect',
      'signal',
      'pets',
      'accessNeeds',
      'culturalNeeds',
      'groups',
    ]
    expect(FIELD_NAMES.filter((field) => fieldRefusal(required(field)) === null)).toEqual(inWords)
    expect(fieldRefusal(required('mail'))).toEqual(refusal('cannot_be_required', 'required'))
    expect(fieldRefusal(set('mail', { hidden: true }))).toBeNull()
  })
  test('nobody can answer a field that is hidden and asked for', () => {
    expect(fieldRefusal(set('note', { hidden: true, required: true }))).toEqual(refusal('hidden_and_required', 'required'))
    expect(fieldRefusal(set('note', { hidden: true }))).toBeNull()
  })
  test('each field stands on the forms that have it', () => {
    expect(FIELD_NAMES.filter((field) => getFieldRule(field).forms.length === 2)).toEqual(['sourceMayHelp', 'language', ...ANSWER_FIELDS])
    expect(FIELD_NAMES.filter((field) => getFieldRule(field).forms.includes('intake'))).toEqual([
      'alias',
      'helps',
      'prompt',
      'dates',
      'note',
      'number',
      'safeToCall',
      'mayTellSource',
      'sourceMayHelp',
      'language',
      ...ANSWER_FIELDS,
    ])
    expect(FIELD_NAMES.filter((field) => getFieldRule(field).forms.includes('person'))).toEqual(ANSWER_FIELDS)
  })
})

describe('what is still to be answered (H7)', () => {
  test('fields asked for and left empty, in the order of the form; blanks are no answer, "not known" is one', () => {
    const settings = [required('signal'), required('nameToUse'), required('dialect'), set('whoMayAnswer')]
    expect(listUnansweredFields('plan', settings, { signal: ' \n' })).toEqual(['nameToUse', 'dialect', 'signal'])
    expect(listUnansweredFields('plan', settings, { signal: 'the lamp', nameToUse: 'A.', dialect: 'not known' })).toEqual([])
  })
  test('a form asks for its own fields alone, and never for one that is hidden', () => {
    expect(listUnansweredFields('intake', [required('nameToUse'), required('note')], {})).toEqual(['note'])
    expect(listUnansweredFields('plan', [set('signal', { required: true, hidden: true })], {})).toEqual([])
  })
  test('without settings a form is as it was drawn', () => expect(listUnansweredFields('plan', [], {})).toEqual([]))
})
