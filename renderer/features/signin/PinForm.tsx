import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffTile } from '#shared/contract/office/session'
import { refreshTopics, useCall, useForm } from '../../office'
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
  const { send } = useCall('session.unlock')
  const form = useForm({
    id: 'sign-in-pin',
    of: null,
    initial: { pin: '' },
    validate: ({ pin }) => ({ pin: !/^\d{6,32}$/.test(pin) && t('signin.pinDigits') }),
    send: ({ pin }) => send({ staffId: worker.id, pin }),
    findField: () => 'pin',
    describe: (failure) =>
      failure.kind === 'refused' && failure.reason === 'wrong_pin'
        ? t('signin.wrongPin', { count: Number(failure.detail?.['left'] ?? 0) })
        : undefined,
    forgets: ['pin'],
    onSent: () => void refreshTopics(['office']),
    onRefused: (failure) => {
      if (failure.kind === 'refused' && failure.reason === 'pin_not_now') onPassphrase('pin_not_now')
    },
  })

  return (
    <SecretForm
      id={id}
      label={t('signin.pin')}
      error={form.error('pin')}
      value={form.values.pin}
      onChange={(pin) => form.change({ pin })}
      form={form}
      inputMode="numeric"
      hinted
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
