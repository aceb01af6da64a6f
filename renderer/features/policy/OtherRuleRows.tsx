import { useTranslation } from 'react-i18next'
import { FormPageRow } from '../../ui'
import { PolicyAnswer, type PolicyRowProps } from './PolicyAnswer'
import { WaitRows } from './WaitRows'
import css from './policy.module.css'

/** Rules that change seldom: waiting for answers, escalation (C3), and shifts. */
export function OtherRuleRows(row: PolicyRowProps) {
  const { t } = useTranslation()
  const { wrong } = row
  return (
    <>
      <WaitRows {...row}>
        <FormPageRow label={t('policy.permission')} hasError={Boolean(wrong('permission'))}>
          <div className={css['line']}>
            <PolicyAnswer {...row} field="permission" label={t('policy.permissionTime')} />
            <span className="second">{t('policy.toAsk')}</span>
          </div>
        </FormPageRow>
      </WaitRows>
      <FormPageRow label={t('policy.shifts')} hasError={Boolean(wrong('shifts'))}>
        <div className={css['line']}>
          <PolicyAnswer {...row} field="shifts" label={t('policy.shifts')} className={css['day'] ?? ''} />
          <span className="second">{t('policy.shiftsSay')}</span>
        </div>
      </FormPageRow>
    </>
  )
}
