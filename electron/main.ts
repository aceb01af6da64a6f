import { join } from 'node:path'
import { app } from 'electron'
import { createOffice } from './office'
import { bridge } from './shell/bridge'
import { filesOf } from './shell/files'
import { settleFolders } from './shell/folders'
import { hardenApp, hardenSessions } from './shell/hardening/index'
import { isOnlyInstance } from './shell/hardening/instance'
import { fileLog, logStrays } from './shell/log'
import { machinePorts, machineVault } from './shell/machine'
import { notifierOf } from './shell/notifier'
import { listenToPower } from './shell/power'
import { printerOf } from './shell/printer'
import { registerScheme, serveBundle } from './shell/protocol'
import { screenOf } from './shell/screen'
import { clockOf, testControl, underControl } from './shell/test-control'
import { trayOf } from './shell/tray'
import { openWindow } from './shell/window'

hardenApp()
registerScheme()
const folders = settleFolders()

function start(): void {
  serveBundle(hardenSessions(), join(import.meta.dirname, '../renderer'))
  const window = openWindow()
  const control = testControl()
  const clock = clockOf(control)
  const log = logStrays(fileLog(folders.logs, clock))
  const ofWindow = {
    notifier: notifierOf(window),
    tray: trayOf(window),
    screen: screenOf(window),
    files: filesOf(window),
    printer: printerOf(window),
  }
  const ports = machinePorts(underControl(control, { clock, log, folders, ...ofWindow, keepsOpen: () => false }))
  ports.screen.protect(true)
  const office = createOffice(ports, machineVault(ports, control !== null))
  if (control !== null) control.office = office
  bridge(office, window)
  listenToPower(office, window)
}

app.on('window-all-closed', () => app.quit())
// Not awaited at the top level: Electron waits for this module to finish before it becomes ready.
if (isOnlyInstance()) void app.whenReady().then(start)
else app.quit()
