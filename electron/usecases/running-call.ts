import { duration } from '#shared/domain/wording'
import { notices } from '#shared/messages/en/notices'
import { fill } from '#shared/messages/fill'
import type { Ports } from '../ports'
import type { Book } from '../storage/book'
import type { Records } from './records'

/**
 * L2: a call in which nobody has done or typed anything for so long is one that somebody forgot to pause, and the book must not
 * lie open for it all night. The longest queue of an agency is shorter.
 */
const FORGOTTEN_MS = 3 * 60 * 60_000

/** A meeting that runs: it holds the desk open (L2), and the tray says how long somebody in it has been on hold (M1). */
export class RunningCall {
  readonly #ports: Pick<Ports, 'keepsOpen' | 'tray'>
  readonly #records: Pick<Records, 'runningCalls'>
  #told: string | null = null

  constructor(ports: Pick<Ports, 'keepsOpen' | 'tray'>, records: Pick<Records, 'runningCalls'>) {
    this.#ports = ports
    this.#records = records
  }

  /** True while nothing may lock the desk or close the book by itself. A pause ends it, and so does the end. */
  keepsOpen(book: Book, now: number): boolean {
    return this.#ports.keepsOpen() || this.runs(book, now)
  }

  runs(book: Book | null, now: number): boolean {
    return book !== null && this.#calls(book).some(({ touchedAt }) => now - touchedAt < FORGOTTEN_MS)
  }

  /** P6: how long the one who waits longest has been on hold, and nobody's name. */
  tell(book: Book | null, now: number): void {
    const since = book === null ? [] : this.#calls(book).flatMap(({ onHoldSince }) => onHoldSince)
    const text = since.length === 0 ? null : fill(notices.onHold, { time: duration(Math.max(0, now - Math.min(...since))) })
    if (text === this.#told) return
    this.#ports.tray.tell(text)
    this.#told = text
  }

  #calls(book: Book): ReturnType<Records['runningCalls']> {
    return book.read((db) => this.#records.runningCalls(db))
  }
}
