import { app, session, type Session, type WebContents } from 'electron'
import { denyBluetooth, denyDevices } from './session/devices'
import { denyDisplayMedia } from './session/display-media'
import { blockDownloads } from './session/downloads'
import { blockNavigation } from './contents/navigation'
import { getRendererSession } from './session/partition'
import { denyPermissions } from './session/permissions'
import { setUnreachableProxy } from './session/proxy'
import { blockOutsideRequests } from './session/requests'
import { enablePageSandbox } from './app/sandbox'
import { disableSpellChecker } from './session/spell-checker'
import { exitOnRefusedSwitches, setChromiumSwitches } from './app/chromium-switches'
import { blockPeerConnections } from './contents/peer-connections'
import { blockNewWindows, removeMenu } from './contents/windows'

// Each protection has a file of its own and a journey of its own in tests/journeys/hardening.test.ts.
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

/** Applies the protections E1 to E4. Must run before the app is ready. */
export function hardenApp(): void {
  for (const protect of APP_PROTECTIONS) protect()
  app.on('web-contents-created', (_event, contents) => CONTENTS_PROTECTIONS.forEach((protect) => protect(contents)))
}

/** Hardens the app's own session, which it returns, and the unused default session (E2, E3). */
export function hardenSessions(): Session {
  const rendererSession = getRendererSession()
  for (const one of [rendererSession, session.defaultSession]) for (const protect of SESSION_PROTECTIONS) protect(one)
  return rendererSession
}
