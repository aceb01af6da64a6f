import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { PartnerView } from '#shared/contract/partners'
import { PLACES, useMinute, useZone } from '../../office'
import { Button, Fact, Facts, Name, useCommands } from '../../ui'
import { Enquiry } from './Enquiry'
import { PartnerForm } from './PartnerForm'
import { StandardForm } from './StandardForm'
import { inForceWords, standardWords } from './standard-words'

/** One partner: what may be said to them, what was agreed with them. */
export function PartnerPage({ partner }: { readonly partner: PartnerView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [changing, setChanging] = useState(false)
  const write = () => go(`${PLACES.newHandoff}?source=${partner.id}`)
  useCommands([
    { id: 'change-partner', label: t('partners.change'), keys: 'E', run: () => setChanging(true) },
    { id: 'new-from-partner', label: t('partners.newFrom'), keys: 'N', run: write },
  ])
  return (
    <main id="main" className="main partner-page" tabIndex={-1}>
      <article className="partner-main" aria-labelledby="partner-name">
        <header className="partner-head">
          <h1 id="partner-name">
            <Name>{partner.name}</Name>
          </h1>
          <span className="muted">{t(`word.partnerKind.${partner.kind}`)}</span>
          <Link className="btn bare" href={PLACES.partners}>
            {t('partners.all')}
          </Link>
          <p className="second">{t('partners.openCount', { count: partner.openHandoffs })}</p>
        </header>
        <Enquiry partner={partner} />
        <p className="acts">
          <Button icon="plus" keys="N" onPress={write}>
            {t('partners.newFrom')}
          </Button>
        </p>
      </article>
      <aside className="partner-side" aria-labelledby="agreed">
        <h2 id="agreed">{t('partners.agreed')}</h2>
        {changing ? (
          <PartnerForm partner={partner} onSaved={() => setChanging(false)} onClose={() => setChanging(false)} />
        ) : (
          <Agreed partner={partner} onChange={() => setChanging(true)} />
        )}
        <Standards partner={partner} />
      </aside>
    </main>
  )
}

function Agreed({ partner, onChange }: { readonly partner: PartnerView; readonly onChange: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Facts>
        <Fact label={t('partners.standard')}>{inForceWords(t, partner)}</Fact>
        <Fact label={t('partners.helpsLabel')}>{t(partner.helpsToReach ? 'partners.helpsYes' : 'partners.no')}</Fact>
        <Fact label={t('partners.phone')}>{partner.phone || t('partners.noPhone')}</Fact>
        {partner.note && (
          <Fact label={t('partners.note')}>
            <bdi dir="auto">{partner.note}</bdi>
          </Fact>
        )}
      </Facts>
      <p className="acts">
        <Button keys="E" onPress={onChange}>
          {t('partners.change')}
        </Button>
      </p>
    </>
  )
}

function Standards({ partner }: { readonly partner: PartnerView }) {
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
        </p>
      )}
    </section>
  )
}
