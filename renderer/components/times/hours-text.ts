import { formatMinute, type Weekday } from '#shared/domain/core/moment'
import type { WeeklyHours } from '#shared/domain/contact/safe-hours'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[]

/** Weekly hours as typed: 'HH:MM', nothing corrected while typing. */
export interface TypedHours {
  readonly weekdays: readonly Weekday[]
  readonly from: string
  readonly to: string
}

export const EMPTY_HOURS: TypedHours = { weekdays: [], from: '', to: '' }

/** Parses minutes of the day from '18:00', '1800', '18h00' or '18'; '24:00' only as an end. Returns null when it is no time. */
function parseMinutes(typed: string, isEnd: boolean): number | null {
  const found = /^(\d{1,2})(?:[:.h]?([0-5]\d))?$/.exec(typed.trim())
  if (!found) return null
  const all = Number(found[1]) * 60 + Number(found[2] ?? 0)
  return all < 1440 || (isEnd && all === 1440) ? all : null
}

export type HoursError = 'days' | 'from' | 'to' | 'same'

/** Parses typed weekly hours, or returns the first error. An end at or before the start is on the next day. */
export function parseHours({ weekdays, from, to }: TypedHours): WeeklyHours | HoursError {
  if (weekdays.length === 0) return 'days'
  const start = parseMinutes(from, false)
  const end = parseMinutes(to, true)
  if (start === null) return 'from'
  if (end === null) return 'to'
  if (start === end) return 'same'
  return { weekdays: WEEKDAYS.filter((day) => weekdays.includes(day)), from: start, to: end }
}

export const toTypedHours = ({ weekdays, from, to }: WeeklyHours): TypedHours => ({
  weekdays,
  from: formatMinute(from),
  to: to === 1440 ? '24:00' : formatMinute(to),
})

/** Tells whether the hours end on the next day. It is shown beside the fields, so that no one writes it by mistake. */
export function crossesMidnight(typed: TypedHours): boolean {
  const hours = parseHours(typed)
  return typeof hours !== 'string' && hours.to <= hours.from
}

/** Parses all lines. Returns null where one is wrong. */
export function parseAllHours(typed: readonly TypedHours[]): WeeklyHours[] | null {
  const all = typed.map(parseHours)
  return all.every((hours) => typeof hours !== 'string') ? all : null
}
