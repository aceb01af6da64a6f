import { join } from 'node:path'
import { app } from 'electron'
import { createOffice } from './office'
import { connectBridge } from './shell/ipc-bridge'
import { createFiles } from './shell/save-dialog'
import { resolveFolders } from './shell/folders'
import { hardenApp, hardenSessions } from './shell/hardening/index'
import { isFirstInstance } from './shell/hardening/app/single-instance'
import { createFileLog, logUnhandledErrors } from './shell/file-log'
import { createPorts, createVault } from './shell/host-ports'
import { createNotifier } from './shell/notifier'
import { listenToPowerEvents } from './shell/power-events'
import { createPrinter } from './shell/printer'
import { registerScheme, serveBundle } from './shell/app-protocol'
import { createScreen } from './shell/screen-protection'
import { selectClock, createTestControl, applyTestControl } from './shell/test-control'
import { createTray } from './shell/tray'
import { openWindow } from './shell/window'

hardenApp()
registerScheme()
const folders = resolveFolders()

function startApp(): void {
  serveBundle(hardenSessions(), join(import.meta.dirname, '../renderer'))
  const window = openWindow()
  const control = createTestControl()
  const clock = selectClock(control)
  const log = logUnhandledErrors(createFileLog(folders.logs, clock))
  const windowPorts = {
    notifier: createNotifier(window),
    tray: createTray(window),
    screen: createScreen(window),
    files: createFiles(window),
    printer: createPrinter(window),
  }
  const ports = createPorts(applyTestControl(control, { clock, log, folders, ...windowPorts, preventsLock: () => false }))
  ports.screen.protect(true)
  const office = createOffice(ports, createVault(ports, control !== null))
  if (control !== null) control.office = office
  connectBridge(office, window)
  listenToPowerEvents(office, window)
}

app.on('window-all-closed', () => app.quit())
// This is not awaited at the top level: Electron waits for this module to finish before it becomes ready.
if (isFirstInstance()) void app.whenReady().then(startApp)
else app.quit()
