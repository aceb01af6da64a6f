import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartnerDetailView } from '#shared/contract/office/partner'
import type { PartnerField } from '#shared/domain/partner/partner'
import { formatDay } from '#shared/domain/core/wording'
import { describeFailure, useCall, useMinute, useZone } from '../../office'
import { describeSourceRules } from '../../components'
import { announce, Button, FactItem, FactList, useCommands } from '../../ui'
import { ConfidentialAddress } from './ConfidentialAddress'
import { describeStandardInForce } from './standard-words'

interface Props {
  readonly partner: PartnerDetailView
  readonly changed: ReadonlySet<PartnerField>
  readonly onChange: () => void
}

/** What was agreed with the partner; what changed since the worker last looked is marked. */
export function PartnerAgreement({ partner, changed, onChange }: Props) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  const { send: verify, sending } = useCall('partner.verify')
  const [said, setSaid] = useState('')
  const again = async () => {
    const answer = await verify({ id: partner.id })
    const words = answer.ok ? t('partners.verified') : describeFailure(t, answer.failure)
    setSaid(words)
    announce(words)
  }
  useCommands([{ id: 'verify-partner', label: t('partners.verify'), keys: 'V', run: () => void again() }])
  const mark = (...fields: readonly PartnerField[]) =>
    fields.some((field) => changed.has(field)) ? { changed: t('partners.changed') } : {}
  const words = (field: 'areas' | 'eligibility' | 'relay' | 'note') =>
    (partner[field] || changed.has(field)) && (
      <FactItem label={t(`partners.${field}`)} {...mark(field)}>
        <bdi dir="auto">{partner[field] || t('partners.no')}</bdi>
      </FactItem>
    )
  return (
    <>
      <FactList>
        <FactItem label={t('partners.standard')}>
          {describeStandardInForce(t, partner)} {describeSourceRules(t, partner.inForce.rules)}
        </FactItem>
        <FactItem label={t('partners.helpsLabel')} {...mark('helpsToReach', 'helpsUntil')}>
          {helps()}
        </FactItem>
        {words('relay')}
        {words('eligibility')}
        {words('areas')}
        <FactItem label={t('partners.phone')} {...mark('phone')}>
          {partner.phone || t('partners.noPhone')}
        </FactItem>
        {(partner.contacts.length > 0 || changed.has('contacts')) && (
          <FactItem label={t('partners.contacts')} {...mark('contacts')}>
            <ul className="contacts">
              {partner.contacts.map(({ name, does, phone, note }) => (
                <li key={`${name} ${phone}`}>
                  <bdi dir="auto">{name}</bdi>
                  {does && <>, {does}</>}
                  {phone && <span className="tel"> {phone}</span>}
                  {note && <span className="second"> {note}</span>}
                </li>
              ))}
            </ul>
          </FactItem>
        )}
        {words('note')}
        {partner.hasAddress && (
          <FactItem label={t('partners.address')} {...mark('address')}>
            <ConfidentialAddress id={partner.id} />
          </FactItem>
        )}
      </FactList>
      <p className="acts">
        <Button keys="V" onPress={() => void again()} busy={sending}>
          {t('partners.verify')}
        </Button>
        <Button keys="E" onPress={onChange}>
          {t('partners.change')}
        </Button>
      </p>
      {said && <p role="status">{said}</p>}
    </>
  )

  function helps(): string {
    const { helpsToReach, helpsUntil, helpsNow } = partner
    if (!helpsToReach) return t('partners.no')
    if (helpsUntil === null) return t('partners.helpsYes')
    // The agreement lasts to the end of its last day.
    return t(helpsNow ? 'partners.helpsUntil' : 'partners.helpsEnded', { day: formatDay(helpsUntil - 1, now, zone) })
  }
}
