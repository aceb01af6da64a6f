import { app } from 'electron'
import { listRefusedSwitches } from './refused-switches'

// With these no name resolves, the only proxy is a closed port of this PC, and Chromium's background requests stay off (E3).
const CHROMIUM_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', '127.0.0.1:9'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  // For a page that makes a peer connection, Chromium joins a multicast group on every network to announce this PC (observed: 4 packets).
  ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
]

/** Ends a packaged app that is started with a debugger, a proxy or a resolver before it reads anything (E4). */
export function exitOnRefusedSwitches(): void {
  if (app.isPackaged && listRefusedSwitches(process.argv).length > 0) process.exit(1)
}

/** Sets the app's own switches last, so that no switch from outside remains in force (E3). */
export function setChromiumSwitches(): void {
  for (const [name, value] of CHROMIUM_SWITCHES) app.commandLine.appendSwitch(name, value)
}
