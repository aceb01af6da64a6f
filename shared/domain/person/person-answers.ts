import { refuse } from '../core/outcome'

/** Section 14: ranges, not values. The first five are years; VOCA's set is made from them for reports. */
export const AGE_BANDS = ['0_5', '6_12', '13_17', '18_24', '25_59', '60_plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** The bands of children, and those whose age the person did not say. */
export const CHILD_BANDS = ['0_5', '6_12', '13_17', 'not_known'] as const
export type ChildBand = (typeof CHILD_BANDS)[number]

/** More people than come to one door. */
export const MAX_HOUSEHOLD_SIZE = 30

/** Asked: the person does not know or does not say; there is none; or the person's own words. */
export type PersonAnswer = { readonly kind: 'not_known' } | { readonly kind: 'none' } | { readonly kind: 'told'; readonly words: string }
export type Household =
  | { readonly kind: 'not_known' }
  /** The person is counted among them, as an adult or in a band. */
  | { readonly kind: 'told'; readonly adults: number; readonly children: Readonly<Record<ChildBand, number>> }

/**
 * Section 3: what may be known of a person besides name and language. Null was not asked, which is neither "not
 * known" nor "none": unknown stays unknown.
 */
export interface PersonAnswers {
  readonly ageBand: AgeBand | 'not_known' | null
  readonly household: Household | null
  readonly pets: PersonAnswer | null
  readonly accessNeeds: PersonAnswer | null
  readonly culturalNeeds: PersonAnswer | null
  /** In the person's own words, if they are offered; the data owner may hide the field. */
  readonly groups: PersonAnswer | null
}

export const NO_ANSWERS: PersonAnswers = {
  ageBand: null,
  household: null,
  pets: null,
  accessNeeds: null,
  culturalNeeds: null,
  groups: null,
}

/** In the order of the forms. */
export const ANSWER_FIELDS = Object.keys(NO_ANSWERS) as readonly AnswerFieldName[]
export type AnswerFieldName = keyof PersonAnswers
/** What the person says in words, so that it can be asked for and answered with "not known" (form-fields.ts). */
export const TEXT_ANSWER_FIELDS = ['pets', 'accessNeeds', 'culturalNeeds', 'groups'] as const satisfies readonly AnswerFieldName[]

/** A row that was written before a field was asked for reads as one in which it was not asked. */
export const readStoredAnswers = (stored: Partial<PersonAnswers>): PersonAnswers => ({ ...NO_ANSWERS, ...stored })

const isNotKnown = (fact: PersonAnswers[AnswerFieldName]): boolean =>
  fact === 'not_known' || (typeof fact === 'object' && fact?.kind === 'not_known')

const chooseKnownAnswer = <F extends PersonAnswers[AnswerFieldName]>(one: F, other: F): F =>
  one === null || (isNotKnown(one) && other !== null) ? other : one
/** Field by field the first answers; where the person was not asked, or could not say, the second ones. */
export const mergeAnswers = (first: PersonAnswers, second: PersonAnswers): PersonAnswers => ({
  ageBand: chooseKnownAnswer(first.ageBand, second.ageBand),
  household: chooseKnownAnswer(first.household, second.household),
  pets: chooseKnownAnswer(first.pets, second.pets),
  accessNeeds: chooseKnownAnswer(first.accessNeeds, second.accessNeeds),
  culturalNeeds: chooseKnownAnswer(first.culturalNeeds, second.culturalNeeds),
  groups: chooseKnownAnswer(first.groups, second.groups),
})

const isSameAnswer = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
/** T2: which of them differ, by name; never from what to what. */
export const listChangedAnswers = (before: PersonAnswers, after: PersonAnswers): readonly AnswerFieldName[] =>
  ANSWER_FIELDS.filter((field) => !isSameAnswer(before[field], after[field]))

/**
 * M5: an answer that comes back as it was shown, with what the person keeps private redacted, was not changed: the stored one
 * stays.
 */
export function keepRedactedAnswers(typed: PersonAnswers, shown: PersonAnswers, stored: PersonAnswers): PersonAnswers {
  const unchanged = ANSWER_FIELDS.filter((field) => isSameAnswer(typed[field], shown[field]))
  return { ...typed, ...Object.fromEntries(unchanged.map((field) => [field, stored[field]] as const)) }
}

/** What was changed by `before` → `after` goes back, field by field; what was changed since stays as `now` has it. */
export function restoreAnswers(before: PersonAnswers, after: PersonAnswers, now: PersonAnswers): PersonAnswers {
  const back = ANSWER_FIELDS.filter((field) => isSameAnswer(after[field], now[field])).map((field) => [field, before[field]] as const)
  return { ...now, ...Object.fromEntries(back) }
}

/** An answer as the forms' rule of required fields takes it (H7): "not known" and "none" are answers, not asked is none. */
export const getTextAnswers = (facts: PersonAnswers): Readonly<Record<(typeof TEXT_ANSWER_FIELDS)[number], string>> => ({
  pets: facts.pets?.kind ?? '',
  accessNeeds: facts.accessNeeds?.kind ?? '',
  culturalNeeds: facts.culturalNeeds?.kind ?? '',
  groups: facts.groups?.kind ?? '',
})

/** A person is part of the household, so nobody in it is a slip. */
export function answersRefusal({ household }: PersonAnswers): ReturnType<typeof refuse> | null {
  if (household?.kind !== 'told') return null
  const people = household.adults + CHILD_BANDS.reduce((sum, band) => sum + household.children[band], 0)
  return people === 0 ? refuse('nobody_in_household', { field: 'facts.household' }) : null
}
