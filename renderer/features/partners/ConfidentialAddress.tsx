import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartnerId } from '#shared/domain/core/ids'
import { callOffice, describeFailure } from '../../office'
import { Button } from '../../ui'

/** The confidential address: hidden and never printed; showing it is a separate call that the audit log records (T1). */
export function ConfidentialAddress({ id }: { readonly id: PartnerId }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<string | null>(null)
  const [wrong, setWrong] = useState('')
  const show = async () => {
    const answer = await callOffice('partner.address', { id })
    if (answer.ok) setShown(answer.value.address)
    else setWrong(describeFailure(t, answer.failure))
  }
  if (shown !== null)
    return (
      <span className="no-print">
        <bdi dir="auto">{shown}</bdi>{' '}
        <Button look="bare" className="inline" onPress={() => setShown(null)}>
          {t('partners.hideAddress')}
        </Button>
      </span>
    )
  return (
    <>
      {t('partners.addressHidden')}{' '}
      <Button look="bare" className="inline" onPress={() => void show()}>
        {t('partners.showAddress')}
      </Button>
      {wrong && <span className="error"> {wrong}</span>}
    </>
  )
}
