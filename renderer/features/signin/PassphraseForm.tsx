import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffTile } from '#shared/contract/office/session'
import { refreshTopics, useCall, useForm, useNow } from '../../office'
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
  const [until, setUntil] = useState(0)
  const { send } = useCall('session.signIn')
  const now = useNow()
  const seconds = Math.ceil((Math.max(until, tryAgainAt ?? 0) - now) / 1000)
  const waiting = seconds > 0
  const form = useForm({
    id: 'sign-in-passphrase',
    of: null,
    initial: { passphrase: '' },
    validate: ({ passphrase }) => ({ passphrase: passphrase === '' && t('signin.empty') }),
    send: async ({ passphrase }) => {
      const answer = await send({ passphrase, staffId })
      if (!answer.ok && answer.failure.kind === 'refused' && answer.failure.until) {
        // The delay counts by the office's clock, so this window's own is set first.
        await refreshTopics(['office'])
        setUntil(answer.failure.until)
      }
      return answer
    },
    // The wait is said beneath the field, second by second.
    findField: (_path, _typed, failure) => (failure.kind === 'refused' && failure.reason === 'wait_before_next_try' ? null : 'passphrase'),
    describe: (failure) => (failure.kind === 'refused' && failure.reason === 'wrong_passphrase' ? t('signin.wrong') : undefined),
    forgets: ['passphrase'],
    onSent: () => void refreshTopics(['office']),
  })

  return (
    <SecretForm
      id={id}
      label={label}
      error={form.error('passphrase')}
      value={form.values.passphrase}
      onChange={(passphrase) => form.change({ passphrase })}
      form={form}
      waiting={waiting}
      hinted={Boolean(hint)}
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
