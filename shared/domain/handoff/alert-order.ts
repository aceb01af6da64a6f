import { HOUR, type Instant } from '../core/moment'
import type { AlertLevel } from './alerts'

/** What an alert is about now, most urgent first. */
export const ALERT_URGENCIES = ['danger', 'overdue', 'due', 'before', 'date'] as const
export type AlertUrgency = (typeof ALERT_URGENCIES)[number]

export interface OrderedAlert {
  readonly id: number
  readonly level: AlertLevel
  /** UTC ms. */
  readonly dueAt: Instant
  /** A possible danger on the record still waits for an answer (B2). */
  readonly isDanger: boolean
}

/** C3: how urgent an alert is at `now` (UTC ms), not as of when it was raised: overdue from the first minute after the due time. */
export function getAlertUrgency({ level, dueAt, isDanger }: Omit<OrderedAlert, 'id'>, now: Instant): AlertUrgency {
  if (level === 'date') return 'date'
  if (isDanger) return 'danger'
  if (dueAt > now) return dueAt - now < HOUR ? 'due' : 'before'
  return 'overdue'
}

/** C3: the most urgent first; of the same urgency the one due first, then the one raised first. */
export function orderByUrgency<T extends OrderedAlert>(alerts: readonly T[], now: Instant): T[] {
  const rank = (alert: T) => ALERT_URGENCIES.indexOf(getAlertUrgency(alert, now))
  return alerts.toSorted((left, right) => rank(left) - rank(right) || left.dueAt - right.dueAt || left.id - right.id)
}
