import type { Failure } from '#shared/contract/entry'
import type { AuditFinding, AuditKind, AuditLine, RememberedHead } from '#shared/domain/audit'
import type { StaffId } from '#shared/domain/ids'
import { appendAudit, againstMemory, auditTail, codeOf } from '../storage/audit'
import type { Book } from '../storage/book'
import type { ReadableDb, WritableDb } from '../storage/database'
import { storageFault } from '../storage/faults'
import { HeadFile } from '../vault/head-file'

// One line for a record that lies open: a screen reads it again at every change.
const AGAIN_MS = 15 * 60_000
// Somebody who types a name searches at every letter: what is kept is what she stopped at.
const TYPING_MS = 3_000
// D6: on a full disk reading goes on; what could not be written is owed, and a hostile page cannot fill the memory with it.
const MOST_OWED = 1_000

/**
 * T1: writes the audit trail, and keeps its end outside the book. A line of a writing call stands in its transaction;
 * for a reading or a refused call it makes one of its own.
 */
export class Trail {
  readonly #file: HeadFile
  #owed: AuditLine[] = []
  #opened = new Map<string, number>()
  #search: AuditLine | null = null
  #doubt: readonly AuditFinding[] = []

  constructor(folder: string) {
    this.#file = new HeadFile(folder)
  }

  /** The book has opened: its end against what this PC remembers. While something is missing, nothing is remembered anew. */
  open(db: ReadableDb, dataKey: Buffer): void {
    this.#doubt = againstMemory(db, this.#file.recall(dataKey))
  }

  /** What did not fit at opening; empty when all is well. */
  get doubt(): readonly AuditFinding[] {
    return this.#doubt
  }

  /** Inside the caller's transaction: what is owed first, then this line. */
  append(db: WritableDb, line: AuditLine): void {
    this.#settle(db)
    appendAudit(db, line)
  }

  /** After COMMIT. `owed` lines are written by now. */
  committed(db: ReadableDb, dataKey: Buffer | null): void {
    this.#owed = []
    this.#search = null
    if (dataKey !== null && this.#doubt.length === 0) this.#remember(db, dataKey)
  }

  recall(dataKey: Buffer): RememberedHead | 'unreadable' | null {
    return this.#file.recall(dataKey)
  }

  /** From now on this is what the PC remembers, whatever it remembered before. */
  remember(db: ReadableDb, dataKey: Buffer): void {
    this.#doubt = []
    this.#remember(db, dataKey)
  }

  /** D3: what is remembered now, ready to be remembered under the book's next key; a doubt that stands goes on standing. */
  handOver(db: ReadableDb, dataKey: Buffer, next: Buffer): () => void {
    const recalled = this.#doubt.length === 0 ? auditTail(db) : this.#file.recall(dataKey)
    return () => void (recalled !== null && recalled !== 'unreadable' && this.#file.remember(next, recalled))
  }

  /** A reading call: one line for each record and a quarter of an hour. */
  read(book: Book, dataKey: Buffer | null, line: AuditLine): void {
    if (line.kind === 'searched') return this.#searched(book, dataKey, line)
    const what = `${line.by} ${line.kind} ${line.about}`
    const before = this.#opened.get(what)
    if (before !== undefined && line.at >= before && line.at - before < AGAIN_MS) return
    this.#opened.set(what, line.at)
    this.#alone(book, dataKey, line)
  }

  /** D6: what has happened though it cannot be written now (a lock, a sign-in); it is written with the next line that can be. */
  owe(line: AuditLine): void {
    if (this.#owed.length < MOST_OWED) this.#owed.push(line)
  }

  /** I2: a call that was not carried out leaves exactly one line. Which call, and why; nothing of what it sent. */
  refused(book: Book, dataKey: Buffer | null, by: StaffId | null, at: number, channel: string, failure: Failure): void {
    if (failure.kind === 'storage' || failure.kind === 'broken') return
    const why = failure.kind === 'refused' ? failure.reason : failure.kind
    this.#alone(book, dataKey, { at, by, kind: 'refused', about: null, facts: { call: channel, why } })
  }

  /** What was typed last in a search, and what a full disk kept back; at each beat and before a lock. */
  flush(book: Book, dataKey: Buffer | null, now: number): void {
    const done = this.#search !== null && now - this.#search.at >= TYPING_MS
    if (done || this.#owed.length > 0) this.#write(book, dataKey)
  }

  /** Whoever sat here is gone. */
  forget(book: Book | null, dataKey: Buffer | null): void {
    if (book !== null && (this.#search !== null || this.#owed.length > 0)) this.#write(book, dataKey)
    this.#opened.clear()
    this.#search = null
  }

  #searched(book: Book, dataKey: Buffer | null, line: AuditLine): void {
    if (this.#search !== null && line.at - this.#search.at >= TYPING_MS) this.#write(book, dataKey)
    this.#search = line
  }

  #alone(book: Book, dataKey: Buffer | null, line: AuditLine): void {
    this.owe(line)
    this.#write(book, dataKey)
  }

  #write(book: Book, dataKey: Buffer | null): void {
    try {
      book.write((db) => this.#settle(db))
      book.read((db) => this.committed(db, dataKey))
    } catch (error) {
      if (storageFault(error) === null) throw error
    }
  }

  #settle(db: WritableDb): void {
    if (this.#search !== null) appendAudit(db, this.#search)
    for (const line of this.#owed) appendAudit(db, line)
  }

  #remember(db: ReadableDb, dataKey: Buffer): void {
    const tail = auditTail(db)
    if (tail !== null) this.#file.remember(dataKey, tail)
  }
}

/** T1: what somebody looked for, so that two searches can be told apart, and nothing can be read from it without the book. */
export const searchFacts = (db: ReadableDb, folded: string): { readonly hash: string } => ({ hash: codeOf(db, 'search', folded) })

/** What a deed leaves, as a line. */
export const lineOf = (
  at: number,
  by: StaffId | null,
  { kind, about = null, facts = {} }: { readonly kind: AuditKind; readonly about?: string | null; readonly facts?: AuditLine['facts'] },
): AuditLine => ({ at, by, kind, about, facts })
