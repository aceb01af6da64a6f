import type { ReactNode } from 'react'
import { Field } from '../../ui'
import type { PolicyField, PolicyForm, TextField } from './form'
import css from './Policy.module.css'

export interface RowProps {
  readonly form: PolicyForm
  readonly set: (part: Partial<PolicyForm>) => void
  readonly wrong: (field: PolicyField) => string | undefined
  readonly mayChange: boolean
}

/** A short answer within a line; for whoever may not change it, the answer alone. */
export function Answer({
  form,
  set,
  wrong,
  mayChange,
  field,
  label,
  className = css['tiny'] ?? '',
}: RowProps & { readonly field: TextField; readonly label: string; readonly className?: string }): ReactNode {
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
