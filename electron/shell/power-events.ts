import { app, powerMonitor, type BrowserWindow } from 'electron'
import type { Office } from '../office'

/**
 * Passes the machine's power and session events to the office (L2, T3). A sleep or a locked screen locks the office; on waking the office
 * checks its clocks. The events differ by system: Linux reports no locked screen, and only macOS reports a switch of users.
 */
export function listenToPowerEvents(office: Office, window: BrowserWindow): void {
  powerMonitor.on('suspend', () => office.suspend())
  powerMonitor.on('lock-screen', () => office.osLocked())
  powerMonitor.on('user-did-resign-active', () => office.osLocked())
  powerMonitor.on('resume', () => office.resume())
  powerMonitor.on('unlock-screen', () => office.focus())
  powerMonitor.on('shutdown', () => app.quit())
  // Windows notifies each window and then ends the app, even if the database is not yet closed.
  window.on('session-end', () => office.quit())
  app.on('will-quit', () => office.quit())
  window.on('focus', () => office.focus())
}
