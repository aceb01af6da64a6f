import type { Clock, Disposable } from '../ports'

/** The longest timer in milliseconds (T3). A longer one would be delayed by a sleep of the machine. */
export const HEARTBEAT_MS = 15_000
// When something is due but could not be done (a full disk, for example), it is not retried in a tight loop (D6).
const MIN_WAIT_MS = 250

/**
 * Repeats one loop: wait, run `beat`, read the next deadline, wait again. It knows nothing of handoffs: `beat` does whatever is due and
 * returns when the next thing is due (effective time, UTC ms), or null. Waking it early is always safe.
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

  /** Runs a beat now: at start, resume, unlock and focus, and after each write. */
  wake(): void {
    if (this.#stopped) return
    this.#pending?.dispose()
    let wait = HEARTBEAT_MS
    try {
      const { now, next } = this.#beat()
      if (next !== null && next > now) wait = Math.min(HEARTBEAT_MS, Math.max(MIN_WAIT_MS, next - now))
    } finally {
      // A bug in one beat must not stop the later ones (C3).
      this.#pending = this.#clock.schedule(wait, () => this.wake())
    }
  }

  stop(): void {
    this.#stopped = true
    this.#pending?.dispose()
  }
}
