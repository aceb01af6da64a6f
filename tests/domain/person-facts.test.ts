import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answeredInWords,
  changedFacts,
  factsBack,
  factsOf,
  factsRefusal,
  FACT_FIELDS,
  fullerFacts,
  NO_FACTS,
  type PersonFacts,
} from '#shared/domain/person-facts'
import { facts } from '../support/arbitrary'
import { refused } from '../support/commands'

const isUnknown = (fact: PersonFacts[keyof PersonFacts]) =>
  fact === null || fact === 'not_known' || (typeof fact === 'object' && fact.kind === 'not_known')

test('a row from before a field was asked for reads as one in which nobody was asked', () => {
  expect(factsOf({})).toEqual(NO_FACTS)
  expect(factsOf({ ageBand: 'not_known' })).toEqual({ ...NO_FACTS, ageBand: 'not_known' })
})

test('of two the first one stands where she could say it, and nothing that was told of either is lost (property)', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const both = fullerFacts(one, other)
      for (const field of FACT_FIELDS) {
        if (!isUnknown(one[field])) expect(both[field]).toEqual(one[field])
        else expect(both[field]).toEqual(other[field] ?? one[field])
      }
      expect(fullerFacts(one, NO_FACTS)).toEqual(one)
      expect(fullerFacts(NO_FACTS, one)).toEqual(one)
      expect(fullerFacts(one, one)).toEqual(one)
    }),
  )
})

test('what a merge filled goes back, and what somebody changed since stays (property)', () => {
  fc.assert(
    fc.property(facts, facts, facts, (hers, other, since) => {
      const after = fullerFacts(hers, other)
      expect(factsBack(hers, after, after)).toEqual(hers)
      const back = factsBack(hers, after, since)
      const changed = changedFacts(after, since)
      for (const field of FACT_FIELDS) expect(back[field]).toEqual(changed.includes(field) ? since[field] : hers[field])
    }),
  )
})

test('a household that she told of has somebody in it', () => {
  const children = { '0_5': 0, '6_12': 0, '13_17': 0, not_known: 0 }
  const of = (adults: number, more: object = {}) =>
    factsRefusal({ ...NO_FACTS, household: { kind: 'told', adults, children: { ...children, ...more } } })
  expect(of(0)).toEqual(refused('nobody_in_household', 'facts.household'))
  for (const wrong of [of(1), of(1, { '0_5': 1 }), of(0, { '13_17': 1 }), of(0, { not_known: 2 }), factsRefusal(NO_FACTS)])
    expect(wrong).toBeNull()
})

test('which of them somebody changed is said by name, and the others are not (T2)', () => {
  expect(changedFacts(NO_FACTS, NO_FACTS)).toEqual([])
  expect(changedFacts(NO_FACTS, { ...NO_FACTS, ageBand: '25_59', pets: { kind: 'none' } })).toEqual(['ageBand', 'pets'])
  expect(factsBack(NO_FACTS, { ...NO_FACTS, ageBand: '25_59' }, { ...NO_FACTS, ageBand: '60_plus' })).toEqual({
    ...NO_FACTS,
    ageBand: '60_plus',
  })
})

test('"not known" and "none" are answers in words, not asked is none (H7)', () => {
  expect(answeredInWords(NO_FACTS)).toEqual({ pets: '', accessNeeds: '', culturalNeeds: '', groups: '' })
  const told = {
    pets: { kind: 'none' },
    accessNeeds: { kind: 'not_known' },
    culturalNeeds: { kind: 'told', words: 'a quiet room' },
  } as const
  expect(answeredInWords({ ...NO_FACTS, ...told, groups: { kind: 'none' } })).toEqual({
    pets: 'none',
    accessNeeds: 'not_known',
    culturalNeeds: 'told',
    groups: 'none',
  })
})
