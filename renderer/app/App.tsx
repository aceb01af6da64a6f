import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SetUp } from '../features/setup/SetUp'
import { Fault } from '../features/signin/Fault'
import { SignIn } from '../features/signin/SignIn'
import { Start } from '../features/start/Start'
import { call, forgetRecoveryWords, forgetWhatWasRead, onOffice, readAgain, sendDrafts, useOfficeState } from '../office'
import { LiveRegion, Loading, silence } from '../ui'
import { Banners } from './Banners'
import { Frame } from './Frame'
import { HelpProvider } from './help'
import { HelpButtons } from './Rail'

/** Which screen the office's stage asks for. */
export function App() {
  return (
    <HelpProvider>
      <Stage />
      <LiveRegion />
    </HelpProvider>
  )
}

function Stage() {
  const { t } = useTranslation()
  const state = useOfficeState()
  const [settingUp, setSettingUp] = useState(false)
  const [locking, setLocking] = useState(false)
  const [lookedAgain, setLookedAgain] = useState(false)
  const stage = state?.stage

  useEffect(() => {
    // Whoever locked it, and wherever: what was read goes with the session.
    if (stage === 'new') return
    forgetRecoveryWords()
    if (stage === 'open') return
    forgetWhatWasRead()
    silence()
  }, [stage])
  // What is in the way is met again with the passphrase; then it is said again.
  useEffect(() => onOffice(() => setLookedAgain(false)), [])

  const lock = useCallback(() => {
    // F9 blanks at once; the words go to the office before the desk is locked (L2).
    setLocking(true)
    sendDrafts()
    void call('session.lock', {}).then(async () => {
      forgetWhatWasRead()
      await readAgain(['office'])
      setLocking(false)
    })
  }, [])

  if (!state)
    return (
      <main className="nothing" id="main">
        <Loading>{t('frame.opening')}</Loading>
      </main>
    )
  if (locking && state.stage === 'open')
    return (
      <main className="nothing" id="main">
        <h1 className="hidden">{t('frame.app')}</h1>
      </main>
    )
  if (state.stage === 'open') return <Frame state={state} onLock={lock} />
  return (
    <>
      <Banners state={state} />
      {state.fault && !(lookedAgain && state.stage === 'sealed') ? (
        <Fault fault={state.fault} onAgain={() => void readAgain(['office']).then(() => setLookedAgain(true))} />
      ) : state.stage === 'new' ? (
        settingUp ? (
          <SetUp state={state} onBack={() => setSettingUp(false)} />
        ) : (
          <Start onSetUp={() => setSettingUp(true)} />
        )
      ) : (
        <SignIn state={state} />
      )}
      <HelpButtons className="foot-help" />
    </>
  )
}
