import { z } from 'zod'
import { AGE_BANDS, MOST_OF_A_HOUSEHOLD } from '#shared/domain/person-facts'
import { line } from './values'

const people = z.int().min(0).max(MOST_OF_A_HOUSEHOLD)
const notKnown = z.strictObject({ kind: z.literal('not_known') })
const told = z
  .discriminatedUnion('kind', [
    notKnown,
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('told'), words: line(500) }),
  ])
  .nullable()

/** Section 3, as `PersonFacts` has it: null was not asked. */
export const personFacts = z.strictObject({
  ageBand: z.enum([...AGE_BANDS, 'not_known']).nullable(),
  household: z
    .discriminatedUnion('kind', [
      notKnown,
      z.strictObject({
        kind: z.literal('told'),
        adults: people,
        children: z.strictObject({ '0_5': people, '6_12': people, '13_17': people, not_known: people }),
      }),
    ])
    .nullable(),
  pets: told,
  accessNeeds: told,
  culturalNeeds: told,
  groups: told,
})
