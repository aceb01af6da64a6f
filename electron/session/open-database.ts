import type { Failure } from '#shared/contract/call'
import type { OfficeState } from '#shared/contract/office/session'
import type { AuditFinding, NewAuditEntry, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'
import type { Outcome } from '#shared/domain/core/outcome'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'
import { OfflineReminders } from './offline-reminders'
import type { RunGuarded } from './guarded'
import type { OfficeRecords } from '../storage/office/office-records-interface'
import { toAuditLine, AuditLog, type AuditEntry } from './audit-log'

interface OpenState {
  readonly database: OfficeDatabase
  readonly dataKey: Buffer
  readonly generation: number
}

/** Holds the open database with its key, its audit log (T1), and the times that are saved beside it for when it is closed (L5). */
export class OpenDatabase {
  readonly #records: OfficeRecords
  readonly #auditLog: AuditLog
  readonly #reminders: OfflineReminders
  readonly #runGuarded: RunGuarded
  #open: OpenState | null = null

  constructor(folder: string, records: OfficeRecords, runGuarded: RunGuarded) {
    this.#records = records
    this.#auditLog = new AuditLog(folder)
    this.#reminders = new OfflineReminders(folder)
    this.#runGuarded = runGuarded
  }

  /** The open database, or null. */
  get database(): OfficeDatabase | null {
    return this.#open?.database ?? null
  }

  /** The data key while the database is open, for wrapping it once more; never to be stored. */
  get dataKey(): Buffer | null {
    return this.#open?.dataKey ?? null
  }

  /** The data key's generation; 0 while the database is closed. */
  get generation(): number {
    return this.#open?.generation ?? 0
  }

  /** What differed at opening (T1). Once something has been written since, the log's end tells less. */
  get findings(): readonly AuditFinding[] {
    return this.#auditLog.findings
  }

  /** True when the audit log's end is not what this PC remembers, until a director explains it (T1). */
  get hasFindings(): boolean {
    return this.#auditLog.findings.length > 0
  }

  /** Takes over an open database with its key, and compares the audit log with what this PC remembers (T1). */
  open(database: OfficeDatabase, dataKey: Buffer, generation: number): void {
    this.#open = { database, dataKey, generation }
    database.read((db) => this.#auditLog.open(db, dataKey))
  }

  /** Prepares the files beside the database for its next key (D3), so that a crash during a rotation does not look like tampering. */
  prepareForKey(nextKey: Buffer, now: number): { readonly saveCheckpoint: () => void; readonly saveReminders: () => void } | null {
    const open = this.#open
    if (open === null) return null
    const moments = open.database.read((db) => this.#records.loadReminderTimes(db))
    return {
      saveCheckpoint: open.database.read((db) => this.#auditLog.prepareForKey(db, open.dataKey, nextKey)),
      saveReminders: () => {
        this.#reminders.load(null)
        this.#reminders.save(nextKey, moments, now)
      },
    }
  }

  /** Replaces the database by the same one under another key, and zeroes the old key (D3). */
  switchKey(database: OfficeDatabase, dataKey: Buffer, generation: number): void {
    this.#open?.dataKey.fill(0)
    this.#open = { database, dataKey, generation }
    if (!this.hasFindings) database.read((db) => this.#auditLog.resetCheckpoint(db, dataKey))
    this.#reminders.load(null)
  }

  /** Appends an audit entry inside a writing transaction, before COMMIT (T1). */
  appendEntry(db: WritableDb, entry: NewAuditEntry): void {
    this.#auditLog.append(db, entry)
  }

  /** Saves the audit log's end after COMMIT. The change is written, so an error here is only logged (D4). */
  afterCommit(): void {
    const open = this.#open
    if (open !== null) this.#runGuarded('audit log', () => open.database.read((db) => this.#auditLog.afterCommit(db, open.dataKey)))
  }

  /** Records a reading call in a transaction of its own (T1). */
  recordRead(entry: NewAuditEntry): void {
    if (this.#open !== null) this.#auditLog.recordRead(this.#open.database, this.#open.dataKey, entry)
  }

  /** Records a refused call in the name of the worker who made it (T1, I2). */
  recordRefusal(by: StaffId | null, at: number, channel: string, failure: Failure): void {
    if (this.#open !== null) this.#auditLog.recordRefusal(this.#open.database, this.#open.dataKey, by, at, channel, failure)
  }

  /** Keeps an entry that cannot be written now (D6). */
  deferEntry(entry: NewAuditEntry): void {
    this.#auditLog.defer(entry)
  }

  /** Runs one transaction with its audit entry, or rolls back. Answers null when no database is open. */
  run<T>(
    write: (db: WritableDb) => Outcome<T, Failure>,
    entry: AuditEntry | ((value: T) => AuditEntry),
    { at, by, mark }: { readonly at: number; readonly by: StaffId | null; readonly mark: (db: WritableDb) => void },
  ): Outcome<T, Failure> | null {
    const outcome = this.#open?.database.write(
      (db) => {
        const result = write(db)
        if (!result.ok) return result
        const written = typeof entry === 'function' ? entry(result.value) : entry
        this.#auditLog.append(db, toAuditLine(at, written.by === undefined ? by : written.by, written))
        mark(db)
        return result
      },
      ({ ok }) => ok,
    )
    return outcome ?? null
  }

  /** Reads what this PC remembers of the audit log's end (T1). */
  readCheckpoint(): AuditCheckpoint | 'unreadable' | null {
    return this.#open === null ? null : this.#auditLog.readCheckpoint(this.#open.dataKey)
  }

  /** Makes the audit log's present end what this PC remembers (T1). */
  saveCheckpoint(db: ReadableDb): void {
    if (this.#open !== null) this.#auditLog.resetCheckpoint(db, this.#open.dataKey)
  }

  /** Writes the last search and the deferred entries. */
  writePending(now: number): void {
    if (this.#open !== null) this.#auditLog.writePending(this.#open.database, this.#open.dataKey, now)
  }

  /** Ends the signed-in worker's reading, and writes what is pending. */
  endReading(): void {
    this.#runGuarded('audit log', () => this.#auditLog.endReading(this.database, this.dataKey))
  }

  /** Saves the times of now beside the database (L5). */
  saveReminders(now: number): void {
    const open = this.#open
    if (open !== null)
      this.#reminders.save(
        open.dataKey,
        open.database.read((db) => this.#records.loadReminderTimes(db)),
        now,
      )
  }

  /** Loads the saved times while the database is closed (L5). `verifyKey` is the keyring's, or null. */
  loadReminders(verifyKey: string | null): void {
    this.#reminders.load(verifyKey)
  }

  /** False when the saved times were not written by this office. */
  get areRemindersGenuine(): boolean {
    return this.#reminders.genuine
  }

  /** When the saved times were written (UTC ms); effective time is not earlier (T3). */
  get remindersWrittenAt(): number {
    return this.#reminders.at
  }

  /** Checks the saved times (L5): whether to remind at `now`, and when to check again. */
  checkReminders(now: number): ReturnType<OfflineReminders['check']> {
    return this.#reminders.check(now)
  }

  /** Summarizes what is due while the database is closed (L5); null while it is open. */
  nextReminder(now: number): OfficeState['nextDue'] {
    return this.#open === null ? this.#reminders.summarize(now) : null
  }

  /** Zeroes the key (L1) and answers the database for closing, or null. */
  release(): OfficeDatabase | null {
    const { database } = this
    this.#open?.dataKey.fill(0)
    this.#open = null
    return database
  }
}
