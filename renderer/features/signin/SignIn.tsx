import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeState } from '#shared/contract/session'
import { numberWord, shortTime } from '#shared/domain/wording'
import { useZone } from '../../office'
import { Name, Shape, useCommands } from '../../ui'
import { DeskClock } from './DeskClock'
import { PassphraseForm } from './PassphraseForm'

/** Desk lock (names, counts only) or the sealed book (a passphrase, nothing else). */
export function SignIn({ state }: { readonly state: OfficeState }) {
  const { t } = useTranslation()
  return (
    <main id="main" className="lock">
      <header>
        <DeskClock />
        {state.waiting && <Waiting waiting={state.waiting} />}
      </header>
      {state.stage === 'locked' && state.staff.length > 0 ? (
        <Tiles state={state} />
      ) : (
        <section aria-labelledby="open">
          <h1 id="open">{t('signin.sealedTitle')}</h1>
          <div className="sheet-of-names">
            <div className="open one">
              <PassphraseForm staffId={null} label={t('signin.passphrase')} tryAgainAt={state.tryAgainAt} hint={t('signin.sealedSecond')} />
            </div>
          </div>
        </section>
      )}
    </main>
  )
}

function Tiles({ state }: { readonly state: OfficeState }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(state.staff.length === 1 ? (state.staff[0]?.id ?? null) : null)
  const title = useRef<HTMLHeadingElement>(null)
  // What had the focus is gone with the desk: the next Tab leads to the first name.
  useEffect(() => title.current?.focus(), [])
  useCommands([
    ...state.staff.slice(0, 9).map((worker, index) => ({
      id: `who-${index}`,
      label: worker.name,
      keys: String(index + 1),
      quiet: true,
      run: () => setChosen(worker.id),
    })),
    { id: 'nobody', label: t('signin.who'), keys: 'Esc', quiet: true, run: () => setChosen(null) },
  ])
  return (
    <section aria-labelledby="who">
      <h1 id="who" ref={title} tabIndex={-1}>
        {t('signin.who')}
      </h1>
      <ul className="sheet-of-names">
        {state.staff.map((worker, index) => {
          const key = index < 9 ? <kbd aria-hidden="true">{index + 1}</kbd> : <span />
          const name = <Name strong>{worker.name}</Name>
          const role = <span className="second">{worker.roles.map((role) => t(`signin.roles.${role as 'worker'}`)).join(', ')}</span>
          return worker.id === chosen ? (
            <li key={worker.id} className="open">
              <div className="tile">
                {key}
                {name}
                {role}
                <PassphraseForm
                  staffId={worker.id}
                  label={t('signin.passphraseOf', { name: worker.name })}
                  tryAgainAt={state.tryAgainAt}
                  {...(state.staff.length > 1 ? { hint: t('signin.notYou') } : {})}
                />
              </div>
            </li>
          ) : (
            <li key={worker.id}>
              <button type="button" onClick={() => setChosen(worker.id)}>
                {key}
                {name}
                {role}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** L5: counts and times only. */
function Waiting({ waiting }: { readonly waiting: NonNullable<OfficeState['waiting']> }) {
  const { t } = useTranslation()
  const zone = useZone()
  const { overdue, dueThisShift } = waiting
  const time = shortTime(waiting.shiftEndsAt, zone)
  if (overdue === 0 && dueThisShift === 0)
    return (
      <p className="lock-due">
        <Shape standing="later" />
        <span>{t('signin.none')}</span>
      </p>
    )
  return (
    <p className="lock-due">
      <Shape standing={overdue > 0 ? 'overdue' : 'soon'} />
      <span>
        {overdue > 0 && (
          <>
            <b>{t('signin.overdue', { count: overdue, n: numberWord(overdue, true) })}</b>{' '}
          </>
        )}
        {dueThisShift > 0 && (
          <>
            {overdue > 0 ? (
              t('signin.more', { count: dueThisShift, n: numberWord(dueThisShift, true), time })
            ) : (
              <b>{t('signin.due', { count: dueThisShift, n: numberWord(dueThisShift, true), time })}</b>
            )}{' '}
          </>
        )}
        {t('signin.goesOn')}
      </span>
    </p>
  )
}
