import {
  CHILD_BANDS,
  TEXT_ANSWER_FIELDS,
  MAX_HOUSEHOLD_SIZE,
  NO_ANSWERS,
  type AgeBand,
  type ChildBand,
  type AnswerFieldName,
  type Household,
  type PersonAnswers,
  type PersonAnswer,
} from '#shared/domain/person/person-answers'
import { cleanLine } from '#shared/domain/core/text'

/** `told` without words means not asked. */
export interface TypedAnswer {
  readonly is: PersonAnswer['kind']
  readonly words: string
}

/** The person's answers as typed: plain JSON, because they are also a draft. */
export interface TypedAnswers {
  readonly ageBand: AgeBand | 'not_known' | 'not_asked'
  readonly household: {
    readonly is: Household['kind'] | 'not_asked'
    readonly adults: string
    readonly children: Readonly<Record<ChildBand, string>>
  }
  readonly pets: TypedAnswer
  readonly accessNeeds: TypedAnswer
  readonly culturalNeeds: TypedAnswer
  readonly groups: TypedAnswer
}

const MAX_LENGTH = 500
const mapBands = <T>(of: (band: ChildBand) => T): Record<ChildBand, T> => ({
  '0_5': of('0_5'),
  '6_12': of('6_12'),
  '13_17': of('13_17'),
  not_known: of('not_known'),
})
const toTypedAnswer = (answer: PersonAnswer | null): TypedAnswer => ({
  is: answer?.kind ?? 'told',
  words: answer?.kind === 'told' ? answer.words : '',
})
const formatCount = (count: number): string => (count === 0 ? '' : String(count))

export const toTypedAnswers = (facts: PersonAnswers = NO_ANSWERS): TypedAnswers => {
  const { ageBand, household } = facts
  const answer = household?.kind === 'told' ? household : null
  return {
    ageBand: ageBand ?? 'not_asked',
    household: {
      is: household?.kind ?? 'not_asked',
      adults: answer ? formatCount(answer.adults) : '',
      children: mapBands((band) => (answer ? formatCount(answer.children[band]) : '')),
    },
    pets: toTypedAnswer(facts.pets),
    accessNeeds: toTypedAnswer(facts.accessNeeds),
    culturalNeeds: toTypedAnswer(facts.culturalNeeds),
    groups: toTypedAnswer(facts.groups),
  }
}

/** Parses a number of people. An empty field means no one; null when it is no number of people. */
function parseCount(typed: string): number | null {
  if (typed.trim() === '') return 0
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : MAX_HOUSEHOLD_SIZE + 1
  return count > MAX_HOUSEHOLD_SIZE ? null : count
}
const parseCounts = ({ adults, children }: TypedAnswers['household']): readonly (number | null)[] => [
  parseCount(adults),
  ...CHILD_BANDS.map((band) => parseCount(children[band])),
]

const toAnswer = ({ is, words }: TypedAnswer): PersonAnswer | null => {
  if (is !== 'told') return { kind: is }
  const clean = cleanLine(words) ?? ''
  return clean === '' ? null : { kind: 'told', words: clean }
}

function toHousehold({ is, adults, children }: TypedAnswers['household']): Household | null {
  if (is === 'not_asked') return null
  return is === 'told'
    ? { kind: is, adults: parseCount(adults) ?? 0, children: mapBands((band) => parseCount(children[band]) ?? 0) }
    : { kind: is }
}

/** Converts the typed answers to those of the contract. Only for answers without an error: an invalid number becomes no one. */
export const toAnswers = (typed: TypedAnswers): PersonAnswers => ({
  ageBand: typed.ageBand === 'not_asked' ? null : typed.ageBand,
  household: toHousehold(typed.household),
  pets: toAnswer(typed.pets),
  accessNeeds: toAnswer(typed.accessNeeds),
  culturalNeeds: toAnswer(typed.culturalNeeds),
  groups: toAnswer(typed.groups),
})

/** A key of `personAnswers.wrong`, and the values of its sentence. */
export interface AnswerError {
  readonly says: 'count' | 'nobody' | 'long' | 'unreadable'
  readonly count: number
  readonly max: number
}

export function validateAnswers(typed: TypedAnswers): Partial<Record<AnswerFieldName, AnswerError>> {
  const wrong: Partial<Record<AnswerFieldName, AnswerError>> = {}
  if (typed.household.is === 'told') {
    const counts = parseCounts(typed.household)
    if (counts.includes(null)) wrong.household = { says: 'count', count: 0, max: MAX_HOUSEHOLD_SIZE }
    else if (counts.every((count) => count === 0)) wrong.household = { says: 'nobody', count: 0, max: MAX_HOUSEHOLD_SIZE }
  }
  for (const field of TEXT_ANSWER_FIELDS) {
    const { is, words } = typed[field]
    const clean = is === 'told' ? cleanLine(words) : ''
    if (clean === null) wrong[field] = { says: 'unreadable', count: 0, max: MAX_LENGTH }
    else if (clean.length > MAX_LENGTH) wrong[field] = { says: 'long', count: clean.length, max: MAX_LENGTH }
  }
  return wrong
}

/** Tells whether anything was answered, also with "not known". */
export const hasAnyAnswer = (typed: TypedAnswers): boolean => Object.values(toAnswers(typed)).some((fact) => fact !== null)
