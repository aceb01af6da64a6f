import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PartnerView } from '#shared/contract/partners'
import { PLACES, useMinute, useZone } from '../../office'
import { Button } from '../../ui'
import { StandardForm } from './StandardForm'
import { standardWords } from './standard-words'

/** C2: their own standards, newest first, and a new one from a day on. */
export function Standards({ partner }: { readonly partner: PartnerView }) {
  const { t } = useTranslation()
  const [setting, setSetting] = useState(false)
  const now = useMinute()
  const zone = useZone()
  return (
    <section className="ruled-part" aria-labelledby="standards">
      <h2 id="standards">{t('partners.ownStandard')}</h2>
      {partner.standards.length === 0 && <p className="second">{t('partners.noOwn')}</p>}
      {partner.standards.length > 0 && (
        <ol className="standards">
          {partner.standards.map((one) => (
            <li key={one.from}>
              {standardWords(t, one, now, zone)}
              {one.from > now && <span className="changed"> {t('partners.toCome')}</span>}
            </li>
          ))}
        </ol>
      )}
      {setting ? (
        <StandardForm partner={partner} onClose={() => setSetting(false)} />
      ) : (
        <p className="acts">
          <Button onPress={() => setSetting(true)}>{t('partners.setStandard')}</Button>
          <Link href={PLACES.policyOf(partner.id)}>{t('policy.title')}</Link>
        </p>
      )}
    </section>
  )
}
