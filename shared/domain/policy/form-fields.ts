import { refuse } from '../core/outcome'

/**
 * Sections 3, 5 and 14: the fields of the three forms that the data owner may say in other words, leave away or ask for.
 * A field without a setting is as it was drawn. What carries a rule is only reworded: the starred answers of section 5, the
 * three questions of H7, and what C4 verifies with the person (ways, hours, language). A choice has "not known" among its answers
 * already, so only what is written in words can be required; `language` and the rest of H7 always are.
 */
export const FORM_NAMES = ['intake', 'person', 'plan'] as const
export type FormName = (typeof FORM_NAMES)[number]

interface FieldRule {
  readonly forms: readonly FormName[]
  readonly mayHide: boolean
  readonly mayRequire: boolean
}

const fixedField = (...forms: FormName[]): FieldRule => ({ forms, mayHide: false, mayRequire: false })
const choiceField = (...forms: FormName[]): FieldRule => ({ forms, mayHide: true, mayRequire: false })
const textField = (...forms: FormName[]): FieldRule => ({ forms, mayHide: true, mayRequire: true })

/** In the order of the forms. Names of the plan's are those of `ContactPlan`, those of the person's page are those of `PersonAnswers`. */
export const FIELD_RULES = {
  alias: choiceField('intake'),
  helps: fixedField('intake'),
  prompt: fixedField('intake'),
  dates: choiceField('intake'),
  note: textField('intake'),
  number: fixedField('intake'),
  safeToCall: fixedField('intake'),
  mayTellSource: choiceField('intake'),
  sourceMayHelp: choiceField('intake', 'plan'),
  mayContact: fixedField('plan'),
  safeHours: fixedField('plan'),
  neverHours: choiceField('plan'),
  ways: fixedField('plan'),
  mail: choiceField('plan'),
  relay: choiceField('plan'),
  nameToUse: textField('plan'),
  whoMayAnswer: textField('plan'),
  ifSomeoneElse: textField('plan'),
  codeWords: choiceField('plan'),
  ifLineDrops: textField('plan'),
  language: fixedField('intake', 'plan'),
  dialect: textField('plan'),
  interpreter: choiceField('plan'),
  speech: choiceField('plan'),
  signal: textField('plan'),
  monitoringWorry: choiceField('plan'),
  verified: fixedField('plan'),
  reverifyAfterDays: fixedField('plan'),
  ageBand: choiceField('intake', 'person'),
  household: choiceField('intake', 'person'),
  pets: textField('intake', 'person'),
  accessNeeds: textField('intake', 'person'),
  culturalNeeds: textField('intake', 'person'),
  groups: textField('intake', 'person'),
} as const satisfies Readonly<Record<string, FieldRule>>

export type FieldName = keyof typeof FIELD_RULES
export const FIELD_NAMES = Object.keys(FIELD_RULES) as readonly FieldName[] as readonly [FieldName, ...FieldName[]]
/** Returns on which forms a field is, and whether it may be hidden or required. */
export const getFieldRule = (field: FieldName): FieldRule => FIELD_RULES[field]

/** What the data owner has said about a field. `label`: the data owner's words for it; empty for the form's own. */
export interface FieldSetting {
  readonly field: FieldName
  readonly hidden: boolean
  readonly required: boolean
  readonly label: string
}
/** Letters of a label: it stands in the margin of a form. */
export const MAX_LABEL_LENGTH = 60

/** Says why a setting does not fit its field, as a refusal; null when it fits. */
export function fieldRefusal({ field, hidden, required }: FieldSetting): ReturnType<typeof refuse> | null {
  const rule = getFieldRule(field)
  if (hidden && !rule.mayHide) return refuse('cannot_be_hidden', { field: 'hidden' })
  if (required && !rule.mayRequire) return refuse('cannot_be_required', { field: 'required' })
  return hidden && required ? refuse('hidden_and_required', { field: 'required' }) : null
}

/** H7: fields of a form that must be answered and are empty, in their order. "Not known" is an answer, in words like any other. */
export function listUnansweredFields(
  form: FormName,
  settings: readonly FieldSetting[],
  answers: Readonly<Partial<Record<FieldName, string>>>,
): readonly FieldName[] {
  const asked = new Set(settings.filter(({ required, hidden }) => required && !hidden).map(({ field }) => field))
  return FIELD_NAMES.filter((field) => asked.has(field) && getFieldRule(field).forms.includes(form) && (answers[field] ?? '').trim() === '')
}
