import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { PartnerDetailView } from '#shared/contract/office/partner'
import type { PartnerField } from '#shared/domain/partner/partner'
import { formatDay, formatMonth } from '#shared/domain/core/wording'
import { callOffice, ROUTES, useCall, useMinute, useZone } from '../../office'
import { Name } from '../../components'
import { Banner, Button, useCommands } from '../../ui'
import { PartnerAgreement } from './PartnerAgreement'
import { EnquiryForm } from './EnquiryForm'
import { PartnerForm } from './PartnerForm'
import { PartnerReliability } from './PartnerReliability'
import { PartnerStandards } from './PartnerStandards'

/** One partner: what may be told, its reliability, what was agreed. */
export function PartnerPage({ partner }: { readonly partner: PartnerDetailView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [changing, setChanging] = useState(false)
  const changed = useChangedFields(partner)
  const write = () => !partner.retired && go(`${ROUTES.createHandoff}?source=${partner.id}`)
  useCommands([
    { id: 'change-partner', label: t('partners.change'), keys: 'E', run: () => setChanging(true) },
    ...(partner.retired ? [] : [{ id: 'new-from-partner', label: t('partners.newFrom'), keys: 'N' as const, run: write }]),
  ])
  return (
    <main id="main" className="main partner-page" tabIndex={-1}>
      <article className="partner-main" aria-labelledby="partner-name">
        <PartnerHead partner={partner} changed={changed} />
        {partner.doNotRefer && (
          <Banner>
            <b>{t('partners.doNotRefer')}:</b> <bdi dir="auto">{partner.doNotRefer}</bdi>
            {changed.has('doNotRefer') && <span className="changed"> {t('partners.changed')}</span>}
          </Banner>
        )}
        {partner.retired && <RetiredPartner partner={partner} />}
        {changing ? (
          <>
            <h2>{t('partners.change')}</h2>
            <PartnerForm partner={partner} onSaved={() => setChanging(false)} onClose={() => setChanging(false)} />
          </>
        ) : (
          <EnquiryForm partner={partner} lately />
        )}
        {!changing && (
          <p className="acts">
            {!partner.retired && (
              <Button icon="plus" keys="N" onPress={write}>
                {t('partners.newFrom')}
              </Button>
            )}
          </p>
        )}
      </article>
      <aside className="partner-side" aria-label={partner.name}>
        <PartnerReliability id={partner.id} />
        <section className="ruled-part" aria-labelledby="agreed">
          <h2 id="agreed">{t('partners.agreed')}</h2>
          <PartnerAgreement partner={partner} changed={changed} onChange={() => setChanging(true)} />
        </section>
        <PartnerStandards partner={partner} />
        {!partner.retired && <RemovePartner partner={partner} />}
      </aside>
    </main>
  )
}

function PartnerHead({ partner, changed }: { readonly partner: PartnerDetailView; readonly changed: ReadonlySet<PartnerField> }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { kind, addedAt, hours, languages, verified, openHandoffs } = partner
  const since = addedAt === null ? '' : t('partners.since', { month: formatMonth(addedAt, zone) })
  const sentence = (text: string) => text && (/[.!?]$/.test(text) ? text : `${text}.`)
  return (
    <header className="partner-head">
      <h1 id="partner-name">
        <Name>{partner.name}</Name>
      </h1>
      <span className="muted">
        {t(`word.partnerKind.${kind}`)}
        {since}
      </span>
      <Link className="btn bare" href={ROUTES.partners}>
        {t('partners.all')}
      </Link>
      <p className="second">
        <bdi dir="auto">{[sentence(hours), sentence(languages)].filter(Boolean).join(' ')}</bdi>{' '}
        {verified ? t('partners.verifiedBy', { day: formatDay(verified.at, now, zone), who: verified.by }) : t('partners.notVerified')}{' '}
        {t('partners.openCount', { count: openHandoffs })}
        {(changed.has('hours') || changed.has('languages')) && <span className="changed"> {t('partners.changed')}</span>}
      </p>
    </header>
  )
}

function RetiredPartner({ partner }: { readonly partner: PartnerDetailView }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('partner.restore')
  return (
    <Banner
      tone="plain"
      acts={
        <Button onPress={() => void send({ id: partner.id })} busy={sending}>
          {t('partners.bringBack')}
        </Button>
      }
    >
      {t('partners.isRetired')}
    </Banner>
  )
}

/** Asks again in place; a partner that was ever used is retired and can be restored. */
function RemovePartner({ partner }: { readonly partner: PartnerDetailView }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [asked, setAsked] = useState(false)
  const { send, sending } = useCall('partner.remove')
  const remove = async () => {
    const answer = await send({ id: partner.id })
    setAsked(false)
    if (answer.ok && answer.value.gone === 'deleted') go(ROUTES.partners)
  }
  return (
    <section className="ruled-part" aria-label={t('partners.remove')}>
      {asked ? (
        <>
          <p>{t('partners.removeSay')}</p>
          <p className="acts">
            <Button onPress={() => void remove()} busy={sending}>
              {t('partners.removeIt')}
            </Button>
            <Button look="bare" onPress={() => setAsked(false)}>
              {t('partners.leave')}
            </Button>
          </p>
        </>
      ) : (
        <p className="acts">
          <Button look="bare" onPress={() => setAsked(true)}>
            {t('partners.remove')}
          </Button>
        </p>
      )}
    </section>
  )
}

/** Returns the fields changed since the worker last looked. Fields marked when the page opened stay marked while it is open. */
function useChangedFields({ id, changed }: PartnerDetailView): ReadonlySet<PartnerField> {
  const [first] = useState(() => new Set(changed))
  useEffect(() => void callOffice('partner.markSeen', { id }), [id])
  return first
}
