import type { Answer, Failure, Stage } from '#shared/contract/entry'
import type { OfficeState } from '#shared/contract/session'
import type { AuditFacts, AuditKind, RememberedHead } from '#shared/domain/audit'
import type { StaffId } from '#shared/domain/ids'
import type { Outcome } from '#shared/domain/outcome'
import type { Worker } from '#shared/domain/staff'
import type { Ports } from '../ports'
import type { Book } from '../storage/book'
import type { ReadableDb, WritableDb } from '../storage/database'
import type { OfficeFault } from '../storage/faults'
import type { Unlocked, Vault } from '../vault/vault'
import type { Records } from './records'

/** What an office call has done, for the audit trail (T1). `by` is whoever sits at the desk unless named. */
export interface Deed {
  readonly kind: AuditKind
  readonly about?: string | null
  readonly facts?: AuditFacts
  readonly by?: StaffId | null
}

/** What set-up, sign-in and the keys may do with the office. */
export interface Door {
  readonly ports: Ports
  readonly vault: Vault
  readonly records: Records
  readonly stage: Stage
  readonly book: Book | null
  readonly me: Worker | null
  readonly fault: OfficeFault | null
  readonly drifted: boolean
  readonly disk: OfficeState['disk']
  /** The data key while the book is open, and its generation; for wrapping it once more, never to be kept. */
  readonly dataKey: Buffer | null
  readonly generation: number
  /** Effective time (T3), UTC ms. */
  now(): number
  /**
   * One transaction of an office call, with its line in the audit trail; ROLLBACK unless it answers `ok`. The book must
   * be open. Throws what SQLite throws. An office call that takes its time asks `sits` first: F9 may have come meanwhile.
   */
  carryOut<T>(act: (db: WritableDb) => Outcome<T, Failure>, deed: Deed | ((value: T) => Deed)): Outcome<T, Failure>
  /** True while the same worker sits at the same open book (I1). */
  sits(me: Worker | null, book: Book | null): boolean
  /** T1: what this PC remembers of the trail outside the book. */
  recallHead(): RememberedHead | 'unreadable' | null
  /** T1: from now on the trail as it is in the book is what this PC remembers. */
  rememberHead(db: ReadableDb): void
  /** Opens the book with an unlocked key. Takes the keys over, and zeroes them when that fails. Nobody is signed in yet. */
  open(unlocked: Unlocked): OfficeFault | null
  /** D3: takes the place of the open book and its key after a rotation. */
  goOnWith(book: Book, dataKey: Buffer, generation: number): void
  /** K1: the keyring was written outside a transaction; the book remembers its serial, or learns it at the next sign-in. */
  keyringSeen(serial: number): void
  /** Remembers why the book did not open, for the start screen. */
  blame(fault: OfficeFault): void
  /** Tells the screens what to read again. */
  changed(topics: readonly ('office' | 'staff' | 'audit')[]): void
}

/** A fault as the answer to the call that met it; `office.state` tells the screen which one it was. */
export function faultAnswer(fault: OfficeFault): Answer<never> & { readonly ok: false } {
  const failure: Failure = { kind: 'storage', what: fault === 'disk_full' ? 'full' : fault === 'read_only' ? 'read_only' : 'io' }
  return { ok: false, failure }
}
