import type { Answer, Failure, Stage } from '#shared/contract/call'
import type { Worker } from '#shared/domain/staff/worker'
import type { Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import type { OfficeFault } from '../storage/core/database-faults'
import type { Vault } from '../vault/vault'
import type { DatabaseLifecycle } from './database-lifecycle'
import type { AuditedTransactions } from './audited-transactions'
import type { Heartbeat } from './heartbeat'
import type { OpenDatabase } from './open-database'
import type { OfficeRecords } from './office-records'

/** What set-up, sign-in and the keys may do with the office. */
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
  /** True while the same worker sits at the same open book (I1). */
  isStillSignedIn(me: Worker | null, database: OfficeDatabase | null): boolean
  /** Tells the screens what to read again. */
  changed(topics: readonly ('office' | 'staff' | 'audit')[]): void
}

/** A fault as the answer to the call that met it; `office.state` tells the screen which one it was. */
export function toFaultAnswer(fault: OfficeFault): Answer<never> & { readonly ok: false } {
  const failure: Failure = { kind: 'storage', what: fault === 'disk_full' ? 'full' : fault === 'read_only' ? 'read_only' : 'io' }
  return { ok: false, failure }
}
