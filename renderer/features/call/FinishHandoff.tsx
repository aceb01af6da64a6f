import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { FailureLine, useCall } from '../../office'
import { Button } from '../../ui'
import { useMeetingSession } from './meeting-session'

/** H9, H10: after a meeting with the person and the receiver, "accepted" and "close" in one go, or one of them. */
export function FinishHandoff() {
  const { t } = useTranslation()
  const { view } = useMeetingSession()
  const { send } = useCall('meeting.finish')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [mayAccept, mayClose] = [view.offers.includes('accept'), view.offers.includes('close')]
  if (view.offers.length === 0) return null
  const who = view.fromTo.to
  const finish = async (accept: boolean, close: boolean) => {
    const answer = await send({ id: view.id, accept, close })
    setFailure(answer.ok ? null : answer.failure)
  }
  return (
    <section aria-label={t('meeting.finish.title')}>
      <h2>{t('meeting.finish.title')}</h2>
      <p className="acts">
        {mayAccept && mayClose && <Button onPress={() => void finish(true, true)}>{t('meeting.finish.both', { who })}</Button>}
        {mayAccept && <Button onPress={() => void finish(true, false)}>{t('meeting.finish.accept', { who })}</Button>}
        {mayClose && <Button onPress={() => void finish(false, true)}>{t('meeting.finish.close')}</Button>}
      </p>
      <FailureLine failure={failure} />
    </section>
  )
}
