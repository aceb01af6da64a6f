import { listUnansweredFields, type FieldName, type FieldSetting } from '#shared/domain/policy/form-fields'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { cleanLine, cleanText, toDigits } from '#shared/domain/core/text'
import { getTextAnswers, ANSWER_FIELDS, type AnswerFieldName } from '#shared/domain/person/person-answers'
import { parseAllHours, toAnswers, validateAnswers, parseMoment, type AnswerError } from '../../components'
import { readSafeAnswer, type HandoffFormField, type HandoffFormValues } from './handoff-form'

/** The error at a field: a key of `createHandoff.wrong`, and the count that its sentence may need. */
export type HandoffFormError = {
  readonly says:
    | 'name'
    | 'long'
    | 'unreadable'
    | 'source'
    | 'receiver'
    | 'same'
    | 'helps'
    | 'prompt'
    | 'digits'
    | 'tooShort'
    | 'number'
    | 'safe'
    | 'channels'
    | 'times'
    | 'hours'
    | 'language'
    | 'noSuchTime'
    | 'future'
    | 'because'
    | 'dates'
    | 'facts'
    | 'required'
  readonly count?: number
  readonly max?: number
}
export type HandoffFormErrors = Partial<Record<HandoffFormField, HandoffFormError>>

/** Validates a line that may be too long or unreadable, with the limits of X1. Nothing typed is cut. */
function validateLine(typed: string, max: number): HandoffFormError | null {
  const clean = cleanLine(typed)
  if (clean === null) return { says: 'unreadable' }
  return clean.length > max ? { says: 'long', count: clean.length, max } : null
}

/**
 * Validates the digits as dialled on this continent: seven locally, otherwise ten; a foreign number begins with a plus and has its own
 * lengths.
 */
function validateNumber(typed: string): HandoffFormError | null {
  const tooLong = validateLine(typed, 40)
  if (tooLong) return tooLong
  const digits = toDigits(typed).length
  if (digits < 7) return { says: 'tooShort' }
  return digits > 7 && digits < 10 && !typed.trim().startsWith('+') ? { says: 'digits', count: 10 - digits } : null
}

/** Lists the required fields that are empty. Only the office knows what an existing person answered before, and asks for it. */
export function listRequiredFields(form: HandoffFormValues, settings: readonly FieldSetting[]): readonly FieldName[] {
  const facts = getTextAnswers(toAnswers(form.facts))
  const empty = listUnansweredFields('intake', settings, { note: form.note, ...facts })
  return form.personId === null ? empty : empty.filter((field) => !(field in facts))
}

/** Validates the facts of section 3: a key of `personAnswers.wrong`, or that it is required. */
export function validatePersonAnswers(
  form: HandoffFormValues,
  settings: readonly FieldSetting[],
): Partial<Record<AnswerFieldName, AnswerError | { readonly says: 'required' }>> {
  const empty: readonly string[] = listRequiredFields(form, settings)
  const required = ANSWER_FIELDS.filter((field) => empty.includes(field)).map((field) => [field, { says: 'required' }] as const)
  return { ...Object.fromEntries(required), ...validateAnswers(form.facts) }
}

/** Validates the form before it is sent; the office validates it again. `now`: UTC ms. `settings`: what the data owner requires besides. */
export function validateHandoffForm(
  form: HandoffFormValues,
  now: Instant,
  zone: Zone,
  settings: readonly FieldSetting[] = [],
): HandoffFormErrors {
  const found: { [F in HandoffFormField]?: HandoffFormError | null } = {
    partner:
      form.direction !== 'internal' && form.partner === null ? { says: form.direction === 'incoming' ? 'source' : 'receiver' } : null,
    toStaff: form.direction === 'internal' && form.toStaff === null ? { says: 'receiver' } : null,
    helps: form.helps.length === 0 ? { says: 'helps' } : null,
    prompt: form.prompt === null ? { says: 'prompt' } : null,
    note:
      cleanText(form.note) === null
        ? { says: 'unreadable' }
        : form.note.length > 20_000
          ? { says: 'long', count: form.note.length, max: 20_000 }
          : listRequiredFields(form, settings).includes('note')
            ? { says: 'required' }
            : null,
    safeToCall: readSafeAnswer(form) === null ? { says: 'safe' } : null,
    facts: Object.keys(validatePersonAnswers(form, settings)).length > 0 ? { says: 'facts' } : null,
  }
  if (form.personId === null) {
    found.name = validateLine(form.name, 200) ?? (cleanLine(form.name) || cleanLine(form.alias) ? null : { says: 'name' })
    found.alias = validateLine(form.alias, 200)
  }
  if (form.numberIs === 'typed') found.number = cleanLine(form.number) !== '' ? validateNumber(form.number) : { says: 'number' }
  if (form.numberIs === 'typed' && form.channels.length === 0 && ['yes', 'only_at_times'].includes(readSafeAnswer(form) ?? ''))
    found.channels = { says: 'channels' }
  if (form.languageIs === 'typed')
    found.language = cleanLine(form.language) !== '' ? validateLine(form.language, 100) : { says: 'language' }
  if (readSafeAnswer(form) === 'only_at_times')
    found.safeTimes = form.safeTimes.length === 0 ? { says: 'times' } : parseAllHours(form.safeTimes) === null ? { says: 'hours' } : null
  if (form.earlier) {
    const received = parseMoment(form.received, now, zone)
    found.received = !received.ok ? { says: 'noSuchTime' } : received.value > now ? { says: 'future' } : null
    found.earlierBecause = cleanLine(form.earlierBecause) !== '' ? validateLine(form.earlierBecause, 500) : { says: 'because' }
  }
  if (form.risks.some((risk) => !parseMoment(risk.when, now, zone).ok || validateLine(risk.what, 200) || validateLine(risk.routedTo, 200)))
    found.risks = { says: 'dates' }
  return Object.fromEntries(Object.entries(found).filter(([, complaint]) => complaint !== null))
}

const FIELDS: Readonly<Record<string, HandoffFormField>> = {
  'person.name': 'name',
  'person.alias': 'alias',
  person: 'name',
  name: 'name',
  source: 'partner',
  receiver: 'partner',
  helps: 'helps',
  prompt: 'prompt',
  note: 'note',
  receivedAt: 'received',
  earlierBecause: 'earlierBecause',
  'questions.number': 'number',
  'questions.channels': 'channels',
  'questions.whose': 'whose',
  'questions.safeToCall': 'safeToCall',
  'questions.safeTimes': 'safeTimes',
  'questions.language': 'language',
  validateNumber: 'number',
  safeToCall: 'safeToCall',
  safeTimes: 'safeTimes',
  language: 'language',
  risks: 'risks',
  assignedTo: 'assignedTo',
  facts: 'facts',
  despite: 'despite',
  permissionGiven: 'permission',
}

/** Finds the field of the office's refusal, or null when it is shown at the foot. `path` is dotted, as in the contract. */
export function findFormField(path: string, form: HandoffFormValues): HandoffFormField | null {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const field = FIELDS[parts.slice(0, length).join('.')]
    if (field === 'partner' && form.direction === 'internal') return 'toStaff'
    if (field === 'partner' && path.startsWith('source') && form.direction === 'outgoing') return 'fromStaff'
    if (field) return field
  }
  return null
}
