import type { z } from 'zod'
import type { createHandoffInput } from '#shared/contract/handoff'
import type { ContactPlan, ContactWay } from '#shared/domain/contact/contact-plan'
import { listUnansweredFields, type FieldSetting } from '#shared/domain/policy/form-fields'
import { toPhoneKey } from '#shared/domain/person/similarity'
import { refuse } from '#shared/domain/core/outcome'
import { getTextAnswers, answersRefusal, mergeAnswers, NO_ANSWERS, type PersonAnswers } from '#shared/domain/person/person-answers'
import { toDigits } from '#shared/domain/core/text'

type CreateHandoffInput = z.output<typeof createHandoffInput>
type SourceQuestions = CreateHandoffInput['questions']

/** Fewer digits are no phone number anywhere; they were misheard. */
const FEWEST_DIGITS = 7

/** H7: "not known" is an answer, an empty field is not, nor a plan that she has not got. The first question without an answer, or null. */
export function findMissingAnswer(
  { number, safeToCall, safeTimes, language }: SourceQuestions,
  hasPlan: boolean,
): ReturnType<typeof refuse> | null {
  if (number === null || (number.kind === 'as_in_plan' && !hasPlan)) return refuse('unanswered_questions', { field: 'questions.number' })
  if (number.kind === 'known' && toDigits(number.value).length < FEWEST_DIGITS)
    return refuse('number_too_short', { field: 'questions.number' })
  if (safeToCall === null || (safeToCall === 'as_in_plan' && !hasPlan))
    return refuse('unanswered_questions', { field: 'questions.safeToCall' })
  if (safeToCall === 'only_at_times' && safeTimes.length === 0) return refuse('no_safe_hours', { field: 'questions.safeTimes' })
  return language === null || (language.kind === 'as_in_plan' && !hasPlan)
    ? refuse('unanswered_questions', { field: 'questions.language' })
    : null
}

/** Section 3: what she tells now stands; what nobody asked again, or she could not say today, is as she told it before. */
export const mergeFacts = ({ facts }: Pick<CreateHandoffInput, 'facts'>, before: PersonAnswers): PersonAnswers =>
  mergeAnswers(facts ?? NO_ANSWERS, before)

/** What the data owner asks for whichever way she goes, and she was never asked (H7); what somebody in the book told before counts. */
export function findMissingField(
  { note, facts }: Pick<CreateHandoffInput, 'note' | 'facts'>,
  before: PersonAnswers,
  settings: readonly FieldSetting[],
): ReturnType<typeof refuse> | null {
  const told = mergeFacts({ facts }, before)
  const [empty] = listUnansweredFields('intake', settings, { note, ...getTextAnswers(told) })
  if (empty) return refuse('field_required', { field: empty === 'note' ? empty : `facts.${empty}` })
  return answersRefusal(told)
}

/**
 * What the source's answers make of a contact plan. `verified`: the source could say that it is safe, so the plan counts
 * for the first contact (P2); "not known" verifies nothing.
 */
export function applyAnswersToPlan(
  questions: SourceQuestions,
  sourceMayHelp: boolean,
): { readonly verified: boolean; readonly change: (plan: ContactPlan) => ContactPlan } {
  const { number, safeToCall, safeTimes, language } = questions
  return {
    verified: safeToCall === 'yes' || safeToCall === 'only_at_times',
    change: (plan) => {
      const ways = number?.kind === 'known' ? addNumber(plan.ways, number.value, safeToCall) : plan.ways
      const spokenLanguage = language?.kind === 'known' ? language.value : plan.language
      const base = { ...plan, ways, language: spokenLanguage, sourceMayHelp: sourceMayHelp || plan.sourceMayHelp }
      switch (safeToCall) {
        case 'yes':
          return { ...base, mayContact: 'yes', safeHours: plan.safeHours.kind === 'not_known' ? { kind: 'any' } : plan.safeHours }
        case 'only_at_times':
          return { ...base, mayContact: 'yes', safeHours: { kind: 'times', allowed: safeTimes } }
        // P4, C7: not safe to call is a stop; she calls, or a relay is agreed in the plan.
        case 'no':
          return { ...base, mayContact: 'she_calls' }
        case 'not_known':
        case 'as_in_plan':
        case null:
          return base
      }
    },
  }
}

/** A number that the plan has already is kept with what is known of it; `value` as the worker wrote it. */
function addNumber(ways: readonly ContactWay[], value: string, safeToCall: SourceQuestions['safeToCall']): readonly ContactWay[] {
  const safeFor = safeToCall === 'yes' || safeToCall === 'only_at_times' ? (['call'] as const) : []
  const known = ways.find((way) => way.kind === 'phone' && way.value !== null && toPhoneKey(way.value) === toPhoneKey(value))
  if (known)
    return ways.map((way) =>
      way === known && safeFor.length > 0 && !way.safeFor.includes('call') ? { ...way, safeFor: [...way.safeFor, 'call' as const] } : way,
    )
  const id = `w${ways.reduce((highest, way) => Math.max(highest, Number(/^w(\d+)$/.exec(way.id)?.[1] ?? 0)), 0) + 1}`
  return [
    ...ways,
    {
      id,
      kind: 'phone',
      label: '',
      value,
      whose: 'not_known',
      safeFor,
      voicemail: 'not_known',
      agreedWords: '',
      hideOurNumber: true,
      rejectsHiddenNumbers: false,
    },
  ]
}
