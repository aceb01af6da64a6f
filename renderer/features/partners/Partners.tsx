import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { PartnerId } from '#shared/domain/core/ids'
import { describeFailure, ROUTES, useOffice } from '../../office'
import { EmptyState, Loading, PageHead } from '../../ui'
import { EnquiryStart } from './EnquiryStart'
import { PartnerForm } from './PartnerForm'
import { PartnerList } from './PartnerList'
import { PartnerPage } from './PartnerPage'

/** The pages '#/partners', '#/partners/new', '#/partners/ask', '#/partners/<id>'. */
export function Partners() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id?: string }>()
  if (id === 'new')
    return (
      <main id="main" className="main" tabIndex={-1}>
        <PageHead title={t('partners.add')} />
        <div className="states-pad">
          <PartnerForm partner={null} onSaved={(fresh) => go(`${ROUTES.partners}/${fresh}`)} onClose={() => go(ROUTES.partners)} />
        </div>
      </main>
    )
  if (id === undefined || id === 'ask') return <PartnerDirectory asked={id === 'ask'} />
  return <PartnerLoader key={id} id={id as PartnerId} />
}

function PartnerDirectory({ asked }: { readonly asked: boolean }) {
  const { value, failure } = useOffice('partner.list', {})
  if (!value) return <PartnerNotLoaded failure={failure} />
  return asked ? <EnquiryStart partners={value} /> : <PartnerList partners={value} />
}

function PartnerLoader({ id }: { readonly id: PartnerId }) {
  const { value, failure } = useOffice('partner.read', { id })
  return value ? <PartnerPage partner={value} /> : <PartnerNotLoaded failure={failure} />
}

function PartnerNotLoaded({ failure }: { readonly failure: Parameters<typeof describeFailure>[1] | undefined }) {
  const { t } = useTranslation()
  // An address with an invalid id was never a partner.
  const words = failure && (failure.kind === 'invalid' ? t('failure.refused.no_such_partner') : describeFailure(t, failure))
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('partners.title')}</h1>
      {words ? <EmptyState title={words} /> : <Loading>{t('partners.loading')}</Loading>}
    </main>
  )
}
