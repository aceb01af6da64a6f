import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { PLACES, useCall } from '../../office'
import { Leaf, PageHead } from '../../ui'
import { FiveWords, type Given } from './FiveWords'
import { WorkerForm, type Typed } from './WorkerForm'

const EMPTY: Typed = { name: '', roles: ['worker'] }

/** '#/settings/staff/new': a name and roles; the office makes the five words. */
export function AddWorker() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { send, sending } = useCall('staff.add')
  const [given, setGiven] = useState<Given | null>(null)
  const back = () => go(PLACES.staff)
  if (given) return <FiveWords given={given} onDone={back} />
  return (
    <>
      <PageHead title={t('staff.add')} />
      <Leaf>
        <WorkerForm
          label={t('staff.add')}
          initial={EMPTY}
          save={t('staff.form.add')}
          saving={t('staff.form.adding')}
          busy={sending}
          onLeave={back}
          onSave={async (typed) => {
            const answer = await send(typed)
            if (!answer.ok) return answer.failure
            setGiven({ name: typed.name.trim(), passphrase: answer.value.passphrase, until: answer.value.until })
            return null
          }}
        />
      </Leaf>
    </>
  )
}
