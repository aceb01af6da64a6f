import type { ContactPlan, ContactWay, WayOwner } from '../contact/contact-plan'
import type { WeeklyHours } from '../contact/safe-hours'
import { refuse } from '../core/outcome'
import { toDigits, toPhoneKey } from '../core/text'
import { answersRefusal, getTextAnswers, mergeAnswers, NO_ANSWERS, type PersonAnswers } from '../person/person-answers'
import { listUnansweredFields, type FieldSetting } from '../policy/form-fields'

/** How a number may be used; the source is asked beside it (P8). */
export const PHONE_CHANNELS = ['call', 'text'] as const
export type PhoneChannel = (typeof PHONE_CHANNELS)[number]

/**
 * H7: what the source answers about contact while it is on the line. Null is an empty field, which is no answer;
 * `as_in_plan` means that the plan of a person who is recorded already stands.
 */
export interface SourceQuestions {
  readonly number:
    | { readonly kind: 'known'; readonly value: string; readonly readBack: boolean }
    | { readonly kind: 'not_known' }
    | { readonly kind: 'as_in_plan' }
    | null
  /** For what the number may be used, and whose phone it is. Absent where that was not asked: a call, and not known. */
  readonly channels?: readonly PhoneChannel[] | undefined
  readonly whose?: WayOwner | undefined
  readonly safeToCall: 'yes' | 'no' | 'only_at_times' | 'not_known' | 'as_in_plan' | null
  readonly safeTimes: readonly WeeklyHours[]
  readonly language:
    | { readonly kind: 'known'; readonly value: string }
    | { readonly kind: 'not_known' }
    | { readonly kind: 'as_in_plan' }
    | null
}

/** What a new handoff may tell beside the questions of H7. `facts` is absent where the form did not ask. */
interface HandoffAnswers {
  readonly note: string
  readonly facts?: PersonAnswers | undefined
}

const isCalledSafe = (safeToCall: SourceQuestions['safeToCall']): boolean => safeToCall === 'yes' || safeToCall === 'only_at_times'

/** A number with fewer digits is a phone number nowhere; it was misheard. */
const FEWEST_DIGITS = 7

/**
 * Finds the first question of H7 without an answer, as a refusal with its field; null when all are answered. "Not known" is
 * an answer; an empty field is none, and neither is a reference to a plan that does not exist (`hasPlan` false).
 */
export function findMissingAnswer(
  { number, channels, safeToCall, safeTimes, language }: SourceQuestions,
  hasPlan: boolean,
): ReturnType<typeof refuse> | null {
  if (number === null || (number.kind === 'as_in_plan' && !hasPlan)) return refuse('unanswered_questions', { field: 'questions.number' })
  if (number.kind === 'known' && toDigits(number.value).length < FEWEST_DIGITS)
    return refuse('number_too_short', { field: 'questions.number' })
  if (safeToCall === null || (safeToCall === 'as_in_plan' && !hasPlan))
    return refuse('unanswered_questions', { field: 'questions.safeToCall' })
  if (number.kind === 'known' && isCalledSafe(safeToCall) && channels?.length === 0)
    return refuse('unanswered_questions', { field: 'questions.channels' })
  if (safeToCall === 'only_at_times' && safeTimes.length === 0) return refuse('no_safe_hours', { field: 'questions.safeTimes' })
  return language === null || (language.kind === 'as_in_plan' && !hasPlan)
    ? refuse('unanswered_questions', { field: 'questions.language' })
    : null
}

/** Section 3: what the person tells now stands; what was not asked again, or not known today, stays as it was told before. */
export const mergeFacts = ({ facts }: Pick<HandoffAnswers, 'facts'>, before: PersonAnswers): PersonAnswers =>
  mergeAnswers(facts ?? NO_ANSWERS, before)

/**
 * Finds the first field that the data owner requires and that nobody has answered (H7), in every direction; null when there
 * is none. Answers that the person gave at an earlier referral (`before`) count.
 */
export function findMissingField(
  { note, facts }: HandoffAnswers,
  before: PersonAnswers,
  settings: readonly FieldSetting[],
): ReturnType<typeof refuse> | null {
  const answers = mergeFacts({ facts }, before)
  const [empty] = listUnansweredFields('intake', settings, { note, ...getTextAnswers(answers) })
  if (empty) return refuse('field_required', { field: empty === 'note' ? empty : `facts.${empty}` })
  return answersRefusal(answers)
}

/**
 * Says what the source's answers make of a contact plan. `verified` is true where the source could say when it is safe to
 * call, so that the plan counts for the first contact (P2); "not known" verifies nothing. `change` returns the new plan.
 */
export function applyAnswersToPlan(
  questions: SourceQuestions,
  sourceMayHelp: boolean,
): { readonly verified: boolean; readonly change: (plan: ContactPlan) => ContactPlan } {
  const { number, safeToCall, safeTimes, language } = questions
  return {
    verified: isCalledSafe(safeToCall),
    change: (plan) => {
      const ways = number?.kind === 'known' ? addNumber(plan.ways, number.value, questions) : plan.ways
      const spokenLanguage = language?.kind === 'known' ? language.value : plan.language
      const base = { ...plan, ways, language: spokenLanguage, sourceMayHelp: sourceMayHelp || plan.sourceMayHelp }
      switch (safeToCall) {
        case 'yes':
          return { ...base, mayContact: 'yes', safeHours: plan.safeHours.kind === 'not_known' ? { kind: 'any' } : plan.safeHours }
        case 'only_at_times':
          return { ...base, mayContact: 'yes', safeHours: { kind: 'times', allowed: safeTimes } }
        // P4, C7: not safe to call is a stop; the person calls, or a relay is agreed in the plan.
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

/**
 * Adds a number as the worker wrote it, for the channels that the source named (P8). One that the plan has already keeps what is known of
 * it and gains those channels; where the source says that it is not for calls, calls end (the more careful rule holds).
 */
function addNumber(
  ways: readonly ContactWay[],
  value: string,
  { channels = ['call'], whose = 'not_known', safeToCall }: SourceQuestions,
): readonly ContactWay[] {
  const isForTextOnly = channels.length > 0 && !channels.includes('call')
  // Not known whether it is safe: a number for texts alone must not be called to find out (P2, P8).
  const safeFor: readonly PhoneChannel[] = isCalledSafe(safeToCall) ? channels : isForTextOnly && safeToCall === 'not_known' ? channels : []
  const known = ways.find((way) => way.kind === 'phone' && way.value !== null && toPhoneKey(way.value) === toPhoneKey(value))
  if (known) {
    const kept = known.safeFor.filter((channel) => !(isForTextOnly && channel === 'call'))
    const changed = {
      ...known,
      whose: whose === 'not_known' ? known.whose : whose,
      safeFor: [...kept, ...safeFor.filter((channel) => !kept.includes(channel))],
    }
    return ways.map((way) => (way === known ? changed : way))
  }
  const id = `w${ways.reduce((highest, way) => Math.max(highest, Number(/^w(\d+)$/.exec(way.id)?.[1] ?? 0)), 0) + 1}`
  return [
    ...ways,
    {
      id,
      kind: 'phone',
      label: '',
      value,
      whose,
      safeFor,
      voicemail: 'not_known',
      agreedWords: '',
      hideOurNumber: true,
      rejectsHiddenNumbers: false,
    },
  ]
}
