import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { failureWords, PLACES, useOffice } from '../../office'
import { Empty, Loading } from '../../ui'
import { AddWorker } from './AddWorker'
import { Away } from './Away'
import { Leaving } from './Leaving'
import { OneWorker } from './OneWorker'
import { StaffSheet } from './StaffSheet'

/** '#/settings/staff', '…/new', '…/<id>', '…/<id>/leave', '…/<id>/away'. */
export function StaffPage() {
  const { t } = useTranslation()
  const { id, act } = useParams<{ id?: string; act?: string }>()
  const { value, failure } = useOffice('staff.overview', {})
  if (id === 'new') return <AddWorker />
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('staff.title')}</h1>
        {failure ? <Empty title={failureWords(t, failure)} /> : <Loading>{t('staff.loading')}</Loading>}
      </div>
    )
  if (id === undefined) return <StaffSheet overview={value} />
  const worker = value.staff.find((one) => one.id === id)
  // Whoever has just left is drawn by her page till its last word is read.
  if (worker && act === 'leave') return <Leaving key={id} worker={worker} />
  if (worker && worker.leftAt === null && act === 'away')
    return <Away key={id} id={worker.id} name={worker.name} mine={false} back={`${PLACES.staff}/${worker.id}`} />
  if (worker && worker.leftAt === null) return <OneWorker key={id} worker={worker} />
  return (
    <div className="states-pad">
      <h1 className="hidden">{t('staff.title')}</h1>
      <Empty
        title={t('staff.noSuch.title')}
        act={
          <Link className="btn" href={PLACES.staff}>
            {t('staff.back')}
          </Link>
        }
      >
        {t('staff.noSuch.text')}
      </Empty>
    </div>
  )
}
