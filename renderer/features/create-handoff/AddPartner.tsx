import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import { PARTNER_KINDS, type PartnerKind } from '#shared/domain/core/vocabulary'
import { FailureLine, describeFieldFailure, useCall } from '../../office'
import { Button, Checkbox, Field, Select } from '../../ui'

/** Adds a partner on the spot: name, kind and phone; the rest is written on its own page. */
export function AddPartnerForm({
  name: first,
  onAdded,
  onClose,
}: {
  readonly name: string
  readonly onAdded: (id: string) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { send, sending } = useCall('partner.save')
  const [name, setName] = useState(first)
  const [kind, setKind] = useState<PartnerKind>('agency')
  const [phone, setPhone] = useState('')
  const [helps, setHelps] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const add = async () => {
    const answer = await send({ id: null, name, kind, phone, note: '', helpsToReach: helps })
    if (answer.ok) onAdded(answer.value.id)
    else setFailure(answer.failure)
  }
  const nameTaken = failure?.kind === 'refused' && failure.reason === 'name_taken'
  const nameError = nameTaken ? t('failure.refused.name_taken') : describeFieldFailure(t, failure, 'name')
  const phoneError = describeFieldFailure(t, failure, 'phone')
  return (
    <section className="inset" aria-label={t('intake.addPartner')}>
      <Field label={t('intake.partnerName')} value={name} onChange={setName} error={nameError} autoFocus />
      <div className="two">
        <Select
          label={t('intake.partnerKind')}
          options={PARTNER_KINDS.map((value) => ({ value, label: t(`word.partnerKind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Field label={t('intake.partnerPhone')} type="tel" dir="ltr" value={phone} onChange={setPhone} error={phoneError} />
      </div>
      <Checkbox on={helps} onChange={setHelps}>
        {t('intake.partnerWillHelp')}
      </Checkbox>
      <p className="acts">
        <Button onPress={() => void add()} busy={sending}>
          {t('intake.addIt')}
        </Button>
        <Button look="bare" onPress={onClose}>
          {t('intake.dontAdd')}
        </Button>
      </p>
      {!nameError && !phoneError && <FailureLine failure={failure} />}
    </section>
  )
}
