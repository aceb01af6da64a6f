import type { Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { WritableDb } from '../storage/core/db-types'
import type { AlertSource } from './alert-source'
import type { OfficeRecords } from '../storage/office/office-records-interface'

const HOUR = 60 * 60_000
// The high-water mark is also written with every change; a quiet office writes it this often.
const MARK_MS = 10_000
// D4: after so long without a write the log is moved into the book and emptied.
const QUIET_BEFORE_CHECKPOINT_MS = 5 * 60_000
const NOT_WRITABLE_TEXT = 'A contact needs somebody now. Open the day-book.'

/** What is done with an open book at each beat: due alerts, the high-water mark, an empty log. */
export class AlertDispatcher {
  readonly #ports: Ports
  readonly #records: OfficeRecords
  readonly #alerts: AlertSource
  #markedAt = 0
  #wroteAt: number | null = null
  #warnedAt = 0

  constructor(ports: Ports, records: OfficeRecords, alerts: AlertSource) {
    this.#ports = ports
    this.#records = records
    this.#alerts = alerts
  }

  /** With every change, inside its transaction (T3). */
  raiseHighWaterMark(db: WritableDb, now: number, drifted: boolean): void {
    this.#records.raiseHighWaterMark(db, now, drifted)
    this.#markedAt = now
    this.#wroteAt = now
  }

  /**
   * Gives every due alert once (C3). `next`: when the next one is (UTC ms), or null. `texts`: what is to be shown, after
   * COMMIT. Throws what SQLite throws.
   */
  dispatch(
    database: OfficeDatabase,
    now: number,
    zone: string,
    drifted: boolean,
  ): { readonly next: number | null; readonly count: number; readonly texts: readonly string[] } {
    const next = database.read((db) => this.#alerts.findNextAlertAt(db))
    if (next === null || next > now) {
      this.#maintain(database, now, drifted)
      return { next, count: 0, texts: [] }
    }
    try {
      const fired = database.write((db) => {
        this.raiseHighWaterMark(db, now, drifted)
        return this.#alerts.raiseAlerts({ db, now, zone, ids: this.#ports.ids })
      })
      return { ...fired, next: database.read((db) => this.#alerts.findNextAlertAt(db)) }
    } catch (error) {
      this.#warnNotWritable(now)
      throw error
    }
  }

  /** A disk that cannot be written must not silence a deadline (C3, D6); once an hour, because nothing is kept of it. */
  #warnNotWritable(now: number): void {
    if (now >= this.#warnedAt && now - this.#warnedAt < HOUR) return
    this.#warnedAt = now
    this.#ports.notifier.show(NOT_WRITABLE_TEXT)
  }

  #maintain(database: OfficeDatabase, now: number, drifted: boolean): void {
    if (now - this.#markedAt >= MARK_MS) {
      database.write((db) => this.#records.raiseHighWaterMark(db, now, drifted))
      this.#markedAt = now
    }
    if (this.#wroteAt === null || now - this.#wroteAt < QUIET_BEFORE_CHECKPOINT_MS) return
    database.checkpoint()
    this.#wroteAt = null
  }
}
