import { useTranslation } from 'react-i18next'
import { formatTime } from '#shared/domain/core/wording'
import { useNow, useZone } from '../../../office'
import { formatLength, formatMachineLength, findParticipantName } from './presence'
import { useMeetingSession } from '../meeting-session'
import css from '../call.module.css'

/** A large clock of a hold, only where the window has room for it. The same time is beside the switch. */
export function HoldClock() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const now = useNow()
  const zone = useZone()
  const [longest] = view.participants.filter((one) => one.presence === 'hold').toSorted((a, b) => a.since - b.since)
  if (!longest) return null
  const length = now - longest.since
  return (
    <p className={css.holdClock} aria-hidden="true">
      <time dateTime={formatMachineLength(length)}>{formatLength(length)}</time>
      <span className="st is-soon">
        <b dir="auto">
          {t('meeting.holdClock', { who: findParticipantName(view, longest.no), how: t(`meeting.people.holdTime.${view.mode}`) })}
        </b>
      </span>
      <span className="second">{t('meeting.holdSay', { when: formatTime(longest.since, zone), key: longest.no })}</span>
    </p>
  )
}
