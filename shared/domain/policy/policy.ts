import { SEED_MEETING_STEPS, type MeetingSteps } from '../meeting/steps'
import { DAY, HOUR, hoursToMilliseconds, type Instant } from '../core/moment'
import { refuse, type Refusal, type RefusalReason } from '../core/outcome'
import { DEFAULT_RELEASE_POLICY, type ReleasePolicy } from '../release/sharing'
import type { StandardMode } from '../core/vocabulary'

/** C5 and C3 as data: the workflow owner's; a record keeps the version it started under (C2). */
export interface Policy {
  readonly version: number
  readonly standardHours: number
  /** Milliseconds between tries that count apart (C5). */
  readonly gap: number
  /** Tries asked for in the first window, and after it. */
  readonly tries: { readonly first: number; readonly second: number }
  /** Length of the second window and of the answer time of a loop-back, ms. */
  readonly secondWindow: number
  /** C5: in the second window the source is asked as well, if the person allowed it. */
  readonly askSource: boolean
  readonly loopBackAnswer: number
  readonly permission: number
  /** Alerts this long before the due time, ms, longest first; then at the due time and hourly (C3). */
  readonly alertsBefore: readonly number[]
  readonly shiftStarts: readonly string[]
  /** The workflow owner is told at the due time; the supervisor so long after it, ms, while the person has not been reached. Null: never. */
  readonly supervisorAfter: number | null
  readonly steps: MeetingSteps
  /** A1, A7: how many supportive meetings are aimed at before the first worker steps back. */
  readonly targetMeetings: number
  readonly release: ReleasePolicy
}

export const DEFAULT_POLICY: Policy = {
  version: 1,
  standardHours: 24,
  gap: hoursToMilliseconds(2),
  tries: { first: 2, second: 1 },
  secondWindow: DAY,
  loopBackAnswer: DAY,
  permission: hoursToMilliseconds(4),
  alertsBefore: [4 * HOUR, HOUR],
  shiftStarts: ['07:00', '19:00'],
  askSource: true,
  supervisorAfter: null,
  steps: SEED_MEETING_STEPS,
  targetMeetings: 4,
  release: DEFAULT_RELEASE_POLICY,
}

type SourceRuleFields = Pick<Policy, 'gap' | 'secondWindow' | 'askSource' | 'loopBackAnswer' | 'alertsBefore' | 'supervisorAfter'>
type OptionalFields<T> = { readonly [Key in keyof T]?: T[Key] | undefined }
/** C2: what a source may have of its own besides its hours; whatever is absent is the office's. */
export type SourceRules = OptionalFields<SourceRuleFields & { readonly tries: OptionalFields<Policy['tries']> }>

/** The standard that a record started under; fixed at receipt (C1, C2). */
export interface Standard {
  readonly hours: number
  readonly mode: StandardMode
  readonly policyVersion: number
  /** Of its source, as they stood at receipt; absent in records of before, and where it has none of its own. */
  readonly rules?: SourceRules | undefined
}

/** A partner's own standard, effective from a moment (C2). */
export interface PartnerStandard {
  readonly from: Instant
  readonly hours: number
  readonly mode: StandardMode
  /** Of its own besides the hours. */
  readonly rules?: SourceRules | undefined
}

/** C2: a pilot is 24 h for 30 days; then the source is measured by the house standard again until a new one is set. */
export const PILOT_DURATION = 30 * DAY

/** The hours that a source's own standard means: a pilot's are 24, whatever was typed (C2). */
export const getStandardHours = ({ hours: written, mode }: Pick<PartnerStandard, 'hours' | 'mode'>): number =>
  mode === 'pilot' ? 24 : written

/** The standard for a referral received at `receivedAt` from a source with these own standards, and what else it had agreed on then. */
export function findStandard(receivedAt: Instant, own: readonly PartnerStandard[], policy: Policy): Standard {
  const current = own.filter((one) => one.from <= receivedAt).sort((a, b) => b.from - a.from)[0]
  const over = current?.mode === 'pilot' && receivedAt >= current.from + PILOT_DURATION
  if (!current || over) return { hours: policy.standardHours, mode: 'committed', policyVersion: policy.version }
  const { mode, rules = {} } = current
  const kept = { hours: getStandardHours(current), mode, policyVersion: policy.version }
  return Object.keys(rules).length > 0 ? { ...kept, rules } : kept
}

