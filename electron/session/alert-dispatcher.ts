import { HOUR, MINUTE } from '#shared/domain/core/moment'
import { notices } from '#shared/messages/en/board/notices'
import type { Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { WritableDb } from '../storage/core/db-types'
import type { AlertSource } from './alert-source'
import type { OfficeRecords } from '../storage/office/office-records-interface'

// The high-water mark is also written with every change; a quiet office writes it this often.
const MARK_MS = 10_000
// D4: after so long without a write the write-ahead log is moved into the database and emptied.
const QUIET_BEFORE_CHECKPOINT_MS = 5 * MINUTE

/** Raises due alerts (C3), writes the high-water mark (T3) and empties the write-ahead log (D4) while the database is open. */
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

  /** Raises the high-water mark to `now` (UTC ms), inside the transaction of every change (T3). */
  raiseHighWaterMark(db: WritableDb, now: number, drifted: boolean): void {
    this.#records.raiseHighWaterMark(db, now, drifted)
    this.#markedAt = now
    this.#wroteAt = now
  }

  /**
   * Raises every due alert once (C3). `next`: when the next one is due (UTC ms), or null. `texts`: what is to be shown after
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

  /** Warns even when the disk cannot be written, so that no deadline is silent (C3, D6); once an hour, because no alert is stored. */
  #warnNotWritable(now: number): void {
    if (now >= this.#warnedAt && now - this.#warnedAt < HOUR) return
    this.#warnedAt = now
    this.#ports.notifier.show(notices.open)
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
