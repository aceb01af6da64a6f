import type { Failure } from '#shared/contract/call'
import type { AuditFacts, AuditFinding, AuditKind, NewAuditEntry, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'
import { MINUTE } from '#shared/domain/core/moment'
import { appendAuditEntry, compareWithCheckpoint, loadAuditCheckpoint, computeTextCode } from '../storage/audit/audit-log'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'
import { toStorageFault } from '../storage/core/database-faults'
import { AuditCheckpointFile } from '../vault/audit-checkpoint-file'

// One entry for a record that stays open on the screen, which reads it again at every change.
const REPEATED_READ_MS = 15 * MINUTE
// A worker who types a name searches at every letter: only the last text of a pause this long is kept.
const TYPING_MS = 3_000
// D6: on a full disk reading goes on and its entries wait; a hostile page must not fill the memory with them.
const MOST_DEFERRED = 1_000

/**
 * Writes the audit log, and keeps its end in a file beside the database (T1). The entry of a writing call is part of that call's
 * transaction; a reading or a refused call gets a transaction of its own.
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

  /** Compares the log's end with what this PC remembers. While something is missing, no new end is remembered. */
  open(db: ReadableDb, dataKey: Buffer): void {
    this.#findings = compareWithCheckpoint(db, this.#checkpointFile.load(dataKey))
  }

  /** What differed at opening; empty when nothing did. */
  get findings(): readonly AuditFinding[] {
    return this.#findings
  }

  /** Appends the deferred entries and then this one, inside the caller's transaction. */
  append(db: WritableDb, line: NewAuditEntry): void {
    this.#appendDeferred(db)
    appendAuditEntry(db, line)
  }

  /** Forgets the deferred entries after COMMIT, because they are written by now, and saves the log's end. */
  afterCommit(db: ReadableDb, dataKey: Buffer | null): void {
    this.#deferred = []
    this.#search = null
    if (dataKey !== null && this.#findings.length === 0) this.#saveCheckpoint(db, dataKey)
  }

  /** Reads what this PC remembers of the log's end; null for nothing. */
  readCheckpoint(dataKey: Buffer): AuditCheckpoint | 'unreadable' | null {
    return this.#checkpointFile.load(dataKey)
  }

  /** Makes the present end what this PC remembers, whatever it remembered before. */
  resetCheckpoint(db: ReadableDb, dataKey: Buffer): void {
    this.#findings = []
    this.#saveCheckpoint(db, dataKey)
  }

  /** Prepares what is remembered now for the database's next key (D3). A finding that is not explained stays one. */
  prepareForKey(db: ReadableDb, dataKey: Buffer, nextKey: Buffer): () => void {
    const checkpoint = this.#findings.length === 0 ? loadAuditCheckpoint(db) : this.#checkpointFile.load(dataKey)
    return () => void (checkpoint !== null && checkpoint !== 'unreadable' && this.#checkpointFile.save(nextKey, checkpoint))
  }

  /** Records a reading call: one entry for each worker, kind, record and quarter of an hour. */
  recordRead(database: OfficeDatabase, dataKey: Buffer | null, line: NewAuditEntry): void {
    if (line.kind === 'searched') return this.#recordSearch(database, dataKey, line)
    const readKey = `${line.by} ${line.kind} ${line.about}`
    const previousAt = this.#lastReadAt.get(readKey)
    if (previousAt !== undefined && line.at >= previousAt && line.at - previousAt < REPEATED_READ_MS) return
    this.#lastReadAt.set(readKey, line.at)
    this.#recordNow(database, dataKey, line)
  }

  /** Keeps an entry that cannot be written now (a lock, a sign-in); it is written with the next one that can be (D6). */
  defer(line: NewAuditEntry): void {
    if (this.#deferred.length < MOST_DEFERRED) this.#deferred.push(line)
  }

  /** I2: a call that was not carried out leaves exactly one line. Which call, and why; nothing of what it sent. */
  recordRefusal(database: OfficeDatabase, dataKey: Buffer | null, by: StaffId | null, at: number, channel: string, failure: Failure): void {
    if (failure.kind === 'storage' || failure.kind === 'broken') return
    const why = failure.kind === 'refused' ? failure.reason : failure.kind
    this.#recordNow(database, dataKey, { at, by, kind: 'refused', about: null, facts: { call: channel, why } })
  }

  /** Writes the last search and the deferred entries; at each beat and before a lock. */
  writePending(database: OfficeDatabase, dataKey: Buffer | null, now: number): void {
    const isTypingOver = this.#search !== null && now - this.#search.at >= TYPING_MS
    if (isTypingOver || this.#deferred.length > 0) this.#writeDeferred(database, dataKey)
  }

  /** Writes what is pending and forgets what was read, because the worker has signed out. */
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

/** Creates a search's facts (T1): a hash that tells two searches apart and cannot be read without the database. */
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
