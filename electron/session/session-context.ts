import type { Answer, Failure, Stage } from '#shared/contract/call'
import type { Worker } from '#shared/domain/staff/worker'
import type { PersonId } from '#shared/domain/core/ids'
import type { Ports } from '../ports'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { OfficeFault } from '../storage/core/database-faults'
import type { Vault } from '../vault/vault'
import type { CurrentUser } from './current-user'
import type { DatabaseLifecycle } from './database-lifecycle'
import type { AuditedTransactions } from './audited-transactions'
import type { Heartbeat } from './heartbeat'
import type { OpenDatabase } from './open-database'
import type { OfficeRecords } from '../storage/office/office-records-interface'

/** What the calls that run on the session may do with the office. */
export interface SessionContext {
  readonly ports: Ports
  readonly vault: Vault
  readonly records: OfficeRecords
  readonly stage: Stage
  readonly database: OfficeDatabase | null
  readonly me: Worker | null
  readonly openDatabase: OpenDatabase
  readonly heartbeat: Heartbeat
  readonly transactions: AuditedTransactions
  readonly lifecycle: DatabaseLifecycle
  /** Effective time (T3), UTC ms. */
  now(): number
  /** True while the same worker is signed in at the same open database (I1). */
  isStillSignedIn(me: Worker | null, database: OfficeDatabase | null): boolean
  /** Tells the screens what to read again. */
  changed(topics: readonly ('office' | 'staff' | 'audit')[]): void
}

/** What the calls about the signed-in worker may do besides: signing in, locking and sealing. */
export interface SignInContext extends SessionContext {
  readonly currentUser: CurrentUser
  /** D6: too little space is left to write safely. */
  readonly isFull: boolean
  /** I3: people who do not exist for the signed-in worker, and every id by which they could be named. */
  hidden(db: ReadableDb): { readonly people: ReadonlySet<PersonId>; readonly ids: ReadonlySet<string> }
  /** Signs a worker in, and records how. */
  signIn(worker: Worker, method: 'passphrase' | 'pin' | 'recovery' | 'temporary'): void
  /** K4: the passphrase was not the worker's own; `worker` is null after the recovery words. */
  requireOwnPassphrase(worker: Worker | null, temporaryPassphrase: string | null): void
  /** L2: the worker has used the keyboard or the mouse. */
  noteActivity(): void
  /** Signs the worker out; the database stays open. */
  lock(why?: 'asked' | 'idle' | 'os_lock'): void
  /** L1: closes the database and zeroes the keys. */
  seal(why: 'asked' | 'wrong_pins'): void
  /** T3: accepts the PC's clock again. False when it was never behind. */
  resetClock(db: WritableDb): boolean
}

/** Turns a fault into the answer of the call that met it; `office.state` tells the screen which fault it was. */
export function toFaultAnswer(fault: OfficeFault): Answer<never> & { readonly ok: false } {
  const failure: Failure = { kind: 'storage', what: fault === 'disk_full' ? 'full' : fault === 'read_only' ? 'read_only' : 'io' }
  return { ok: false, failure }
}
