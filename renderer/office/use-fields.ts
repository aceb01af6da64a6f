import { useMemo } from 'react'
import type { FieldName, FieldSetting } from '#shared/domain/policy/form-fields'
import { useOffice } from './use-office'

/** What the data owner has settled about the forms' fields (section 14). */
export interface FormFields {
  /** False until they are read: no form is drawn before. */
  readonly ready: boolean
  readonly settings: readonly FieldSetting[]
  /** Not drawn; what was written is kept. */
  readonly hidden: (field: FieldName) => boolean
  /** H7: must be answered, and "not known" is an answer. */
  readonly required: (field: FieldName) => boolean
  /** Her words for it, or the form's own. */
  readonly label: (field: FieldName, own: string) => string
}

/** Read once and shared by every part of a form. What cannot be read changes nothing. */
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
