import { useTranslation } from 'react-i18next'
import { STEP_LISTS } from '#shared/domain/meeting/steps'
import { FormPageRow } from '../../ui'
import { PolicyAnswer, type PolicyRowProps } from './PolicyAnswer'
import { StepRows } from './StepRows'
import css from './policy.module.css'

const LABELS = { before: 'policy.stepsBefore', during: 'policy.stepsDuring', after: 'policy.stepsAfter' } as const

/** How many meetings are aimed at (A7), and the steps of one, before, during and after it (section 7). */
export function MeetingStepRows(row: PolicyRowProps) {
  const { form, set, wrong, mayChange } = row
  const { t } = useTranslation()
  return (
    <>
      <FormPageRow label={t('policy.target')} hasError={Boolean(wrong('target'))}>
        <div className={css['line']}>
          <PolicyAnswer {...row} field="target" label={t('policy.target')} />
          <span className="second">{t('policy.targetSay')}</span>
        </div>
      </FormPageRow>
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
