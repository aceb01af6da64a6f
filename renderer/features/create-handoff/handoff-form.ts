import type { WayOwner } from '#shared/domain/contact/contact-plan'
import type { PhoneChannel } from '#shared/domain/handoff/source-answers'
import { cleanLine } from '#shared/domain/core/text'
import type { Direction, KindOfHelp, MayTellSource, Prompt, RiskKind } from '#shared/domain/core/vocabulary'
import { toTypedAnswers, type TypedAnswers, type TypedHours, type TypedMoment } from '../../components'

/** How an answer of H7 was given: typed, "not known", or as in the contact plan. */
export type AnswerKind = 'typed' | 'not_known' | 'as_in_plan'
export type SafeToCall = 'yes' | 'no' | 'only_at_times' | 'not_known' | 'as_in_plan'
export interface TypedRisk {
  readonly kind: RiskKind
  readonly when: TypedMoment
  readonly what: string
  readonly routedTo: string
}

/** The form as typed: plain JSON, because it is also the draft. */
export interface HandoffFormValues {
  direction: Direction
  /** The outside organisation that it comes from or goes to; `HERSELF` for a self-referral. */
  partner: string | null
  /** The reason for referring despite a "do not refer". */
  despite: string
  /** The referring worker; null is the signed-in worker. */
  fromStaff: string | null
  toStaff: string | null
  /** A person who is known already (H3). */
  personId: string | null
  personLabel: string
  name: string
  alias: string
  helps: KindOfHelp[]
  prompt: Prompt | null
  note: string
  risks: TypedRisk[]
  numberIs: AnswerKind
  number: string
  readBack: boolean
  /** For what the number may be used, and whose phone it is (P8). */
  channels: PhoneChannel[]
  whose: WayOwner | null
  safeToCall: SafeToCall | null
  safeTimes: TypedHours[]
  languageIs: AnswerKind
  language: string
  /** Further facts, if any (section 3). */
  facts: TypedAnswers
  sourceMayHelp: boolean
  mayTellSource: MayTellSource
  earlier: boolean
  received: TypedMoment
  earlierBecause: string
  permission: 'given' | 'not_yet'
  assignedTo: string | null
}

export const HERSELF = 'herself'

export const createEmptyHandoffForm = (partner: string | null): HandoffFormValues => ({
  direction: 'incoming',
  partner,
  despite: '',
  fromStaff: null,
  toStaff: null,
  personId: null,
  personLabel: '',
  name: '',
  alias: '',
  helps: [],
  prompt: null,
  note: '',
  risks: [],
  numberIs: 'typed',
  number: '',
  readBack: false,
  channels: ['call'],
  whose: null,
  safeToCall: null,
  safeTimes: [],
  languageIs: 'typed',
  language: '',
  facts: toTypedAnswers(),
  sourceMayHelp: false,
  mayTellSource: 'receipt_only',
  earlier: false,
  received: { date: 'today', time: '' },
  earlierBecause: '',
  permission: 'not_yet',
  assignedTo: null,
})

/** A field of the form at which an error can be shown. */
export type HandoffFormField = keyof HandoffFormValues

/** The questions without an answer, in the order of the form (H7). "Not known" is an answer. */
export type ContactQuestion = 'number' | 'safeToCall' | 'language'
export const readSafeAnswer = (form: HandoffFormValues): SafeToCall | null =>
  form.safeToCall ?? (form.numberIs === 'not_known' ? 'not_known' : null)
/** P8: how the form speaks of contact: text where the number is for texts alone. */
export const isTextOnly = ({ numberIs, channels }: HandoffFormValues): boolean =>
  numberIs === 'typed' && channels.includes('text') && !channels.includes('call')

export function listUnanswered(form: HandoffFormValues): readonly ContactQuestion[] {
  const missing: (ContactQuestion | null)[] = [
    form.numberIs === 'typed' && cleanLine(form.number) === '' ? 'number' : null,
    readSafeAnswer(form) === null ? 'safeToCall' : null,
    form.languageIs === 'typed' && cleanLine(form.language) === '' ? 'language' : null,
  ]
  return missing.filter((question) => question !== null)
}

/** The props of each part of the form. */
export interface HandoffPartProps {
  readonly form: HandoffFormValues
  readonly set: (part: Partial<HandoffFormValues>) => void
  /** Returns the error at a field in words. */
  readonly wrong: (field: HandoffFormField) => string | undefined
}
