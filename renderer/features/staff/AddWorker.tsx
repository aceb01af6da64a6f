import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ROUTES, useCall } from '../../office'
import { FormPage, PageHead } from '../../ui'
import { TemporaryPassphrase, type IssuedPassphrase } from './TemporaryPassphrase'
import { WorkerForm, type WorkerFormValues } from './WorkerForm'

const EMPTY: WorkerFormValues = { name: '', roles: ['worker'] }

/** The page '#/settings/staff/new': a name and roles; the office makes the five words. */
export function AddWorker() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { send } = useCall('staff.add')
  const [issued, setIssued] = useState<IssuedPassphrase | null>(null)
  const back = () => go(ROUTES.staff)
  if (issued) return <TemporaryPassphrase issued={issued} onDone={back} />
  return (
    <>
      <PageHead title={t('staff.add')} />
      <FormPage>
        <WorkerForm
          label={t('staff.add')}
          initial={EMPTY}
          save={t('staff.form.add')}
          saving={t('staff.form.adding')}
          worker={null}
          send={send}
          onSent={(answer, typed) => setIssued({ name: typed.name.trim(), passphrase: answer.passphrase, until: answer.until })}
          onClose={back}
        />
      </FormPage>
    </>
  )
}
