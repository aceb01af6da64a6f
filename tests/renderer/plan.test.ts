import { expect, test } from 'vitest'
import { contactPlan } from '#shared/contract/plan'
import { EMPTY_PLAN, type ContactPlan } from '#shared/domain/contact-plan'
import { complaintsOf, fieldsOf, formOf, newWay, planOf } from '../../renderer/features/plan/form'

const PLAN: ContactPlan = {
  ...EMPTY_PLAN,
  mayContact: 'yes',
  language: 'Dari',
  relay: { who: 'Her sister', partnerId: null, agreed: true },
  ways: [
    {
      id: 'w3',
      kind: 'phone',
      label: 'mobile',
      value: '780 555 0142',
      whose: 'hers_alone',
      safeFor: ['call'],
      voicemail: 'none',
      agreedWords: '',
      hideOurNumber: true,
      rejectsHiddenNumbers: false,
    },
  ],
  safeHours: { kind: 'times', allowed: [{ weekdays: [5], from: 1320, to: 120 }] },
  neverHours: [{ weekdays: [7], from: 0, to: 1440 }],
}

test('a plan goes through the form unchanged', () => {
  expect(planOf(formOf({ version: 2, plan: PLAN }, 'no'))).toEqual(PLAN)
  expect(planOf(formOf(null, 'no'))).toEqual(EMPTY_PLAN)
  expect(contactPlan.safeParse(planOf(formOf({ version: 2, plan: PLAN }, 'no'))).success).toBe(true)
})

test('every field of a plan can be taken from the newer version (P5)', () => {
  expect(Object.keys(fieldsOf(PLAN)).toSorted()).toEqual(Object.keys(EMPTY_PLAN).toSorted())
  const taken = Object.assign(formOf(null, 'no'), ...Object.values(fieldsOf(PLAN)))
  expect(planOf(taken)).toEqual(PLAN)
})

test('a new way has an id of its own, and nothing on it is safe until she says so', () => {
  const { ways } = formOf({ version: 2, plan: PLAN }, 'no')
  expect(newWay(ways, 'phone')).toMatchObject({ id: 'w4', safeFor: [], hideOurNumber: true })
})

test('hours that are not complete and days that are no number are named', () => {
  const form = formOf({ version: 2, plan: PLAN }, 'no')
  expect(complaintsOf(form)).toEqual([])
  expect(complaintsOf({ ...form, safeTimes: [], reverifyAfterDays: 'soon' })).toEqual(['noTimes', 'days'])
  expect(complaintsOf({ ...form, neverHours: [{ weekdays: [1], from: '9:00', to: '' }] })).toEqual(['neverHours'])
})
