import type { Instant, Zone } from '#shared/domain/moment'
import { addDays, localOf, parseLocal } from '#shared/domain/moment'
import type { Outcome } from '#shared/domain/outcome'
import { shortTime } from '#shared/domain/wording'
import type { TypedMoment } from './MomentField'

const WORDS: Readonly<Record<string, number>> = { '': 0, today: 0, yesterday: -1, tomorrow: 1 }

/** What a worker typed, as an instant. Refuses `no_such_time`; whether it may lie in the future is the rule's to say. */
export function instantOf(typed: TypedMoment, now: Instant, zone: Zone): Outcome<Instant> {
  const word = typed.date.trim().toLowerCase()
  const away = WORDS[word]
  return parseLocal(away === undefined ? word : addDays(localOf(now, zone).date, away), typed.time, zone)
}

/** The other way round: for a field that begins with an instant. */
export function typedOf(at: Instant, now: Instant, zone: Zone): TypedMoment {
  const { date } = localOf(at, zone)
  const today = localOf(now, zone).date
  const word = date === today ? 'today' : date === addDays(today, -1) ? 'yesterday' : date === addDays(today, 1) ? 'tomorrow' : date
  return { date: word, time: shortTime(at, zone) }
}
