import { useId, type ReactNode, type Ref } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'

export interface FieldProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** What happened, what is safe, what to do next; stands between label and input. */
  readonly error?: ReactNode
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly type?: 'text' | 'password' | 'tel' | 'email' | 'search'
  /** Several lines: how many to show. */
  readonly rows?: number
  /** The label stands elsewhere (the time margin of a leaf): it is kept for the ear only. */
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

/** One line or several, with its error between label and input. Nothing typed is cut: limits are said, not enforced by the key. */
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
