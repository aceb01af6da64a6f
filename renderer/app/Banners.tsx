import { useTranslation } from 'react-i18next'
import type { OfficeState } from '#shared/contract/office/session'
import { useStorageTrouble } from '../office'
import { Banner } from '../ui'
import { OwnUndoAttempt } from '../features/record/attempt/UndoAttempt'
import { Alerts } from './Alerts'
import { DirectorNotices, ClockDriftNotice } from './DirectorNotices'

/** The notices that every page must show: practice, a clock that jumped, a full disk, a call that could not be written. */
export function Banners({
  state,
  calm = false,
}: {
  readonly state: OfficeState
  /** During a meeting only urgent notices are shown. */ readonly calm?: boolean
}) {
  const { t } = useTranslation()
  const trouble = useStorageTrouble()
  return (
    <div className="banners">
      {state.practice && <Banner tone="plain">{t('frame.banner.practice')}</Banner>}
      {state.stage === 'open' && <Alerts />}
      {trouble && (
        <Banner tone="heavy">
          <b>{t(`frame.banner.${trouble}.what`)}</b> {t(`frame.banner.${trouble}.now`)}
        </Banner>
      )}
      {state.disk === 'read_only' && <Banner tone="heavy">{t('frame.banner.diskReadOnly')}</Banner>}
      {state.disk === 'low' && <Banner>{t('frame.banner.diskLow')}</Banner>}
      {state.clock.drifted && <ClockDriftNotice state={state} />}
      {state.clock.zoneDiffers && <Banner>{t('frame.banner.zone')}</Banner>}
      {state.stage === 'open' && !calm && <OwnUndoAttempt />}
      {state.stage === 'open' && !calm && <DirectorNotices state={state} />}
    </div>
  )
}
