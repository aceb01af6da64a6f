import { useTranslation } from 'react-i18next'
import type { PartnerView } from '#shared/contract/office/partner'
import { PILOT_DURATION } from '#shared/domain/policy/policy'
import { formatDay } from '#shared/domain/core/wording'
import { useMinute, useZone } from '../../office'
import { describeSourceRules } from '../../components'
import { FormPageHead, FormPageRow } from '../../ui'
import css from './policy.module.css'

/** The source's past and coming standards, newest first (C2). */
export function SourceStandards({ source }: { readonly source: PartnerView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <FormPageHead margin={t('policy.versionsMargin')}>{t('policy.versions')}</FormPageHead>
      <FormPageRow label="">
        {source.standards.length === 0 && <p className={css['line']}>{t('policy.noneOfItsOwn')}</p>}
        <ul className={css['versions']}>
          {source.standards.map((one) => (
            <li key={one.from}>
              {t(`partners.was.${one.mode}`, {
                hours: one.hours,
                from: formatDay(one.from, now, zone),
                until: formatDay(one.from + PILOT_DURATION, now, zone),
              })}
              {one.from > now && <span className="changed"> {t('policy.coming')}</span>}
              {describeSourceRules(t, one.rules) && <p className="second">{describeSourceRules(t, one.rules)}</p>}
            </li>
          ))}
        </ul>
      </FormPageRow>
    </>
  )
}
