import { notices } from '#shared/messages/en/notices'
import type { Ports } from '../ports'
import type { Book } from '../storage/book'
import type { WritableDb } from '../storage/database'
import type { Alerts, Records } from './records'

const HOUR = 60 * 60_000
// The high-water mark is also written with every change; a quiet office writes it this often.
const MARK_MS = 10_000
// D4: after so long without a write the log is moved into the book and emptied.
const QUIET_MS = 5 * 60_000

/** What is done with an open book at each beat: due alerts, the high-water mark, an empty log. */
export class Watch {
  readonly #ports: Ports
  readonly #records: Records
  readonly #alerts: Alerts
  #marked = 0
  #wroteAt: number | null = null
  #criedAt = 0

  constructor(ports: Ports, records: Records, alerts: Alerts) {
    this.#ports = ports
    this.#records = records
    this.#alerts = alerts
  }

  /** With every change, inside its transaction (T3). */
  mark(db: WritableDb, now: number, drifted: boolean): void {
    this.#records.mark(db, now, drifted)
    this.#marked = now
    this.#wroteAt = now
  }

  /**
   * Gives every due alert once (C3). `next`: when the next one is (UTC ms), or null. `texts`: what is to be shown, after
   * COMMIT. Throws what SQLite throws.
   */
  look(
    book: Book,
    now: number,
    zone: string,
    drifted: boolean,
  ): { readonly next: number | null; readonly count: number; readonly texts: readonly string[] } {
    const next = book.read((db) => this.#alerts.nextAlertAt(db))
    if (next === null || next > now) {
      this.#rest(book, now, drifted)
      return { next, count: 0, texts: [] }
    }
    try {
      const fired = book.write((db) => {
        this.mark(db, now, drifted)
        return this.#alerts.fireAlerts({ db, now, zone, ids: this.#ports.ids })
      })
      return { ...fired, next: book.read((db) => this.#alerts.nextAlertAt(db)) }
    } catch (error) {
      this.#cry(now)
      throw error
    }
  }

  /** A disk that cannot be written must not silence a deadline (C3, D6); once an hour, because nothing is kept of it. */
  #cry(now: number): void {
    if (now >= this.#criedAt && now - this.#criedAt < HOUR) return
    this.#criedAt = now
    this.#ports.notifier.show(notices.open)
  }

  #rest(book: Book, now: number, drifted: boolean): void {
    if (now - this.#marked >= MARK_MS) {
      book.write((db) => this.#records.mark(db, now, drifted))
      this.#marked = now
    }
    if (this.#wroteAt === null || now - this.#wroteAt < QUIET_MS) return
    book.checkpoint()
    this.#wroteAt = null
  }
}
