import type { Failure } from '#shared/contract/call'
import type { AuditFacts, AuditFinding, AuditKind, NewAuditEntry, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'
import { appendAuditEntry, compareWithCheckpoint, loadAuditCheckpoint, computeTextCode } from '../storage/audit/audit-log'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'
import { toStorageFault } from '../storage/core/database-faults'
import { AuditCheckpointFile } from '../vault/audit-checkpoint-file'

// One line for a record that lies open: a screen reads it again at every change.
const REPEATED_READ_MS = 15 * 60_000
// Somebody who types a name searches at every letter: what is kept is what she stopped at.
const TYPING_MS = 3_000
// D6: on a full disk reading goes on; what could not be written is owed, and a hostile page cannot fill the memory with it.
const MOST_DEFERRED = 1_000

/**
 * T1: writes the audit trail, and keeps its end outside the book. A line of a writing call stands in its transaction;
 * for a reading or a refused call it makes one of its own.
 */
export class AuditLog {
  readonly #checkpointFile: AuditCheckpointFile
  #deferred: NewAuditEntry[] = []
  #lastReadAt = new Map<string, number>()
  #search: NewAuditEntry | null = null
  #findings: readonly AuditFinding[] = []

  constructor(folder: string) {
    this.#checkpointFile = new AuditCheckpointFile(folder)
  }

  /** The book has opened: its end against what this PC remembers. While something is missing, nothing is remembered anew. */
  open(db: ReadableDb, dataKey: Buffer): void {
    this.#findings = compareWithCheckpoint(db, this.#checkpointFile.load(dataKey))
  }

  /** What did not fit at opening; empty when all is well. */
  get findings(): readonly AuditFinding[] {
    return this.#findings
  }

  /** Inside the caller's transaction: what is owed first, then this line. */
  append(db: WritableDb, line: NewAuditEntry): void {
    this.#appendDeferred(db)
    appendAuditEntry(db, line)
  }

  /** After COMMIT. `owed` lines are written by now. */
  afterCommit(db: ReadableDb, dataKey: Buffer | null): void {
    this.#deferred = []
    this.#search = null
    if (dataKey !== null && this.#findings.length === 0) this.#saveCheckpoint(db, dataKey)
  }

  readCheckpoint(dataKey: Buffer): AuditCheckpoint | 'unreadable' | null {
    return this.#checkpointFile.load(dataKey)
  }

  /** From now on this is what the PC remembers, whatever it remembered before. */
  resetCheckpoint(db: ReadableDb, dataKey: Buffer): void {
    this.#findings = []
    this.#saveCheckpoint(db, dataKey)
  }

  /** D3: what is remembered now, ready to be remembered under the book's next key; a doubt that stands goes on standing. */
  prepareForKey(db: ReadableDb, dataKey: Buffer, nextKey: Buffer): () => void {
    const checkpoint = this.#findings.length === 0 ? loadAuditCheckpoint(db) : this.#checkpointFile.load(dataKey)
    return () => void (checkpoint !== null && checkpoint !== 'unreadable' && this.#checkpointFile.save(nextKey, checkpoint))
  }

  /** A reading call: one line for each record and a quarter of an hour. */
  recordRead(database: OfficeDatabase, dataKey: Buffer | null, line: NewAuditEntry): void {
    if (line.kind === 'searched') return this.#recordSearch(database, dataKey, line)
    const readKey = `${line.by} ${line.kind} ${line.about}`
    const previousAt = this.#lastReadAt.get(readKey)
    if (previousAt !== undefined && line.at >= previousAt && line.at - previousAt < REPEATED_READ_MS) return
    this.#lastReadAt.set(readKey, line.at)
    this.#recordNow(database, dataKey, line)
  }

  /** D6: what has happened though it cannot be written now (a lock, a sign-in); it is written with the next line that can be. */
  defer(line: NewAuditEntry): void {
    if (this.#deferred.length < MOST_DEFERRED) this.#deferred.push(line)
  }

  /** I2: a call that was not carried out leaves exactly one line. Which call, and why; nothing of what it sent. */
  recordRefusal(database: OfficeDatabase, dataKey: Buffer | null, by: StaffId | null, at: number, channel: string, failure: Failure): void {
    if (failure.kind === 'storage' || failure.kind === 'broken') return
    const why = failure.kind === 'refused' ? failure.reason : failure.kind
    this.#recordNow(database, dataKey, { at, by, kind: 'refused', about: null, facts: { call: channel, why } })
  }

  /** What was typed last in a search, and what a full disk kept back; at each beat and before a lock. */
  writePending(database: OfficeDatabase, dataKey: Buffer | null, now: number): void {
    const isTypingOver = this.#search !== null && now - this.#search.at >= TYPING_MS
    if (isTypingOver || this.#deferred.length > 0) this.#writeDeferred(database, dataKey)
  }

  /** Whoever sat here is gone. */
  endReading(database: OfficeDatabase | null, dataKey: Buffer | null): void {
    if (database !== null && (this.#search !== null || this.#deferred.length > 0)) this.#writeDeferred(database, dataKey)
    this.#lastReadAt.clear()
    this.#search = null
  }

  #recordSearch(database: OfficeDatabase, dataKey: Buffer | null, line: NewAuditEntry): void {
    if (this.#search !== null && line.at - this.#search.at >= TYPING_MS) this.#writeDeferred(database, dataKey)
    this.#search = line
  }

  #recordNow(database: OfficeDatabase, dataKey: Buffer | null, line: NewAuditEntry): void {
    this.defer(line)
    this.#writeDeferred(database, dataKey)
  }

  #writeDeferred(database: OfficeDatabase, dataKey: Buffer | null): void {
    try {
      database.write((db) => this.#appendDeferred(db))
      database.read((db) => this.afterCommit(db, dataKey))
    } catch (error) {
      if (toStorageFault(error) === null) throw error
    }
  }

  #appendDeferred(db: WritableDb): void {
    if (this.#search !== null) appendAuditEntry(db, this.#search)
    for (const line of this.#deferred) appendAuditEntry(db, line)
  }

  #saveCheckpoint(db: ReadableDb, dataKey: Buffer): void {
    const tail = loadAuditCheckpoint(db)
    if (tail !== null) this.#checkpointFile.save(dataKey, tail)
  }
}

/** T1: what somebody looked for, so that two searches can be told apart, and nothing can be read from it without the book. */
export const createSearchFacts = (db: ReadableDb, folded: string): { readonly hash: string } => ({
  hash: computeTextCode(db, 'search', folded),
})

/** What an audit entry says. `by` is the signed-in worker unless named. */
export interface AuditEntry {
  readonly kind: AuditKind
  readonly about?: string | null
  readonly facts?: AuditFacts
  readonly by?: StaffId | null
}

/** Completes an audit entry with its time (UTC ms) and its worker. */
export const toAuditLine = (at: number, by: StaffId | null, { kind, about = null, facts = {} }: AuditEntry): NewAuditEntry => ({
  at,
  by,
  kind,
  about,
  facts,
})
