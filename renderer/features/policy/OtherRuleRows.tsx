import { useTranslation } from 'react-i18next'
import { STEP_LISTS } from '#shared/domain/meeting/steps'
import { FormPageHead, FormPageRow } from '../../ui'
import { PolicyAnswer, type PolicyRowProps } from './PolicyAnswer'
import { StepRows } from './StepRows'
import { WaitRows } from './WaitRows'
import css from './policy.module.css'

const LABELS = { before: 'policy.stepsBefore', during: 'policy.stepsDuring', after: 'policy.stepsAfter' } as const

/** Rules that change seldom: waiting for answers, escalation (C3), shifts, and the steps of a meeting (section 7). */
export function OtherRuleRows(row: PolicyRowProps) {
  const { t } = useTranslation()
  const { form, set, wrong, mayChange } = row
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
      <FormPageHead margin={t('policy.stepsMargin')}>{t('policy.steps')}</FormPageHead>
      {STEP_LISTS.map((list, nth) => (
        <FormPageRow key={list} label={t(LABELS[list])} hasError={Boolean(wrong(list))}>
          <StepRows
            label={t(LABELS[list])}
            steps={form[list]}
            onChange={mayChange ? (steps) => set({ [list]: steps }) : null}
            error={wrong(list)}
            hint={mayChange && nth === 0 ? t('policy.stepsSay') : undefined}
          />
        </FormPageRow>
      ))}
    </>
  )
}
