import { isSafeMoment, nextSafeStretch, type ContactPlan } from './contact-plan'
import type { Handoff } from './handoff'
import { HOUR, type Instant, type Zone } from './moment'
import type { Policy } from './policy'
import { clockRuns, contactDueAt, runningAttempts, shownClock, stateOf } from './standing'
import { nextActionOf } from './task'
import { isContact } from './vocabulary'

export const ALERT_LEVELS = ['before', 'due', 'hourly', 'date'] as const
/** `date`: a date outside our control is near; the others are the contact clock's. */
export type AlertLevel = (typeof ALERT_LEVELS)[number]
export interface Alert {
  readonly at: Instant
  readonly level: AlertLevel
  readonly dueAt: Instant
}

export interface AlertQuestion {
  readonly handoff: Handoff
  readonly plan: ContactPlan | null
  readonly policy: Policy
  readonly zone: Zone
  /** A moment that passed unseen (sleep, restart) is asked for again as of now, so that it too keeps to her safe times. */
  readonly now: Instant
  /** When this handoff alerted last, or was written down. */
  readonly alertedAt: Instant
  /** When somebody last did something about it. */
  readonly actedAt: Instant
}

/**
 * C3: the next moment at which this handoff alerts: 4 h and 1 h before, at the due time, then hourly until someone acts;
 * after that, at the next action's own time. Only while something can be done: outside her safe times it waits for
 * them. Moments that passed unseen (sleep, restart) make one alert, because only the first after `alertedAt` is asked
 * for and firing sets `alertedAt` to now. Null: no alarm (closed, or a source that is only measured, C2).
 */
export function nextAlert({ handoff, plan, policy, zone, now, alertedAt, actedAt }: AlertQuestion): Alert | null {
  const state = stateOf(handoff, policy.gap)
  const due = shownClock(handoff, state)
  const task = nextActionOf(handoff.tasks)
  // Neither is there once it is closed.
  if (due === null || task === null) return null
  const contact = clockRuns(handoff)
  if (contact && handoff.standard.mode === 'measured') return null
  // B2: a possible danger alerts at once, and until the supervisor takes note, whatever else is done meanwhile.
  const acted = actedAt >= due && task.kind !== 'possible_danger'
  const base = acted ? Math.max(task.dueAt, actedAt + HOUR) : due
  const before = contact && !acted ? policy.alertsBefore.map((ahead) => due - ahead).filter((at) => at > handoff.clockFrom) : []
  const hourly = alertedAt < base ? base : base + (Math.floor((alertedAt - base) / HOUR) + 1) * HOUR
  const soonest = [...before, base, hourly]
    .filter((moment) => moment > alertedAt)
    .reduce((first, moment) => Math.min(first, moment), hourly)
  const at = Math.max(soonest, now)
  // Before anybody has acted it is about reaching her, though something agreed in a meeting may be due sooner.
  const about = acted || !contact ? task : (nextActionOf(handoff.tasks.filter(({ kind }) => kind !== 'plan_line')) ?? task)
  const ours =
    handoff.direction === 'incoming' &&
    (about.kind === 'reach_her' || about.kind === 'neutral_check' || about.kind === 'complete_confirmation')
  const moment = ours && plan && !isSafeMoment(plan, at, zone) ? (nextSafeStretch(plan, at, zone)?.from ?? null) : at
  return moment === null
    ? null
    : {
        at: moment,
        level: moment < base ? 'before' : moment < base + HOUR ? 'due' : 'hourly',
        dueAt: acted ? base : due,
      }
}

/** When the workflow owner is told that the standard has passed (C3): at the due time, once, whatever her hours. */
export const escalationAt = (handoff: Handoff): Instant | null =>
  clockRuns(handoff) && handoff.duePassedAt === null && handoff.standard.mode !== 'measured' ? contactDueAt(handoff) : null

/** When the supervisor is told as well (C3): so long after the due time as the policy says, once, while nobody has reached her. */
export const supervisorAt = (handoff: Handoff, { supervisorAfter }: Policy): Instant | null =>
  supervisorAfter !== null &&
  clockRuns(handoff) &&
  handoff.supervisorToldAt === null &&
  handoff.standard.mode !== 'measured' &&
  !runningAttempts(handoff).some(({ outcome }) => isContact(outcome))
    ? contactDueAt(handoff) + supervisorAfter
    : null
