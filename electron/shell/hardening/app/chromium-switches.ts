import { app } from 'electron'
import { listRefusedSwitches } from './refused-switches'

// E3: no name has an address, the one proxy is a closed port of this PC, and Chromium's own errands stay undone.
const CHROMIUM_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', '127.0.0.1:9'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  // A page that makes a peer connection has Chromium join a multicast group on every network, to name this PC there (seen: 4 packets).
  ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
]

/** E4: a packaged app that is started with a debugger, a proxy or a resolver ends before it reads anything. */
export function exitOnRefusedSwitches(): void {
  if (app.isPackaged && listRefusedSwitches(process.argv).length > 0) process.exit(1)
}

/** E3: ours come after, so that nothing from outside is left standing. */
export function setChromiumSwitches(): void {
  for (const [name, value] of CHROMIUM_SWITCHES) app.commandLine.appendSwitch(name, value)
}
