import type { Clock, Disposable } from '../ports'

/** T3: no timer is longer than this, because a long one sleeps through a sleep. */
export const HEARTBEAT_MS = 15_000
// When something is due but could not be done (a full disk), it is not tried in a storm (D6).
const MIN_WAIT_MS = 250

/**
 * Arm → fire → read again → arm. It knows nothing of handoffs: `beat` does whatever is due and answers when the next
 * thing is (effective time, UTC ms), or null. Waking it early is always right.
 */
export class Timer {
  readonly #clock: Clock
  readonly #beat: () => { readonly now: number; readonly next: number | null }
  #pending: Disposable | null = null
  #stopped = false

  constructor(clock: Clock, beat: () => { readonly now: number; readonly next: number | null }) {
    this.#clock = clock
    this.#beat = beat
  }

  /** Looks now: at start, at resume, unlock, focus, and after each write. */
  wake(): void {
    if (this.#stopped) return
    this.#pending?.dispose()
    let wait = HEARTBEAT_MS
    try {
      const { now, next } = this.#beat()
      if (next !== null && next > now) wait = Math.min(HEARTBEAT_MS, Math.max(MIN_WAIT_MS, next - now))
    } finally {
      // C3: a bug in one beat must not be the last of them.
      this.#pending = this.#clock.schedule(wait, () => this.wake())
    }
  }

  stop(): void {
    this.#stopped = true
    this.#pending?.dispose()
  }
}
