import type { Alert } from './alerts'
import type { DeadlineRisk } from './confirmation'
import type { Handoff, RecordedRisk } from './handoff'
import type { HandoffCommandOfKind } from './command'
import type { HandoffDecision } from './event'
import { addDays, DAY, endOfDay, toInstant, toLocalTime, parseMinute, type Instant, type Zone } from '../core/moment'
import { ok, refuse } from '../core/outcome'
import type { Policy } from '../policy/policy'
import type { Situation } from './situation'

type ShiftHours = Pick<Policy, 'shiftStarts'>

const isSameRisk = (a: DeadlineRisk, b: DeadlineRisk): boolean => a.kind === b.kind && a.date === b.date

/** The morning of a date: when its first shift begins; of a date before that, the last shift that begins before it. */
function getMorning(date: Instant, { shiftStarts }: ShiftHours, zone: Zone): Instant {
  const day = toLocalTime(date, zone).date
  const starts = [addDays(day, -1), day].flatMap((one) => shiftStarts.map((start) => toInstant(one, parseMinute(start), zone)))
  const today = starts.filter((at) => at <= date && toLocalTime(at, zone).date === day)
  return today.length > 0 ? Math.min(...today) : Math.max(...starts.filter((at) => at <= date))
}

/** Seven days before, two days before, and the morning of it; oldest first. */
export const listRiskMoments = ({ date }: Pick<DeadlineRisk, 'date'>, policy: ShiftHours, zone: Zone): readonly Instant[] => [
  date - 7 * DAY,
  date - 2 * DAY,
  getMorning(date, policy, zone),
]

/** A date stays ahead for the whole of its day, whatever the hour says. */
export const isRiskAhead = ({ date }: Pick<DeadlineRisk, 'date'>, now: Instant, zone: Zone): boolean => endOfDay(date, zone) > now

/** Whether the date has alerted, and nobody has taken note since. */
export const isRiskNoteDue = (risk: RecordedRisk, now: Instant, policy: ShiftHours, zone: Zone): boolean =>
  isRiskAhead(risk, now, zone) &&
  listRiskMoments(risk, policy, zone).some((at) => at <= now && at > risk.since && at > (risk.acknowledged?.at ?? 0))

interface RiskAlertContext {
  readonly handoff: Handoff
  readonly policy: ShiftHours
  readonly zone: Zone
  readonly now: Instant
  /** When a date of this handoff alerted last, or it was written down. */
  readonly alertedAt: Instant
}

/**
 * The next moment at which a date of this handoff alerts: at each of its own moments, unless it was acknowledged after that
 * moment; whatever the state, closed as well. Moments that passed unseen make one alert, as long as the day is not over.
 */
export function findNextRiskAlert({ handoff, policy, zone, now, alertedAt }: RiskAlertContext): Alert | null {
  if (handoff.enteredInError) return null
  const alerts = handoff.risks.flatMap((risk) => {
    const from = Math.max(risk.since, alertedAt, risk.acknowledged?.at ?? 0)
    const over = endOfDay(risk.date, zone)
    return listRiskMoments(risk, policy, zone)
      .filter((moment) => moment > from)
      .map((moment): Alert => ({ at: Math.max(moment, now), level: 'date', dueAt: risk.date }))
      .filter(({ at }) => at < over)
  })
  return alerts.reduce<Alert | null>((first, one) => (first === null || one.at < first.at ? one : first), null)
}

/** The dates that stand after the person was asked (C4 c): a date that is written down goes only with a reason, so those from before stay. */
export function mergeAskedRisks(recorded: readonly RecordedRisk[], askedRisks: readonly DeadlineRisk[]): readonly DeadlineRisk[] {
  const keptRisks = recorded.map(
    ({ kind, date, what, routedTo }) =>
      askedRisks.find((one) => isSameRisk(one, { kind, date, what, routedTo })) ?? { kind, date, what, routedTo },
  )
  return [...keptRisks, ...askedRisks.filter((one) => !recorded.some((risk) => isSameRisk(risk, one)))]
}

type NumberedRisks = Pick<Handoff, 'risks' | 'risksEver'>

/** The dates of an event that names them all: those that stood keep their number and who took note; `at` (UTC ms) for the new ones. */
export function replaceRisks({ risks, risksEver }: NumberedRisks, namedRisks: readonly DeadlineRisk[], at: Instant): NumberedRisks {
  const next: RecordedRisk[] = []
  let countEver = risksEver
  for (const { kind, date, what, routedTo } of namedRisks) {
    const before = risks.find((risk) => isSameRisk(risk, { kind, date, what, routedTo }) && !next.some(({ no }) => no === risk.no))
    if (before === undefined) countEver += 1
    next.push({ ...(before ?? { no: countEver, since: at, acknowledged: null }), kind, date, what, routedTo })
  }
  return { risks: next, risksEver: countEver }
}

/** One date moved or said in other words; at another date it calls anew. Null: it is gone. */
export const replaceRisk = (risks: readonly RecordedRisk[], no: number, to: DeadlineRisk | null, at: Instant): readonly RecordedRisk[] =>
  risks.flatMap((risk) => {
    if (risk.no !== no) return [risk]
    if (to === null) return []
    return [to.date === risk.date ? { ...risk, ...to } : { ...to, no, since: at, acknowledged: null }]
  })

/** Records that a worker took note of a date (C3). Refuses `no_such_date`. */
export function acknowledgeRisk(
  handoff: Handoff,
  { no }: HandoffCommandOfKind<'acknowledge_risk'>,
  { now, by }: Situation,
): HandoffDecision {
  const risk = handoff.risks.find((one) => one.no === no)
  return risk === undefined
    ? refuse('no_such_date')
    : ok([{ at: now, by, kind: 'risk_acknowledged', no, risk: risk.kind, date: risk.date }])
}

/** Writes a date down later (C4 c). Refuses one without whom it is routed to, one in the past, and one that is there. */
export function addRisk({ risks }: Handoff, { risk }: HandoffCommandOfKind<'add_risk'>, { now, by }: Situation): HandoffDecision {
  if (!risk.routedTo) return refuse('reason_needed', { field: 'routedTo' })
  if (risk.date <= now) return refuse('due_in_the_past', { field: 'date' })
  return risks.some((one) => isSameRisk(one, risk))
    ? refuse('date_is_there', { field: 'date' })
    : ok([{ at: now, by, kind: 'risk_added', risk }])
}

/** A correction: what stood is kept in the event, and why it no longer does. */
export function correctRisk(
  { risks }: Handoff,
  { no, to, reason }: HandoffCommandOfKind<'correct_risk'>,
  { now, by }: Situation,
): HandoffDecision {
  const risk = risks.find((one) => one.no === no)
  if (risk === undefined) return refuse('no_such_date')
  if (!reason) return refuse('reason_needed', { field: 'reason' })
  if (to !== null && !to.routedTo) return refuse('reason_needed', { field: 'routedTo' })
  if (to !== null && risks.some((one) => one.no !== no && isSameRisk(one, to))) return refuse('date_is_there', { field: 'date' })
  const { kind, date, what, routedTo } = risk
  return ok([{ at: now, by, kind: 'risk_corrected', no, to, was: { kind, date, what, routedTo }, reason }])
}
