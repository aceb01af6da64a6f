import { existsSync } from 'node:fs'
import { join } from 'node:path'

const NAMES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
    folder === undefined
      ? []
      : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')],
  ),
}

/** Finds an installed Chromium, Chrome or Edge, or null. `DAYBOOK_CHROMIUM` names another one. */
export const findChromium = (): string | null =>
  [process.env['DAYBOOK_CHROMIUM'] ?? '', ...(NAMES[process.platform] ?? [])].find((path) => path !== '' && existsSync(path)) ?? null

// As root Chromium needs the first. Its print preview stays open after `window.print()`, and no PDF can be made beside it from
// Chromium 156 on; without it the system's own window asks for a printer. The others keep it from talking to anybody.
export const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-print-preview',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
]

/**
 * Where nothing may be heard at all (E3): no multicast for peer connections or for screens to cast to. Chromium heeds only the
 * last list of features, and Playwright hands it one that journeys lean on, so this is for the app and the packet proof.
 */
export const WITHOUT_MULTICAST =
  '--disable-features=WebRtcHideLocalIpsWithMdns,MediaRouter,DialMediaRouteProvider,OptimizationHints,Translate'
