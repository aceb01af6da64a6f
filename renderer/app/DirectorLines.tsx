import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { OfficeState } from '#shared/contract/session'
import { shortTime } from '#shared/domain/wording'
import { failureWords, PLACES, useCall, useZone } from '../office'
import { announce, Banner, Button } from '../ui'

/** What only a director has to know: who decides what, what she has to read, whether the book is whole. One calm line each. */
export function DirectorLines({ state }: { readonly state: OfficeState }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const zone = useZone()
  const { send, sending } = useCall('screen.lift')
  if (!state.me?.roles.includes('director')) return null
  const { unnamed, toRead, bookWhole, screenShownUntil } = state
  const [first] = unnamed
  return (
    <>
      {!bookWhole && (
        <Banner tone="heavy" acts={<Button onPress={() => go(PLACES.book)}>{t('frame.director.look')}</Button>}>
          {t('frame.director.notWhole')}
        </Banner>
      )}
      {toRead > 0 && (
        <Banner tone="plain" acts={<Button onPress={() => go(PLACES.book)}>{t('frame.director.read')}</Button>}>
          {t('frame.director.toRead', { count: toRead })}
        </Banner>
      )}
      {first && (
        <Banner tone="plain" acts={<Button onPress={() => go(PLACES.staff)}>{t('frame.director.name')}</Button>}>
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
          {t('frame.director.shown', { time: shortTime(screenShownUntil, zone) })}
        </Banner>
      )}
    </>
  )
}

/** T3: the PC's clock jumped. Whoever leads the shift says when it is right again. */
export function DriftLine({ state }: { readonly state: OfficeState }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('clock.reset')
  const may = state.stage === 'open' && state.me?.roles.some((role) => role === 'supervisor' || role === 'director')
  const reset = async () => {
    const answer = await send({})
    announce(answer.ok ? t('frame.banner.clockIsSet') : failureWords(t, answer.failure))
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
