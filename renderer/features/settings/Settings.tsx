import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longDay, shortTime } from '#shared/domain/wording'
import { failureWords, useMinute, useOffice, useOfficeState } from '../../office'
import { Button, Empty, Leaf, LeafHead, LeafRow, Loading, Name, PageHead } from '../../ui'
import { AddWorker } from './AddWorker'
import { HelpForm } from './HelpForm'

/** '#/settings': whom F1 shows, who works here, and what the office began with. */
export function Settings() {
  const { t } = useTranslation()
  const settings = useOffice('settings.read', {})
  const now = useMinute()
  if (!settings.value)
    return (
      <main id="main" className="main states" tabIndex={-1}>
        {settings.failure ? <Empty title={failureWords(t, settings.failure)} /> : <Loading>{t('settings.loading')}</Loading>}
      </main>
    )
  const { shelter, zone, shiftStarts, standardHours } = settings.value
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead title={t('settings.title')}>{t('settings.say')}</PageHead>
      <Leaf>
        <HelpForm settings={settings.value} />
        <Staff />
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
    </main>
  )
}

function Staff() {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { value } = useOffice('staff.list', {})
  const director = useOfficeState()?.me?.roles.includes('director') ?? false
  return (
    <section aria-label={t('settings.staff.title')}>
      <LeafHead margin={t('settings.staff.margin')}>{t('settings.staff.title')}</LeafHead>
      {(value ?? []).map((worker) => (
        <LeafRow key={worker.id} label="">
          <p className="worker">
            <Name strong>{worker.name}</Name> <span className="muted">{worker.roles.map((role) => t(`word.role.${role}`)).join(', ')}</span>
          </p>
        </LeafRow>
      ))}
      <LeafRow label="">
        {adding ? (
          <AddWorker onClose={() => setAdding(false)} />
        ) : (
          <Button icon="plus" onPress={() => setAdding(true)} {...(director ? {} : { why: t('settings.staff.onlyDirector') })}>
            {t('settings.staff.add')}
          </Button>
        )}
      </LeafRow>
    </section>
  )
}
