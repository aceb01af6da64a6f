import { app, Menu, session, type Session, type WebContents } from 'electron'

/** Not persistent: nothing of what a screen shows is cached on the disk (E2). */
export const PARTITION = 'day-book'

/** E1, E3: before the app is ready. */
export function hardenApp(): void {
  // As root, on the test machines alone, Chromium refuses to start with a sandbox; nobody else can leave it out.
  const rootWithout = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox')
  if (!rootWithout) app.enableSandbox()
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('proxy-server', '127.0.0.1:9')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  Menu.setApplicationMenu(null)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** E2: no page goes anywhere, opens anything, or gets at a device. */
function hardenContents(contents: WebContents): void {
  // A peer connection goes past proxy, resolver and request filter, and calls into the local network.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

/** E2, E3: our session, and the default one that we do not use. */
export function hardenSessions(): Session {
  const ours = session.fromPartition(PARTITION, { cache: false })
  for (const one of [ours, session.defaultSession]) {
    one.setSpellCheckerEnabled(false)
    one.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    one.setPermissionCheckHandler(() => false)
    one.setDevicePermissionHandler(() => false)
    one.on('will-download', (event) => event.preventDefault())
    one.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(app|data|devtools):/.test(details.url) }))
    void one.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' })
  }
  return ours
}
