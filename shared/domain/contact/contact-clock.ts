import { listCountedTries, type Attempt } from './attempt'
import { hoursToMilliseconds, type Instant } from '../core/moment'
import type { Policy, Standard } from '../policy/policy'
import type { Stretch } from './safe-hours'

/** C1: received + standard, elapsed time. 24 h across a clock change is 24 h. */
export const calculateDueAt = (from: Instant, standard: Standard): Instant => from + hoursToMilliseconds(standard.hours)

/** C5: the first window is the standard, the second follows it; the bounce is due at its end. */
export function calculateFallbackWindows(
  from: Instant,
  standard: Standard,
  policy: Policy,
): { readonly first: Stretch; readonly second: Stretch; readonly bounceDueAt: Instant } {
  const due = calculateDueAt(from, standard)
  const end = due + policy.secondWindow
  return { first: { from, until: due }, second: { from: due, until: end }, bounceDueAt: end }
}

/** Whether an instant (UTC ms) lies in a stretch; its end is outside. */
export const isWithin = (stretch: Stretch, at: Instant): boolean => at >= stretch.from && at < stretch.until

/** Tries that count, by window (C5). */
export function countTriesByWindow(
  attempts: readonly Attempt[],
  from: Instant,
  standard: Standard,
  policy: Policy,
): { readonly first: number; readonly second: number; readonly all: readonly Instant[] } {
  const windows = calculateFallbackWindows(from, standard, policy)
  const all = listCountedTries(
    attempts.filter((attempt) => attempt.at >= from),
    policy.gap,
  )
  return {
    first: all.filter((at) => isWithin(windows.first, at)).length,
    second: all.filter((at) => isWithin(windows.second, at)).length,
    all,
  }
}

/** Section 12: confirmed within h hours means confirmed_at − received_at ≤ h; to the millisecond, the limit included. */
export const isWithinStandard = (receivedAt: Instant, confirmedAt: Instant, standardHours: number): boolean =>
  confirmedAt - receivedAt <= hoursToMilliseconds(standardHours)
