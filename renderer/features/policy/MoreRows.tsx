import { useTranslation } from 'react-i18next'
import { STEP_LISTS } from '#shared/domain/meeting-steps'
import { Field, LeafHead, LeafRow } from '../../ui'
import { Answer, type RowProps } from './Answer'
import css from './Policy.module.css'

const LABELS = { before: 'policy.stepsBefore', during: 'policy.stepsDuring', after: 'policy.stepsAfter' } as const

/** What changes seldom: answers that are waited for, escalation (C3), shifts, and the steps of a meeting (section 7). */
export function MoreRows(row: RowProps) {
  const { t } = useTranslation()
  const { form, set, wrong, mayChange } = row
  return (
    <>
      <LeafHead margin={t('policy.waitsMargin')}>{t('policy.waits')}</LeafHead>
      <LeafRow label={t('policy.answer')} wrong={Boolean(wrong('answer'))}>
        <div className={css['line']}>
          <Answer {...row} field="answer" label={t('policy.answerTime')} />
          <span className="second">{t('policy.toAnswer')}</span>
        </div>
      </LeafRow>
      <LeafRow label={t('policy.permission')} wrong={Boolean(wrong('permission'))}>
        <div className={css['line']}>
          <Answer {...row} field="permission" label={t('policy.permissionTime')} />
          <span className="second">{t('policy.toAsk')}</span>
        </div>
      </LeafRow>
      <LeafRow label={t('policy.after')} wrong={Boolean(wrong('supervisor'))}>
        {mayChange ? (
          <div className={css['line']}>
            <span>{t('policy.supervisor')}</span>
            <Answer {...row} field="supervisor" label={t('policy.supervisor')} />
            <span className="second">{t('policy.supervisorHint')}</span>
          </div>
        ) : (
          <p className={css['line']}>{form.supervisor ? t('policy.tellsSupervisor', { hours: form.supervisor }) : t('policy.never')}</p>
        )}
      </LeafRow>
      <LeafRow label={t('policy.shifts')} wrong={Boolean(wrong('shifts'))}>
        <div className={css['line']}>
          <Answer {...row} field="shifts" label={t('policy.shifts')} className={css['day'] ?? ''} />
          <span className="second">{t('policy.shiftsSay')}</span>
        </div>
      </LeafRow>
      <LeafHead margin={t('policy.stepsMargin')}>{t('policy.steps')}</LeafHead>
      {STEP_LISTS.map((list, nth) => (
        <LeafRow key={list} label={t(LABELS[list])} wrong={Boolean(wrong(list))}>
          {mayChange ? (
            <Field
              label={t(LABELS[list])}
              quietLabel
              rows={5}
              value={form[list]}
              onChange={(next) => set({ [list]: next })}
              error={wrong(list)}
              hint={nth === 0 ? t('policy.stepsSay') : undefined}
            />
          ) : (
            <ul>
              {form[list].split('\n').map((step) => (
                <li key={step}>
                  <bdi dir="auto">{step}</bdi>
                </li>
              ))}
            </ul>
          )}
        </LeafRow>
      ))}
    </>
  )
}
