import { isSafeMoment, findNextSafeStretch, type ContactPlan } from '../contact/contact-plan'
import type { Handoff } from './handoff'
import { HOUR, type Instant, type Zone } from '../core/moment'
import type { Policy } from '../policy/policy'
import { isClockRunning, getContactDueAt, listRunningContactMoments, getShownDueAt, getHandoffState } from './state'
import { findNextAction } from './task'

export const ALERT_LEVELS = ['before', 'due', 'hourly', 'date'] as const
/** `date`: a date outside our control is near; the others are the contact clock's. */
export type AlertLevel = (typeof ALERT_LEVELS)[number]
export interface Alert {
  readonly at: Instant
  readonly level: AlertLevel
  readonly dueAt: Instant
}

export interface AlertContext {
  readonly handoff: Handoff
  readonly plan: ContactPlan | null
  readonly policy: Policy
  readonly zone: Zone
  /** A moment that passed unseen (sleep, restart) is asked for again as of now, so that it too keeps to the safe times. */
  readonly now: Instant
  /** When this handoff alerted last, or was written down. */
  readonly alertedAt: Instant
  /** When a worker last did something about it. */
  readonly actedAt: Instant
}

/**
 * C3: the next moment at which this handoff alerts: 4 h and 1 h before, at the due time, then hourly until someone acts;
 * after that, at the next action's own time. Only while something can be done: outside the safe times it waits for
 * them. Moments that passed unseen (sleep, restart) make one alert, because only the first after `alertedAt` is asked
 * for and firing sets `alertedAt` to now. Null: no alarm (closed, or a source that is only measured, C2).
 */
export function findNextAlert({ handoff, plan, policy, zone, now, alertedAt, actedAt }: AlertContext): Alert | null {
  const state = getHandoffState(handoff, policy.gap)
  const due = getShownDueAt(handoff, state)
  const task = findNextAction(handoff.tasks)
  // Neither is there once it is closed.
  if (due === null || task === null) return null
  const contact = isClockRunning(handoff)
  if (contact && handoff.standard.mode === 'measured') return null
  // B2: a possible danger alerts at once, and until the supervisor takes note, whatever else is done meanwhile.
  const hasActed = actedAt >= due && task.kind !== 'possible_danger'
  const base = hasActed ? Math.max(task.dueAt, actedAt + HOUR) : due
  const before = contact && !hasActed ? policy.alertsBefore.map((ahead) => due - ahead).filter((at) => at > handoff.clockFrom) : []
  const hourly = alertedAt < base ? base : base + (Math.floor((alertedAt - base) / HOUR) + 1) * HOUR
  // A time that a worker chose for the next action ("remind me at 17:12") is announced when it comes.
  const chosen = task.byHand ? [task.dueAt] : []
  const soonest = [...before, ...chosen, base, hourly]
    .filter((moment) => moment > alertedAt)
    .reduce((first, moment) => Math.min(first, moment), hourly)
  const at = Math.max(soonest, now)
  // Until a worker has acted it is about reaching the person, though something agreed in a meeting may be due sooner.
  const alertedTask = hasActed || !contact ? task : (findNextAction(handoff.tasks.filter(({ kind }) => kind !== 'plan_line')) ?? task)
  const isOurCall =
    handoff.direction === 'incoming' &&
    (alertedTask.kind === 'reach_her' || alertedTask.kind === 'neutral_check' || alertedTask.kind === 'complete_confirmation')
  const moment = isOurCall && plan && !isSafeMoment(plan, at, zone) ? (findNextSafeStretch(plan, at, zone)?.from ?? null) : at
  return moment === null
    ? null
    : {
        at: moment,
        level: moment < base ? 'before' : moment < base + HOUR ? 'due' : 'hourly',
        dueAt: hasActed ? base : chosen.includes(soonest) && soonest < base ? soonest : due,
      }
}

/** When the workflow owner is told that the standard has passed (C3): at the due time, once, whatever the safe hours. */
export const getEscalationAt = (handoff: Handoff): Instant | null =>
  isClockRunning(handoff) && handoff.duePassedAt === null && handoff.standard.mode !== 'measured' ? getContactDueAt(handoff) : null

/** When the supervisor is told as well (C3): so long after the due time as the policy says, once, while the person has not been reached. */
export const getSupervisorAlertAt = (handoff: Handoff, { supervisorAfter }: Policy): Instant | null =>
  supervisorAfter !== null &&
  isClockRunning(handoff) &&
  handoff.supervisorToldAt === null &&
  handoff.standard.mode !== 'measured' &&
  listRunningContactMoments(handoff).length === 0
    ? getContactDueAt(handoff) + supervisorAfter
    : null
