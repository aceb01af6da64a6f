import { app, session, type Session, type WebContents } from 'electron'
import { denyBluetooth, denyDevices } from './devices'
import { denyDisplayMedia } from './display-media'
import { blockDownloads } from './downloads'
import { blockNavigation } from './navigation'
import { getRendererSession } from './partition'
import { denyPermissions } from './permissions'
import { setUnreachableProxy } from './proxy'
import { blockOutsideRequests } from './requests'
import { enablePageSandbox } from './sandbox'
import { disableSpellChecker } from './spelling'
import { exitOnRefusedSwitches, setChromiumSwitches } from './switches'
import { blockPeerConnections } from './webrtc'
import { blockNewWindows, removeMenu } from './windows'

// Each protection in a file of its own, each with a journey of its own in tests/journeys/hardening.test.ts.
const APP_PROTECTIONS: readonly (() => void)[] = [exitOnRefusedSwitches, enablePageSandbox, setChromiumSwitches, removeMenu]
const CONTENTS_PROTECTIONS: readonly ((contents: WebContents) => void)[] = [
  blockNavigation,
  blockNewWindows,
  blockPeerConnections,
  denyBluetooth,
]
const SESSION_PROTECTIONS: readonly ((rendererSession: Session) => void)[] = [
  denyPermissions,
  denyDevices,
  denyDisplayMedia,
  blockDownloads,
  blockOutsideRequests,
  setUnreachableProxy,
  disableSpellChecker,
]

/** E1 to E4: before the app is ready. */
export function hardenApp(): void {
  for (const protect of APP_PROTECTIONS) protect()
  app.on('web-contents-created', (_event, contents) => CONTENTS_PROTECTIONS.forEach((protect) => protect(contents)))
}

/** E2, E3: our session, which is answered, and the default one that we do not use. */
export function hardenSessions(): Session {
  const rendererSession = getRendererSession()
  for (const one of [rendererSession, session.defaultSession]) for (const protect of SESSION_PROTECTIONS) protect(one)
  return rendererSession
}
