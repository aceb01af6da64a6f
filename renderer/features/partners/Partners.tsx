import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { failureWords, PLACES, useOffice } from '../../office'
import { Empty, Loading, PageHead } from '../../ui'
import { PartnerForm } from './PartnerForm'
import { PartnerList } from './PartnerList'
import { PartnerPage } from './PartnerPage'

/** '#/partners', '#/partners/new', '#/partners/<id>'. */
export function Partners() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id?: string }>()
  const { value, failure } = useOffice('partner.list', {})
  if (id === 'new') {
    return (
      <main id="main" className="main" tabIndex={-1}>
        <PageHead title={t('partners.add')} />
        <div className="states-pad">
          <PartnerForm partner={null} onSaved={(fresh) => go(`${PLACES.partners}/${fresh}`)} onClose={() => go(PLACES.partners)} />
        </div>
      </main>
    )
  }
  if (!value)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        {failure ? <Empty title={failureWords(t, failure)} /> : <Loading>{t('partners.loading')}</Loading>}
      </main>
    )
  if (id === undefined) return <PartnerList partners={value} />
  const partner = value.find((one) => one.id === id)
  if (partner) return <PartnerPage key={partner.id} partner={partner} />
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('partners.title')}</h1>
      <Empty title={t('failure.refused.no_such_partner')} />
    </main>
  )
}
