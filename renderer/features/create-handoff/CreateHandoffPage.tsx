import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { readNow, useFormFields, useOffice, useOfficeState, useZone } from '../../office'
import { describeStaffName } from '../../components'
import { createEmptyHandoffForm } from './handoff-form'
import { CreateHandoffForm, LoadingHandoffForm } from './CreateHandoffForm'

/** The page '#/new', with '?source=' where it was begun from a partner. One draft for each worker. */
export function CreateHandoffPage() {
  const { t } = useTranslation()
  const zone = useZone()
  const [search] = useSearchParams()
  const source = search.get('source')
  const [initial] = useState(() => createEmptyHandoffForm(source))
  const partners = useOffice('partner.list', {})
  const staff = useOffice('staff.list', {})
  const policy = useOffice('policy.read', {})
  const fields = useFormFields()
  const me = useOfficeState()?.me
  if (!fields.ready || !partners.value || !staff.value || !policy.value || !me) return <LoadingHandoffForm />
  return (
    <CreateHandoffForm
      empty={initial}
      partners={partners.value}
      staff={staff.value.map((one) => ({ id: one.id, name: describeStaffName(t, one, readNow(), zone) }))}
      me={me.id}
      versions={policy.value.versions}
    />
  )
}
