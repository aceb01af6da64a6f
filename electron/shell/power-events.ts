import { app, powerMonitor, type BrowserWindow } from 'electron'
import type { Office } from '../office'

/**
 * L2, T3: what the machine tells of itself. A sleep and a locked screen lock the office; waking lets it look at its clocks.
 * Which of these come differs: Linux knows no locked screen, and only macOS says that another user has come.
 */
export function listenToPowerEvents(office: Office, window: BrowserWindow): void {
  powerMonitor.on('suspend', () => office.suspend())
  powerMonitor.on('lock-screen', () => office.osLocked())
  powerMonitor.on('user-did-resign-active', () => office.osLocked())
  powerMonitor.on('resume', () => office.resume())
  powerMonitor.on('unlock-screen', () => office.focus())
  powerMonitor.on('shutdown', () => app.quit())
  // Windows tells its windows, and ends the app whether it has closed its book or not.
  window.on('session-end', () => office.quit())
  app.on('will-quit', () => office.quit())
  window.on('focus', () => office.focus())
}
