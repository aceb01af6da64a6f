import { refuse } from './outcome'

/** Section 14: ranges, not values. The first five are years; VOCA's set is made from them for reports. */
export const AGE_BANDS = ['0_5', '6_12', '13_17', '18_24', '25_59', '60_plus'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** The bands of children, and those whose age she did not say. */
export const CHILD_BANDS = ['0_5', '6_12', '13_17', 'not_known'] as const
export type ChildBand = (typeof CHILD_BANDS)[number]

/** More people than come to one door. */
export const MOST_OF_A_HOUSEHOLD = 30

/** Asked, and she does not know or does not say; nobody of hers; or her own words. */
export type Told = { readonly kind: 'not_known' } | { readonly kind: 'none' } | { readonly kind: 'told'; readonly words: string }
export type Household =
  | { readonly kind: 'not_known' }
  /** She is counted among them, as an adult or in her band. */
  | { readonly kind: 'told'; readonly adults: number; readonly children: Readonly<Record<ChildBand, number>> }

/**
 * Section 3: what may be known of a person besides her name and language. Null was not asked, which is neither "not
 * known" nor "none": unknown stays unknown.
 */
export interface PersonFacts {
  readonly ageBand: AgeBand | 'not_known' | null
  readonly household: Household | null
  readonly pets: Told | null
  readonly accessNeeds: Told | null
  readonly culturalNeeds: Told | null
  /** In her own words, if she offers them; the data owner may hide the field. */
  readonly groups: Told | null
}

export const NO_FACTS: PersonFacts = {
  ageBand: null,
  household: null,
  pets: null,
  accessNeeds: null,
  culturalNeeds: null,
  groups: null,
}

/** In the order of the forms. */
export const FACT_FIELDS = Object.keys(NO_FACTS) as readonly FactField[]
export type FactField = keyof PersonFacts
/** What she says in words, so that it can be asked for and answered with "not known" (fields.ts). */
export const FACTS_IN_WORDS = ['pets', 'accessNeeds', 'culturalNeeds', 'groups'] as const satisfies readonly FactField[]

/** A row that was written before a field was asked for reads as one in which it was not asked. */
export const factsOf = (stored: Partial<PersonFacts>): PersonFacts => ({ ...NO_FACTS, ...stored })

const isNotKnown = (fact: PersonFacts[FactField]): boolean =>
  fact === 'not_known' || (typeof fact === 'object' && fact?.kind === 'not_known')

const fuller = <F extends PersonFacts[FactField]>(one: F, other: F): F =>
  one === null || (isNotKnown(one) && other !== null) ? other : one
/** Field by field the first one's; where nobody asked her, or she could not say, what the other one has. */
export const fullerFacts = (first: PersonFacts, second: PersonFacts): PersonFacts => ({
  ageBand: fuller(first.ageBand, second.ageBand),
  household: fuller(first.household, second.household),
  pets: fuller(first.pets, second.pets),
  accessNeeds: fuller(first.accessNeeds, second.accessNeeds),
  culturalNeeds: fuller(first.culturalNeeds, second.culturalNeeds),
  groups: fuller(first.groups, second.groups),
})

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
/** T2: which of them differ, by name; never from what to what. */
export const changedFacts = (before: PersonFacts, after: PersonFacts): readonly FactField[] =>
  FACT_FIELDS.filter((field) => !same(before[field], after[field]))

/** What was changed by `before` → `after` goes back, field by field; what somebody has changed since stays as `now` has it. */
export function factsBack(before: PersonFacts, after: PersonFacts, now: PersonFacts): PersonFacts {
  const back = FACT_FIELDS.filter((field) => same(after[field], now[field])).map((field) => [field, before[field]] as const)
  return { ...now, ...Object.fromEntries(back) }
}

/** An answer as the forms' rule of required fields takes it (H7): "not known" and "none" are answers, not asked is none. */
export const answeredInWords = (facts: PersonFacts): Readonly<Record<(typeof FACTS_IN_WORDS)[number], string>> => ({
  pets: facts.pets?.kind ?? '',
  accessNeeds: facts.accessNeeds?.kind ?? '',
  culturalNeeds: facts.culturalNeeds?.kind ?? '',
  groups: facts.groups?.kind ?? '',
})

/** She is one of her own household, so there is somebody in it. */
export function factsRefusal({ household }: PersonFacts): ReturnType<typeof refuse> | null {
  if (household?.kind !== 'told') return null
  const people = household.adults + CHILD_BANDS.reduce((sum, band) => sum + household.children[band], 0)
  return people === 0 ? refuse('nobody_in_household', { field: 'facts.household' }) : null
}
