import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { FailureLine, describeFieldFailure, readNow, useCall, useMinute, useOffice, useOfficeState, useZone } from '../../office'
import {
  announce,
  Button,
  parseMoment,
  FormPageHead,
  FormPageRow,
  MomentField,
  Select,
  toStaffOption,
  focusFirstError,
  type TypedMoment,
} from '../../ui'

const NOW: TypedMoment = { date: '', time: '' }
export const isEmptyMoment = ({ date, time }: TypedMoment): boolean => date.trim() === '' && time.trim() === ''

/** Begins a stay with an intake (A4). */
export function BeginStayForm({ personId }: { readonly personId: PersonId }) {
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
    const at = isEmptyMoment(when) ? null : parseMoment(when, readNow(), zone)
    setNoTime(at !== null && !at.ok)
    if (worker === null || (at !== null && !at.ok)) return focusFirstError()
    const answer = await send({ personId, intakeAt: at === null ? null : at.value, worker })
    if (answer.ok) return announce(t('stay.begin.begun'))
    setFailure(answer.failure)
    return focusFirstError()
  }
  const wrongTime = noTime ? t('failure.refused.no_such_time') : describeFieldFailure(t, failure, 'intakeAt')
  const wrongWorker = describeFieldFailure(t, failure, 'worker')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <FormPageHead margin={t('stay.page.whenMargin')}>{t('stay.begin.title')}</FormPageHead>
      <FormPageRow label={t('stay.begin.when')} hasError={Boolean(wrongTime)}>
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
      </FormPageRow>
      <FormPageRow label="" hasError={Boolean(wrongWorker)}>
        <Select
          label={t('stay.begin.worker')}
          value={worker}
          options={staff.map((one) => toStaffOption(t, one, now, zone))}
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
      </FormPageRow>
    </form>
  )
}
