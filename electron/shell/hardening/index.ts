import { app, session, type Session, type WebContents } from 'electron'
import { withoutBluetooth, withoutDevices } from './devices'
import { withoutDisplayMedia } from './display-media'
import { withoutDownloads } from './downloads'
import { stayHere } from './navigation'
import { ourSession } from './partition'
import { permitNothing } from './permissions'
import { setDeadProxy } from './proxy'
import { cancelRequests } from './requests'
import { sandboxPages } from './sandbox'
import { withoutSpelling } from './spelling'
import { refuseSwitches, setSwitches } from './switches'
import { withoutPeers } from './webrtc'
import { openNothing, withoutMenu } from './windows'

// Each protection in a file of its own, each with a journey of its own in tests/journeys/hardening.test.ts.
const APP: readonly (() => void)[] = [refuseSwitches, sandboxPages, setSwitches, withoutMenu]
const PAGE: readonly ((contents: WebContents) => void)[] = [stayHere, openNothing, withoutPeers, withoutBluetooth]
const SESSION: readonly ((ours: Session) => void)[] = [
  permitNothing,
  withoutDevices,
  withoutDisplayMedia,
  withoutDownloads,
  cancelRequests,
  setDeadProxy,
  withoutSpelling,
]

/** E1 to E4: before the app is ready. */
export function hardenApp(): void {
  for (const protect of APP) protect()
  app.on('web-contents-created', (_event, contents) => PAGE.forEach((protect) => protect(contents)))
}

/** E2, E3: our session, which is answered, and the default one that we do not use. */
export function hardenSessions(): Session {
  const ours = ourSession()
  for (const one of [ours, session.defaultSession]) for (const protect of SESSION) protect(one)
  return ours
}
