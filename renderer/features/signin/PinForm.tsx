import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffTile } from '#shared/contract/session'
import { describeFailure, refreshTopics, useCall } from '../../office'
import { Button } from '../../ui'
import { SecretForm } from './SecretForm'

interface Props {
  readonly worker: StaffTile
  /** The passphrase is asked for instead: the worker chose it, or the office requires it. */
  readonly onPassphrase: (why: 'pin_not_now' | null) => void
  readonly hint: string
}

/** Six digits and Enter (L3). Five wrong ones in all close the database, so each wrong one says how many are left. */
export function PinForm({ worker, onPassphrase, hint }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { send, sending } = useCall('session.unlock')

  const open = async () => {
    if (sending) return
    if (!/^\d{6,32}$/.test(typed)) return setError(t('signin.pinDigits'))
    const answer = await send({ staffId: worker.id, pin: typed })
    setTyped('')
    if (answer.ok) return void refreshTopics(['office'])
    const { failure } = answer
    if (failure.kind === 'refused' && failure.reason === 'pin_not_now') return onPassphrase('pin_not_now')
    const left = failure.kind === 'refused' && failure.reason === 'wrong_pin' ? Number(failure.detail?.['left'] ?? 0) : null
    setError(left === null ? describeFailure(t, failure) : t('signin.wrongPin', { count: left }))
  }

  return (
    <SecretForm
      id={id}
      label={t('signin.pin')}
      error={error}
      value={typed}
      onChange={(value) => {
        setTyped(value)
        setError(null)
      }}
      sending={sending}
      inputMode="numeric"
      hinted
      onSubmit={() => void open()}
    >
      <p className="beneath">
        <span className="why" id={`${id}h`}>
          {hint}
        </span>
        <Button look="bare" onPress={() => onPassphrase(null)}>
          {t('signin.usePassphrase')}
        </Button>
      </p>
    </SecretForm>
  )
}
