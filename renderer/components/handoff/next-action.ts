import type { TFunction } from 'i18next'
import type { SafeMark, TaskView } from '#shared/contract/handoff/board'
import type { HandoffState } from '#shared/domain/handoff/handoff'
import { CONTACT_TASKS } from '#shared/domain/board/lane'
import type { ReachBy } from '#shared/domain/contact/contact-plan'
import { DAY, type Instant, type Zone } from '#shared/domain/core/moment'
import type { ConfirmationPart, TaskKind } from '#shared/domain/core/vocabulary'
import { formatDayAndTime, formatDay, formatElapsed, formatNumberWord, formatTime, formatTimeLeft } from '#shared/domain/core/wording'

/** What the words of a next action depend on; a board row and a record both have it. `tries`: the attempts that count so far (C5). */
export interface NextActionContext {
  readonly from: string
  readonly to: string
  readonly tries: number
  readonly state: HandoffState
  readonly safe?: SafeMark
  /** P8: the words follow the channel. */
  readonly reachBy: ReachBy
}

const NTH = ['1', '2', '3', '4', '5'] as const
const describeOrdinal = (t: TFunction, tries: number): string => t(`handoffState.nth.${NTH[tries] ?? 'more'}`)

/** Describes a moment: 'at 20:00' today, 'tomorrow 9:10', otherwise 'Tue 24 Nov 9:30'. */
export const describeAtTime = (t: TFunction, at: Instant, now: Instant, zone: Zone): string =>
  formatDay(at, now, zone) === 'today' ? t('handoffState.at', { time: formatTime(at, zone) }) : formatDayAndTime(at, now, zone)

/** Finds when the task may begin: its due time, or the person's next safe stretch when the planned one is over (P1). */
export function findBeginning(task: Pick<TaskView, 'dueAt' | 'until'>, safe: SafeMark | undefined, now: Instant): Instant {
  if (task.dueAt > now) return task.dueAt
  return task.until !== null && task.until <= now && safe?.from !== undefined && safe.from !== null && safe.from > now ? safe.from : now
}

/**
 * P1: says from when a contact may be made, where its time has not come; null where it has, or where the next action is another.
 * `safe`: the person's safe stretch that runs or comes next.
 */
export function describeEarly(
  t: TFunction,
  task: Pick<TaskView, 'kind' | 'dueAt' | 'until'>,
  { safe, reachBy }: { readonly safe: SafeMark | undefined; readonly reachBy: ReachBy },
  now: Instant,
  zone: Zone,
): string | null {
  const at = findBeginning(task, safe, now)
  if (at <= now || !CONTACT_TASKS.includes(task.kind)) return null
  return t('handoffState.early', {
    reach: t(`handoffState.reach.${task.kind === 'relay' ? 'partner' : reachBy}`),
    when: describeClockTime(at, now, zone),
  })
}

/** '20:00' today, otherwise 'tomorrow 9:10', 'Tue 24 Nov 9:30'. */
export const describeClockTime = (at: Instant, now: Instant, zone: Zone): string =>
  formatDay(at, now, zone) === 'today' ? formatTime(at, zone) : formatDayAndTime(at, now, zone)

/** Describes in one sentence without a full stop what to do next and when. The same on board, table, sheet and record. */
export function describeNextAction(t: TFunction, task: TaskView, context: NextActionContext, now: Instant, zone: Zone): string {
  const { from, to, tries, state, reachBy } = context
  const at = findBeginning(task, context.safe, now)
  const mode = at > now ? 'at' : 'now'
  const values = { from, to, when: describeAtTime(t, at, now, zone), nth: describeOrdinal(t, tries) }
  switch (task.kind) {
    case 'reach_her':
      return t(`handoffState.next.reach_her.${reachBy}.${mode === 'now' && tries === 0 ? 'first' : mode}`, values)
    case 'check_she_called':
      return mode === 'at' && state.kind === 'waiting_for_her'
        ? t(`handoffState.waiting.${state.why}`)
        : t(`handoffState.next.check_she_called.${mode}`, values)
    case 'complete_confirmation':
      return describeMissingParts(t, state.kind === 'reached_not_confirmed' ? state.missing : [])
    case 'next_meeting':
      return t(`handoffState.next.next_meeting.${mode}`, { ...values, number: state.kind === 'accompanying' ? state.held + 1 : 2 })
    case 'ask_permission':
    case 'book_interpreter':
    case 'neutral_check':
    case 'chase_receiver':
    case 'meet_her':
    case 'ask_source':
    case 'chase_source':
    case 'find_another_way':
    case 'relay':
    case 'book_next_step':
    case 'meeting':
    case 'review_hold':
    case 'record_bounce':
    case 'bounce_action':
    case 'possible_danger':
    case 'plan_line':
      // Uses the worker's words where the kind does not say what to do.
      return task.what !== '' && task.kind !== 'possible_danger' ? task.what : t(`handoffState.next.${task.kind}.${mode}`, values)
  }
}

function describeMissingParts(t: TFunction, missing: readonly ConfirmationPart[]): string {
  const [only] = missing
  if (only !== undefined && missing.length === 1) return t(`handoffState.missing.${only}`)
  return missing.length === 0
    ? t('handoffState.next.complete_confirmation.now')
    : t('handoffState.missingSome', { parts: formatNumberWord(missing.length) })
}

/** Returns the label of the primary button. The record opens at `#/handoffs/<id>` with `?do=` the task's step. */
export const labelPrimaryAction = (t: TFunction, { kind }: Pick<TaskView, 'kind'>, reachBy: ReachBy): string =>
  kind === 'reach_her' ? t(`handoffState.act.reach_her.${reachBy}`) : t(`handoffState.act.${kind}`)

