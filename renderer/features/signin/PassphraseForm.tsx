import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffTile } from '#shared/contract/session'
import { describeFailure, refreshTopics, useCall, useNow } from '../../office'
import { SecretForm } from './SecretForm'

interface Props {
  readonly staffId: StaffTile['id'] | null
  readonly label: string
  /** UTC ms from which a passphrase may be tried again, from the office. */
  readonly tryAgainAt: number | null
  readonly hint?: string
}

/** The passphrase, and a growing delay in words. It is never a permanent lock-out (K3). */
export function PassphraseForm({ staffId, label, tryAgainAt, hint }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [until, setUntil] = useState(0)
  const { send, sending } = useCall('session.signIn')
  const now = useNow()
  const seconds = Math.ceil((Math.max(until, tryAgainAt ?? 0) - now) / 1000)
  const waiting = seconds > 0

  const open = async () => {
    if (waiting || sending) return
    if (typed === '') return setError(t('signin.empty'))
    const answer = await send({ passphrase: typed, staffId })
    if (answer.ok) return void refreshTopics(['office'])
    const { failure } = answer
    if (failure.kind === 'refused' && failure.until) {
      // The delay counts by the office's clock, so this window's own is set first.
      await refreshTopics(['office'])
      setUntil(failure.until)
    }
    if (failure.kind === 'refused' && failure.reason === 'wait_before_next_try') return
    setTyped('')
    setError(failure.kind === 'refused' && failure.reason === 'wrong_passphrase' ? t('signin.wrong') : describeFailure(t, failure))
  }

  return (
    <SecretForm
      id={id}
      label={label}
      error={error}
      value={typed}
      onChange={(value) => {
        setTyped(value)
        setError(null)
      }}
      sending={sending}
      waiting={waiting}
      hinted={Boolean(hint)}
      onSubmit={() => void open()}
    >
      {waiting ? (
        <p className="why" id={`${id}w`}>
          {t('signin.wait', { count: seconds })}
        </p>
      ) : (
        hint && (
          <p className="why" id={`${id}h`}>
            {hint}
          </p>
        )
      )}
    </SecretForm>
  )
}
