import type { Failure } from '#shared/contract/entry'
import type { AuditFacts, AuditKind } from '#shared/domain/audit'
import type { StaffId } from '#shared/domain/ids'
import type { Outcome } from '#shared/domain/outcome'
import type { WritableDb } from '../storage/database'
import { storageFault } from '../storage/faults'
import type { Desk } from './desk'
import { lineOf } from './trail'

/** What an office call has done, for the audit trail (T1). `by` is whoever sits at the desk unless named. */
export interface Deed {
  readonly kind: AuditKind
  readonly about?: string | null
  readonly facts?: AuditFacts
  readonly by?: StaffId | null
}

/** What the office does by itself or in a call of its own, each with its line in the audit trail (T1). */
export class Deeds {
  readonly #desk: Pick<Desk, 'ledger' | 'beat' | 'records' | 'me' | 'stage' | 'guarded'>

  constructor(desk: Pick<Desk, 'ledger' | 'beat' | 'records' | 'me' | 'stage' | 'guarded'>) {
    this.#desk = desk
  }

  /**
   * One transaction of an office call, with its line in the audit trail; ROLLBACK unless it answers `ok`. The book must
   * be open. Throws what SQLite throws. An office call that takes its time asks `sits` first: F9 may have come meanwhile.
   */
  carryOut<T>(act: (db: WritableDb) => Outcome<T, Failure>, deed: Deed | ((value: T) => Deed)): Outcome<T, Failure> {
    const { ledger, beat, me, stage } = this.#desk
    const outcome = ledger.carryOut(act, deed, { at: beat.now(), by: me?.id ?? null, mark: (db) => beat.mark(db, beat.now()) })
    if (outcome?.ok) ledger.committed()
    return outcome ?? { ok: false, failure: { kind: 'closed_to_you', stage } }
  }

  /** D6: the same for what happens whether or not it can be written (a lock, a sign-in on a full disk). */
  note(deed: Deed, act: (db: WritableDb) => void = () => undefined): void {
    const { ledger, beat, me, guarded } = this.#desk
    guarded('note', () => {
      try {
        this.carryOut((db) => {
          act(db)
          return { ok: true, value: null }
        }, deed)
      } catch (error) {
        if (storageFault(error) === null) throw error
        ledger.owe(lineOf(beat.now(), deed.by === undefined ? (me?.id ?? null) : deed.by, deed))
      }
    })
  }

  /** K1: the keyring was written outside a transaction (at a sign-in); the book remembers its serial, or learns it at the next one (downgrade). */
  keyringSeen(serial: number): void {
    const { ledger, records, guarded } = this.#desk
    guarded('keyring', () => ledger.book?.write((db) => records.sawKeyring(db, serial)))
  }
}