const STEP: Readonly<Record<TaskKind, RecordStep>> = {
  reach_her: 'attempt',
  book_interpreter: 'interpreter',
  neutral_check: 'attempt',
  relay: 'attempt',
  chase_receiver: 'attempt',
  meet_her: 'attempt',
  find_another_way: 'plan',
  check_she_called: 'check',
  complete_confirmation: 'confirm',
  record_bounce: 'bounce',
  bounce_action: 'settle',
  possible_danger: 'danger',
  plan_line: 'agreed',
  ask_permission: 'permission',
  ask_source: 'ask',
  chase_source: 'answer',
  book_next_step: 'book',
  meeting: 'meet',
  next_meeting: 'meet',
  review_hold: 'hold',
}
/** Steps of the record, each in place of the next action: one for a task, or one that a worker chooses. */
export const RECORD_STEPS = [
  'attempt',
  'log',
  'interpreter',
  'plan',
  'check',
  'confirm',
  'bounce',
  'settle',
  'danger',
  'agreed',
  'permission',
  'accept',
  'ask',
  'answer',
  'wait',
  'end-wait',
  'book',
  'meet',
  'hold',
  'assign',
  'move',
  'note',
  'may-tell',
  'correct',
  'wrong-clock',
  'close',
  'reopen',
  'error',
  'along',
  'well',
  'asks',
] as const
/** What becomes of one line of a meeting's plan: done, moved or dropped; the number is the task's. */
export type AgreedStep = `agreed-${number}` | `agreed-${number}-move` | `agreed-${number}-drop`
export type RecordStep = (typeof RECORD_STEPS)[number] | AgreedStep

const isAgreedStep = (step: string): step is AgreedStep => /^agreed-\d+(-move|-drop)?$/.test(step)
/** Reads a step from an address; null for what is none. */
export const parseRecordStep = (step: string): RecordStep | null =>
  RECORD_STEPS.find((one) => one === step) ?? (isAgreedStep(step) ? step : null)
/** Returns the step of the record in which this task is done. */
export const findRecordStep = (kind: TaskKind): RecordStep => STEP[kind]
/** Returns the address of the record, opened at a step. The bounce has a page of its own. */
export const linkToRecord = (id: string, step?: RecordStep): string =>
  // The question mark clears the query of the previous page, which wouter keeps otherwise.
  step === 'bounce' ? `/handoffs/${id}/bounce?` : step ? `/handoffs/${id}?do=${step}` : `/handoffs/${id}?`

const VERBS = ['meeting', 'next_meeting', 'chase_source', 'check_she_called', 'relay', 'review_hold', 'book_next_step'] as const
const findVerb = (t: TFunction, kind: TaskKind): string | undefined => {
  const found = VERBS.find((verb) => verb === kind)
  return found && t(`handoffState.verb.${found}`)
}
/**
 * Describes the clock of a row: 'due in 48 min', 'meets in 1 h', 'answer in 17 h', '37 min overdue'. A source that is only `measured`
 * raises no alarm, so it is never described as overdue (C2).
 */
export const describeClock = (
  t: TFunction,
  clockAt: Instant,
  clockIs: 'contact' | 'action',
  next: Pick<TaskView, 'kind'> | undefined,
  now: Instant,
  measured = false,
): string =>
  measured && now > clockAt
    ? t('handoffState.passed', { time: formatElapsed(now - clockAt) })
    : formatTimeLeft(clockAt, now, clockIs === 'action' && next ? findVerb(t, next.kind) : undefined)

/** Describes the state of a handoff (section 3). */
export function describeState(t: TFunction, state: HandoffState): string {
  switch (state.kind) {
    case 'attempting':
      return t('handoffState.state.attempting', { count: state.made })
    case 'accompanying':
      return t('handoffState.state.accompanying', { count: state.held })
    case 'waiting_for_her':
      return t(`handoffState.state.waiting_for_her.${state.why}`)
    case 'closed':
      return t(`handoffState.state.closed.${state.as}`)
    case 'permission_pending':
    case 'contact_due':
    case 'reached_not_confirmed':
    case 'loop_back_asked':
    case 'confirmed':
    case 'meeting_booked':
    case 'on_hold':
    case 'bounced':
    case 'entered_in_error':
      return t(`handoffState.state.${state.kind}`)
  }
}

/** Describes whether the person may be contacted: 'May call', 'Text until 19:00', 'Only 18:00 to 20:00', 'She calls us'. */
export function describeSafeContact(
  t: TFunction,
  { safe, reachBy }: { readonly safe: SafeMark; readonly reachBy: ReachBy },
  now: Instant,
  zone: Zone,
): string {
  if (safe.kind === 'may_call') return t(`handoffState.safe.may_call.${reachBy}`)
  if (safe.kind !== 'only_hours') return t(`handoffState.safe.${safe.kind}`)
  if (safe.from === null || safe.until === null) return t('handoffState.safe.only_hours')
  const values = {
    from: formatTime(safe.from, zone),
    until: safe.until - Math.max(safe.from, now) < DAY ? formatTime(safe.until, zone) : formatDayAndTime(safe.until, now, zone),
    day: formatDay(safe.from, now, zone),
  }
  if (safe.from <= now) return t(`handoffState.safe.until.${reachBy}`, values)
  return t(values.day === 'today' ? 'handoffState.safe.only' : 'handoffState.safe.from', values)
}
