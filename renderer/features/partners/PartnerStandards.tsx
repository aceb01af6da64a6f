import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PartnerView } from '#shared/contract/office/partner'
import { ROUTES, useMinute, useOfficeState, useZone } from '../../office'
import { describeSourceRules } from '../../components'
import { describeStandard } from './standard-words'

/** The partner's own standards, newest first; the workflow owner sets a new one on the page of the standard (C2). */
export function PartnerStandards({ partner }: { readonly partner: PartnerView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const maySet = useOfficeState()?.me?.roles.includes('workflow_owner') ?? false
  return (
    <section className="ruled-part" aria-labelledby="standards">
      <h2 id="standards">{t('partners.ownStandard')}</h2>
      {partner.standards.length === 0 && <p className="second">{t('partners.noOwn')}</p>}
      {partner.standards.length > 0 && (
        <ol className="standards">
          {partner.standards.map((one) => (
            <li key={one.from}>
              {describeStandard(t, one, now, zone)}
              {one.from > now && <span className="changed"> {t('partners.toCome')}</span>}
              {describeSourceRules(t, one.rules) && <p className="second">{describeSourceRules(t, one.rules)}</p>}
            </li>
          ))}
        </ol>
      )}
      <p className="acts">
        <Link className="btn" href={ROUTES.partnerPolicy(partner.id)}>
          {t(maySet ? 'partners.setStandard' : 'partners.seeStandard')}
        </Link>
      </p>
    </section>
  )
}
