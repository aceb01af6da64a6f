import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract/index'
import { formatLongDay, formatTime } from '#shared/domain/core/wording'
import { describeFailure, useMinute, useOffice, useOfficeState } from '../../office'
import { Name } from '../../components'
import { EmptyState, FormPage, FormPageHead, FormPageRow, Loading, PageHead } from '../../ui'
import { HelpForm } from './HelpForm'

/** The page '#/settings': whom F1 shows, and what was set at set-up. */
export function OfficeSettings() {
  const { t } = useTranslation()
  const settings = useOffice('settings.read', {})
  const now = useMinute()
  const roles = useOfficeState()?.me?.roles ?? []
  if (!settings.value)
    return (
      <div className="states-pad">
        <h1 className="hidden">{t('settings.nav.office')}</h1>
        {settings.failure ? <EmptyState title={describeFailure(t, settings.failure)} /> : <Loading>{t('settings.loading')}</Loading>}
      </div>
    )
  const { shelter, zone, shiftStarts, standardHours } = settings.value
  const mayChange = roles.includes('supervisor') || roles.includes('director')
  return (
    <>
      <PageHead title={t('settings.nav.office')}>{t('settings.say')}</PageHead>
      <FormPage>
        {mayChange ? <HelpForm settings={settings.value} /> : <HelpNumbers settings={settings.value} />}
        <FormPageHead margin={t('settings.officeMargin')}>{t('settings.office')}</FormPageHead>
        <FormPageRow label={t('settings.shelter')}>
          <p className="answered">
            <Name>{shelter}</Name>
          </p>
        </FormPageRow>
        <FormPageRow label={t('settings.zone')}>
          <p className="answered">
            {t('settings.zoneNow', { zone: zone.replaceAll('_', ' '), time: formatTime(now, zone), day: formatLongDay(now, zone) })}
          </p>
        </FormPageRow>
        <FormPageRow label={t('settings.shifts')}>
          <p className="answered">{shiftStarts.join(', ')}</p>
        </FormPageRow>
        <FormPageRow label={t('settings.standard')}>
          <p className="answered">{t('settings.standardIs', { hours: standardHours })}</p>
        </FormPageRow>
      </FormPage>
    </>
  )
}

/** The same for a reader, and who may change it. */
function HelpNumbers({ settings }: { readonly settings: Output<'settings.read'> }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('settings.help')}>
      <FormPageHead margin="F1">{t('settings.help')}</FormPageHead>
      <FormPageRow label={t('settings.police')}>
        <p className="answered">{settings.policeNumber}</p>
      </FormPageRow>
      <FormPageRow label={t('settings.supervisor')}>
        <p className="answered">
          <Name>{settings.supervisorName}</Name>, {settings.supervisorPhone}
        </p>
        <p className="second">{t('settings.helpBy')}</p>
      </FormPageRow>
    </section>
  )
}
