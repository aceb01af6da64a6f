import { useMemo } from 'react'
import type { FieldName, FieldSetting } from '#shared/domain/policy/form-fields'
import { useOffice } from './use-office'

/** The data owner's settings of the forms' fields (section 14). */
export interface FormFields {
  /** False until they are read: no form is rendered before. */
  readonly ready: boolean
  readonly settings: readonly FieldSetting[]
  /** True when the field is not shown; stored answers are kept. */
  readonly hidden: (field: FieldName) => boolean
  /** True when the field must be answered; "not known" is an answer (H7). */
  readonly required: (field: FieldName) => boolean
  /** Returns the data owner's label, or the form's own. */
  readonly label: (field: FieldName, own: string) => string
}

/** Reads the settings once for all parts of a form. Settings that cannot be read change nothing. */
export function useFormFields(): FormFields {
  const { value, loading } = useOffice('fields.read', {})
  return useMemo(() => {
    const settings = value ?? []
    const of = new Map(settings.map((setting) => [setting.field, setting]))
    return {
      ready: !loading,
      settings,
      hidden: (field) => of.get(field)?.hidden ?? false,
      required: (field) => of.get(field)?.required ?? false,
      label: (field, own) => of.get(field)?.label || own,
    }
  }, [value, loading])
}
