import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeState, StaffTile } from '#shared/contract/office/session'
import { Name } from '../../components'
import { Button, numberKey, useCommands } from '../../ui'
import { PassphraseForm } from './PassphraseForm'
import { PinForm } from './PinForm'

const ELSE = 'else'
/** Further names are reached by arrow, Tab or mouse. */
const NUMBERED = 9

interface ChosenWorker {
  readonly id: string
  /** The PIN is not enough just now, or the worker does not want it. */
  readonly passphrase: boolean
  readonly why: 'pin_not_now' | null
}
const chooseTile = (id: string): ChosenWorker => ({ id, passphrase: false, why: null })

/** The names as a list. A number, a PIN, Enter: that is the whole change of worker (L4). */
export function WorkerPicker({ state, onRecover }: { readonly state: OfficeState; readonly onRecover: () => void }) {
  const { t } = useTranslation()
  const { staff, tryAgainAt } = state
  const only = staff.length === 1 ? staff[0] : undefined
  const [chosen, setChosen] = useState<ChosenWorker | null>(only ? chooseTile(only.id) : null)
  const title = useRef<HTMLHeadingElement>(null)
  const sheet = useRef<HTMLUListElement>(null)
  // The focused element is gone since the lock: the next Tab leads to the first name.
  useEffect(() => {
    if (!title.current?.parentElement?.contains(document.activeElement)) title.current?.focus()
  }, [])
  const leave = () => {
    setChosen(null)
    title.current?.focus()
  }
  const step = (by: 1 | -1) => {
    const names = [...(sheet.current?.querySelectorAll<HTMLElement>('.name, .tile input') ?? [])]
    const at = names.findIndex((name) => name === document.activeElement)
    names[at < 0 ? (by === 1 ? 0 : names.length - 1) : Math.min(Math.max(at + by, 0), names.length - 1)]?.focus()
  }
  useCommands([
    ...staff.slice(0, NUMBERED).map((worker, index) => ({
      id: `who-${index}`,
      label: worker.name,
      keys: numberKey(index + 1),
      quiet: true,
      run: () => setChosen(chooseTile(worker.id)),
    })),
    { id: 'who-else', label: t('signin.somebodyElse'), keys: '0', quiet: true, run: () => setChosen(chooseTile(ELSE)) },
    { id: 'nobody', label: t('signin.who'), keys: 'Esc', quiet: true, run: leave },
    { id: 'name-after', label: t('signin.who'), keys: '↓', quiet: true, run: () => step(1) },
    { id: 'name-before', label: t('signin.who'), keys: '↑', quiet: true, run: () => step(-1) },
  ])
  const second = (worker: StaffTile) =>
    [
      ...worker.roles.map((role) => t(`signin.roles.${role}`)),
      ...(worker.drafts > 0 ? [t('signin.drafts', { count: worker.drafts })] : []),
    ].join(', ')
  return (
    <section aria-labelledby="who">
      <h1 id="who" ref={title} tabIndex={-1}>
        {t('signin.who')}
      </h1>
      <ul className="sheet-of-names" ref={sheet}>
        {staff.map((worker, index) => (
          <WorkerLine
            key={worker.id}
            number={index < NUMBERED ? index + 1 : null}
            name={<Name strong>{worker.name}</Name>}
            second={second(worker)}
            open={worker.id === chosen?.id}
            onChoose={() => setChosen(chooseTile(worker.id))}
          >
            {chosen && worker.pin && !chosen.passphrase ? (
              <PinForm
                worker={worker}
                onPassphrase={(why) => setChosen({ id: worker.id, passphrase: true, why })}
                hint={t('signin.notYou')}
              />
            ) : (
              <PassphraseForm
                staffId={worker.id}
                label={t('signin.passphraseOf', { name: worker.name })}
                tryAgainAt={tryAgainAt}
                hint={[chosen?.why ? t(`failure.refused.${chosen.why}`) : '', t('signin.notYou'), t('signin.thenPin')]
                  .filter(Boolean)
                  .join(' ')}
              />
            )}
          </WorkerLine>
        ))}
        <WorkerLine
          number={0}
          last
          name={t('signin.somebodyElse')}
          second=""
          open={chosen?.id === ELSE}
          onChoose={() => setChosen(chooseTile(ELSE))}
        >
          <PassphraseForm staffId={null} label={t('signin.passphrase')} tryAgainAt={tryAgainAt} hint={t('signin.notYou')} />
          <p className="acts beneath">
            <Button look="bare" onPress={onRecover}>
              {t('signin.haveWords')}
            </Button>
          </p>
        </WorkerLine>
      </ul>
    </section>
  )
}

interface WorkerLineProps {
  readonly number: number | null
  /** Stays in view below many names. */
  readonly last?: boolean
  readonly name: ReactNode
  readonly second: string
  readonly open: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

/** One name, or the form that verifies who it is. */
function WorkerLine({ number, last, name, second, open, onChoose, children }: WorkerLineProps) {
  const head = (
    <>
      {number === null ? <span /> : <kbd aria-hidden="true">{number}</kbd>}
      {name}
      {second && <span className="second">{second}</span>}
    </>
  )
  return open ? (
    <li className={last ? 'open last' : 'open'}>
      <div className="tile">
        {head}
        {children}
      </div>
    </li>
  ) : (
    <li {...(last ? { className: 'last' } : {})}>
      <button type="button" className="name" onClick={onChoose}>
        {head}
      </button>
    </li>
  )
}
