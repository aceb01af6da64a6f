import { Temporal } from 'temporal-polyfill'
import { wording } from '../../messages/en/wording'
import { fill } from '../../messages/fill'
import { DAY, daysBetween, DUE_SOON, MINUTE, type Instant, type Zone } from './moment'

/**
 * Time in words (ui.md 3). Pure: the same instants give the same words on every host. Never a zone's abbreviation,
 * and never more time than there is: what is left is rounded down to the minute, what is past as well.
 */

/** State of a running clock: `soon` within four hours of the due time (C3), `overdue` a millisecond after it. */
export const DUE_STATES = ['overdue', 'soon', 'later'] as const
export type DueState = (typeof DUE_STATES)[number]
/** Returns the state of a clock that is due at `dueAt` (UTC ms). */
export const getDueState = (dueAt: Instant, now: Instant): DueState =>
  now > dueAt ? 'overdue' : dueAt - now <= DUE_SOON ? 'soon' : 'later'

const { weekdays: WEEKDAYS, months: MONTHS } = wording

const toZonedDateTime = (at: Instant, zone: Zone) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const padTwo = (n: number) => String(n).padStart(2, '0')

/**
 * A length of time: '48 min', '3 h 12 min', '17 h', '3 days'. From twelve hours minutes are left out, from two days hours.
 * Under a minute: 'less than a minute'. The sign is ignored.
 */
export function formatElapsed(ms: number): string {
  const length = Math.abs(ms)
  if (length < MINUTE) return wording.underAMinute
  const minutes = Math.floor(length / MINUTE)
  if (minutes < 60) return fill(wording.minutes, { n: minutes })
  if (length >= 2 * DAY) return fill(wording.days, { n: Math.floor(length / DAY) })
  const rest = minutes % 60
  const h = Math.floor(minutes / 60)
  return h >= 12 || rest === 0 ? fill(wording.hours, { n: h }) : fill(wording.hoursMinutes, { n: h, minutes: rest })
}

/**
 * How long until something is due: 'due in 48 min', 'due in 3 h 12 min', 'in 2 days', 'due now', '37 min overdue'.
 * `verb` says what else is awaited ('meets in 1 h 48 min', 'answer in 17 h'); with one, days keep it too.
 */
export function formatTimeLeft(dueAt: Instant, now: Instant, verb?: string): string {
  const left = dueAt - now
  if (left < 0) return -left < MINUTE ? wording.justOverdue : fill(wording.overdue, { time: formatElapsed(left) })
  if (left < MINUTE) return fill(wording.now, { what: verb || wording.due })
  if (left >= 2 * DAY && verb === undefined) return fill(wording.in, { time: formatElapsed(left) })
  return fill(wording.whatIn, { what: verb ?? wording.due, time: formatElapsed(left) })
}

/** The bare clock of the shelter: '16:05', '9:10'. */
export function formatTime(at: Instant, zone: Zone): string {
  const z = toZonedDateTime(at, zone)
  return `${z.hour}:${padTwo(z.minute)}`
}

/** A day and a clock: 'today 16:05', 'yesterday 16:05', 'tomorrow 9:10', 'Tue 24 Nov 9:30'; another year is named. */
export const formatDayAndTime = (at: Instant, now: Instant, zone: Zone): string => `${formatDay(at, now, zone)} ${formatTime(at, zone)}`

/** The day alone: 'today', 'yesterday', 'tomorrow', 'Tue 24 Nov', 'Tue 24 Nov 2025'. */
export function formatDay(at: Instant, now: Instant, zone: Zone): string {
  const away = daysBetween(now, at, zone)
  if (away === 0) return wording.today
  if (away === 1) return wording.tomorrow
  if (away === -1) return wording.yesterday
  const z = toZonedDateTime(at, zone)
  const year = z.year === toZonedDateTime(now, zone).year ? '' : ` ${z.year}`
  return `${WEEKDAYS[z.dayOfWeek - 1]?.slice(0, 3)} ${z.day} ${MONTHS[z.month - 1]?.slice(0, 3)}${year}`
}

/** What stands in a narrow margin: today the clock alone, else the day before it: '16:05', 'yest. 18:20', 'Sat 10:20', '24 Nov 9:30'. */
export function formatMarginTime(at: Instant, now: Instant, zone: Zone): string {
  const away = daysBetween(now, at, zone)
  const clock = formatTime(at, zone)
  if (away === 0) return clock
  if (away === -1) return `${wording.yesterdayShort} ${clock}`
  const z = toZonedDateTime(at, zone)
  if (Math.abs(away) < 7) return `${WEEKDAYS[z.dayOfWeek - 1]?.slice(0, 3)} ${clock}`
  return z.year === toZonedDateTime(now, zone).year
    ? `${z.day} ${MONTHS[z.month - 1]?.slice(0, 3)} ${clock}`
    : `${z.day} ${MONTHS[z.month - 1]?.slice(0, 3)} ${z.year}`
}

/** The head of a page: 'Friday 20 November'. */
export function formatLongDay(at: Instant, zone: Zone): string {
  const z = toZonedDateTime(at, zone)
  return `${WEEKDAYS[z.dayOfWeek - 1]} ${z.day} ${MONTHS[z.month - 1]}`
}

/** A month and its year: 'March 2024'. */
export function formatMonth(at: Instant, zone: Zone): string {
  const z = toZonedDateTime(at, zone)
  return `${MONTHS[z.month - 1]} ${z.year}`
}

/** Numbers up to twelve as words, as they stand at the start of a sentence: 'Two', 'twelve', '13'. */
export function formatNumberWord(n: number, capital = false): string {
  const word = wording.numbers[n] ?? String(n)
  return capital ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
