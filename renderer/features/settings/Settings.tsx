import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { longDay, shortTime } from '#shared/domain/wording'
import { failureWords, useMinute, useOffice, useOfficeState } from '../../office'
import { Empty, Leaf, LeafHead, LeafRow, Loading, Name, PageHead } from '../../ui'
import { HelpForm } from './HelpForm'

/** '#/settings': whom F1 shows, and what the office began with. */
export function Settings() {
  const { t } = useTranslation()
  const settings = useOffice('settings.read', {})
  const now = useMinute()
  const roles = useOfficeState()?.me?.roles ?? []
  if (!settings.value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('settings.nav.office')}</h1>
        {settings.failure ? <Empty title={failureWords(t, settings.failure)} /> : <Loading>{t('settings.loading')}</Loading>}
      </div>
    )
  const { shelter, zone, shiftStarts, standardHours } = settings.value
  const mayChange = roles.includes('supervisor') || roles.includes('director')
  return (
    <>
      <PageHead title={t('settings.nav.office')}>{t('settings.say')}</PageHead>
      <Leaf>
        {mayChange ? <HelpForm settings={settings.value} /> : <HelpRead settings={settings.value} />}
        <LeafHead margin={t('settings.officeMargin')}>{t('settings.office')}</LeafHead>
        <LeafRow label={t('settings.shelter')}>
          <p className="answered">
            <Name>{shelter}</Name>
          </p>
        </LeafRow>
        <LeafRow label={t('settings.zone')}>
          <p className="answered">
            {t('settings.zoneNow', { zone: zone.replaceAll('_', ' '), time: shortTime(now, zone), day: longDay(now, zone) })}
          </p>
        </LeafRow>
        <LeafRow label={t('settings.shifts')}>
          <p className="answered">{shiftStarts.join(', ')}</p>
        </LeafRow>
        <LeafRow label={t('settings.standard')}>
          <p className="answered">{t('settings.standardIs', { hours: standardHours })}</p>
        </LeafRow>
      </Leaf>
    </>
  )
}

/** The same for whoever may not change it, and who may. */
function HelpRead({ settings }: { readonly settings: Output<'settings.read'> }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('settings.help')}>
      <LeafHead margin="F1">{t('settings.help')}</LeafHead>
      <LeafRow label={t('settings.police')}>
        <p className="answered">{settings.policeNumber}</p>
      </LeafRow>
      <LeafRow label={t('settings.supervisor')}>
        <p className="answered">
          <Name>{settings.supervisorName}</Name>, {settings.supervisorPhone}
        </p>
        <p className="second">{t('settings.helpBy')}</p>
      </LeafRow>
    </section>
  )
}
