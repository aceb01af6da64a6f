import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Form } from '../../office'
import { Button } from '../../ui'

interface Props {
  /** The form's id; what describes the field is named after it: `…e` the error, `…w` the delay, `…h` the hint. */
  readonly id: string
  readonly label: string
  readonly error: string | undefined
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly form: Pick<Form<object>, 'props' | 'sending' | 'submit'>
  readonly inputMode?: 'numeric'
  readonly waiting?: boolean
  readonly hinted: boolean
  /** What is shown beneath the field. */
  readonly children: ReactNode
}

/** One secret and Enter. While it is being checked the field cannot be changed, but keeps the focus. */
export function SecretForm({ id, label, error, value, onChange, form, inputMode, waiting = false, hinted, children }: Props) {
  const { t } = useTranslation()
  const described = [error ? `${id}e` : '', waiting ? `${id}w` : '', hinted ? `${id}h` : ''].filter(Boolean).join(' ')
  return (
    <form
      className="pin"
      {...form.props}
      onSubmit={(event) => {
        event.preventDefault()
        if (!waiting) form.submit()
      }}
    >
      <label htmlFor={id}>{label}</label>
      {error && (
        <p className="error" id={`${id}e`} role="alert">
          {error}
        </p>
      )}
      <div className="pin-row">
        <input
          id={id}
          type="password"
          autoComplete="off"
          autoFocus
          value={value}
          readOnly={form.sending}
          onChange={(event) => onChange(event.target.value)}
          {...(inputMode ? { inputMode } : {})}
          {...(error ? { 'aria-invalid': true } : {})}
          {...(described ? { 'aria-describedby': described } : {})}
        />
        <Button look="do" size="tall" type="submit" keys="Enter" busy={form.sending} {...(waiting ? { whyId: `${id}w` } : {})}>
          {form.sending ? t('signin.opening') : t('signin.open')}
        </Button>
      </div>
      {children}
    </form>
  )
}
