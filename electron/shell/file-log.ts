import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describeError } from '../ipc/describe-error'
import type { Clock, Log } from '../ports'

const MAX_BYTES = 1_000_000

/** Creates a log of events and places in the code, with the time (P6). One older file is kept. A log that cannot be written is given up. */
export function createFileLog(folder: string, clock: Clock): Log {
  const file = join(folder, 'day-book.log')
  const write = (level: string, event: string, where = '') => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (existsSync(file) && statSync(file).size > MAX_BYTES) renameSync(file, join(folder, 'day-book.old.log'))
      appendFileSync(file, `${new Date(clock.now()).toISOString()} ${level} ${event} ${where}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not stop the app because of its log (D6).
    }
  }
  return { info: (event) => write('info', event), error: (event, where) => write('error', event, where) }
}

/**
 * Logs unhandled errors and lets the app go on (P6). By default Electron shows such an error, with its message, in a window on top of
 * everything. Returns the log.
 */
export function logUnhandledErrors(log: Log): Log {
  const logUnhandled = (error: unknown) => {
    const { event, where } = describeError(error)
    log.error(`stray ${event}`, where)
  }
  process.on('uncaughtException', logUnhandled).on('unhandledRejection', logUnhandled)
  return log
}
