import { DAY, HOUR, hours, type Instant } from './moment'
import type { StandardMode } from './vocabulary'

/** C5 and C3 as data. Part 3 lets the workflow owner edit all of it; records keep the version they started under (C2). */
export interface Policy {
  readonly version: number
  readonly standardHours: number
  /** Milliseconds between tries that count apart (C5). */
  readonly gap: number
  /** Tries asked for in the first window, and after it. */
  readonly tries: { readonly first: number; readonly second: number }
  /** Length of the second window and of the answer time of a loop-back, ms. */
  readonly secondWindow: number
  readonly loopBackAnswer: number
  readonly permission: number
  /** Alerts this long before the due time, ms, longest first; then at the due time and hourly (C3). */
  readonly alertsBefore: readonly number[]
  readonly shiftStarts: readonly string[]
}

export const DEFAULT_POLICY: Policy = {
  version: 1,
  standardHours: 24,
  gap: hours(2),
  tries: { first: 2, second: 1 },
  secondWindow: DAY,
  loopBackAnswer: DAY,
  permission: hours(4),
  alertsBefore: [4 * HOUR, HOUR],
  shiftStarts: ['07:00', '19:00'],
}

/** The standard that a record started under; fixed at receipt (C1, C2). */
export interface Standard {
  readonly hours: number
  readonly mode: StandardMode
  readonly policyVersion: number
}

/** A partner's own standard, effective from a moment (C2). */
export interface PartnerStandard {
  readonly from: Instant
  readonly hours: number
  readonly mode: StandardMode
}

/** C2: a pilot is 24 h for 30 days; then the source is measured by the house standard again until a new one is set. */
export const PILOT = 30 * DAY

/** The standard for a referral received at `receivedAt` from a source with these own standards. */
export function standardAt(receivedAt: Instant, own: readonly PartnerStandard[], policy: Policy): Standard {
  const current = own.filter((one) => one.from <= receivedAt).sort((a, b) => b.from - a.from)[0]
  const over = current?.mode === 'pilot' && receivedAt >= current.from + PILOT
  if (!current || over) return { hours: policy.standardHours, mode: 'committed', policyVersion: policy.version }
  return { hours: current.mode === 'pilot' ? 24 : current.hours, mode: current.mode, policyVersion: policy.version }
}
