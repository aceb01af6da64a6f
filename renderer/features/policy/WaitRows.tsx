import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormPageHead, FormPageRow } from '../../ui'
import { PolicyAnswer, SameAsOffice, narrowRow, type PolicyRowProps } from './PolicyAnswer'
import css from './policy.module.css'

/** Waiting for answers, and escalation (C3); between them what only the office has. */
export function WaitRows({ children, ...row }: PolicyRowProps & { readonly children?: ReactNode }) {
  const { t } = useTranslation()
  const { form, wrong } = row
  return (
    <>
      <FormPageHead margin={t('policy.waitsMargin')}>{t('policy.waits')}</FormPageHead>
      <FormPageRow label={t('policy.answer')} hasError={Boolean(wrong('answer'))}>
        <div className={css['line']}>
          <PolicyAnswer {...narrowRow(row, 'answer')} field="answer" label={t('policy.answerTime')} />
          <span className="second">{t('policy.toAnswer')}</span>
          <SameAsOffice {...row} row="answer" subject={t('policy.answer')} />
        </div>
      </FormPageRow>
      {children}
      <FormPageRow label={t('policy.after')} hasError={Boolean(wrong('supervisor'))}>
        <div className={css['line']}>
          {narrowRow(row, 'supervisor').mayChange ? (
            <>
              <span>{t('policy.supervisor')}</span>
              <PolicyAnswer {...row} field="supervisor" label={t('policy.supervisor')} />
              <span className="second">{t('policy.supervisorHint')}</span>
            </>
          ) : (
            <span>{form.supervisor ? t('policy.tellsSupervisor', { hours: form.supervisor }) : t('policy.never')}</span>
          )}
          <SameAsOffice {...row} row="supervisor" subject={t('policy.after')} />
        </div>
      </FormPageRow>
    </>
  )
}
