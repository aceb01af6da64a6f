import { useTranslation } from 'react-i18next'
import { STEP_LISTS } from '#shared/domain/meeting/steps'
import { FormPageRow } from '../../ui'
import type { PolicyRowProps } from './PolicyAnswer'
import { StepRows } from './StepRows'

const LABELS = { before: 'policy.stepsBefore', during: 'policy.stepsDuring', after: 'policy.stepsAfter' } as const

/** The steps of a meeting, before, during and after it (section 7). */
export function MeetingStepRows({ form, set, wrong, mayChange }: PolicyRowProps) {
  const { t } = useTranslation()
  return (
    <>
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
