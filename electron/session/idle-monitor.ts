import { HOUR, MINUTE } from '#shared/domain/core/moment'
import type { Clock } from '../ports'

/** L2: the warning comes this long before the session locks. */
export const WARNING_MS = 20_000
// L2: a passphrase keeps the database open for a day's work, not for ever.
const LONGEST_SIGN_IN_MS = 10 * HOUR

/** What L2 asks for at this moment. `again`, `locksIn`: milliseconds from now. */
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
 * Measures how long the worker has been idle, how long the session has been locked, and since when the last passphrase holds (L2).
 * The clock that went further counts: neither a sleep nor a clock that was set back may keep the session open.
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

  /** Records that the worker was active now. */
  noteActivity(): void {
    this.#lastActivity = this.#readClocks()
  }

  /** Records that the session was locked now. */
  noteLock(): void {
    this.#lockedAt = this.#readClocks()
  }

  /** Records that a passphrase was given now. */
  notePassphrase(): void {
    this.#passphraseAt = this.#readClocks()
  }

  /** Decides what is to be done. `minutes` are the director's settings. While locking is prevented, nothing is done. */
  decide(place: 'open' | 'locked', minutes: { readonly idle: number; readonly seal: number }, isLockPrevented: boolean): Presence {
    if (isLockPrevented) {
      this.noteActivity()
      this.noteLock()
      return { do: 'nothing', again: MINUTE }
    }
    const leftOfDay = LONGEST_SIGN_IN_MS - this.#elapsedSince(this.#passphraseAt)
    if (leftOfDay <= 0) return { do: 'seal', why: 'day' }
    if (place === 'locked') {
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
