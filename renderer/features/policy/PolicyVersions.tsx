import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import { PILOT_DURATION } from '#shared/domain/policy/policy'
import { formatDayAndTime, formatDay } from '#shared/domain/core/wording'
import { ROUTES, useMinute, useZone } from '../../office'
import { formatDuration, Name, describeSourceRules } from '../../components'
import { FormPageHead, FormPageRow } from '../../ui'
import type { PolicyVersion } from './policy-form'
import css from './policy.module.css'

/** Every version with its dates and author, and the sources with a standard of their own (C2). */
export function PolicyVersions({ policies }: { readonly policies: Output<'policy.read'> }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <FormPageHead margin={t('policy.versionsMargin')}>{t('policy.versions')}</FormPageHead>
      {policies.versions.map((one) => (
        <FormPageRow key={one.version} label={t('policy.version', { version: one.version })}>
          <p className={css['line']}>
            <span>{t('policy.past', { hours: one.policy.standardHours, when: formatDay(one.from, now, zone) })}</span>
            {one.state !== 'past' && <span className="changed">{t(`policy.${one.state}`)}</span>}
          </p>
          <p className="second">
            {describeVersion(t, one)}{' '}
            {one.setBy === null ? (
              t('policy.setUp')
            ) : (
              <>
                {t('policy.setBy', { name: one.setBy })} {formatDayAndTime(one.setAt, now, zone)}
              </>
            )}
          </p>
        </FormPageRow>
      ))}
      <FormPageHead margin={t('policy.ownMargin')}>{t('policy.own')}</FormPageHead>
      <FormPageRow label="">
        {policies.partners.length === 0 && <p className={css['line']}>{t('policy.noOwn')}</p>}
        <ul className={css['versions']}>
          {policies.partners.map((one) => (
            <li key={`${one.id} ${one.from}`}>
              <Link href={ROUTES.partnerPolicy(one.id)}>
                <Name>{one.name}</Name>
              </Link>{' '}
              {t(`partners.was.${one.mode}`, {
                hours: one.hours,
                from: formatDay(one.from, now, zone),
                until: formatDay(one.from + PILOT_DURATION, now, zone),
              })}
              {one.state === 'coming' && <span className="changed"> {t('policy.coming')}</span>}{' '}
              <span className="second">{t('policy.setBy', { name: one.setBy })}</span>
              {describeSourceRules(t, one.rules) && <p>{describeSourceRules(t, one.rules)}</p>}
            </li>
          ))}
        </ul>
      </FormPageRow>
    </>
  )
}

const describeVersion = (t: TFunction, { policy }: PolicyVersion): string =>
  t(policy.alertsBefore.length > 0 ? 'policy.details' : 'policy.noAlerts', {
    first: policy.tries.first,
    second: policy.tries.second,
    gap: formatDuration(policy.gap),
    alerts: policy.alertsBefore.map(formatDuration).join(', '),
  })
