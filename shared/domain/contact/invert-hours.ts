import type { Weekday } from '../core/moment'
import type { WeeklyHours } from './safe-hours'

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const MINUTES_IN_DAY = 1440

/** No hour of any day. */
export const EVERY_HOUR: readonly WeeklyHours[] = [{ weekdays: WEEK, from: 0, to: MINUTES_IN_DAY }]

/** Every minute of the week that these hours leave out, as hours of their own that do not cross midnight; days alike in one line. */
export function invertHours(hours: readonly WeeklyHours[]): readonly WeeklyHours[] {
  const coveredMinutes = WEEK.map(() => new Uint8Array(MINUTES_IN_DAY))
  for (const { weekdays, from, to } of hours)
    for (const day of weekdays) {
      coveredMinutes[day - 1]?.fill(1, from, to <= from ? MINUTES_IN_DAY : to)
      if (to <= from) coveredMinutes[day % 7]?.fill(1, 0, to)
    }
  const found = new Map<string, { readonly weekdays: Weekday[]; readonly from: number; readonly to: number }>()
  for (const day of WEEK)
    for (const { from, to } of listGaps(coveredMinutes[day - 1] ?? new Uint8Array(MINUTES_IN_DAY))) {
      const same = found.get(`${from}-${to}`)
      if (same) same.weekdays.push(day)
      else found.set(`${from}-${to}`, { weekdays: [day], from, to })
    }
  return [...found.values()]
}

function listGaps(minutes: Uint8Array): readonly { readonly from: number; readonly to: number }[] {
  const gaps: { from: number; to: number }[] = []
  let from = minutes.indexOf(0)
  while (from >= 0) {
    const end = minutes.indexOf(1, from)
    gaps.push({ from, to: end < 0 ? MINUTES_IN_DAY : end })
    from = end < 0 ? -1 : minutes.indexOf(0, end)
  }
  return gaps
}
