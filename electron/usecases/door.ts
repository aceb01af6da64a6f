import type { Answer, Failure, Stage } from '#shared/contract/entry'
import type { Worker } from '#shared/domain/staff'
import type { Ports } from '../ports'
import type { Book } from '../storage/book'
import type { OfficeFault } from '../storage/faults'
import type { Vault } from '../vault/vault'
import type { Cover } from './cover'
import type { Deeds } from './deeds'
import type { Heartbeat } from './heartbeat'
import type { Ledger } from './ledger'
import type { Records } from './records'

/** What set-up, sign-in and the keys may do with the office. */
export interface Door {
  readonly ports: Ports
  readonly vault: Vault
  readonly records: Records
  readonly stage: Stage
  readonly book: Book | null
  readonly me: Worker | null
  readonly ledger: Ledger
  readonly beat: Heartbeat
  readonly deeds: Deeds
  readonly cover: Cover
  /** Effective time (T3), UTC ms. */
  now(): number
  /** True while the same worker sits at the same open book (I1). */
  sits(me: Worker | null, book: Book | null): boolean
  /** Tells the screens what to read again. */
  changed(topics: readonly ('office' | 'staff' | 'audit')[]): void
}

/** A fault as the answer to the call that met it; `office.state` tells the screen which one it was. */
export function faultAnswer(fault: OfficeFault): Answer<never> & { readonly ok: false } {
  const failure: Failure = { kind: 'storage', what: fault === 'disk_full' ? 'full' : fault === 'read_only' ? 'read_only' : 'io' }
  return { ok: false, failure }
}
