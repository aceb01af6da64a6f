import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoosePassphrase } from '../features/choose-passphrase/ChoosePassphrase'
import { SetUp } from '../features/setup/SetUp'
import { OpeningFault } from '../features/signin/OpeningFault'
import { SignIn } from '../features/signin/SignIn'
import { FirstStart } from '../features/first-start/FirstStart'
import { callOffice, forgetRecoveryWords, clearReadData, onOfficeChange, refreshTopics, sendDrafts, useOfficeState } from '../office'
import { LiveRegion, Loading, clearAnnouncement, useCommands } from '../ui'
import { Banners } from './Banners'
import { Frame } from './Frame'
import { HelpProvider } from './help'
import { IdleWarning } from './IdleWarning'
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
  const [leaving, setLeaving] = useState(false)
  const [lookedAgain, setLookedAgain] = useState(false)
  const stage = state?.stage

  useEffect(() => {
    // Whoever locked it, and wherever: what was read goes with the session.
    if (stage === 'new') return
    forgetRecoveryWords()
    if (stage === 'open' || stage === 'choosing') return
    clearReadData()
    clearAnnouncement()
  }, [stage])
  // What is in the way is met again with the passphrase; then it is said again.
  useEffect(() => onOfficeChange(() => setLookedAgain(false)), [])

  const leave = useCallback((channel: 'session.lock' | 'session.seal') => {
    // F9 blanks at once; the words go to the office before the desk is locked (L2).
    setLeaving(true)
    sendDrafts()
    void callOffice(channel, {}).then(async () => {
      clearReadData()
      await refreshTopics(['office'])
      setLeaving(false)
    })
  }, [])
  const lock = useCallback(() => leave('session.lock'), [leave])
  const seal = useCallback(() => leave('session.seal'), [leave])
  const atDesk = stage === 'open' || stage === 'choosing'
  useCommands([
    ...(atDesk ? [{ id: 'lock', label: t('frame.lockNow'), keys: 'F9' as const, always: true, run: lock }] : []),
    ...(atDesk || stage === 'locked'
      ? [{ id: 'seal', label: t('frame.sealNow'), keys: 'Shift F9' as const, always: true, run: seal }]
      : []),
  ])

  if (!state)
    return (
      <main className="nothing" id="main">
        <Loading>{t('frame.opening')}</Loading>
      </main>
    )
  if (leaving && atDesk)
    return (
      <main className="nothing" id="main">
        <h1 className="hidden">{t('frame.app')}</h1>
      </main>
    )
  if (state.stage === 'open')
    return (
      <>
        <IdleWarning locksAt={state.locksAt} />
        <Frame state={state} onLock={lock} />
      </>
    )
  return (
    <>
      {state.stage === 'choosing' && <IdleWarning locksAt={state.locksAt} />}
      <Banners state={state} />
      {state.fault && !(lookedAgain && state.stage === 'sealed') ? (
        <OpeningFault fault={state.fault} onAgain={() => void refreshTopics(['office']).then(() => setLookedAgain(true))} />
      ) : state.stage === 'new' ? (
        settingUp ? (
          <SetUp state={state} onBack={() => setSettingUp(false)} />
        ) : (
          <FirstStart onSetUp={() => setSettingUp(true)} />
        )
      ) : state.stage === 'choosing' ? (
        <ChoosePassphrase state={state} onLock={lock} />
      ) : (
        <SignIn state={state} onSeal={seal} />
      )}
      <HelpButtons className="foot-help" />
    </>
  )
}
