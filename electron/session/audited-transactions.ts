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
   * One transaction of an office call, with its line in the audit trail; ROLLBACK unless it answers `ok`. The book must
   * be open. Throws what SQLite throws. An office call that takes its time asks `sits` first: F9 may have come meanwhile.
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

  /** D6: the same for what happens whether or not it can be written (a lock, a sign-in on a full disk). */
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

  /** K1: the keyring was written outside a transaction (at a sign-in); the book remembers its serial, or learns it at the next one (downgrade). */
  rememberKeyringSerial(serial: number): void {
    const { openDatabase, records, runGuarded } = this.#session
    runGuarded('keyring', () => openDatabase.database?.write((db) => records.saveKeyringSerial(db, serial)))
  }
}
