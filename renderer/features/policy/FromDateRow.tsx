import { useTranslation } from 'react-i18next'
import { Field, FormPageRow } from '../../ui'
import type { PolicyRowProps } from './PolicyAnswer'
import css from './policy.module.css'

/** The day from which it applies. Running records keep their version (C2). */
export function FromDateRow({ form, set, wrong }: Pick<PolicyRowProps, 'form' | 'set' | 'wrong'>) {
  const { t } = useTranslation()
  return (
    <FormPageRow label={t('policy.fromDay')} hasError={Boolean(wrong('from'))}>
      <div className={css['line']}>
        <Field
          label={t('policy.fromDay')}
          quietLabel
          className={css['from'] ?? ''}
          value={form.from}
          onChange={(from) => set({ from })}
          error={wrong('from')}
          hint={t('policy.fromHint')}
        />
        <span className="second">{t('policy.keeps')}</span>
      </div>
    </FormPageRow>
  )
}
