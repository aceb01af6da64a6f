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

/** Shows the screen of the office's stage. */
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
    // However it was locked, everything that was read is removed with the session.
    if (stage === 'new') return
    forgetRecoveryWords()
    if (stage === 'open' || stage === 'choosing') return
    clearReadData()
    clearAnnouncement()
  }, [stage])
  // An obstacle that still exists will be met and reported again at the next passphrase.
  useEffect(() => onOfficeChange(() => setLookedAgain(false)), [])

  const leave = useCallback((channel: 'session.lock' | 'session.seal') => {
    // F9 blanks the screen at once; unsent words go to the office before the screen is locked (L2).
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
  const isSignedIn = stage === 'open' || stage === 'choosing'
  useCommands([
    ...(isSignedIn ? [{ id: 'lock', label: t('frame.lockNow'), keys: 'F9' as const, always: true, run: lock }] : []),
    ...(isSignedIn || stage === 'locked'
      ? [{ id: 'seal', label: t('frame.sealNow'), keys: 'Shift F9' as const, always: true, run: seal }]
      : []),
  ])

  if (!state)
    return (
      <main className="nothing" id="main">
        <Loading>{t('frame.opening')}</Loading>
      </main>
    )
  if (leaving && isSignedIn)
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
