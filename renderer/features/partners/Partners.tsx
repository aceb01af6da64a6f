import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { PartnerId } from '#shared/domain/ids'
import { failureWords, PLACES, useOffice } from '../../office'
import { Empty, Loading, PageHead } from '../../ui'
import { Ask } from './Ask'
import { PartnerForm } from './PartnerForm'
import { PartnerList } from './PartnerList'
import { PartnerPage } from './PartnerPage'

/** '#/partners', '#/partners/new', '#/partners/ask', '#/partners/<id>'. */
export function Partners() {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { id } = useParams<{ id?: string }>()
  if (id === 'new')
    return (
      <main id="main" className="main" tabIndex={-1}>
        <PageHead title={t('partners.add')} />
        <div className="states-pad">
          <PartnerForm partner={null} onSaved={(fresh) => go(`${PLACES.partners}/${fresh}`)} onClose={() => go(PLACES.partners)} />
        </div>
      </main>
    )
  if (id === undefined || id === 'ask') return <Directory asked={id === 'ask'} />
  return <One key={id} id={id as PartnerId} />
}

function Directory({ asked }: { readonly asked: boolean }) {
  const { value, failure } = useOffice('partner.list', {})
  if (!value) return <NotYet failure={failure} />
  return asked ? <Ask partners={value} /> : <PartnerList partners={value} />
}

function One({ id }: { readonly id: PartnerId }) {
  const { value, failure } = useOffice('partner.read', { id })
  return value ? <PartnerPage partner={value} /> : <NotYet failure={failure} />
}

function NotYet({ failure }: { readonly failure: Parameters<typeof failureWords>[1] | undefined }) {
  const { t } = useTranslation()
  // An address that is no id of ours was never a partner.
  const words = failure && (failure.kind === 'invalid' ? t('failure.refused.no_such_partner') : failureWords(t, failure))
  return (
    <main id="main" className="main states" tabIndex={-1}>
      <h1 className="hidden">{t('partners.title')}</h1>
      {words ? <Empty title={words} /> : <Loading>{t('partners.loading')}</Loading>}
    </main>
  )
}
