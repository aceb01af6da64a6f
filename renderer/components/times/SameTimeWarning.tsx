import { useTranslation } from 'react-i18next'
import type { MeetingTime } from '#shared/domain/meeting/same-time'
import { formatDayAndTime } from '#shared/domain/core/wording'
import { Icon } from '../../ui'

interface Props {
  /** The other meetings of the worker at that time; none: nothing is shown. */
  readonly others: readonly MeetingTime[]
  readonly who: string
  readonly now: number
  readonly zone: string
}

/** M7: a worker has another meeting at the same time. By number only: those who take part in a meeting see this screen too (P6). */
export function SameTimeWarning({ others, who, now, zone }: Props) {
  const { t } = useTranslation()
  return others.map((one) => (
    <p key={one.handoffId} className="st is-soon" role="status">
      <Icon name="clock" />
      <span>{t('meetings.sameTime', { who, number: one.number, when: formatDayAndTime(one.at, now, zone) })}</span>
    </p>
  ))
}
