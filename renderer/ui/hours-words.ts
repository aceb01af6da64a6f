import type { TFunction } from 'i18next'
import { clockOf } from '#shared/domain/moment'
import type { SafeHours, WeeklyHours } from '#shared/domain/safe-hours'

/** 'Mon to Fri', 'Mon, Wed', 'every day': three days in a row and more are a stretch. */
function daysWords(t: TFunction, weekdays: WeeklyHours['weekdays']): string {
  const days = [...weekdays].sort((a, b) => a - b)
  const [first] = days
  const last = days.at(-1)
  if (days.length === 7) return t('hours.everyDay')
  if (first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1)
    return t('hours.through', { first: t(`word.weekday.d${first}`), last: t(`word.weekday.d${last}`) })
  return days.map((day) => t(`word.weekday.d${day}`)).join(', ')
}

/** Weekly hours in words: 'Mon to Fri 18:00 to 20:00, Sat 22:00 to 02:00'. */
export const weeklyWords = (t: TFunction, hours: readonly WeeklyHours[]): string =>
  hours
    .map(({ weekdays, from, to }) =>
      t('hours.range', { days: daysWords(t, weekdays), from: clockOf(from), to: to === 1440 ? '24:00' : clockOf(to) }),
    )
    .join(', ')

/** Safe hours in words; 'Not known' where she has not said. */
export const safeHoursWords = (t: TFunction, hours: SafeHours): string =>
  hours.kind === 'any' ? t('hours.any') : hours.kind === 'not_known' ? t('word.notKnown') : weeklyWords(t, hours.allowed)
