import { addDays, endOfDay, instantAt, localOf, DAY, type Instant, type MinuteOfDay, type Weekday, type Zone } from './moment'

/**
 * Hours that repeat by weekday, in the shelter's zone. `to` at or before `from` ends on the next day; 0 to 1440 is the
 * whole day.
 */
export interface WeeklyHours {
  readonly weekdays: readonly Weekday[]
  readonly from: MinuteOfDay
  readonly to: number
}

export type SafeHours =
  | { readonly kind: 'any' }
  | { readonly kind: 'not_known' }
  | { readonly kind: 'times'; readonly allowed: readonly WeeklyHours[] }

/** A stretch of time, end excluded. */
export interface Stretch { readonly from: Instant; readonly until: Instant }

function occurrences(hours: WeeklyHours, from: Instant, until: Instant, zone: Zone): Stretch[] {
  const found: Stretch[] = []
  // One day earlier, because hours that cross midnight may reach into the first day.
  for (let date = addDays(localOf(from, zone).date, -1), last = localOf(until, zone).date; date <= last; date = addDays(date, 1)) {
    const noon = localOf(instantAt(date, 720, zone), zone)
    if (!hours.weekdays.includes(noon.weekday)) continue
    const start = instantAt(date, hours.from, zone)
    const ends = hours.to <= hours.from ? instantAt(addDays(date, 1), hours.to, zone) : hours.to === 1440 ? endOfDay(start, zone) : instantAt(date, hours.to, zone)
    const clipped = { from: Math.max(start, from), until: Math.min(ends, until) }
    if (clipped.from < clipped.until) found.push(clipped)
  }
  return found
}

function merge(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = []
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && next.from <= last.until) merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, next.until) }
    else merged.push(next)
  }
  return merged
}

const without = (stretches: readonly Stretch[], hole: Stretch): Stretch[] =>
  stretches.flatMap((one) =>
    hole.until <= one.from || hole.from >= one.until ? [one]
      : [{ from: one.from, until: hole.from }, { from: hole.until, until: one.until }].filter((rest) => rest.from < rest.until))

/** The safe stretches between two instants: allowed hours less never-hours, merged, in order (P1, C5). */
export function safeStretches(safe: SafeHours, never: readonly WeeklyHours[], from: Instant, until: Instant, zone: Zone): Stretch[] {
  if (from >= until) return []
  const allowed = safe.kind === 'times' ? merge(safe.allowed.flatMap((hours) => occurrences(hours, from, until, zone))) : [{ from, until }]
  return never.flatMap((hours) => occurrences(hours, from, until, zone)).reduce(without, allowed)
}

/** The safe stretch that holds `at` or begins next after it, within eight days (a week and the day that overlaps); null when there is none. */
export const nextSafe = (safe: SafeHours, never: readonly WeeklyHours[], at: Instant, zone: Zone): Stretch | null =>
  safeStretches(safe, never, at, at + 8 * DAY, zone)[0] ?? null
