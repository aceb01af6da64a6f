import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Failure } from '#shared/contract/call'
import { FailureLine, ROUTES, useCall } from '../../office'
import { announce, Button, PageHead } from '../../ui'
import css from './staff.module.css'

/** The worker has left; a new key is offered, with the reason (K4). */
export function WorkerLeft({ name, moved }: { readonly name: string; readonly moved: number }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { send, sending } = useCall('keys.rotate')
  const [rotated, setRotated] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const back = () => go(ROUTES.staff)
  useEffect(() => document.getElementById('main')?.focus(), [])
  const rotate = async () => {
    const answer = await send({})
    setFailure(answer.ok ? null : answer.failure)
    setRotated(answer.ok)
    if (answer.ok) announce(t('staff.gone.rotated'))
  }
  return (
    <>
      <PageHead title={t('staff.gone.title', { name })}>
        {moved === 0 ? t('staff.gone.movedNone') : t('staff.gone.moved', { count: moved })}
      </PageHead>
      <div className={css.words}>
        {rotated ? (
          <>
            <p role="status">{t('staff.gone.rotated')}</p>
            <p className="acts">
              <Button look="do" size="tall" onPress={back}>
                {t('staff.gone.all')}
              </Button>
            </p>
          </>
        ) : (
          <>
            <p className="lead">{t('staff.gone.offer')}</p>
            <p>{t('staff.gone.why')}</p>
            <p className="second">{t('keys.changeWait')}</p>
            <p className="acts">
              <Button look="do" size="tall" busy={sending} onPress={() => void rotate()}>
                {sending ? t('keys.changing') : t('staff.gone.rotate')}
              </Button>
              <Button size="tall" onPress={back}>
                {t('staff.gone.later')}
              </Button>
            </p>
          </>
        )}
        <FailureLine failure={failure} />
      </div>
    </>
  )
}
