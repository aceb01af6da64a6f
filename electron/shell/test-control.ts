import { app } from 'electron'
import type { Clock } from '../ports'
import type { Office } from '../office'
import { systemClock } from './system-clock'
import type { HostPorts } from './host-ports'
import { createFolderFiles } from './save-file'
import { TestClock } from './test-clock'

/** What a journey on real Electron can reach in the main process, as `globalThis.__daybook`. */
export interface TestControl {
  readonly clock: TestClock
  readonly notifications: string[]
  /** The text of the tray icon now. */
  tray: string | null
  /** The last state of the window's content protection (E5). */
  isProtected: boolean
  /** True when a worker is taken to be present, so that no idle time counts (`Ports.preventsLock`). */
  isAttended: boolean
  office: Office | null
}

declare global {
  var __daybook: TestControl | undefined
}

/** Creates the test control. Returns null unless the app is unpackaged and `DAYBOOK_TEST_CLOCK` gives the start instant (UTC ms). */
export function createTestControl(): TestControl | null {
  const start = app.isPackaged ? undefined : process.env['DAYBOOK_TEST_CLOCK']
  if (start === undefined || !/^\d{12,13}$/.test(start)) return null
  const clock = new TestClock(Number(start), process.env['DAYBOOK_TEST_ZONE'])
  const isAttended = process.env['DAYBOOK_TEST_DESK'] !== 'left'
  globalThis.__daybook = { clock, notifications: [], tray: null, isProtected: false, isAttended, office: null }
  return globalThis.__daybook
}

/** Returns the test clock when there is a test control, and the system clock otherwise. */
export const selectClock = (control: TestControl | null): Clock => control?.clock ?? systemClock

/** Replaces the ports whose results a journey reads. The window's own adapters stay where they need no answer from a person. */
export function applyTestControl(control: TestControl | null, ports: HostPorts): HostPorts {
  if (control === null) return ports
  return {
    ...ports,
    notifier: { show: (text) => void control.notifications.push(text) },
    tray: {
      setText(text) {
        control.tray = text
        ports.tray.setText(text)
      },
    },
    files: createFolderFiles(`${ports.folders.data}-exports`),
    // During a journey no person can answer the system's print dialog.
    printer: { pdf: () => ports.printer.pdf(), paper: () => Promise.resolve('printed') },
    screen: {
      protect(on) {
        control.isProtected = on
        ports.screen.protect(on)
      },
    },
    preventsLock: () => control.isAttended,
  }
}
