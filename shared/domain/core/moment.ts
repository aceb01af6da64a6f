import { Temporal } from 'temporal-polyfill'
import { ok, refuse, type Outcome } from './outcome'

/** UTC milliseconds. Every instant that is stored, compared or sent is one of these. */
export type Instant = number
/** An IANA time zone name, the shelter's own. */
export type Zone = string
/** Minutes since local midnight, 0 to 1439. */
export type MinuteOfDay = number
/** ISO weekday, Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
/** C3: something is due soon from four hours before its due time. */
export const DUE_SOON = 4 * HOUR
/** Returns so many hours in milliseconds. */
export const hoursToMilliseconds = (count: number): number => count * HOUR

export interface LocalTime {
  /** 'YYYY-MM-DD' */
  readonly date: string
  readonly minute: MinuteOfDay
  readonly weekday: Weekday
}

const toZonedDateTime = (at: Instant, zone: Zone) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The wall clock of the shelter at an instant. */
export function toLocalTime(at: Instant, zone: Zone): LocalTime {
  const z = toZonedDateTime(at, zone)
  return { date: z.toPlainDate().toString(), minute: z.hour * 60 + z.minute, weekday: z.dayOfWeek as Weekday }
}

/** The first instant of the local day that holds `at`. */
export const startOfDay = (at: Instant, zone: Zone): Instant => toZonedDateTime(at, zone).startOfDay().epochMilliseconds
/** The first instant of the next local day; a local day has 23, 24 or 25 hours. */
export const endOfDay = (at: Instant, zone: Zone): Instant => toZonedDateTime(at, zone).add({ days: 1 }).startOfDay().epochMilliseconds

/**
 * The instant of a local date and minute. In a spring gap the moment after the gap, in an autumn overlap the earlier
 * of the two: a safe window must open no earlier than the wall clock says, and a deadline never gains an hour.
 */
export function toInstant(date: string, minute: MinuteOfDay, zone: Zone): Instant {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const zonedTime = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (zonedTime.toPlainDateTime().equals(plain)) return zonedTime.epochMilliseconds
  return (zonedTime.getTimeZoneTransition('next') ?? zonedTime).epochMilliseconds
}

/** A stretch in which the shelter's wall clock runs evenly: local = instant + `offset`, in ms; end excluded. */
export interface FixedOffsetSpan {
  readonly from: Instant
  readonly until: Instant
  readonly offset: number
}

/** The stretch cut at every clock change, so that hours on the wall clock can be laid on it without guessing. */
export function listFixedOffsetSpans(from: Instant, until: Instant, zone: Zone): FixedOffsetSpan[] {
  const spans: FixedOffsetSpan[] = []
  for (let at = from; at < until;) {
    const zonedTime = toZonedDateTime(at, zone)
    const end = Math.min(until, zonedTime.getTimeZoneTransition('next')?.epochMilliseconds ?? until)
    spans.push({ from: at, until: end, offset: zonedTime.offsetNanoseconds / 1e6 })
    at = end
  }
  return spans
}

/**
 * Lists the instants of a local date ('YYYY-MM-DD') and time ('HH:MM') as a worker typed it, earlier first: one, or two in the hour
 * that an autumn change repeats. Refuses `no_such_time`: malformed, not in the calendar, or jumped over by a spring change.
 */
export function listLocalInstants(date: string, time: string, zone: Zone): Outcome<readonly [Instant] | readonly [Instant, Instant]> {
  const clock = /^([01]?\d|2[0-3])[:.h]?([0-5]\d)$/.exec(time.trim())
  if (!clock) return refuse('no_such_time')
  try {
    const plain = Temporal.PlainDate.from(date.trim(), { overflow: 'reject' }).toPlainDateTime({
      hour: Number(clock[1]),
      minute: Number(clock[2]),
    })
    const [first, second] = (['earlier', 'later'] as const).map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }))
    if (!first?.toPlainDateTime().equals(plain) || !second) return refuse('no_such_time')
    const [earlier, later] = [first.epochMilliseconds, second.epochMilliseconds]
    return ok(earlier === later ? [earlier] : [earlier, later])
  } catch {
    return refuse('no_such_time')
  }
}

/** The instant of a local date and time; in the hour that comes twice, the first. Refuses like `listLocalInstants`. */
export function parseLocal(date: string, time: string, zone: Zone): Outcome<Instant> {
  const found = listLocalInstants(date, time, zone)
  return found.ok ? ok(found.value[0]) : found
}

/**
 * Of the two instants of an hour that comes twice, the one that fits between `notBefore` and `now` (C8); null where both fit or none
 * does, so that a worker has to say which.
 */
export function chooseFittingInstant(instants: readonly Instant[], notBefore: Instant, now: Instant): Instant | null {
  if (instants.length === 1) return instants[0] ?? null
  const fitting = instants.filter((at) => notBefore <= at && at <= now)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** Returns the local date ('YYYY-MM-DD') so many days later, or earlier where negative. */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
/** Whole local days from the day of `from` to the day of `to`; negative when earlier. */
export const daysBetween = (from: Instant, to: Instant, zone: Zone): number =>
  toZonedDateTime(from, zone).toPlainDate().until(toZonedDateTime(to, zone).toPlainDate(), { largestUnit: 'day' }).days

/** Offset from UTC in minutes, for "the PC's zone differs" (T3). */
export const getOffsetMinutes = (at: Instant, zone: Zone): number => Math.round(toZonedDateTime(at, zone).offsetNanoseconds / 60e9)

/** The wall clock of a zone with its offset, '2026-11-20T09:00:00-06:00'; in UTC with 'Z'. For files that outlive the office. */
export const formatIso = (at: Instant, zone: Zone): string =>
  zone === 'UTC'
    ? Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' })
    : Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second', timeZone: zone })

/** Whether a name is an IANA time zone that this host knows. */
export function isZone(zone: string): boolean {
  try {
    toZonedDateTime(0, zone)
    return true
  } catch {
    return false
  }
}

/** 'HH:MM' as minutes of the day; the contract has checked the form. */
export const parseMinute = (clock: string): MinuteOfDay => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
/** Returns minutes of the day as 'HH:MM'; 1440 as '00:00'. */
export const formatMinute = (minute: MinuteOfDay): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The end of the running shift: the next of the shelter's shift starts ('HH:MM', local). */
export function findShiftEnd(now: Instant, shiftStarts: readonly string[], zone: Zone): Instant {
  const { date } = toLocalTime(now, zone)
  const candidates = [date, addDays(date, 1), addDays(date, 2)].flatMap((day) =>
    shiftStarts.map((start) => toInstant(day, parseMinute(start), zone)),
  )
  return Math.min(...candidates.filter((at) => at > now), now + DAY)
}
