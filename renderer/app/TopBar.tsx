import { useTranslation } from 'react-i18next'
import type { OfficeState } from '#shared/contract/office/session'
import { formatLongDay, formatTime } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../office'
import { Name } from '../components'
import { Button, Icon } from '../ui'

/** The top bar: the shelter's day and time, search, the signed-in worker, and lock. */
export function TopBar({
  state,
  onFind,
  onLock,
}: {
  readonly state: OfficeState
  readonly onFind: () => void
  readonly onLock: () => void
}) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <header className="topbar">
      <span className="book">{t('frame.app')}</span>
      <button className="find" type="button" onClick={onFind}>
        <Icon name="search" />
        <span>{t('frame.find')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <div className="now">
        <span className="day muted">{formatLongDay(now, zone)}</span>
        <time>{formatTime(now, zone)}</time>
        {state.me && (
          <span className="who">
            <Name strong>{state.me.name}</Name>
            {state.waiting && <span className="muted"> {t('frame.until', { time: formatTime(state.waiting.shiftEndsAt, zone) })}</span>}
          </span>
        )}
        <Button icon="lock" keys="F9" onPress={onLock}>
          {t('frame.lock')}
        </Button>
      </div>
    </header>
  )
}
