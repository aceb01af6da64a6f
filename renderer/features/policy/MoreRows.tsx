import { useTranslation } from 'react-i18next'
import { STEP_LISTS } from '#shared/domain/meeting-steps'
import { LeafHead, LeafRow } from '../../ui'
import { Answer, type RowProps } from './Answer'
import { StepRows } from './StepRows'
import { WaitRows } from './WaitRows'
import css from './Policy.module.css'

const LABELS = { before: 'policy.stepsBefore', during: 'policy.stepsDuring', after: 'policy.stepsAfter' } as const

/** What changes seldom: answers that are waited for, escalation (C3), shifts, and the steps of a meeting (section 7). */
export function MoreRows(row: RowProps) {
  const { t } = useTranslation()
  const { form, set, wrong, mayChange } = row
  return (
    <>
      <WaitRows {...row}>
        <LeafRow label={t('policy.permission')} wrong={Boolean(wrong('permission'))}>
          <div className={css['line']}>
            <Answer {...row} field="permission" label={t('policy.permissionTime')} />
            <span className="second">{t('policy.toAsk')}</span>
          </div>
        </LeafRow>
      </WaitRows>
      <LeafRow label={t('policy.shifts')} wrong={Boolean(wrong('shifts'))}>
        <div className={css['line']}>
          <Answer {...row} field="shifts" label={t('policy.shifts')} className={css['day'] ?? ''} />
          <span className="second">{t('policy.shiftsSay')}</span>
        </div>
      </LeafRow>
      <LeafHead margin={t('policy.stepsMargin')}>{t('policy.steps')}</LeafHead>
      {STEP_LISTS.map((list, nth) => (
        <LeafRow key={list} label={t(LABELS[list])} wrong={Boolean(wrong(list))}>
          <StepRows
            label={t(LABELS[list])}
            steps={form[list]}
            onChange={mayChange ? (steps) => set({ [list]: steps }) : null}
            error={wrong(list)}
            hint={mayChange && nth === 0 ? t('policy.stepsSay') : undefined}
          />
        </LeafRow>
      ))}
    </>
  )
}
