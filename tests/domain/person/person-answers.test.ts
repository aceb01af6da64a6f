import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  getTextAnswers,
  keepRedactedAnswers,
  listChangedAnswers,
  restoreAnswers,
  readStoredAnswers,
  answersRefusal,
  ANSWER_FIELDS,
  mergeAnswers,
  NO_ANSWERS,
  type PersonAnswers,
} from '#shared/domain/person/person-answers'
import { facts } from '../../support/domain/arbitrary'
import { refusal } from '../../support/domain/commands'

const isUnknown = (fact: PersonAnswers[keyof PersonAnswers]) =>
  fact === null || fact === 'not_known' || (typeof fact === 'object' && fact.kind === 'not_known')

test('a row from before a field was asked for reads as one in which nobody was asked', () => {
  expect(readStoredAnswers({})).toEqual(NO_ANSWERS)
  expect(readStoredAnswers({ ageBand: 'not_known' })).toEqual({ ...NO_ANSWERS, ageBand: 'not_known' })
})

test('of two the first one stands where she could say it, and nothing that was told of either is lost (property)', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const both = mergeAnswers(one, other)
      for (const field of ANSWER_FIELDS) {
        if (!isUnknown(one[field])) expect(both[field]).toEqual(one[field])
        else expect(both[field]).toEqual(other[field] ?? one[field])
      }
      expect(mergeAnswers(one, NO_ANSWERS)).toEqual(one)
      expect(mergeAnswers(NO_ANSWERS, one)).toEqual(one)
      expect(mergeAnswers(one, one)).toEqual(one)
    }),
  )
})

test('what a merge filled goes back, and what a worker changed since stays (property)', () => {
  fc.assert(
    fc.property(facts, facts, facts, (first, other, since) => {
      const after = mergeAnswers(first, other)
      expect(restoreAnswers(first, after, after)).toEqual(first)
      const back = restoreAnswers(first, after, since)
      const changed = listChangedAnswers(after, since)
      for (const field of ANSWER_FIELDS) expect(back[field]).toEqual(changed.includes(field) ? since[field] : first[field])
    }),
  )
})

test('a household that she told of has somebody in it', () => {
  const children = { '0_5': 0, '6_12': 0, '13_17': 0, not_known: 0 }
  const createHousehold = (adults: number, more: object = {}) =>
    answersRefusal({ ...NO_ANSWERS, household: { kind: 'told', adults, children: { ...children, ...more } } })
  expect(createHousehold(0)).toEqual(refusal('nobody_in_household', 'facts.household'))
  for (const wrong of [
    createHousehold(1),
    createHousehold(1, { '0_5': 1 }),
    createHousehold(0, { '13_17': 1 }),
    createHousehold(0, { not_known: 2 }),
    answersRefusal(NO_ANSWERS),
  ])
    expect(wrong).toBeNull()
})

test('which of them somebody changed is said by name, and the others are not (T2)', () => {
  expect(listChangedAnswers(NO_ANSWERS, NO_ANSWERS)).toEqual([])
  expect(listChangedAnswers(NO_ANSWERS, { ...NO_ANSWERS, ageBand: '25_59', pets: { kind: 'none' } })).toEqual(['ageBand', 'pets'])
  expect(restoreAnswers(NO_ANSWERS, { ...NO_ANSWERS, ageBand: '25_59' }, { ...NO_ANSWERS, ageBand: '60_plus' })).toEqual({
    ...NO_ANSWERS,
    ageBand: '60_plus',
  })
})

test('"not known" and "none" are answers in words, not asked is none (H7)', () => {
  expect(getTextAnswers(NO_ANSWERS)).toEqual({ pets: '', accessNeeds: '', culturalNeeds: '', groups: '' })
  const told = {
    pets: { kind: 'none' },
    accessNeeds: { kind: 'not_known' },
    culturalNeeds: { kind: 'told', words: 'a quiet room' },
  } as const
  expect(getTextAnswers({ ...NO_ANSWERS, ...told, groups: { kind: 'none' } })).toEqual({
    pets: 'none',
    accessNeeds: 'not_known',
    culturalNeeds: 'told',
    groups: 'none',
  })
})

test('an answer that comes back as it was shown keeps its stored words, and one that was changed does not (M5)', () => {
  const stored: PersonAnswers = { ...NO_ANSWERS, pets: { kind: 'told', words: 'a dog' }, groups: { kind: 'told', words: 'the mill' } }
  const shown: PersonAnswers = { ...stored, groups: { kind: 'told', words: '▬▬▬' } }
  expect(keepRedactedAnswers(shown, shown, stored)).toEqual(stored)
  const typed: PersonAnswers = { ...shown, pets: { kind: 'none' } }
  expect(keepRedactedAnswers(typed, shown, stored)).toEqual({ ...stored, pets: { kind: 'none' } })
  const retyped: PersonAnswers = { ...shown, groups: { kind: 'told', words: 'the choir' } }
  expect(keepRedactedAnswers(retyped, shown, stored)).toEqual(retyped)
})
