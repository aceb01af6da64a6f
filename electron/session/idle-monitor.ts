import { HOUR, MINUTE } from '#shared/domain/core/moment'
import type { Clock } from '../ports'

/** L2: the warning comes so long before the desk locks. */
export const WARNING_MS = 20_000
// L2: a passphrase holds the book open for a day's work, not for ever.
const LONGEST_SIGN_IN_MS = 10 * HOUR

/** What L2 asks for at this moment, and in how many milliseconds it must be looked at again. */
export type Presence =
  | { readonly do: 'nothing'; readonly again: number }
  | { readonly do: 'warn'; readonly locksIn: number; readonly again: number }
  | { readonly do: 'lock' }
  | { readonly do: 'seal'; readonly why: 'idle' | 'day' }

/** A moment in both clocks: one of them may stand still or be set while the other goes on. */
interface ClockReading {
  readonly at: number
  readonly monotonic: number
}

/**
 * L2: how long nobody's hand was at the desk, how long it has been locked, and since when the last passphrase holds.
 * Both clocks count, whichever went further: a sleep must not keep a desk open, and neither must a clock that was set back.
 */
export class IdleMonitor {
  readonly #clock: Clock
  readonly #now: () => number
  #lastActivity: ClockReading
  #lockedAt: ClockReading
  #passphraseAt: ClockReading

  constructor(clock: Clock, now: () => number) {
    this.#clock = clock
    this.#now = now
    this.#lastActivity = this.#lockedAt = this.#passphraseAt = this.#readClocks()
  }

  noteActivity(): void {
    this.#lastActivity = this.#readClocks()
  }

  noteLock(): void {
    this.#lockedAt = this.#readClocks()
  }

  notePassphrase(): void {
    this.#passphraseAt = this.#readClocks()
  }

  /** `at`: who sits there; minutes as the director has chosen. While something must not be cut off, nothing is done. */
  decide(place: 'desk' | 'lock', minutes: { readonly idle: number; readonly seal: number }, isLockPrevented: boolean): Presence {
    if (isLockPrevented) {
      this.noteActivity()
      this.noteLock()
      return { do: 'nothing', again: MINUTE }
    }
    const leftOfDay = LONGEST_SIGN_IN_MS - this.#elapsedSince(this.#passphraseAt)
    if (leftOfDay <= 0) return { do: 'seal', why: 'day' }
    if (place === 'lock') {
      const left = minutes.seal * MINUTE - this.#elapsedSince(this.#lockedAt)
      return left <= 0 ? { do: 'seal', why: 'idle' } : { do: 'nothing', again: Math.min(left, leftOfDay) }
    }
    const left = minutes.idle * MINUTE - this.#elapsedSince(this.#lastActivity)
    if (left <= 0) return { do: 'lock' }
    return left <= WARNING_MS
      ? { do: 'warn', locksIn: left, again: Math.min(left, leftOfDay) }
      : { do: 'nothing', again: Math.min(left - WARNING_MS, leftOfDay) }
  }

  #elapsedSince({ at, monotonic }: ClockReading): number {
    return Math.max(this.#now() - at, this.#clock.monotonic() - monotonic)
  }

  #readClocks(): ClockReading {
    return { at: this.#now(), monotonic: this.#clock.monotonic() }
  }
}
