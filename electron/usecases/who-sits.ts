import { createHash } from 'node:crypto'
import type { StaffId } from '#shared/domain/ids'
import type { Worker } from '#shared/domain/staff'

// L3: so many wrong PINs in total, by whomever, and the book is sealed.
const WRONG_PINS = 5

/** K4: somebody who has no passphrase of her own yet. `worker` null after the recovery words. */
interface Choosing {
  readonly worker: Worker | null
  /** What she came in with, as a digest that lives as long as she chooses: somebody else knows it, so it cannot be her own. */
  readonly brought: string | null
}

/** For comparing in memory only. */
export const digestOf = (passphrase: string): string => createHash('sha256').update(passphrase).digest('base64')

/** Who sits at the desk, and who has given her passphrase since the book was opened (L3). */
export class WhoSits {
  #me: Worker | null = null
  #choosing: Choosing | null = null
  #gave = new Set<StaffId>()
  #wrong = 0

  get me(): Worker | null {
    return this.#me
  }

  /** K4: who has to choose her own passphrase first; `worker` null after the recovery words. */
  get choosing(): Choosing | null {
    return this.#choosing
  }

  sit(worker: Worker): void {
    this.#me = worker
    this.#choosing = null
  }

  choose(worker: Worker | null, brought: string | null): void {
    this.#me = null
    this.#choosing = { worker, brought: brought === null ? null : digestOf(brought) }
  }

  /** Desk lock: nobody sits here; who may use her PIN stays known. */
  rise(): void {
    this.#me = null
    this.#choosing = null
  }

  /** Sealed: nothing is known any more. */
  empty(): void {
    this.rise()
    this.#gave.clear()
    this.#wrong = 0
  }

  /** A right passphrase also forgives what others mistyped. */
  gavePassphrase(id: StaffId): void {
    this.#gave.add(id)
    this.#wrong = 0
  }

  mayUsePin(id: StaffId): boolean {
    return this.#gave.has(id)
  }

  /** Counts a wrong PIN and answers how many may still follow; 0: the book must be sealed. */
  wrongPin(): number {
    this.#wrong += 1
    return Math.max(0, WRONG_PINS - this.#wrong)
  }
}
