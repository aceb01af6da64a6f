import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/entry'
import { ROLES, type Role } from '#shared/domain/vocabulary'
import { failureWords, fieldWords, useCall } from '../../office'
import { announce, Button, Checkbox, Field, ManyChoices } from '../../ui'
import { fiveWords } from './five-words'

/** The director adds a worker with a passphrase of her own. It is not a draft: a passphrase is kept nowhere. */
export function AddWorker({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { send, sending } = useCall('staff.add')
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<Role[]>(['worker'])
  const [offered, setOffered] = useState(fiveWords)
  const [passphrase, setPassphrase] = useState('')
  const [shown, setShown] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const add = async () => {
    const answer = await send({ name, roles, passphrase })
    if (answer.ok) {
      announce(t('settings.staff.added'))
      return onClose()
    }
    setFailure(answer.failure)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('#main .inset .wrong :is(input, button)')?.focus())
  }
  const refusedAs = (...reasons: readonly string[]) =>
    failure?.kind === 'refused' && reasons.includes(failure.reason) ? failureWords(t, failure) : undefined
  const nameWrong = refusedAs('name_taken', 'name_needed') ?? fieldWords(t, failure, 'name')
  const rolesWrong = fieldWords(t, failure, 'roles') && t('settings.staff.pickRole')
  const phraseWrong = refusedAs('passphrase_too_short', 'passphrase_too_common') ?? fieldWords(t, failure, 'passphrase')
  const change =
    <T,>(put: (value: T) => void) =>
    (value: T) => {
      put(value)
      setFailure(null)
    }
  return (
    <form
      className="inset"
      aria-label={t('settings.staff.add')}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={t('settings.staff.name')}
        value={name}
        onChange={change(setName)}
        error={nameWrong}
        autoFocus
        hint={t('settings.staff.nameHint')}
      />
      <ManyChoices
        label={t('settings.staff.roles')}
        look="tight"
        values={roles}
        onChange={change(setRoles)}
        error={rolesWrong}
        options={ROLES.map((value) => ({ value, label: t(`word.role.${value}`) }))}
      />
      <section className="offered" aria-labelledby="five-words">
        <h3 id="five-words" className="second">
          {t('settings.staff.offered')}
        </h3>
        <p className="big-said">{offered}</p>
        <p className="acts">
          <Button
            onPress={() => {
              setPassphrase(offered)
              setShown(true)
              setFailure(null)
            }}
          >
            {t('settings.staff.take')}
          </Button>
          <Button look="bare" onPress={() => setOffered(fiveWords())}>
            {t('settings.staff.otherWords')}
          </Button>
        </p>
      </section>
      <Field
        label={t('settings.staff.passphrase')}
        type={shown ? 'text' : 'password'}
        dir="ltr"
        autoComplete="new-password"
        value={passphrase}
        onChange={change(setPassphrase)}
        error={phraseWrong}
        hint={t('settings.staff.passphraseHint')}
      />
      <Checkbox on={shown} onChange={setShown}>
        {t('settings.staff.show')}
      </Checkbox>
      <p className="acts">
        <Button onPress={() => void add()} busy={sending}>
          {sending ? t('settings.staff.adding') : t('settings.staff.addIt')}
        </Button>
        <Button look="bare" onPress={onClose}>
          {t('settings.staff.leave')}
        </Button>
      </p>
      {failure && !nameWrong && !rolesWrong && !phraseWrong && (
        <p className="error" role="alert">
          {failureWords(t, failure)}
        </p>
      )}
    </form>
  )
}
