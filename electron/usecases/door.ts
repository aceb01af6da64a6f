import type { Answer, Failure, Stage } from '#shared/contract/entry'
import type { OfficeState } from '#shared/contract/session'
import type { Worker } from '#shared/domain/staff'
import type { Ports } from '../ports'
import type { Book } from '../storage/book'
import type { OfficeFault } from '../storage/faults'
import type { Unlocked, Vault } from '../vault/vault'
import type { Records } from './records'

/** What set-up and sign-in may do with the office. */
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
  /** The data key while the book is open; for wrapping it once more, never to be kept. */
  readonly dataKey: Buffer | null
  /** Effective time (T3), UTC ms. */
  now(): number
  /** Opens the book with an unlocked key and signs its owner in. Takes the key over, and zeroes it when that fails. */
  admit(unlocked: Unlocked): OfficeFault | null
  /** Signs in at the open book; null when the slot is nobody's. */
  signIn(slotId: string): Worker | null
  /** Drops the session; the database stays open and the timer alive (L1). */
  lock(): void
  /** Remembers why the book did not open, for the start screen. */
  blame(fault: OfficeFault): void
}

/** A fault as the answer to the call that met it; `office.state` tells the screen which one it was. */
export function faultAnswer(fault: OfficeFault): Answer<never> & { readonly ok: false } {
  const failure: Failure = { kind: 'storage', what: fault === 'disk_full' ? 'full' : fault === 'read_only' ? 'read_only' : 'io' }
  return { ok: false, failure }
}
