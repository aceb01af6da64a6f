import { countedTries, type Attempt } from './attempt'
import { hours, type Instant } from './moment'
import type { Policy, Standard } from './policy'
import type { Stretch } from './safe-hours'

/** C1: received + standard, elapsed time. 24 h across a clock change is 24 h. */
export const dueAt = (from: Instant, standard: Standard): Instant => from + hours(standard.hours)

/** C5: the first window is the standard, the second follows it; the bounce is due at its end. */
export function fallbackWindows(
  from: Instant,
  standard: Standard,
  policy: Policy,
): { readonly first: Stretch; readonly second: Stretch; readonly bounceDueAt: Instant } {
  const due = dueAt(from, standard)
  const end = due + policy.secondWindow
  return { first: { from, until: due }, second: { from: due, until: end }, bounceDueAt: end }
}

export const within = (stretch: Stretch, at: Instant): boolean => at >= stretch.from && at < stretch.until

/** Tries that count, by window (C5). */
export function triesMade(
  attempts: readonly Attempt[],
  from: Instant,
  standard: Standard,
  policy: Policy,
): { readonly first: number; readonly second: number; readonly all: readonly Instant[] } {
  const windows = fallbackWindows(from, standard, policy)
  const all = countedTries(
    attempts.filter((attempt) => attempt.at >= from),
    policy.gap,
  )
  return { first: all.filter((at) => within(windows.first, at)).length, second: all.filter((at) => within(windows.second, at)).length, all }
}

/** Section 12: confirmed within h hours means confirmed_at − received_at ≤ h; to the millisecond, the limit included. */
export const confirmedInTime = (receivedAt: Instant, confirmedAt: Instant, standardHours: number): boolean =>
  confirmedAt - receivedAt <= hours(standardHours)
