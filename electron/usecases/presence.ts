import type { Clock } from '../ports'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** L2: the warning comes so long before the desk locks. */
export const WARNING_MS = 20_000
// L2: a passphrase holds the book open for a day's work, not for ever.
const LONGEST_MS = 10 * HOUR

/** What L2 asks for at this moment, and in how many milliseconds it must be looked at again. */
export type Presence =
  | { readonly do: 'nothing'; readonly again: number }
  | { readonly do: 'warn'; readonly locksIn: number; readonly again: number }
  | { readonly do: 'lock' }
  | { readonly do: 'seal'; readonly why: 'idle' | 'day' }

/** A moment in both clocks: one of them may stand still or be set while the other goes on. */
interface Moment {
  readonly at: number
  readonly monotonic: number
}

/**
 * L2: how long nobody's hand was at the desk, how long it has been locked, and since when the last passphrase holds.
 * Both clocks count, whichever went further: a sleep must not keep a desk open, and neither must a clock that was set back.
 */
export class Hands {
  readonly #clock: Clock
  readonly #now: () => number
  #hand: Moment
  #locked: Moment
  #passphrase: Moment

  constructor(clock: Clock, now: () => number) {
    this.#clock = clock
    this.#now = now
    this.#hand = this.#locked = this.#passphrase = this.#moment()
  }

  stir(): void {
    this.#hand = this.#moment()
  }

  locked(): void {
    this.#locked = this.#moment()
  }

  gavePassphrase(): void {
    this.#passphrase = this.#moment()
  }

  /** `at`: who sits there; minutes as the director has chosen. While something must not be cut off, nothing is done. */
  ask(at: 'desk' | 'lock', minutes: { readonly idle: number; readonly seal: number }, keepsOpen: boolean): Presence {
    if (keepsOpen) {
      this.stir()
      this.locked()
      return { do: 'nothing', again: MINUTE }
    }
    const day = LONGEST_MS - this.#since(this.#passphrase)
    if (day <= 0) return { do: 'seal', why: 'day' }
    if (at === 'lock') {
      const left = minutes.seal * MINUTE - this.#since(this.#locked)
      return left <= 0 ? { do: 'seal', why: 'idle' } : { do: 'nothing', again: Math.min(left, day) }
    }
    const left = minutes.idle * MINUTE - this.#since(this.#hand)
    if (left <= 0) return { do: 'lock' }
    return left <= WARNING_MS
      ? { do: 'warn', locksIn: left, again: Math.min(left, day) }
      : { do: 'nothing', again: Math.min(left - WARNING_MS, day) }
  }

  #since({ at, monotonic }: Moment): number {
    return Math.max(this.#now() - at, this.#clock.monotonic() - monotonic)
  }

  #moment(): Moment {
    return { at: this.#now(), monotonic: this.#clock.monotonic() }
  }
}
