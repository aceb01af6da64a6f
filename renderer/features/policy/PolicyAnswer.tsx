import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerStatus } from '../../components'
import { Checkbox, Field } from '../../ui'
import type { PolicyField, PolicyFormValues } from './policy-form'
import type { OwnRuleRow } from './source-form'
import css from './policy.module.css'

export interface PolicyRowProps {
  readonly form: PolicyFormValues
  readonly set: (part: Partial<PolicyFormValues>) => void
  readonly wrong: (field: PolicyField) => string | undefined
  readonly mayChange: boolean
  /** The rows that a source answers itself; absent in the office's form (C2). */
  readonly own?: { readonly rows: readonly OwnRuleRow[]; readonly turn: (row: OwnRuleRow, own: boolean) => void }
}

type TextField = { [Field in PolicyField]: PolicyFormValues[Field] extends string ? Field : never }[PolicyField]

/** Narrows the props to one row: a row that follows the office cannot be changed here. */
export const narrowRow = (row: PolicyRowProps, which: OwnRuleRow): PolicyRowProps => ({
  ...row,
  mayChange: row.mayChange && (!row.own || row.own.rows.includes(which)),
})

/** A short answer within a line; for a reader the answer alone. */
export function PolicyAnswer({
  form,
  set,
  wrong,
  mayChange,
  field,
  label,
  className = css['tiny'] ?? '',
}: PolicyRowProps & { readonly field: TextField; readonly label: string; readonly className?: string }): ReactNode {
  if (!mayChange) return <b>{form[field]}</b>
  return (
    <Field
      label={label}
      quietLabel
      className={className}
      dir="ltr"
      value={form[field]}
      onChange={(next) => set({ [field]: next })}
      error={wrong(field)}
    />
  )
}

/** Whether the source follows the office here: a checkbox while it may be changed, otherwise words (C2). */
export function SameAsOffice({
  own,
  mayChange,
  row,
  subject,
}: Pick<PolicyRowProps, 'own' | 'mayChange'> & { readonly row: OwnRuleRow; readonly subject: string }) {
  const { t } = useTranslation()
  if (!own) return null
  const theirs = own.rows.includes(row)
  if (!mayChange) return <span className={theirs ? '' : 'second'}>{t(theirs ? 'policy.theirs' : 'policy.asOffice')}</span>
  return (
    <span className={css['asOffice']}>
      <Checkbox on={!theirs} onChange={(office) => own.turn(row, !office)}>
        <AnswerStatus word={t('policy.asOffice')} subject={subject} />
      </Checkbox>
    </span>
  )
}
