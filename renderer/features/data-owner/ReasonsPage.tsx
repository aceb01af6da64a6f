import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { describeFailure, ROUTES, useOffice } from '../../office'
import { EmptyState, Loading } from '../../ui'
import { useIsDataOwner } from './DataOwnerNotice'
import { ReasonForm } from './ReasonForm'
import { ReasonTable } from './ReasonTable'

/** The pages '#/settings/reasons', '…/new', '…/<code>' (B1). */
export function ReasonsPage() {
  const { t } = useTranslation()
  const { code } = useParams<{ code?: string }>()
  const { value, failure } = useOffice('bounceReason.list', {})
  const mine = useIsDataOwner()
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('reasons.title')}</h1>
        {failure ? <EmptyState title={describeFailure(t, failure)} /> : <Loading>{t('reasons.loading')}</Loading>}
      </div>
    )
  if (code === undefined || !mine) return <ReasonTable reasons={value} />
  const reason = value.find((one) => one.code === code) ?? null
  if (reason !== null || code === 'new') return <ReasonForm key={code} reason={reason} />
  return (
    <div className="states-pad">
      <h1 className="hidden">{t('reasons.title')}</h1>
      <EmptyState
        title={t('reasons.noSuch.title')}
        action={
          <Link className="btn" href={ROUTES.reasons}>
            {t('reasons.back')}
          </Link>
        }
      >
        {t('reasons.noSuch.text')}
      </EmptyState>
    </div>
  )
}
