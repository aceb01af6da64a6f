import { useTranslation } from 'react-i18next'
import type { PartnerView } from '#shared/contract/partners'
import { PILOT } from '#shared/domain/policy'
import { dayOf } from '#shared/domain/wording'
import { useMinute, useZone } from '../../office'
import { LeafHead, LeafRow, rulesWords } from '../../ui'
import css from './Policy.module.css'

/** C2: what this source had and will have, the newest first. */
export function Standards({ source }: { readonly source: PartnerView }) {
  const { t } = useTranslation()
  const now = useMinute()
  const zone = useZone()
  return (
    <>
      <LeafHead margin={t('policy.versionsMargin')}>{t('policy.versions')}</LeafHead>
      <LeafRow label="">
        {source.standards.length === 0 && <p className={css['line']}>{t('policy.noneOfItsOwn')}</p>}
        <ul className={css['versions']}>
          {source.standards.map((one) => (
            <li key={one.from}>
              {t(`partners.was.${one.mode}`, {
                hours: one.hours,
                from: dayOf(one.from, now, zone),
                until: dayOf(one.from + PILOT, now, zone),
              })}
              {one.from > now && <span className="changed"> {t('policy.coming')}</span>}
              {rulesWords(t, one.rules) && <p className="second">{rulesWords(t, one.rules)}</p>}
            </li>
          ))}
        </ul>
      </LeafRow>
    </>
  )
}
