import { refuse } from './outcome'

/**
 * Sections 3, 5 and 14: the fields of the three forms that the data owner may say in other words, leave away or ask for.
 * A field without a setting is as it was drawn. What carries a rule is only reworded: the starred answers of section 5, the
 * three questions of H7, and what C4 verifies with her (ways, hours, language). A choice has "not known" among its answers
 * already, so only what is written in words can be required; `language` and the rest of H7 always are.
 */
export const FORMS = ['intake', 'person', 'plan'] as const
export type FormName = (typeof FORMS)[number]

interface FieldRule {
  readonly forms: readonly FormName[]
  readonly mayHide: boolean
  readonly mayRequire: boolean
}

const starred = (...forms: FormName[]): FieldRule => ({ forms, mayHide: false, mayRequire: false })
const choice = (...forms: FormName[]): FieldRule => ({ forms, mayHide: true, mayRequire: false })
const inWords = (...forms: FormName[]): FieldRule => ({ forms, mayHide: true, mayRequire: true })

/** In the order of the forms. Names of the plan's are those of `ContactPlan`, her page's those of `PersonFacts`. */
export const FIELD_RULES = {
  alias: choice('intake'),
  helps: starred('intake'),
  prompt: starred('intake'),
  dates: choice('intake'),
  note: inWords('intake'),
  number: starred('intake'),
  safeToCall: starred('intake'),
  mayTellSource: choice('intake'),
  sourceMayHelp: choice('intake', 'plan'),
  mayContact: starred('plan'),
  safeHours: starred('plan'),
  neverHours: choice('plan'),
  ways: starred('plan'),
  mail: choice('plan'),
  relay: choice('plan'),
  nameToUse: inWords('plan'),
  whoMayAnswer: inWords('plan'),
  ifSomeoneElse: inWords('plan'),
  codeWords: choice('plan'),
  ifLineDrops: inWords('plan'),
  language: starred('intake', 'plan'),
  dialect: inWords('plan'),
  interpreter: choice('plan'),
  speech: choice('plan'),
  signal: inWords('plan'),
  monitoringWorry: choice('plan'),
  verified: starred('plan'),
  reverifyAfterDays: starred('plan'),
  ageBand: choice('intake', 'person'),
  household: choice('intake', 'person'),
  pets: inWords('intake', 'person'),
  accessNeeds: inWords('intake', 'person'),
  culturalNeeds: inWords('intake', 'person'),
  groups: inWords('intake', 'person'),
} as const satisfies Readonly<Record<string, FieldRule>>

export type FieldName = keyof typeof FIELD_RULES
export const FIELD_NAMES = Object.keys(FIELD_RULES) as readonly FieldName[] as readonly [FieldName, ...FieldName[]]
export const ruleOf = (field: FieldName): FieldRule => FIELD_RULES[field]

/** What the data owner has said about a field. `label`: her words for it; empty, the form's own. */
export interface FieldSetting {
  readonly field: FieldName
  readonly hidden: boolean
  readonly required: boolean
  readonly label: string
}
/** Letters of a label: it stands in the margin of a form. */
export const LONGEST_LABEL = 60

export function fieldRefusal({ field, hidden, required }: FieldSetting): ReturnType<typeof refuse> | null {
  const rule = ruleOf(field)
  if (hidden && !rule.mayHide) return refuse('cannot_be_hidden', { field: 'hidden' })
  if (required && !rule.mayRequire) return refuse('cannot_be_required', { field: 'required' })
  return hidden && required ? refuse('hidden_and_required', { field: 'required' }) : null
}

/** H7: fields of a form that must be answered and are empty, in their order. "Not known" is an answer, in words like any other. */
export function unansweredFields(
  form: FormName,
  settings: readonly FieldSetting[],
  answers: Readonly<Partial<Record<FieldName, string>>>,
): readonly FieldName[] {
  const asked = new Set(settings.filter(({ required, hidden }) => required && !hidden).map(({ field }) => field))
  return FIELD_NAMES.filter((field) => asked.has(field) && ruleOf(field).forms.includes(form) && (answers[field] ?? '').trim() === '')
}
