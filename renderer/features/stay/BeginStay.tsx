import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import type { PersonId, StaffId } from '#shared/domain/ids'
import { FailureLine, fieldWords, nowOf, useCall, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import { announce, Button, instantOf, LeafHead, LeafRow, MomentField, Select, staffOption, toFirstWrong, type TypedMoment } from '../../ui'

const NOW: TypedMoment = { date: '', time: '' }
export const isEmptyMoment = ({ date, time }: TypedMoment): boolean => date.trim() === '' && time.trim() === ''

/** A4: intake starts a stay. */
export function BeginStay({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const me = useOfficeState()?.me
  const staff = useOffice('staff.list', {}).value ?? []
  const { send, sending } = useCall('stay.begin')
  const [when, setWhen] = useState(NOW)
  const [picked, setPicked] = useState<StaffId | null>(null)
  const [noTime, setNoTime] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const worker = picked ?? me?.id ?? null
  const begin = async () => {
    const at = isEmptyMoment(when) ? null : instantOf(when, nowOf(), zone)
    setNoTime(at !== null && !at.ok)
    if (worker === null || (at !== null && !at.ok)) return toFirstWrong()
    const answer = await send({ personId, intakeAt: at === null ? null : at.value, worker })
    if (answer.ok) return announce(t('stay.begin.begun'))
    setFailure(answer.failure)
    return toFirstWrong()
  }
  const wrongTime = noTime ? t('failure.refused.no_such_time') : fieldWords(t, failure, 'intakeAt')
  const wrongWorker = fieldWords(t, failure, 'worker')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <LeafHead margin={t('stay.page.whenMargin')}>{t('stay.begin.title')}</LeafHead>
      <LeafRow label={t('stay.begin.when')} wrong={Boolean(wrongTime)}>
        <MomentField
          label={t('stay.begin.when')}
          quietLabel
          value={when}
          onChange={(typed) => {
            setWhen(typed)
            setNoTime(false)
            setFailure(null)
          }}
          hint={t('stay.begin.hint')}
          error={wrongTime}
          dateLabel={t('stay.begin.date')}
          timeLabel={t('stay.begin.time')}
        />
      </LeafRow>
      <LeafRow label="" wrong={Boolean(wrongWorker)}>
        <Select
          label={t('stay.begin.worker')}
          value={worker}
          options={staff.map((one) => staffOption(t, one, now, zone))}
          onChange={(id) => {
            setPicked(id)
            setFailure(null)
          }}
          error={wrongWorker}
        />
        <p className="acts flush">
          <Button type="submit" look="do" size="tall" busy={sending}>
            {t('stay.begin.save')}
          </Button>
        </p>
        {failure && !wrongTime && !wrongWorker && <FailureLine failure={failure} />}
      </LeafRow>
    </form>
  )
}
