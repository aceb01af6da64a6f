import { z } from 'zod'
import { AGE_BANDS, MAX_HOUSEHOLD_SIZE } from '#shared/domain/person/person-answers'
import { line } from '../values'

const householdCount = z.int().min(0).max(MAX_HOUSEHOLD_SIZE)
const notKnown = z.strictObject({ kind: z.literal('not_known') })
const personAnswer = z
  .discriminatedUnion('kind', [
    notKnown,
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('told'), words: line(500) }),
  ])
  .nullable()

/** The facts about a person (section 3); null means not asked. */
export const personAnswers = z.strictObject({
  ageBand: z.enum([...AGE_BANDS, 'not_known']).nullable(),
  household: z
    .discriminatedUnion('kind', [
      notKnown,
      z.strictObject({
        kind: z.literal('told'),
        adults: householdCount,
        children: z.strictObject({ '0_5': householdCount, '6_12': householdCount, '13_17': householdCount, not_known: householdCount }),
      }),
    ])
    .nullable(),
  pets: personAnswer,
  accessNeeds: personAnswer,
  culturalNeeds: personAnswer,
  groups: personAnswer,
})
