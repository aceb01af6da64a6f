import type { Output } from '#shared/contract/index'
import type { PolicyShape } from '#shared/contract/office/policy'
import { HOUR, startOfDay, type Zone } from '#shared/domain/core/moment'
import type { Policy } from '#shared/domain/policy/policy'
import { parseDuration, formatDuration, parseMoment } from '../../components'
import { toMeetingSteps, toTypedSteps, type TypedStep } from './meeting-steps'

export type PolicyVersion = Output<'policy.read'>['versions'][number]

/** The form: every answer as typed. */
export interface PolicyFormValues {
  readonly standard: string
  readonly first: string
  readonly second: string
  readonly window: string
  readonly askSource: boolean
  readonly gap: string
  readonly alert1: string
  readonly alert2: string
  readonly answer: string
  readonly permission: string
  readonly supervisor: string
  readonly shifts: string
  readonly before: readonly TypedStep[]
  readonly during: readonly TypedStep[]
  readonly after: readonly TypedStep[]
  readonly target: string
  readonly releaseDays: string
  readonly loopBackRelease: boolean
  readonly releaseRules: PolicyShape['release']['rules']
  readonly from: string
}
export type PolicyField = keyof PolicyFormValues
export type ReleaseRule = PolicyShape['release']['rules'][number]
export type PolicyFormError = 'hours' | 'time' | 'tries' | 'shifts' | 'from' | 'step' | 'target' | 'days'

export const toPolicyForm = (policy: Omit<Policy, 'version'>): PolicyFormValues => ({
  standard: `${policy.standardHours} h`,
  first: String(policy.tries.first),
  second: String(policy.tries.second),
  window: formatDuration(policy.secondWindow),
  askSource: policy.askSource,
  gap: formatDuration(policy.gap),
  alert1: policy.alertsBefore[0] === undefined ? '' : formatDuration(policy.alertsBefore[0]),
  alert2: policy.alertsBefore[1] === undefined ? '' : formatDuration(policy.alertsBefore[1]),
  answer: formatDuration(policy.loopBackAnswer),
  permission: formatDuration(policy.permission),
  supervisor: policy.supervisorAfter === null ? '' : formatDuration(policy.supervisorAfter),
  shifts: policy.shiftStarts.join(', '),
  before: toTypedSteps(policy.steps.before),
  during: toTypedSteps(policy.steps.during),
  after: toTypedSteps(policy.steps.after),
  target: String(policy.targetMeetings),
  releaseDays: String(policy.release.days),
  loopBackRelease: policy.release.loopBackNeedsRelease,
  releaseRules: [...policy.release.rules],
  from: 'tomorrow',
})

/** Parses the hours of a standard, 1 to 168; null when it is not one. The office refuses zero. */
export function parseStandard(text: string): number | null {
  const ms = parseDuration(text)
  const hours = ms === null ? null : ms / HOUR
  return hours !== null && Number.isInteger(hours) && hours <= 168 ? hours : null
}

/** Parses the day from which it applies to its first instant. The middle of the day exists on every date. */
export function parseBeginning(from: string, now: number, zone: Zone): number | null {
  const noon = parseMoment({ date: from, time: '12:00' }, now, zone)
  return noon.ok ? startOfDay(noon.value, zone) : null
}

const SHIFT = /^([01]?\d|2[0-3]):[0-5]\d$/
const parseTries = (text: string): number | null => (/^\d$/.test(text.trim()) ? Number(text.trim()) : null)
const parseTarget = (text: string): number | null => (/^[1-9]$/.test(text.trim()) ? Number(text.trim()) : null)
const parseDays = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 365 ? Number(text) : null)
const parseOptionalDuration = (text: string): number | null => (text.trim() === '' ? 0 : parseDuration(text))

/** Validates what cannot be read, by field; nothing else is judged here. */
export function validatePolicyForm(form: PolicyFormValues, now: number, zone: Zone): Partial<Record<PolicyField, PolicyFormError>> {
  const found: Partial<Record<PolicyField, PolicyFormError>> = {}
  if (parseStandard(form.standard) === null) found.standard = 'hours'
  for (const field of ['window', 'gap', 'answer', 'permission'] as const) if (parseDuration(form[field]) === null) found[field] = 'time'
  for (const field of ['alert1', 'alert2', 'supervisor'] as const) if (parseOptionalDuration(form[field]) === null) found[field] = 'time'
  for (const field of ['first', 'second'] as const) if (parseTries(form[field]) === null) found[field] = 'tries'
  const shifts = form.shifts.split(/[\s,;]+/).filter(Boolean)
  if (shifts.length === 0 || shifts.length > 6 || shifts.some((one) => !SHIFT.test(one))) found.shifts = 'shifts'
  for (const field of ['before', 'during', 'after'] as const) {
    const steps = toMeetingSteps(form[field])
    if (steps.length > 30 || steps.some(({ text }) => text.length > 200)) found[field] = 'step'
  }
  if (parseTarget(form.target) === null) found.target = 'target'
  if (parseDays(form.releaseDays) === null) found.releaseDays = 'days'
  if (parseBeginning(form.from, now, zone) === null) found.from = 'from'
  return found
}

/** Converts the form to a policy; only without errors. */
export function toPolicy(form: PolicyFormValues): PolicyShape {
  const ms = (text: string) => parseDuration(text) ?? 0
  return {
    standardHours: parseStandard(form.standard) ?? 0,
    gap: ms(form.gap),
    tries: { first: parseTries(form.first) ?? 0, second: parseTries(form.second) ?? 0 },
    secondWindow: ms(form.window),
    askSource: form.askSource,
    loopBackAnswer: ms(form.answer),
    permission: ms(form.permission),
    alertsBefore: [form.alert1, form.alert2].filter((text) => text.trim() !== '').map(ms),
    shiftStarts: form.shifts
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((one) => one.padStart(5, '0')),
    supervisorAfter: form.supervisor.trim() === '' ? null : ms(form.supervisor),
    steps: { before: toMeetingSteps(form.before), during: toMeetingSteps(form.during), after: toMeetingSteps(form.after) },
    targetMeetings: parseTarget(form.target) ?? 0,
    release: {
      days: parseDays(form.releaseDays) ?? 0,
      loopBackNeedsRelease: form.loopBackRelease,
      rules: form.releaseRules.map((rule) => ({ ...rule, basis: rule.basis.trim() })),
    },
  }
}

/** The field at which a refusal of the office is shown. */
export const POLICY_FIELD_BY_PATH: Readonly<Record<string, PolicyField>> = {
  standardHours: 'standard',
  hours: 'standard',
  secondWindow: 'window',
  askSource: 'window',
  gap: 'gap',
  'tries.first': 'first',
  'tries.second': 'second',
  alertsBefore: 'alert1',
  loopBackAnswer: 'answer',
  permission: 'permission',
  supervisorAfter: 'supervisor',
  targetMeetings: 'target',
  'release.days': 'releaseDays',
  'release.rules': 'releaseRules',
  from: 'from',
}
