import { measureElapsed, type ClockReading } from '#shared/domain/core/elapsed'
import { HOUR } from '#shared/domain/core/moment'
import { formatElapsed } from '#shared/domain/core/wording'
import { notices } from '#shared/messages/en/board/notices'
import { fill } from '#shared/messages/fill'
import type { Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { OfficeRecords } from '../storage/office/office-records-interface'

/**
 * L2: a meeting in which nothing was done or typed for so long was left running by mistake, and the database must not stay open for
 * it all night. The longest wait at an agency is shorter.
 */
const FORGOTTEN_MS = 3 * HOUR

/** Watches the running meeting: it prevents locking (L2), and the tray says how long a participant has been on hold (M1). */
export class RunningMeeting {
  readonly #ports: Pick<Ports, 'preventsLock' | 'tray'>
  readonly #records: Pick<OfficeRecords, 'listRunningMeetings'>
  #shownText: string | null = null

  constructor(ports: Pick<Ports, 'preventsLock' | 'tray'>, records: Pick<OfficeRecords, 'listRunningMeetings'>) {
    this.#ports = ports
    this.#records = records
  }

  /** True while nothing may lock or seal by itself: a meeting runs and is not paused, or the host prevents it. */
  preventsLock(database: OfficeDatabase, now: number): boolean {
    return this.#ports.preventsLock() || this.isRunning(database, now)
  }

  /** True while a meeting runs that was not left running by mistake. */
  isRunning(database: OfficeDatabase | null, now: number): boolean {
    return database !== null && this.#loadMeetings(database).some(({ touchedAt }) => now - touchedAt < FORGOTTEN_MS)
  }

  /** Shows in the tray how long the longest hold has lasted, without a name (P6). */
  updateTray(database: OfficeDatabase | null, now: ClockReading): void {
    const holdTimes = database === null ? [] : this.#loadMeetings(database).flatMap(({ onHoldSince }) => onHoldSince)
    const text =
      holdTimes.length === 0
        ? null
        : fill(notices.onHold, { time: formatElapsed(Math.max(...holdTimes.map((from) => measureElapsed(from, now)))) })
    if (text === this.#shownText) return
    this.#ports.tray.setText(text)
    this.#shownText = text
  }

  #loadMeetings(database: OfficeDatabase): ReturnType<OfficeRecords['listRunningMeetings']> {
    return database.read((db) => this.#records.listRunningMeetings(db))
  }
}
