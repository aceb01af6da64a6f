import { createHash } from 'node:crypto'
import type { StaffId } from '#shared/domain/core/ids'
import type { Worker } from '#shared/domain/staff/worker'

// L3: so many wrong PINs in total, by whomever, and the book is sealed.
const MOST_WRONG_PINS = 5

/** K4: somebody who has no passphrase of her own yet. `worker` null after the recovery words. */
interface PassphraseChoice {
  readonly worker: Worker | null
  /** What she came in with, as a digest that lives as long as she chooses: somebody else knows it, so it cannot be her own. */
  readonly temporaryDigest: string | null
}

/** For comparing in memory only. */
export const digestPassphrase = (passphrase: string): string => createHash('sha256').update(passphrase).digest('base64')

/** Who sits at the desk, and who has given her passphrase since the book was opened (L3). */
export class CurrentUser {
  #me: Worker | null = null
  #choosing: PassphraseChoice | null = null
  #passphraseGiven = new Set<StaffId>()
  #wrongPins = 0

  get me(): Worker | null {
    return this.#me
  }

  /** K4: who has to choose her own passphrase first; `worker` null after the recovery words. */
  get choosing(): PassphraseChoice | null {
    return this.#choosing
  }

  signIn(worker: Worker): void {
    this.#me = worker
    this.#choosing = null
  }

  requireOwnPassphrase(worker: Worker | null, temporaryPassphrase: string | null): void {
    this.#me = null
    this.#choosing = { worker, temporaryDigest: temporaryPassphrase === null ? null : digestPassphrase(temporaryPassphrase) }
  }

  /** Desk lock: nobody sits here; who may use her PIN stays known. */
  signOut(): void {
    this.#me = null
    this.#choosing = null
  }

  /** Sealed: nothing is known any more. */
  reset(): void {
    this.signOut()
    this.#passphraseGiven.clear()
    this.#wrongPins = 0
  }

  /** A right passphrase also forgives what others mistyped. */
  recordPassphrase(id: StaffId): void {
    this.#passphraseGiven.add(id)
    this.#wrongPins = 0
  }

  mayUsePin(id: StaffId): boolean {
    return this.#passphraseGiven.has(id)
  }

  /** Counts a wrong PIN and answers how many may still follow; 0: the book must be sealed. */
  countWrongPin(): number {
    this.#wrongPins += 1
    return Math.max(0, MOST_WRONG_PINS - this.#wrongPins)
  }
}