/** The version in force at an instant: of those that had begun the latest, of two from the same moment the later word; before all, the first. */
export function findVersion<V extends { readonly version: number; readonly from: Instant }>(
  versions: readonly V[],
  at: Instant,
): V | undefined {
  const [latest] = versions.filter(({ from }) => from <= at).sort((a, b) => b.from - a.from || b.version - a.version)
  return latest ?? versions.find(({ version }) => version === 1)
}

/** Tries a gap apart: the last one must still begin inside the window. */
const isFitting = (tries: number, gap: number, window: number): boolean => (tries - 1) * gap < window

export type PolicyAnswer =
  | keyof SourceRuleFields
  | 'standardHours'
  | 'permission'
  | 'tries.first'
  | 'tries.second'
  | 'release.days'
  | 'release.rules'

/** Why a policy can never be met, and the answers that it hangs on, the likeliest to be changed first. */
export interface PolicyProblem {
  readonly reason: RefusalReason
  readonly dependsOn: readonly [PolicyAnswer, ...PolicyAnswer[]]
}
const createProblem = (reason: RefusalReason, ...dependsOn: PolicyProblem['dependsOn']): PolicyProblem => ({ reason, dependsOn })

/** Null for one that can be met. What is merely strict is the workflow owner's to decide. */
export function findPolicyProblem(policy: Policy): PolicyProblem | null {
  const { standardHours, secondWindow, gap, tries, alertsBefore, loopBackAnswer, permission, supervisorAfter } = policy
  const first = hoursToMilliseconds(standardHours)
  if (standardHours <= 0) return createProblem('window_is_nothing', 'standardHours')
  if (secondWindow <= 0) return createProblem('window_is_nothing', 'secondWindow')
  if (gap <= 0) return createProblem('gap_is_nothing', 'gap')
  if (tries.first < 1) return createProblem('no_tries', 'tries.first')
  if (!isFitting(tries.first, gap, first)) return createProblem('tries_do_not_fit', 'tries.first', 'gap', 'standardHours')
  if (!isFitting(tries.second, gap, secondWindow)) return createProblem('tries_do_not_fit', 'tries.second', 'secondWindow', 'gap')
  if (alertsBefore.some((ahead) => ahead <= 0 || ahead >= first))
    return createProblem('alert_before_it_begins', 'alertsBefore', 'standardHours')
  if (loopBackAnswer <= 0) return createProblem('window_is_nothing', 'loopBackAnswer')
  if (policy.askSource && loopBackAnswer > secondWindow)
    return createProblem('answer_after_bounce', 'loopBackAnswer', 'secondWindow', 'askSource')
  if (permission <= 0) return createProblem('window_is_nothing', 'permission')
  if (supervisorAfter !== null && supervisorAfter <= 0) return createProblem('window_is_nothing', 'supervisorAfter')
  // R1, R3: a release that never ends is a general one; a rule says where it comes from.
  if (policy.release.days < 1) return createProblem('window_is_nothing', 'release.days')
  if (policy.release.rules.some(({ basis }) => basis === '')) return createProblem('reason_needed', 'release.rules')
  return null
}

/** Why an office's own policy can never be met, at the answer to change; null: it can. */
export function policyRefusal(policy: Policy): Refusal | null {
  const found = findPolicyProblem(policy)
  return found && refuse(found.reason, { field: found.dependsOn[0] }).failure
}

/** What a shelter begins with: fitted to its standard, so that it can be met however short that is. */
export function createFirstPolicy(standardHours: number, shiftStarts: readonly string[]): Policy {
  const { tries, gap, alertsBefore } = DEFAULT_POLICY
  return sortPolicy({
    ...DEFAULT_POLICY,
    standardHours,
    shiftStarts,
    tries: { ...tries, first: Math.max(1, Math.min(tries.first, Math.ceil(hoursToMilliseconds(standardHours) / gap))) },
    alertsBefore: alertsBefore.filter((ahead) => ahead < hoursToMilliseconds(standardHours)),
  })
}

/** As it is kept: alerts longest first and each once, shifts in the order of the day. */
export const sortPolicy = (policy: Policy): Policy => ({
  ...policy,
  alertsBefore: [...new Set(policy.alertsBefore)].sort((a, b) => b - a),
  shiftStarts: [...new Set(policy.shiftStarts)].sort(),
})
