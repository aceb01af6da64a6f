import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Answered, Checkbox, Field } from '../../ui'
import type { PolicyField, PolicyForm } from './form'
import type { OwnRow } from './source-form'
import css from './Policy.module.css'

export interface RowProps {
  readonly form: PolicyForm
  readonly set: (part: Partial<PolicyForm>) => void
  readonly wrong: (field: PolicyField) => string | undefined
  readonly mayChange: boolean
  /** C2: in a source's form, which rows are its own; absent in the office's. */
  readonly own?: { readonly rows: readonly OwnRow[]; readonly turn: (row: OwnRow, own: boolean) => void }
}

type Typed = { [Field in PolicyField]: PolicyForm[Field] extends string ? Field : never }[PolicyField]

/** The row's answers can be changed here: what a source leaves to the office cannot. */
export const within = (row: RowProps, which: OwnRow): RowProps => ({
  ...row,
  mayChange: row.mayChange && (!row.own || row.own.rows.includes(which)),
})

/** A short answer within a line; for whoever may not change it, the answer alone. */
export function Answer({
  form,
  set,
  wrong,
  mayChange,
  field,
  label,
  className = css['tiny'] ?? '',
}: RowProps & { readonly field: Typed; readonly label: string; readonly className?: string }): ReactNode {
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

/** C2: whether the source goes by the office here; a tick while it may be changed, else in words. */
export function AsOffice({ own, mayChange, row, of }: Pick<RowProps, 'own' | 'mayChange'> & { readonly row: OwnRow; readonly of: string }) {
  const { t } = useTranslation()
  if (!own) return null
  const theirs = own.rows.includes(row)
  if (!mayChange) return <span className={theirs ? '' : 'second'}>{t(theirs ? 'policy.theirs' : 'policy.asOffice')}</span>
  return (
    <span className={css['asOffice']}>
      <Checkbox on={!theirs} onChange={(office) => own.turn(row, !office)}>
        <Answered word={t('policy.asOffice')} of={of} />
      </Checkbox>
    </span>
  )
}
