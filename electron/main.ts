import { join } from 'node:path'
import { app, powerMonitor } from 'electron'
import { createOffice } from './office'
import { bridge } from './shell/bridge'
import { settleFolders } from './shell/folders'
import { hardenApp, hardenSessions } from './shell/hardening'
import { fileLog, logStrays } from './shell/log'
import { machinePorts, machineVault } from './shell/machine'
import { desktopNotifier } from './shell/notifier'
import { registerScheme, serveBundle } from './shell/protocol'
import { clockOf, heardBy, testControl } from './shell/test-control'
import { bringToFront, openWindow } from './shell/window'

hardenApp()
registerScheme()
const folders = settleFolders()

function start(): void {
  serveBundle(hardenSessions(), join(import.meta.dirname, '../renderer'))
  const window = openWindow()
  const control = testControl()
  const clock = clockOf(control)
  const notifier = heardBy(
    control,
    desktopNotifier(() => bringToFront(window)),
  )
  const ports = machinePorts({ clock, notifier, folders, log: logStrays(fileLog(folders.logs, clock)) })
  const office = createOffice(ports, machineVault(ports, control !== null))
  if (control !== null) control.office = office
  bridge(office, window)
  powerMonitor.on('resume', () => office.resume()).on('unlock-screen', () => office.focus())
  window.on('focus', () => office.focus())
  app.on('second-instance', () => bringToFront(window)).on('will-quit', () => office.quit())
}

app.on('window-all-closed', () => app.quit())
// Not awaited at the top level: Electron waits for this module to finish before it becomes ready.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()
