import { expect, test } from 'vitest'
import { contactPlan } from '#shared/contract/person/contact-plan'
import { EMPTY_PLAN, type ContactPlan } from '#shared/domain/contact/contact-plan'
import { validatePlanForm, toPlanFields, toPlanForm, createWay, toContactPlan } from '../../../../renderer/features/plan/plan-form'

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
  expect(toContactPlan(toPlanForm({ version: 2, plan: PLAN }, 'no'))).toEqual(PLAN)
  expect(toContactPlan(toPlanForm(null, 'no'))).toEqual(EMPTY_PLAN)
  expect(contactPlan.safeParse(toContactPlan(toPlanForm({ version: 2, plan: PLAN }, 'no'))).success).toBe(true)
})

test('every field of a plan can be taken from the newer version (P5)', () => {
  expect(Object.keys(toPlanFields(PLAN)).toSorted()).toEqual(Object.keys(EMPTY_PLAN).toSorted())
  const taken = Object.assign(toPlanForm(null, 'no'), ...Object.values(toPlanFields(PLAN)))
  expect(toContactPlan(taken)).toEqual(PLAN)
})

test('a new way has an id of its own, and nothing on it is safe until she says so', () => {
  const { ways } = toPlanForm({ version: 2, plan: PLAN }, 'no')
  expect(createWay(ways, 'phone')).toMatchObject({ id: 'w4', safeFor: [], hideOurNumber: true })
})

test('hours that are not complete and days that are no number are named', () => {
  const form = toPlanForm({ version: 2, plan: PLAN }, 'no')
  expect(validatePlanForm(form)).toEqual([])
  expect(validatePlanForm({ ...form, safeTimes: [], reverifyAfterDays: 'soon' })).toEqual(['noTimes', 'days'])
  expect(validatePlanForm({ ...form, neverHours: [{ weekdays: [1], from: '9:00', to: '' }] })).toEqual(['neverHours'])
})
