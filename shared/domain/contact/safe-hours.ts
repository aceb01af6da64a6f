import { DAY, listFixedOffsetSpans, MINUTE, type Instant, type MinuteOfDay, type Weekday, type Zone } from '../core/moment'

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
export interface Stretch {
  readonly from: Instant
  readonly until: Instant
}

/** The wall clock decides, also on a day of 23 or 25 hours: an hour that comes twice is safe twice, one that is skipped never (P1). */
function listOccurrences(hours: WeeklyHours, from: Instant, until: Instant, zone: Zone): Stretch[] {
  const found: Stretch[] = []
  const length = (hours.to <= hours.from ? hours.to + 1440 : hours.to) - hours.from
  for (const span of listFixedOffsetSpans(from, until, zone)) {
    // One day earlier, because hours that cross midnight may reach into the first day.
    for (
      let day = Math.floor((span.from + span.offset) / DAY) - 1, last = Math.floor((span.until + span.offset) / DAY);
      day <= last;
      day += 1
    ) {
      if (!hours.weekdays.includes(toWeekday(day))) continue
      const start = day * DAY + hours.from * MINUTE - span.offset
      const clipped = { from: Math.max(start, span.from), until: Math.min(start + length * MINUTE, span.until) }
      if (clipped.from < clipped.until) found.push(clipped)
    }
  }
  return found
}

/** Day 0 is 1 January 1970, a Thursday. */
const toWeekday = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday

function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = []
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && next.from <= last.until) merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, next.until) }
    else merged.push(next)
  }
  return merged
}

const subtractStretch = (stretches: readonly Stretch[], hole: Stretch): Stretch[] =>
  stretches.flatMap((one) =>
    hole.until <= one.from || hole.from >= one.until
      ? [one]
      : [
          { from: one.from, until: hole.from },
          { from: hole.until, until: one.until },
        ].filter((rest) => rest.from < rest.until),
  )

/** The safe stretches between two instants: allowed hours less never-hours, merged, in order (P1, C5). */
export function listSafeStretches(safe: SafeHours, never: readonly WeeklyHours[], from: Instant, until: Instant, zone: Zone): Stretch[] {
  if (from >= until) return []
  const allowed =
    safe.kind === 'times' ? mergeStretches(safe.allowed.flatMap((hours) => listOccurrences(hours, from, until, zone))) : [{ from, until }]
  return never.flatMap((hours) => listOccurrences(hours, from, until, zone)).reduce(subtractStretch, allowed)
}

/** The safe stretch that holds `at` or begins next after it, within eight days (a week and the day that overlaps); null when there is none. */
export const findNextSafeHours = (safe: SafeHours, never: readonly WeeklyHours[], at: Instant, zone: Zone): Stretch | null =>
  listSafeStretches(safe, never, at, at + 8 * DAY, zone)[0] ?? null
