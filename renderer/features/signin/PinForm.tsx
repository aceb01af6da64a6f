import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffTile } from '#shared/contract/session'
import { failureWords, readAgain, useCall } from '../../office'
import { Button } from '../../ui'

interface Props {
  readonly worker: StaffTile
  /** Her passphrase is asked for instead: she wants it so, or the office does. */
  readonly onPassphrase: (why: 'pin_not_now' | null) => void
  readonly hint: string
}

/** L3: six digits and Enter. Five wrong ones in all close the book, so each wrong one says how many are left. */
export function PinForm({ worker, onPassphrase, hint }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { send, sending } = useCall('session.enter')

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    if (!/^\d{6,32}$/.test(typed)) return setError(t('signin.pinDigits'))
    const answer = await send({ staffId: worker.id, pin: typed })
    setTyped('')
    if (answer.ok) return void readAgain(['office'])
    const { failure } = answer
    if (failure.kind === 'refused' && failure.reason === 'pin_not_now') return onPassphrase('pin_not_now')
    const left = failure.kind === 'refused' && failure.reason === 'wrong_pin' ? Number(failure.detail?.['left'] ?? 0) : null
    setError(left === null ? failureWords(t, failure) : t('signin.wrongPin', { count: left }))
  }

  const described = error ? `${id}e ${id}h` : `${id}h`
  return (
    <form className="pin" onSubmit={(event) => void open(event)}>
      <label htmlFor={id}>{t('signin.pin')}</label>
      {error && (
        <p className="error" id={`${id}e`} role="alert">
          {error}
        </p>
      )}
      <div className="pin-row">
        <input
          id={id}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          value={typed}
          readOnly={sending}
          onChange={(event) => {
            setTyped(event.target.value)
            setError(null)
          }}
          {...(error ? { 'aria-invalid': true } : {})}
          aria-describedby={described}
        />
        <Button look="do" size="tall" type="submit" keys="Enter" busy={sending}>
          {sending ? t('signin.opening') : t('signin.open')}
        </Button>
      </div>
      <p className="beneath">
        <span className="why" id={`${id}h`}>
          {hint}
        </span>
        <Button look="bare" onPress={() => onPassphrase(null)}>
          {t('signin.usePassphrase')}
        </Button>
      </p>
    </form>
  )
}
