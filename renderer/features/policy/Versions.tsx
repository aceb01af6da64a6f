import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Output } from '#shared/contract/index'
import { PILOT } from '#shared/domain/policy'
import { clockTime, dayOf } from '#shared/domain/wording'
import { PLACES, useMinute, useZone } from '../../office'
import { durationText, LeafHead, LeafRow, Name, rulesWords } from '../../ui'
import type { Version } from './form'
import css from './Policy.module.css'

/** C2: every version with its dates and who set it, and the sources that go by a standard of their own. */
export function Versions({ told }: { readonly told: Output<'policy.read'> }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <LeafHead margin={t('policy.versionsMargin')}>{t('policy.versions')}</LeafHead>
      {told.versions.map((one) => (
        <LeafRow key={one.version} label={t('policy.version', { version: one.version })}>
          <p className={css['line']}>
            <span>{t('policy.past', { hours: one.policy.standardHours, when: dayOf(one.from, now, zone) })}</span>
            {one.standing !== 'past' && <span className="changed">{t(`policy.${one.standing}`)}</span>}
          </p>
          <p className="second">
            {detailOf(t, one)}{' '}
            {one.setBy === null ? (
              t('policy.setUp')
            ) : (
              <>
                {t('policy.setBy', { name: one.setBy })} {clockTime(one.setAt, now, zone)}
              </>
            )}
          </p>
        </LeafRow>
      ))}
      <LeafHead margin={t('policy.ownMargin')}>{t('policy.own')}</LeafHead>
      <LeafRow label="">
        {told.partners.length === 0 && <p className={css['line']}>{t('policy.noOwn')}</p>}
        <ul className={css['versions']}>
          {told.partners.map((one) => (
            <li key={`${one.id} ${one.from}`}>
              <Link href={PLACES.policyOf(one.id)}>
                <Name>{one.name}</Name>
              </Link>{' '}
              {t(`partners.was.${one.mode}`, {
                hours: one.hours,
                from: dayOf(one.from, now, zone),
                until: dayOf(one.from + PILOT, now, zone),
              })}
              {one.standing === 'coming' && <span className="changed"> {t('policy.coming')}</span>}{' '}
              <span className="second">{t('policy.setBy', { name: one.setBy })}</span>
              {rulesWords(t, one.rules) && <p>{rulesWords(t, one.rules)}</p>}
            </li>
          ))}
        </ul>
      </LeafRow>
    </>
  )
}

const detailOf = (t: TFunction, { policy }: Version): string =>
  t(policy.alertsBefore.length > 0 ? 'policy.details' : 'policy.noAlerts', {
    first: policy.tries.first,
    second: policy.tries.second,
    gap: durationText(policy.gap),
    alerts: policy.alertsBefore.map(durationText).join(', '),
  })
