import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { OfficeState } from '#shared/contract/office/session'
import { formatTime } from '#shared/domain/core/wording'
import { describeFailure, ROUTES, useCall, useZone } from '../office'
import { announce, Banner, Button } from '../ui'

/** Notices for a director only: missing decision rights, unread audit entries, and whether the database is intact. One calm line each. */
export function DirectorNotices({ state }: { readonly state: OfficeState }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const { send, sending } = useCall('screen.allowCapture')
  if (!state.me?.roles.includes('director')) return null
  const { unassignedRights: unnamed, unreadAuditEntries: toRead, isDatabaseIntact, screenShownUntil } = state
  const [first] = unnamed
  return (
    <>
      {!isDatabaseIntact && (
        <Banner tone="heavy" acts={<Button onPress={() => go(ROUTES.activityLog)}>{t('frame.director.look')}</Button>}>
          {t('frame.director.notWhole')}
        </Banner>
      )}
      {toRead > 0 && (
        <Banner tone="plain" acts={<Button onPress={() => go(ROUTES.activityLog)}>{t('frame.director.read')}</Button>}>
          {t('frame.director.toRead', { count: toRead })}
        </Banner>
      )}
      {first && (
        <Banner tone="plain" acts={<Button onPress={() => go(ROUTES.rights)}>{t('frame.director.name')}</Button>}>
          {t(`frame.director.unnamed.${unnamed.length > 1 ? 'both' : first}`)}
        </Banner>
      )}
      {screenShownUntil !== null && (
        <Banner
          acts={
            <Button onPress={() => void send({ on: false })} busy={sending}>
              {t('frame.director.hide')}
            </Button>
          }
        >
          {t('frame.director.shown', { time: formatTime(screenShownUntil, zone) })}
        </Banner>
      )}
    </>
  )
}

/** Says that the PC's clock jumped (T3). The shift leader confirms when it is right again. */
export function ClockDriftNotice({ state }: { readonly state: OfficeState }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('clock.reset')
  const may = state.stage === 'open' && state.me?.roles.some((role) => role === 'supervisor' || role === 'director')
  const reset = async () => {
    const answer = await send({})
    announce(answer.ok ? t('frame.banner.clockIsSet') : describeFailure(t, answer.failure))
  }
  return (
    <Banner
      {...(may
        ? {
            acts: (
              <Button onPress={() => void reset()} busy={sending}>
                {t('frame.banner.clockIsRight')}
              </Button>
            ),
          }
        : {})}
    >
      {t('frame.banner.drifted')}
    </Banner>
  )
}
