import {
  CHILD_BANDS,
  FACTS_IN_WORDS,
  MOST_OF_A_HOUSEHOLD,
  NO_FACTS,
  type AgeBand,
  type ChildBand,
  type FactField,
  type Household,
  type PersonFacts,
  type Told,
} from '#shared/domain/person-facts'
import { cleanLine } from '#shared/domain/text'

/** `told` without words was not asked. */
export interface TypedTold {
  readonly is: Told['kind']
  readonly words: string
}

/** What she told as it is typed: plain JSON, because it is also a draft. */
export interface TypedFacts {
  readonly ageBand: AgeBand | 'not_known' | 'not_asked'
  readonly household: {
    readonly is: Household['kind'] | 'not_asked'
    readonly adults: string
    readonly children: Readonly<Record<ChildBand, string>>
  }
  readonly pets: TypedTold
  readonly accessNeeds: TypedTold
  readonly culturalNeeds: TypedTold
  readonly groups: TypedTold
}

const LONGEST = 500
const each = <T>(of: (band: ChildBand) => T): Record<ChildBand, T> => ({
  '0_5': of('0_5'),
  '6_12': of('6_12'),
  '13_17': of('13_17'),
  not_known: of('not_known'),
})
const typedTold = (told: Told | null): TypedTold => ({ is: told?.kind ?? 'told', words: told?.kind === 'told' ? told.words : '' })
const typedCount = (count: number): string => (count === 0 ? '' : String(count))

export const typedFacts = (facts: PersonFacts = NO_FACTS): TypedFacts => {
  const { ageBand, household } = facts
  const told = household?.kind === 'told' ? household : null
  return {
    ageBand: ageBand ?? 'not_asked',
    household: {
      is: household?.kind ?? 'not_asked',
      adults: told ? typedCount(told.adults) : '',
      children: each((band) => (told ? typedCount(told.children[band]) : '')),
    },
    pets: typedTold(facts.pets),
    accessNeeds: typedTold(facts.accessNeeds),
    culturalNeeds: typedTold(facts.culturalNeeds),
    groups: typedTold(facts.groups),
  }
}

/** An empty place is nobody; null for what is no number of people. */
function countOf(typed: string): number | null {
  if (typed.trim() === '') return 0
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : MOST_OF_A_HOUSEHOLD + 1
  return count > MOST_OF_A_HOUSEHOLD ? null : count
}
const countsOf = ({ adults, children }: TypedFacts['household']): readonly (number | null)[] => [
  countOf(adults),
  ...CHILD_BANDS.map((band) => countOf(children[band])),
]

const toldOf = ({ is, words }: TypedTold): Told | null => {
  if (is !== 'told') return { kind: is }
  const clean = cleanLine(words) ?? ''
  return clean === '' ? null : { kind: 'told', words: clean }
}

function householdOf({ is, adults, children }: TypedFacts['household']): Household | null {
  if (is === 'not_asked') return null
  return is === 'told' ? { kind: is, adults: countOf(adults) ?? 0, children: each((band) => countOf(children[band]) ?? 0) } : { kind: is }
}

/** As the office takes them. Only for what has no complaint: a number that is none becomes nobody. */
export const factsTyped = (typed: TypedFacts): PersonFacts => ({
  ageBand: typed.ageBand === 'not_asked' ? null : typed.ageBand,
  household: householdOf(typed.household),
  pets: toldOf(typed.pets),
  accessNeeds: toldOf(typed.accessNeeds),
  culturalNeeds: toldOf(typed.culturalNeeds),
  groups: toldOf(typed.groups),
})

/** A key of `facts.wrong`, and what its sentence needs. */
export interface FactComplaint {
  readonly says: 'count' | 'nobody' | 'long' | 'unreadable'
  readonly count: number
  readonly max: number
}

export function factsWrong(typed: TypedFacts): Partial<Record<FactField, FactComplaint>> {
  const wrong: Partial<Record<FactField, FactComplaint>> = {}
  if (typed.household.is === 'told') {
    const counts = countsOf(typed.household)
    if (counts.includes(null)) wrong.household = { says: 'count', count: 0, max: MOST_OF_A_HOUSEHOLD }
    else if (counts.every((count) => count === 0)) wrong.household = { says: 'nobody', count: 0, max: MOST_OF_A_HOUSEHOLD }
  }
  for (const field of FACTS_IN_WORDS) {
    const { is, words } = typed[field]
    const clean = is === 'told' ? cleanLine(words) : ''
    if (clean === null) wrong[field] = { says: 'unreadable', count: 0, max: LONGEST }
    else if (clean.length > LONGEST) wrong[field] = { says: 'long', count: clean.length, max: LONGEST }
  }
  return wrong
}

/** Whether anything was told, or said to be not known. */
export const anythingTold = (typed: TypedFacts): boolean => Object.values(factsTyped(typed)).some((fact) => fact !== null)
