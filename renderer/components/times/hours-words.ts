import type { TFunction } from 'i18next'
import { formatMinute } from '#shared/domain/core/moment'
import type { SafeHours, WeeklyHours } from '#shared/domain/contact/safe-hours'

type Day = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Describes days: 'Mon to Fri', 'Mon, Wed', 'every day'. Three or more days in a row are joined. */
function describeDays(t: TFunction, weekdays: readonly number[], name: (day: Day) => string, and: string): string {
  const days = [...new Set(weekdays)].toSorted((a, b) => a - b) as Day[]
  const [first] = days
  const last = days.at(-1)
  if (days.length === 7) return t('hours.everyDay')
  if (first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1)
    return t('hours.through', { first: name(first), last: name(last) })
  return days.map(name).join(and)
}

const formatClock = (minute: number): string => (minute === 1440 ? '24:00' : formatMinute(minute).replace(/^0/, ''))

/** Describes the hours of one window: '16:00 to 19:00'. */
export const describeTimeWindow = (t: TFunction, { from, to }: Pick<WeeklyHours, 'from' | 'to'>): string =>
  `${formatClock(from)} ${t('record.to')} ${formatClock(to)}`

/** Describes hours one after the other as they are read aloud: '16:00 to 19:00, Monday to Saturday'. */
export const describeHours = (t: TFunction, hours: readonly WeeklyHours[]): string =>
  hours
    .map((one) => `${describeTimeWindow(t, one)}, ${describeDays(t, one.weekdays, (day) => t(`word.weekdayLong.d${day}`), t('hours.and'))}`)
    .join('; ')

/** Describes weekly hours: 'Mon to Fri 18:00 to 20:00, Sat 22:00 to 02:00'. */
export const describeWeeklyHours = (t: TFunction, hours: readonly WeeklyHours[]): string =>
  hours
    .map(({ weekdays, from, to }) =>
      t('hours.range', {
        days: describeDays(t, weekdays, (day) => t(`word.weekday.d${day}`), ', '),
        from: formatMinute(from),
        to: to === 1440 ? '24:00' : formatMinute(to),
      }),
    )
    .join(', ')

/** Describes safe hours; 'Not known' where the person has not said. */
export const describeSafeHours = (t: TFunction, hours: SafeHours): string =>
  hours.kind === 'any' ? t('hours.any') : hours.kind === 'not_known' ? t('word.notKnown') : describeWeeklyHours(t, hours.allowed)
