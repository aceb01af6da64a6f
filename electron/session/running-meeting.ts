import { formatElapsed } from '#shared/domain/core/wording'
import type { Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { OfficeRecords } from '../storage/office/office-records-interface'

/**
 * L2: a call in which nobody has done or typed anything for so long is one that somebody forgot to pause, and the book must not
 * lie open for it all night. The longest queue of an agency is shorter.
 */
const FORGOTTEN_MS = 3 * 60 * 60_000

/** A meeting that runs: it holds the desk open (L2), and the tray says how long somebody in it has been on hold (M1). */
export class RunningMeeting {
  readonly #ports: Pick<Ports, 'preventsLock' | 'tray'>
  readonly #records: Pick<OfficeRecords, 'listRunningMeetings'>
  #shownText: string | null = null

  constructor(ports: Pick<Ports, 'preventsLock' | 'tray'>, records: Pick<OfficeRecords, 'listRunningMeetings'>) {
    this.#ports = ports
    this.#records = records
  }

  /** True while nothing may lock the desk or close the book by itself. A pause ends it, and so does the end. */
  preventsLock(database: OfficeDatabase, now: number): boolean {
    return this.#ports.preventsLock() || this.isRunning(database, now)
  }

  isRunning(database: OfficeDatabase | null, now: number): boolean {
    return database !== null && this.#loadMeetings(database).some(({ touchedAt }) => now - touchedAt < FORGOTTEN_MS)
  }

  /** P6: how long the one who waits longest has been on hold, and nobody's name. */
  updateTray(database: OfficeDatabase | null, now: number): void {
    const holdTimes = database === null ? [] : this.#loadMeetings(database).flatMap(({ onHoldSince }) => onHoldSince)
    const text = holdTimes.length === 0 ? null : `still on hold, ${formatElapsed(Math.max(0, now - Math.min(...holdTimes)))}`
    if (text === this.#shownText) return
    this.#ports.tray.setText(text)
    this.#shownText = text
  }

  #loadMeetings(database: OfficeDatabase): ReturnType<OfficeRecords['listRunningMeetings']> {
    return database.read((db) => this.#records.listRunningMeetings(db))
  }
}
