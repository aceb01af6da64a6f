import type { Failure } from '#shared/contract/call'
import type { OfficeState } from '#shared/contract/session'
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

/** The book while it is open, with its key, its audit trail (T1), and the list of times that is left outside for when it is closed (L5). */
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

  get database(): OfficeDatabase | null {
    return this.#open?.database ?? null
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
  get findings(): readonly AuditFinding[] {
    return this.#auditLog.findings
  }

  /** T1: the trail's end is not what this PC remembers; a director explains it. */
  get hasFindings(): boolean {
    return this.#auditLog.findings.length > 0
  }

  open(database: OfficeDatabase, dataKey: Buffer, generation: number): void {
    this.#open = { database, dataKey, generation }
    database.read((db) => this.#auditLog.open(db, dataKey))
  }

  /** D3: what lies outside the book, to be written under its next key at once: a kill before it is open again must not look like somebody's hand. */
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

  /** D3: the same entries under another key. */
  switchKey(database: OfficeDatabase, dataKey: Buffer, generation: number): void {
    this.#open?.dataKey.fill(0)
    this.#open = { database, dataKey, generation }
    if (!this.hasFindings) database.read((db) => this.#auditLog.resetCheckpoint(db, dataKey))
    this.#reminders.load(null)
  }

  /** T1: inside a writing transaction, before COMMIT. */
  appendEntry(db: WritableDb, entry: NewAuditEntry): void {
    this.#auditLog.append(db, entry)
  }

  /** After COMMIT of a transaction with a line. It is written, so nothing that goes wrong here may say otherwise (D4). */
  afterCommit(): void {
    const open = this.#open
    if (open !== null) this.#runGuarded('trail', () => open.database.read((db) => this.#auditLog.afterCommit(db, open.dataKey)))
  }

  /** T1: a reading call makes a line of its own. */
  recordRead(entry: NewAuditEntry): void {
    if (this.#open !== null) this.#auditLog.recordRead(this.#open.database, this.#open.dataKey, entry)
  }

  /** T1, I2: one line for a call that was not carried out, in the name of whoever sat there when it was made. */
  recordRefusal(by: StaffId | null, at: number, channel: string, failure: Failure): void {
    if (this.#open !== null) this.#auditLog.recordRefusal(this.#open.database, this.#open.dataKey, by, at, channel, failure)
  }

  deferEntry(entry: NewAuditEntry): void {
    this.#auditLog.defer(entry)
  }

  /** One transaction with its line, or ROLLBACK. Null: there is no open book. */
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

  /** T1: what this PC remembers of the trail outside the book. */
  readCheckpoint(): AuditCheckpoint | 'unreadable' | null {
    return this.#open === null ? null : this.#auditLog.readCheckpoint(this.#open.dataKey)
  }

  /** T1: from now on the trail as it is in the book is what this PC remembers. */
  saveCheckpoint(db: ReadableDb): void {
    if (this.#open !== null) this.#auditLog.resetCheckpoint(db, this.#open.dataKey)
  }

  /** What was typed last in a search, and what a full disk kept back. */
  writePending(now: number): void {
    if (this.#open !== null) this.#auditLog.writePending(this.#open.database, this.#open.dataKey, now)
  }

  /** Whoever sat here is gone. */
  endReading(): void {
    this.#runGuarded('trail', () => this.#auditLog.endReading(this.database, this.dataKey))
  }

  /** L5: leaves the times as they are now beside the book. */
  saveReminders(now: number): void {
    const open = this.#open
    if (open !== null)
      this.#reminders.save(
        open.dataKey,
        open.database.read((db) => this.#records.loadReminderTimes(db)),
        now,
      )
  }

  /** L5: the book is closed; `verifyKey` is the keyring's. */
  loadReminders(verifyKey: string | null): void {
    this.#reminders.load(verifyKey)
  }

  /** False when somebody else has changed the list of times. */
  get areRemindersGenuine(): boolean {
    return this.#reminders.genuine
  }

  /** T3: what the list of times knows of the time itself. */
  get remindersWrittenAt(): number {
    return this.#reminders.at
  }

  checkReminders(now: number): ReturnType<OfflineReminders['check']> {
    return this.#reminders.check(now)
  }

  nextReminder(now: number): OfficeState['nextDue'] {
    return this.#open === null ? this.#reminders.summarize(now) : null
  }

  /** L1: the key is zeroed first, whatever the disk says; answers the book for closing, or null. */
  release(): OfficeDatabase | null {
    const { database } = this
    this.#open?.dataKey.fill(0)
    this.#open = null
    return database
  }
}
