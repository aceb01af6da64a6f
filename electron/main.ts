import { join } from 'node:path'
import { app } from 'electron'
import { createOffice } from './office'
import { bridge } from './shell/bridge'
import { filesOf } from './shell/files'
import { settleFolders } from './shell/folders'
import { hardenApp, hardenSessions } from './shell/hardening'
import { fileLog, logStrays } from './shell/log'
import { machinePorts, machineVault } from './shell/machine'
import { desktopNotifier } from './shell/notifier'
import { listenToPower } from './shell/power'
import { registerScheme, serveBundle } from './shell/protocol'
import { screenOf } from './shell/screen'
import { clockOf, testControl, underControl } from './shell/test-control'
import { bringToFront, openWindow } from './shell/window'

hardenApp()
registerScheme()
const folders = settleFolders()

function start(): void {
  serveBundle(hardenSessions(), join(import.meta.dirname, '../renderer'))
  const window = openWindow()
  const control = testControl()
  const clock = clockOf(control)
  const log = logStrays(fileLog(folders.logs, clock))
  const notifier = desktopNotifier(() => bringToFront(window))
  const machine = { clock, log, folders, notifier, screen: screenOf(window), files: filesOf(window), keepsOpen: () => false }
  const ports = machinePorts(underControl(control, machine))
  ports.screen.protect(true)
  const office = createOffice(ports, machineVault(ports, control !== null))
  if (control !== null) control.office = office
  bridge(office, window)
  listenToPower(office, window)
  app.on('second-instance', () => bringToFront(window)).on('will-quit', () => office.quit())
}

app.on('window-all-closed', () => app.quit())
// Not awaited at the top level: Electron waits for this module to finish before it becomes ready.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()
