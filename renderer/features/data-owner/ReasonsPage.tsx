import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { failureWords, PLACES, useOffice } from '../../office'
import { Empty, Loading } from '../../ui'
import { useDecides } from './Decider'
import { ReasonLeaf } from './ReasonLeaf'
import { ReasonSheet } from './ReasonSheet'

/** B1: '#/settings/reasons', '…/new', '…/<code>'. */
export function ReasonsPage() {
  const { t } = useTranslation()
  const { code } = useParams<{ code?: string }>()
  const { value, failure } = useOffice('reason.list', {})
  const mine = useDecides()
  if (!value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('reasons.title')}</h1>
        {failure ? <Empty title={failureWords(t, failure)} /> : <Loading>{t('reasons.loading')}</Loading>}
      </div>
    )
  if (code === undefined || !mine) return <ReasonSheet reasons={value} />
  const reason = value.find((one) => one.code === code) ?? null
  if (reason !== null || code === 'new') return <ReasonLeaf key={code} reason={reason} />
  return (
    <div className="states-pad">
      <h1 className="hidden">{t('reasons.title')}</h1>
      <Empty
        title={t('reasons.noSuch.title')}
        act={
          <Link className="btn" href={PLACES.reasons}>
            {t('reasons.back')}
          </Link>
        }
      >
        {t('reasons.noSuch.text')}
      </Empty>
    </div>
  )
}
