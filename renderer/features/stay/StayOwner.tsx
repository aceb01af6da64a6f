import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StayView } from '#shared/contract/person/stay'
import type { StaffId } from '#shared/domain/core/ids'
import { describeFailure, useCall, useMinute, useOffice, useZone } from '../../office'
import { toStaffOption } from '../../components'
import { announce, FormPageRow, Select } from '../../ui'

/** The worker of a stay, which always has one (H4). Choosing another one reassigns it. */
export function StayOwner({ stay }: { readonly stay: StayView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const staff = useOffice('staff.list', {}).value ?? []
  const { send } = useCall('stay.assign')
  const [error, setError] = useState<string>()
  const give = async (worker: StaffId) => {
    const answer = await send({ id: stay.id, worker })
    setError(answer.ok ? undefined : describeFailure(t, answer.failure))
    if (answer.ok) announce(t('stay.page.given', { name: staff.find(({ id }) => id === worker)?.name ?? '' }))
  }
  return (
    <FormPageRow label={t('stay.page.worker')} hasError={error !== undefined}>
      <Select
        label={t('stay.page.worker')}
        quietLabel
        value={stay.worker.id}
        options={staff.map((one) => toStaffOption(t, one, now, zone))}
        onChange={(worker) => void give(worker)}
        error={error}
      />
    </FormPageRow>
  )
}
