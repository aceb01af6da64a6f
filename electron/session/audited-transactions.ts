import type { Failure, Stage } from '#shared/contract/call'
import type { Outcome } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import type { WritableDb } from '../storage/core/db-types'
import { toStorageFault } from '../storage/core/database-faults'
import type { OfficeRecords } from '../storage/office/office-records-interface'
import { toAuditLine, type AuditEntry } from './audit-log'
import type { RunGuarded } from './guarded'
import type { OpenDatabase } from './open-database'

/** The parts of the session that a transaction needs. `me` and `stage` are read at each call. */
interface TransactionSession {
  readonly openDatabase: Pick<OpenDatabase, 'run' | 'afterCommit' | 'deferEntry' | 'database'>
  readonly records: Pick<OfficeRecords, 'saveKeyringSerial'>
  readonly runGuarded: RunGuarded
  readonly me: Worker | null
  readonly stage: Stage
  /** Effective time (T3), UTC ms. */
  now(): number
  raiseHighWaterMark(db: WritableDb, now: number): void
}

/** Runs the transactions that the office makes by itself or in a call of its own, each with its audit entry (T1). */
export class AuditedTransactions {
  readonly #session: TransactionSession

  constructor(session: TransactionSession) {
    this.#session = session
  }

  /**
   * Runs one transaction with its audit entry; ROLLBACK unless `write` answers `ok`. Refuses with `closed_to_you` while the
   * database is closed. Throws what SQLite throws. A call that has waited asks `isStillSignedIn` first (I1).
   */
  run<T>(write: (db: WritableDb) => Outcome<T, Failure>, entry: AuditEntry | ((value: T) => AuditEntry)): Outcome<T, Failure> {
    const { openDatabase, me, stage } = this.#session
    const outcome = openDatabase.run(write, entry, {
      at: this.#session.now(),
      by: me?.id ?? null,
      mark: (db) => this.#session.raiseHighWaterMark(db, this.#session.now()),
    })
    if (outcome?.ok) openDatabase.afterCommit()
    return outcome ?? { ok: false, failure: { kind: 'closed_to_you', stage } }
  }

  /** Does the same for what happens whether or not it can be written (a lock, a sign-in on a full disk); the entry waits then (D6). */
  record(entry: AuditEntry, write: (db: WritableDb) => void = () => undefined): void {
    const { openDatabase, me, runGuarded } = this.#session
    runGuarded('note', () => {
      try {
        this.run((db) => {
          write(db)
          return { ok: true, value: null }
        }, entry)
      } catch (error) {
        if (toStorageFault(error) === null) throw error
        openDatabase.deferEntry(toAuditLine(this.#session.now(), entry.by === undefined ? (me?.id ?? null) : entry.by, entry))
      }
    })
  }

  /** Saves the serial of a keyring that was written outside a transaction; when that fails, the next sign-in does it (K1). */
  rememberKeyringSerial(serial: number): void {
    const { openDatabase, records, runGuarded } = this.#session
    runGuarded('keyring', () => openDatabase.database?.write((db) => records.saveKeyringSerial(db, serial)))
  }
}
