import { app } from 'electron'
import type { Clock, Notifier } from '../ports'
import type { Office } from '../office'
import { machineClock } from './clock'
import { TestClock } from './test-clock'

/** What a journey on real Electron reaches in the main process, as `globalThis.__daybook`. */
export interface TestControl {
  readonly clock: TestClock
  readonly notifications: string[]
  office: Office | null
}

declare global {
  var __daybook: TestControl | undefined
}

/** Only in an app that is not packaged, and only when `DAYBOOK_TEST_CLOCK` gives the instant to start at (UTC ms). */
export function testControl(): TestControl | null {
  const start = app.isPackaged ? undefined : process.env['DAYBOOK_TEST_CLOCK']
  if (start === undefined || !/^\d{12,13}$/.test(start)) return null
  globalThis.__daybook = { clock: new TestClock(Number(start), process.env['DAYBOOK_TEST_ZONE']), notifications: [], office: null }
  return globalThis.__daybook
}

export const clockOf = (control: TestControl | null): Clock => control?.clock ?? machineClock

/** A journey reads what was shown. */
export const heardBy = (control: TestControl | null, notifier: Notifier): Notifier =>
  control === null ? notifier : { show: (text) => void control.notifications.push(text) }
