import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#shared/contract/call'
import type { OfficeState, StaffTile } from '#shared/contract/office/session'
import { refreshTopics, useCall, useForm } from '../../office'
import { FormFailure, Name, NewPassphraseField } from '../../components'
import { Button, numberKey, useCommands } from '../../ui'

/** A worker who signed in with a temporary passphrase or the recovery words chooses an own one before anything else (K4). */
export function ChoosePassphrase({ state, onLock }: { readonly state: OfficeState; readonly onLock: () => void }) {
  const directors = state.staff.filter((worker) => worker.roles.includes('director'))
  const only = directors.length === 1 ? directors[0] : undefined
  const [picked, setPicked] = useState<StaffTile | undefined>(only)
  const who = state.recovering ? (picked ?? only) : (state.me ?? undefined)
  return (
    <main id="main" className="lock choosing">
      {state.recovering && !who ? (
        <PickDirector directors={directors} onPick={setPicked} />
      ) : (
        <OwnPassphraseForm
          who={who}
          recovering={state.recovering}
          onLock={onLock}
          {...(state.recovering && !only ? { onOther: () => setPicked(undefined) } : {})}
        />
      )}
    </main>
  )
}

function PickDirector({ directors, onPick }: { readonly directors: readonly StaffTile[]; readonly onPick: (who: StaffTile) => void }) {
  const { t } = useTranslation()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useCommands(
    directors.slice(0, 9).map((worker, index) => ({
      id: `director-${index}`,
      label: worker.name,
      keys: numberKey(index + 1),
      quiet: true,
      run: () => onPick(worker),
    })),
  )
  return (
    <section aria-labelledby="which">
      <h1 id="which" ref={title} tabIndex={-1}>
        {t('choose.which')}
      </h1>
      <p className="second say">{t('choose.whichSay')}</p>
      <ul className="sheet-of-names">
        {directors.map((worker, index) => (
          <li key={worker.id}>
            <button type="button" className="name" onClick={() => onPick(worker)}>
              {index < 9 ? <kbd aria-hidden="true">{index + 1}</kbd> : <span />}
              <Name strong>{worker.name}</Name>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const isWeakPassphrase = (failure: Failure): boolean =>
  failure.kind === 'refused' &&
  (failure.reason === 'passphrase_too_short' || failure.reason === 'passphrase_too_common' || failure.reason === 'passphrase_known')

interface OwnPassphraseProps {
  readonly who: StaffTile | undefined
  readonly recovering: boolean
  readonly onLock: () => void
  readonly onOther?: () => void
}

function OwnPassphraseForm({ who, recovering, onLock, onOther }: OwnPassphraseProps) {
  const { t } = useTranslation()
  const { send } = useCall('session.choosePassphrase')
  const form = useForm({
    id: 'choose-passphrase',
    of: null,
    initial: { passphrase: '' },
    validate: ({ passphrase }) => ({ passphrase: passphrase === '' && t('choose.empty') }),
    send: ({ passphrase }) => send({ staffId: recovering && who ? who.id : null, passphrase }),
    findField: (path, _typed, failure) => (path === 'passphrase' || isWeakPassphrase(failure) ? 'passphrase' : null),
    onSent: () => void refreshTopics(['office', 'staff']),
  })
  useCommands(onOther ? [{ id: 'not-her', label: t('choose.which'), keys: 'Esc', quiet: true, run: onOther }] : [])
  return (
    <section aria-labelledby="own">
      <h1 id="own">{recovering && who ? t('choose.titleFor', { name: who.name }) : t('choose.title')}</h1>
      <p className="second say">{recovering ? t('choose.sayRecovered') : t('choose.say')}</p>
      <form className="stack" {...form.props}>
        <NewPassphraseField
          value={form.values.passphrase}
          onChange={(passphrase) => form.change({ passphrase })}
          error={form.error('passphrase')}
          autoFocus
        />
        <FormFailure form={form} />
        <p className="acts">
          <Button look="do" size="tall" type="submit" keys="Enter" busy={form.sending}>
            {form.sending ? t('choose.saving') : t('choose.save')}
          </Button>
          <Button look="bare" keys="F9" onPress={onLock}>
            {t('choose.notYet')}
          </Button>
        </p>
        {onOther && <p className="why">{t('choose.somebodyElse')}</p>}
      </form>
    </section>
  )
}
