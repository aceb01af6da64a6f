import type { Instant, Zone } from '#shared/domain/core/moment'
import { addDays, toLocalTime, parseLocal } from '#shared/domain/core/moment'
import type { Outcome } from '#shared/domain/core/outcome'
import { formatTime } from '#shared/domain/core/wording'
import type { TypedMoment } from './MomentField'

const WORDS: Readonly<Record<string, number>> = { '': 0, today: 0, yesterday: -1, tomorrow: 1 }

/** Parses what a worker typed to an instant. Refuses `no_such_time`; whether it may be in the future is decided by the rule. */
export function parseMoment(typed: TypedMoment, now: Instant, zone: Zone): Outcome<Instant> {
  const word = typed.date.trim().toLowerCase()
  const away = WORDS[word]
  return parseLocal(away === undefined ? word : addDays(toLocalTime(now, zone).date, away), typed.time, zone)
}

/** Converts an instant to typed text, for a field that begins with one. */
export function toTypedMoment(at: Instant, now: Instant, zone: Zone): TypedMoment {
  const { date } = toLocalTime(at, zone)
  const today = toLocalTime(now, zone).date
  const word = date === today ? 'today' : date === addDays(today, -1) ? 'yesterday' : date === addDays(today, 1) ? 'tomorrow' : date
  return { date: word, time: formatTime(at, zone) }
}
