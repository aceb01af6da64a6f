import type { Instant, Zone } from '#shared/domain/core/moment'
import { addDays, chooseFittingInstant, listLocalInstants, toLocalTime } from '#shared/domain/core/moment'
import { ok, type Outcome } from '#shared/domain/core/outcome'
import { formatTime } from '#shared/domain/core/wording'

/** A local date and time as typed: 'YYYY-MM-DD' (or 'today', 'yesterday', 'tomorrow') and 'HH:MM'. */
export interface TypedMoment {
  readonly date: string
  readonly time: string
  /** Which of the two hours, where an autumn change repeats it; absent: not said. */
  readonly which?: 'first' | 'second'
}

const WORDS: Readonly<Record<string, number>> = { '': 0, today: 0, yesterday: -1, tomorrow: 1 }

/** Lists the instants that a worker may have meant: two in the hour that an autumn change repeats. Refuses `no_such_time`. */
export function listTypedInstants({ date, time }: TypedMoment, now: Instant, zone: Zone): Outcome<readonly Instant[]> {
  const word = date.trim().toLowerCase()
  const away = WORDS[word]
  return listLocalInstants(away === undefined ? word : addDays(toLocalTime(now, zone).date, away), time, zone)
}

/**
 * Parses what a worker typed to an instant. In the hour that comes twice it is the one that the worker chose, else the one between
 * `notBefore` and now, else the first. Refuses `no_such_time`; whether it may be in the future is decided by the rule.
 */
export function parseMoment(typed: TypedMoment, now: Instant, zone: Zone, notBefore: Instant = -Infinity): Outcome<Instant> {
  const found = listTypedInstants(typed, now, zone)
  if (!found.ok) return found
  const [first = 0, second = first] = found.value
  if (typed.which !== undefined) return ok(typed.which === 'second' ? second : first)
  return ok(chooseFittingInstant(found.value, notBefore, now) ?? first)
}

/** Converts an instant to typed text, for a field that begins with one. */
export function toTypedMoment(at: Instant, now: Instant, zone: Zone): TypedMoment {
  const { date } = toLocalTime(at, zone)
  const today = toLocalTime(now, zone).date
  const word = date === today ? 'today' : date === addDays(today, -1) ? 'yesterday' : date === addDays(today, 1) ? 'tomorrow' : date
  const time = formatTime(at, zone)
  const found = listLocalInstants(date, time, zone)
  const isSecond = found.ok && found.value[1] !== undefined && at >= found.value[1]
  return { date: word, time, ...(isSecond ? { which: 'second' as const } : {}) }
}
