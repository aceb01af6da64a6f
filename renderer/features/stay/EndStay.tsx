import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { StayView } from '#shared/contract/stay'
import { FailureLine, describeFieldFailure, readNow, useCall, useZone } from '../../office'
import { announce, Button, parseMoment, FormPageHead, FormPageRow, MomentField, focusFirstError, type TypedMoment } from '../../ui'
import { isEmptyMoment } from './BeginStay'

/** The person leaves the shelter; from then on it is asked whether contact goes on (A3). */
export function EndStayForm({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { send, sending } = useCall('stay.end')
  const [when, setWhen] = useState<TypedMoment>({ date: '', time: '' })
  const [noTime, setNoTime] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const end = async () => {
    const at = isEmptyMoment(when) ? null : parseMoment(when, readNow(), zone)
    setNoTime(at !== null && !at.ok)
    if (at !== null && !at.ok) return focusFirstError()
    const answer = await send({ id: stay.id, at: at === null ? null : at.value })
    if (answer.ok) return announce(t('stay.end.ended'))
    setFailure(answer.failure)
    return focusFirstError()
  }
  const wrong = noTime ? t('failure.refused.no_such_time') : describeFieldFailure(t, failure, 'at')
  return (
    <>
      <FormPageHead>{t('stay.end.title')}</FormPageHead>
      <FormPageRow label={t('stay.end.when')} hasError={Boolean(wrong)}>
        <MomentField
          label={t('stay.end.when')}
          quietLabel
          value={when}
          onChange={(typed) => {
            setWhen(typed)
            setNoTime(false)
            setFailure(null)
          }}
          hint={t('stay.begin.hint')}
          error={wrong}
          dateLabel={t('stay.end.date')}
          timeLabel={t('stay.end.time')}
        />
        <p className="acts flush">
          <Button busy={sending} onPress={() => void end()}>
            {t('stay.end.save')}
          </Button>
        </p>
        {failure && !wrong && <FailureLine failure={failure} />}
      </FormPageRow>
    </>
  )
}
