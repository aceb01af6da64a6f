import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PartnerView } from '#shared/contract/office/partner'
import { ROUTES } from '../../office'
import { Name, OwnWords } from '../../components'
import { ComboBox } from '../../ui'
import { EnquiryForm } from './EnquiryForm'

/** An enquiry in one screen (H6): who is asking, then the partner's referrals and what may be said about each. */
export function EnquiryStart({ partners }: { readonly partners: readonly PartnerView[] }) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<string | null>(null)
  const partner = partners.find(({ id }) => id === picked)
  return (
    <main id="main" className="main partner-page" tabIndex={-1}>
      <article className="partner-main" aria-labelledby="ask-who">
        <header className="partner-head">
          <h1 id="ask-who">{t('partners.ask.page')}</h1>
          <Link className="btn bare" href={ROUTES.partners}>
            {t('partners.all')}
          </Link>
        </header>
        <div className="ask-who">
          <ComboBox
            label={t('partners.ask.who')}
            options={partners.map(({ id, name, kind }) => ({ value: id as string, label: name, second: t(`word.partnerKind.${kind}`) }))}
            value={picked}
            onChange={setPicked}
            placeholder={t('partners.ask.typeName')}
            openLabel={t('createHandoff.showAll')}
            emptyLabel={t('partners.notFound')}
            autoFocus
          />
        </div>
        {partner ? (
          <>
            <EnquiryForm key={partner.id} partner={partner} focusFirst />
            <p className="second">
              <Link href={ROUTES.partner(partner.id)}>
                {t('partners.ask.theirPage')} <Name>{partner.name}</Name>
              </Link>
            </p>
          </>
        ) : (
          <p className="second">
            {t('partners.ask.anybodyElse')} <OwnWords>{t('frame.callers.say')}</OwnWords>
          </p>
        )}
      </article>
    </main>
  )
}
