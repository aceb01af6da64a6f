import type { HandoffCommandInput } from '#shared/contract/handoff/handoff'
import type { RecordView } from '#shared/contract/handoff/record'
import type { Instant, Zone } from '#shared/domain/core/moment'
import { CONFIRMATION_PARTS, type NextStepKind, type ConfirmationPart, type RiskKind } from '#shared/domain/core/vocabulary'
import { parseMoment, toTypedMoment, type TypedMoment } from '../../../components'

export interface DeadlineDraft {
  readonly kind: RiskKind
  /** Already on the record, at this date (UTC ms): it is moved or removed there, with a reason. */
  readonly recordedAt?: Instant
  readonly at: TypedMoment
  readonly what: string
  readonly routedTo: string
}

/** What is typed of the three parts (C4), kept as a draft until it is saved. */
export interface ConfirmDraft {
  readonly wayRight: boolean
  /** Null while the next step is not being written. */
  readonly step: {
    readonly kind: NextStepKind
    readonly what: string
    readonly date: TypedMoment
    readonly waitLength: string
    readonly herWords: string
  } | null
  readonly answer: 'none' | 'dates' | 'not_known' | null
  readonly dates: readonly DeadlineDraft[]
  readonly earlier: TypedMoment | null
}

const NO_MOMENT: TypedMoment = { date: '', time: '' }
export const EMPTY_STEP: NonNullable<ConfirmDraft['step']> = {
  kind: 'appointment',
  what: '',
  date: NO_MOMENT,
  waitLength: '',
  herWords: '',
}
export const EMPTY_DEADLINE: DeadlineDraft = { kind: 'court_date', at: NO_MOMENT, what: '', routedTo: '' }
export const isTyped = (moment: TypedMoment): boolean => moment.date.trim() !== '' || moment.time.trim() !== ''

/** Creates the draft with the missing parts open, and with the deadline risks that the source already knew. */
export function createConfirmDraft(record: RecordView, now: Instant, zone: Zone): ConfirmDraft {
  return {
    wayRight: false,
    step: record.parts.next_step ? null : EMPTY_STEP,
    answer: null,
    dates: record.risks.map((risk) => ({
      recordedAt: risk.date,
      kind: risk.kind,
      at: toTypedMoment(risk.date, now, zone),
      what: risk.what,
      routedTo: risk.routedTo,
    })),
    earlier: null,
  }
}

export function createStepDraft(record: RecordView, now: Instant, zone: Zone): NonNullable<ConfirmDraft['step']> {
  const step = record.parts.next_step
  return step
    ? {
        kind: step.kind,
        what: step.what,
        date: step.date === null ? NO_MOMENT : toTypedMoment(step.date, now, zone),
        waitLength: step.waitLength,
        herWords: step.herWords,
      }
    : EMPTY_STEP
}

/** Tells whether the way is right: the person said so and the plan has not changed, or it was verified since the person was reached. */
export function isWayRight(
  { plan, firstContactAt }: Pick<RecordView, 'plan' | 'firstContactAt'>,
  draft: Pick<ConfirmDraft, 'wayRight'>,
): boolean {
  if (plan?.state !== 'verified' || plan.verified?.with !== 'her' || plan.missing.length > 0) return false
  return draft.wayRight || (firstContactAt !== null && plan.verified.at >= firstContactAt)
}

/** The places of the form at which something can be wrong. */
export type ConfirmField = 'earlier' | 'step.what' | 'step.waitLength' | 'step.date' | 'step.herWords' | 'dates'
type ConfirmErrors = Partial<Record<ConfirmField, true>>
type SaveConfirmation = Extract<HandoffCommandInput, { kind: 'save_confirmation' }>

/** Whether the next step is written as far as it must be: what it is, the real length of a wait, and a date that can be read, if any. */
export const isStepWhole = (step: ConfirmDraft['step'], now: Instant, zone: Zone): boolean =>
  step !== null &&
  step.what.trim() !== '' &&
  (step.kind !== 'wait_list' || step.waitLength.trim() !== '') &&
  (!isTyped(step.date) || parseMoment(step.date, now, zone).ok)

