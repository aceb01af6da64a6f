import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { readNow, useDraft, useFormFields, useOffice, useOfficeState, useZone } from '../../office'
import { Loading, describeStaffName } from '../../ui'
import { createEmptyHandoffForm } from './handoff-form'
import { CreateHandoffForm } from './CreateHandoffForm'

/** The page '#/new', with '?source=' where it was begun from a partner. One draft for each worker. */
export function CreateHandoffPage() {
  const { t } = useTranslation()
  const zone = useZone()
  const [search] = useSearchParams()
  const source = search.get('source')
  const [initial] = useState(() => createEmptyHandoffForm(source))
  const draft = useDraft('handoff.new', initial)
  const partners = useOffice('partner.list', {})
  const staff = useOffice('staff.list', {})
  const policy = useOffice('policy.read', {})
  const fields = useFormFields()
  const me = useOfficeState()?.me
  if (!draft.ready || !fields.ready || !partners.value || !staff.value || !policy.value || !me)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        <Loading>{t('intake.loading')}</Loading>
      </main>
    )
  return (
    <CreateHandoffForm
      draft={draft}
      empty={initial}
      partners={partners.value}
      staff={staff.value.map((one) => ({ id: one.id, name: describeStaffName(t, one, readNow(), zone) }))}
      me={me.id}
      versions={policy.value.versions}
    />
  )
}
