import { app } from 'electron'
import type { Clock } from '../ports'
import type { Office } from '../office'
import { systemClock } from './system-clock'
import type { HostPorts } from './host-ports'
import { createFolderFiles } from './save-file'
import { TestClock } from './test-clock'

/** What a journey on real Electron reaches in the main process, as `globalThis.__daybook`. */
export interface TestControl {
  readonly clock: TestClock
  readonly notifications: string[]
  /** What the tray says now. */
  tray: string | null
  /** What the window's content protection was last set to (E5). */
  isProtected: boolean
  /** Somebody is taken to be at the desk, so that no idle time counts (`Ports.keepsOpen`). */
  isAttended: boolean
  office: Office | null
}

declare global {
  var __daybook: TestControl | undefined
}

/** Only in an app that is not packaged, and only when `DAYBOOK_TEST_CLOCK` gives the instant to start at (UTC ms). */
export function createTestControl(): TestControl | null {
  const start = app.isPackaged ? undefined : process.env['DAYBOOK_TEST_CLOCK']
  if (start === undefined || !/^\d{12,13}$/.test(start)) return null
  const clock = new TestClock(Number(start), process.env['DAYBOOK_TEST_ZONE'])
  const isAttended = process.env['DAYBOOK_TEST_DESK'] !== 'left'
  globalThis.__daybook = { clock, notifications: [], tray: null, isProtected: false, isAttended, office: null }
  return globalThis.__daybook
}

export const selectClock = (control: TestControl | null): Clock => control?.clock ?? systemClock

/** A journey reads what was shown and saved; the window's own adapters go on where nobody has to answer them. */
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
    // Nobody is there to answer the system's window.
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