/** Whether deadline risks are answered: none, or each with its date and who handles it (C4). "She does not know" stays open. */
export const isDeadlineAnswered = ({ answer, dates }: Pick<ConfirmDraft, 'answer' | 'dates'>, now: Instant, zone: Zone): boolean =>
  answer === 'none' ||
  (answer === 'dates' &&
    dates.length > 0 &&
    dates.every((date) => date.routedTo.trim() !== '' && (date.recordedAt !== undefined || parseMoment(date.at, now, zone).ok)))

/** Lists the parts that will still be missing once this is saved. Nothing that is empty counts as there. */
export const listMissingAfter = (
  { missing }: Pick<RecordView, 'missing'>,
  draft: ConfirmDraft,
  now: Instant,
  zone: Zone,
): readonly ConfirmationPart[] => {
  const isOpen: Readonly<Record<ConfirmationPart, boolean>> = {
    way: missing.includes('way') && !draft.wayRight,
    // What is being written anew is judged as it stands, also where the record has the part already.
    next_step: draft.step === null ? missing.includes('next_step') : !isStepWhole(draft.step, now, zone),
    deadline_risks: draft.answer === null ? missing.includes('deadline_risks') : !isDeadlineAnswered(draft, now, zone),
  }
  return CONFIRMATION_PARTS.filter((part) => isOpen[part])
}

/** Converts the draft to a command, or returns the fields that cannot be read. A part that was not touched is left alone. */
export function toConfirmCommand(
  draft: ConfirmDraft,
  now: Instant,
  zone: Zone,
): { readonly command: SaveConfirmation } | { readonly wrong: ConfirmErrors } {
  const wrong: { -readonly [K in keyof ConfirmErrors]: true } = {}
  const read = (moment: TypedMoment, field: ConfirmField): number => {
    const found = parseMoment(moment, now, zone)
    if (!found.ok) wrong[field] = true
    return found.ok ? found.value : 0
  }
  const at = draft.earlier ? read(draft.earlier, 'earlier') : null
  const { step } = draft
  const written = step !== null && (step.what.trim() !== '' || step.herWords.trim() !== '' || step.waitLength.trim() !== '')
  if (written && !step.what.trim()) wrong['step.what'] = true
  if (written && step.kind === 'wait_list' && !step.waitLength.trim()) wrong['step.waitLength'] = true
  const nextStep = written
    ? {
        kind: step.kind,
        what: step.what,
        date: isTyped(step.date) ? read(step.date, 'step.date') : null,
        waitLength: step.kind === 'wait_list' ? step.waitLength : '',
        herWords: step.herWords,
      }
    : null
  const dates =
    draft.answer === 'dates'
      ? draft.dates.map((date) => ({
          kind: date.kind,
          date: date.recordedAt ?? read(date.at, 'dates'),
          what: date.what,
          routedTo: date.routedTo,
        }))
      : []
  if (draft.answer === 'dates' && (dates.length === 0 || dates.some((date) => !date.routedTo.trim()))) wrong.dates = true
  if (Object.keys(wrong).length > 0) return { wrong }
  return {
    command: {
      kind: 'save_confirmation',
      at,
      wayVerified: draft.wayRight,
      nextStep,
      risks: draft.answer ? { answer: draft.answer, dates } : null,
    },
  }
}

/** Where a refusal of the office stands in the form, or null for the foot. */
export function findConfirmField(path: string): ConfirmField | null {
  const name = path.replace(/^command\./, '')
  if (name === 'at') return 'earlier'
  if (name === 'nextStep' || name === 'nextStep.what') return 'step.what'
  if (name === 'waitLength' || name === 'nextStep.waitLength') return 'step.waitLength'
  if (name === 'nextStep.herWords') return 'step.herWords'
  return null
}
