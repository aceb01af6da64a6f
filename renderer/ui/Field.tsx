import { useId, type ReactNode, type Ref } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'

export interface FieldProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** What is wrong, what is safe, what to do next; shown between label and input. */
  readonly error?: ReactNode
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly type?: 'text' | 'password' | 'tel' | 'email' | 'search'
  /** The number of lines to show. */
  readonly rows?: number
  /** The label is shown elsewhere (in the margin of a form page); here it is only for screen readers. */
  readonly quietLabel?: boolean
  readonly autoFocus?: boolean
  readonly autoComplete?: string
  readonly dir?: 'auto' | 'ltr'
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly className?: string
  readonly name?: string
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

/**
 * A text field of one or several lines, with its error between label and input. Typed text is never cut: limits are explained, not
 * enforced at the key.
 */
export function Field({
  label,
  value,
  onChange,
  onBlur,
  error,
  hint,
  placeholder,
  type = 'text',
  rows,
  quietLabel,
  autoFocus,
  autoComplete = 'off',
  dir = 'auto',
  isRequired,
  isReadOnly,
  className = '',
  name,
  inputRef,
}: FieldProps) {
  const id = useId()
  const wrong = Boolean(error)
  const described = [wrong ? `${id}e` : '', hint ? `${id}h` : ''].filter(Boolean).join(' ')
  const common = {
    autoComplete,
    dir,
    spellCheck: false,
    ...(placeholder ? { placeholder } : {}),
    ...(autoFocus ? { autoFocus } : {}),
    ...(inputRef ? { ref: inputRef } : {}),
    className: 'input',
  } as const
  return (
    <TextField
      className={['field', wrong ? 'wrong' : '', quietLabel ? 'unlabelled' : '', className].filter(Boolean).join(' ')}
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={wrong}
      validationBehavior="aria"
      {...(onBlur ? { onBlur } : {})}
      {...(name ? { name } : {})}
      {...(isRequired ? { isRequired } : {})}
      {...(isReadOnly ? { isReadOnly } : {})}
      {...(described ? { 'aria-describedby': described } : {})}
    >
      <Label className="label">{label}</Label>
      {wrong && (
        <p className="error" id={`${id}e`}>
          {error}
        </p>
      )}
      {rows ? <TextArea rows={rows} {...common} /> : <Input {...common} />}
      {hint && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </TextField>
  )
}
