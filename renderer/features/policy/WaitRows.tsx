import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LeafHead, LeafRow } from '../../ui'
import { Answer, AsOffice, within, type RowProps } from './Answer'
import css from './Policy.module.css'

/** Answers that are waited for, and escalation (C3); between them what only the office has. */
export function WaitRows({ children, ...row }: RowProps & { readonly children?: ReactNode }) {
  const { t } = useTranslation()
  const { form, wrong } = row
  return (
    <>
      <LeafHead margin={t('policy.waitsMargin')}>{t('policy.waits')}</LeafHead>
      <LeafRow label={t('policy.answer')} wrong={Boolean(wrong('answer'))}>
        <div className={css['line']}>
          <Answer {...within(row, 'answer')} field="answer" label={t('policy.answerTime')} />
          <span className="second">{t('policy.toAnswer')}</span>
          <AsOffice {...row} row="answer" of={t('policy.answer')} />
        </div>
      </LeafRow>
      {children}
      <LeafRow label={t('policy.after')} wrong={Boolean(wrong('supervisor'))}>
        <div className={css['line']}>
          {within(row, 'supervisor').mayChange ? (
            <>
              <span>{t('policy.supervisor')}</span>
              <Answer {...row} field="supervisor" label={t('policy.supervisor')} />
              <span className="second">{t('policy.supervisorHint')}</span>
            </>
          ) : (
            <span>{form.supervisor ? t('policy.tellsSupervisor', { hours: form.supervisor }) : t('policy.never')}</span>
          )}
          <AsOffice {...row} row="supervisor" of={t('policy.after')} />
        </div>
      </LeafRow>
    </>
  )
}
