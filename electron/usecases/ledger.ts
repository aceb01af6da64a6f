import type { Failure } from '#shared/contract/entry'
import type { OfficeState } from '#shared/contract/session'
import type { AuditFinding, AuditLine, RememberedHead } from '#shared/domain/audit'
import type { StaffId } from '#shared/domain/ids'
import type { Outcome } from '#shared/domain/outcome'
import type { Book } from '../storage/book'
import type { ReadableDb, WritableDb } from '../storage/database'
import type { Deed } from './deeds'
import { DueList } from './due-list'
import type { Guarded } from './guarded'
import type { Records } from './records'
import { lineOf, Trail } from './trail'

interface Open {
  readonly book: Book
  readonly dataKey: Buffer
  readonly generation: number
}

/** The book while it is open, with its key, its audit trail (T1), and the list of times that is left outside for when it is closed (L5). */
export class Ledger {
  readonly #records: Records
  readonly #trail: Trail
  readonly #due: DueList
  readonly #guarded: Guarded
  #open: Open | null = null

  constructor(folder: string, records: Records, guarded: Guarded) {
    this.#records = records
    this.#trail = new Trail(folder)
    this.#due = new DueList(folder)
    this.#guarded = guarded
  }

  get book(): Book | null {
    return this.#open?.book ?? null
  }

  /** The data key while the book is open, for wrapping it once more; never to be kept. */
  get dataKey(): Buffer | null {
    return this.#open?.dataKey ?? null
  }

  /** The data key's; 0 while the book is closed. */
  get generation(): number {
    return this.#open?.generation ?? 0
  }

  /** T1: what did not fit at opening: once something has been written since, the end of the trail says less. */
  get doubt(): readonly AuditFinding[] {
    return this.#trail.doubt
  }

  /** T1: the trail's end is not what this PC remembers; a director explains it. */
  get doubtful(): boolean {
    return this.#trail.doubt.length > 0
  }

  take(book: Book, dataKey: Buffer, generation: number): void {
    this.#open = { book, dataKey, generation }
    book.read((db) => this.#trail.open(db, dataKey))
  }

  /** D3: what lies outside the book, to be written under its next key at once: a kill before it is open again must not look like somebody's hand. */
  handOver(next: Buffer, now: number): { readonly trail: () => void; readonly due: () => void } | null {
    const open = this.#open
    if (open === null) return null
    const moments = open.book.read((db) => this.#records.dueMoments(db))
    return {
      trail: open.book.read((db) => this.#trail.handOver(db, open.dataKey, next)),
      due: () => {
        this.#due.read(null)
        this.#due.keep(next, moments, now)
      },
    }
  }

  /** D3: the same entries under another key. */
  exchange(book: Book, dataKey: Buffer, generation: number): void {
    this.#open?.dataKey.fill(0)
    this.#open = { book, dataKey, generation }
    if (!this.doubtful) book.read((db) => this.#trail.remember(db, dataKey))
    this.#due.read(null)
  }

  /** T1: inside a writing transaction, before COMMIT. */
  append(db: WritableDb, line: AuditLine): void {
    this.#trail.append(db, line)
  }

  /** After COMMIT of a transaction with a line. It is written, so nothing that goes wrong here may say otherwise (D4). */
  committed(): void {
    const open = this.#open
    if (open !== null) this.#guarded('trail', () => open.book.read((db) => this.#trail.committed(db, open.dataKey)))
  }

  /** T1: a reading call makes a line of its own. */
  keepRead(line: AuditLine): void {
    if (this.#open !== null) this.#trail.read(this.#open.book, this.#open.dataKey, line)
  }

  /** T1, I2: one line for a call that was not carried out, in the name of whoever sat there when it was made. */
  keepRefused(by: StaffId | null, at: number, channel: string, failure: Failure): void {
    if (this.#open !== null) this.#trail.refused(this.#open.book, this.#open.dataKey, by, at, channel, failure)
  }

  owe(line: AuditLine): void {
    this.#trail.owe(line)
  }

  /** One transaction with its line, or ROLLBACK. Null: there is no open book. */
  carryOut<T>(
    act: (db: WritableDb) => Outcome<T, Failure>,
    deed: Deed | ((value: T) => Deed),
    { at, by, mark }: { readonly at: number; readonly by: StaffId | null; readonly mark: (db: WritableDb) => void },
  ): Outcome<T, Failure> | null {
    const outcome = this.#open?.book.write(
      (db) => {
        const done = act(db)
        if (!done.ok) return done
        const said = typeof deed === 'function' ? deed(done.value) : deed
        this.#trail.append(db, lineOf(at, said.by === undefined ? by : said.by, said))
        mark(db)
        return done
      },
      ({ ok }) => ok,
    )
    return outcome ?? null
  }

  /** T1: what this PC remembers of the trail outside the book. */
  recallHead(): RememberedHead | 'unreadable' | null {
    return this.#open === null ? null : this.#trail.recall(this.#open.dataKey)
  }

  /** T1: from now on the trail as it is in the book is what this PC remembers. */
  rememberHead(db: ReadableDb): void {
    if (this.#open !== null) this.#trail.remember(db, this.#open.dataKey)
  }

  /** What was typed last in a search, and what a full disk kept back. */
  flush(now: number): void {
    if (this.#open !== null) this.#trail.flush(this.#open.book, this.#open.dataKey, now)
  }

  /** Whoever sat here is gone. */
  forgetReader(): void {
    this.#guarded('trail', () => this.#trail.forget(this.book, this.dataKey))
  }

  /** L5: leaves the times as they are now beside the book. */
  keepDue(now: number): void {
    const open = this.#open
    if (open !== null)
      this.#due.keep(
        open.dataKey,
        open.book.read((db) => this.#records.dueMoments(db)),
        now,
      )
  }

  /** L5: the book is closed; `verifyKey` is the keyring's. */
  readDue(verifyKey: string | null): void {
    this.#due.read(verifyKey)
  }

  /** False when somebody else has changed the list of times. */
  get dueIsGenuine(): boolean {
    return this.#due.genuine
  }

  /** T3: what the list of times knows of the time itself. */
  get dueAt(): number {
    return this.#due.at
  }

  lookAtDue(now: number): ReturnType<DueList['look']> {
    return this.#due.look(now)
  }

  nextDue(now: number): OfficeState['nextDue'] {
    return this.#open === null ? this.#due.said(now) : null
  }

  /** L1: the key is zeroed first, whatever the disk says; answers the book for closing, or null. */
  release(): Book | null {
    const { book } = this
    this.#open?.dataKey.fill(0)
    this.#open = null
    return book
  }
}
