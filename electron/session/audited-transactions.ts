import type { Failure } from '#shared/contract/call'
import type { AuditFacts, AuditKind } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'
import type { Outcome } from '#shared/domain/core/outcome'
import type { WritableDb } from '../storage/core/db-types'
import { toStorageFault } from '../storage/core/database-faults'
import type { AppSession } from './app-session'
import { toAuditLine } from './audit-log'

/** What an office call has done, for the audit trail (T1). `by` is whoever sits at the desk unless named. */
export interface AuditEntry {
  readonly kind: AuditKind
  readonly about?: string | null
  readonly facts?: AuditFacts
  readonly by?: StaffId | null
}

/** What the office does by itself or in a call of its own, each with its line in the audit trail (T1). */
export class AuditedTransactions {
  readonly #session: Pick<AppSession, 'openDatabase' | 'heartbeat' | 'records' | 'me' | 'stage' | 'runGuarded'>

  constructor(session: Pick<AppSession, 'openDatabase' | 'heartbeat' | 'records' | 'me' | 'stage' | 'runGuarded'>) {
    this.#session = session
  }

  /**
   * One transaction of an office call, with its line in the audit trail; ROLLBACK unless it answers `ok`. The book must
   * be open. Throws what SQLite throws. An office call that takes its time asks `sits` first: F9 may have come meanwhile.
   */
  run<T>(write: (db: WritableDb) => Outcome<T, Failure>, entry: AuditEntry | ((value: T) => AuditEntry)): Outcome<T, Failure> {
    const { openDatabase, heartbeat, me, stage } = this.#session
    const outcome = openDatabase.run(write, entry, {
      at: heartbeat.now(),
      by: me?.id ?? null,
      mark: (db) => heartbeat.raiseHighWaterMark(db, heartbeat.now()),
    })
    if (outcome?.ok) openDatabase.afterCommit()
    return outcome ?? { ok: false, failure: { kind: 'closed_to_you', stage } }
  }

  /** D6: the same for what happens whether or not it can be written (a lock, a sign-in on a full disk). */
  record(entry: AuditEntry, write: (db: WritableDb) => void = () => undefined): void {
    const { openDatabase, heartbeat, me, runGuarded } = this.#session
    runGuarded('note', () => {
      try {
        this.run((db) => {
          write(db)
          return { ok: true, value: null }
        }, entry)
      } catch (error) {
        if (toStorageFault(error) === null) throw error
        openDatabase.deferEntry(toAuditLine(heartbeat.now(), entry.by === undefined ? (me?.id ?? null) : entry.by, entry))
      }
    })
  }

  /** K1: the keyring was written outside a transaction (at a sign-in); the book remembers its serial, or learns it at the next one (downgrade). */
  rememberKeyringSerial(serial: number): void {
    const { openDatabase, records, runGuarded } = this.#session
    runGuarded('keyring', () => openDatabase.database?.write((db) => records.saveKeyringSerial(db, serial)))
  }
}
