import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { describeFailure, ROUTES, useOffice } from '../../office'
import { EmptyState, Loading } from '../../ui'
import { AddWorker } from './AddWorker'
import { AbsenceForm } from './AbsenceForm'
import { WorkerLeaving } from './WorkerLeaving'
import { WorkerPage } from './WorkerPage'
import { StaffTable } from './StaffTable'

/** The pages '#/settings/staff', '…/new', '…/<id>', '…/<id>/leave', '…/<id>/away'. */
export function StaffPage() {
  const { t } = useTranslation()
  const { id, act } = useParams<{ id?: string; act?: string }>()
  const { value, failure } = useOffice('staff.overview', {})
  if (id === 'new') return <AddWorker />
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('staff.title')}</h1>
        {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('staff.loading')}</Loading>}
      </div>
    )
  if (id === undefined) return <StaffTable overview={value} />
  const worker = value.staff.find((one) => one.id === id)
  // The page of a worker who has just left stays until its last message is read.
  if (worker && act === 'leave') return <WorkerLeaving key={id} worker={worker} />
  if (worker && worker.leftAt === null && act === 'away')
    return <AbsenceForm key={id} id={worker.id} name={worker.name} mine={false} back={`${ROUTES.staff}/${worker.id}`} />
  if (worker && worker.leftAt === null) return <WorkerPage key={id} worker={worker} />
  return (
    <div className="states-pad">
      <h1 className="hidden">{t('staff.title')}</h1>
      <EmptyState
        title={t('staff.noSuch.title')}
        action={
          <Link className="btn" href={ROUTES.staff}>
            {t('staff.back')}
          </Link>
        }
      >
        {t('staff.noSuch.text')}
      </EmptyState>
    </div>
  )
}
