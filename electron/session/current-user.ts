import { createHash } from 'node:crypto'
import type { StaffId } from '#shared/domain/core/ids'
import type { Worker } from '#shared/domain/staff/worker'

// L3: after this many wrong PINs in total, of all workers, the database is sealed.
const MOST_WRONG_PINS = 5

/** K4: a worker who has no own passphrase yet. `worker` is null after the recovery words. */
interface PassphraseChoice {
  readonly worker: Worker | null
  /** Digest of the temporary passphrase, kept during the choice: another person knows it, so it cannot be chosen. */
  readonly temporaryDigest: string | null
}

/** Computes a digest of a passphrase for comparing in memory only. */
export const digestPassphrase = (passphrase: string): string => createHash('sha256').update(passphrase).digest('base64')

/** Knows the signed-in worker, and which workers have given a passphrase since the database was opened (L3). */
export class CurrentUser {
  #me: Worker | null = null
  #choosing: PassphraseChoice | null = null
  #passphraseGiven = new Set<StaffId>()
  #wrongPins = 0

  get me(): Worker | null {
    return this.#me
  }

  /** The worker who has to choose an own passphrase first (K4), or null. */
  get choosing(): PassphraseChoice | null {
    return this.#choosing
  }

  /** Makes the worker the signed-in one. */
  signIn(worker: Worker): void {
    this.#me = worker
    this.#choosing = null
  }

  /** Begins the choice of an own passphrase (K4). */
  requireOwnPassphrase(worker: Worker | null, temporaryPassphrase: string | null): void {
    this.#me = null
    this.#choosing = { worker, temporaryDigest: temporaryPassphrase === null ? null : digestPassphrase(temporaryPassphrase) }
  }

  /** Signs the worker out; it stays known which workers may use a PIN. */
  signOut(): void {
    this.#me = null
    this.#choosing = null
  }

  /** Forgets everything, because the database was sealed. */
  reset(): void {
    this.signOut()
    this.#passphraseGiven.clear()
    this.#wrongPins = 0
  }

  /** Records a right passphrase; it also resets the count of wrong PINs. */
  recordPassphrase(id: StaffId): void {
    this.#passphraseGiven.add(id)
    this.#wrongPins = 0
  }

  /** True when the worker has given a passphrase since the database was opened (L3). */
  mayUsePin(id: StaffId): boolean {
    return this.#passphraseGiven.has(id)
  }

  /** Counts a wrong PIN and answers how many more are allowed; at 0 the database must be sealed (L3). */
  countWrongPin(): number {
    this.#wrongPins += 1
    return Math.max(0, MOST_WRONG_PINS - this.#wrongPins)
  }
}
