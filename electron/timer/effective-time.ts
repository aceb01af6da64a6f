import { MINUTE } from '#shared/domain/core/moment'
import type { Clock } from '../ports'

// A time service moves a clock by less than this between two heartbeats.
const SLEWED_MS = 1_000
// From this difference on, the drift is shown and stored (T3).
const DRIFT_MS = MINUTE
// A heartbeat may come between waking up and the notice of it.
const WAKE_UP_MS = 30_000
// A PC with a flat battery wakes up in 1980. The contract accepts no instant outside 2000 to 2100.
const EARLIEST = 946_684_800_000
const LATEST = 4_102_444_800_000

const isPossible = (at: number): boolean => at >= EARLIEST && at <= LATEST

/**
 * Computes the effective time, `max(wall clock, last seen)` (T3): no deadline un-expires because the PC's clock was set back. While the
 * wall clock is behind, time advances with the monotonic clock, so that deadlines still come.
 */
export class EffectiveTime {
  readonly #clock: Clock
  #highWaterMark: { readonly at: number; readonly monotonic: number }
  #lastSample: { readonly wall: number; readonly monotonic: number }
  #drift = 0
  // True from a start with a clock that was wrong by an unknown amount, until the clock is set forward far enough.
  #wasWrongAtStart: boolean
  // What the monotonic clock stood still while the PC slept.
  #slept = 0
  #leap: { readonly by: number; readonly monotonic: number } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
    this.#highWaterMark = { at: isPossible(clock.now()) ? clock.now() : EARLIEST, monotonic: clock.monotonic() }
    this.#lastSample = { wall: clock.now(), monotonic: clock.monotonic() }
    this.#wasWrongAtStart = !isPossible(clock.now())
  }

  /** Returns the effective time in whole UTC milliseconds. It is never less than the last value returned. */
  now(): number {
    const monotonic = this.#clock.monotonic()
    const wall = this.#clock.now()
    const isSetBack = wall < this.#highWaterMark.at - SLEWED_MS || !isPossible(wall)
    const at = isSetBack
      ? this.#highWaterMark.at + Math.max(0, Math.floor(monotonic - this.#highWaterMark.monotonic))
      : Math.max(wall, this.#highWaterMark.at)
    if (at > this.#highWaterMark.at) this.#highWaterMark = { at, monotonic }
    return at
  }

  /** Returns whole milliseconds since some moment of this run, with the time asleep: nobody sets this clock, so it measures durations. */
  elapsed(): number {
    return Math.floor(this.#clock.monotonic() + this.#slept)
  }

  /** Restores the latest time that the database has stored. Called when the database opens. */
  resumeFrom(lastSeen: number): void {
    if (lastSeen > this.#clock.now() + DRIFT_MS) this.#wasWrongAtStart = true
    if (lastSeen > this.#highWaterMark.at) this.#highWaterMark = { at: lastSeen, monotonic: this.#clock.monotonic() }
  }

  /**
   * Accepts the wall clock as right, by hand, although it is behind the last seen time (T3). Returns false when there was nothing to set.
   */
  resetToWallClock(): boolean {
    if (!this.isDrifted || !isPossible(this.#clock.now())) return false
    this.#drift = 0
    this.#wasWrongAtStart = false
    this.#highWaterMark = { at: Math.floor(this.#clock.now()), monotonic: this.#clock.monotonic() }
    this.#lastSample = { wall: this.#clock.now(), monotonic: this.#clock.monotonic() }
    return true
  }

  /** Compares both clocks. Call it at each heartbeat. */
  compareClocks(): void {
    const next = { wall: this.#clock.now(), monotonic: this.#clock.monotonic() }
    const difference = next.wall - this.#lastSample.wall - (next.monotonic - this.#lastSample.monotonic)
    const isCorrected =
      this.#wasWrongAtStart && Math.abs(difference) > SLEWED_MS && isPossible(next.wall) && next.wall > this.#highWaterMark.at - DRIFT_MS
    if (isCorrected) this.#wasWrongAtStart = false
    else if (Math.abs(difference) > SLEWED_MS) this.#drift += difference
    if (difference > SLEWED_MS && !isCorrected) this.#leap = { by: difference, monotonic: next.monotonic }
    this.#lastSample = next
  }

  /** Compares both clocks after a sleep. They may then differ rightly: not every PC's monotonic clock advances while it sleeps. */
  compareClocksAfterSleep(): void {
    const leap = this.#leap
    const next = { wall: this.#clock.now(), monotonic: this.#clock.monotonic() }
    const recent = leap !== null && next.monotonic - leap.monotonic < WAKE_UP_MS ? leap.by : 0
    this.#drift -= recent
    this.#slept += Math.max(0, recent + next.wall - this.#lastSample.wall - (next.monotonic - this.#lastSample.monotonic))
    this.#leap = null
    this.#lastSample = next
  }

  /** True while the PC's clock is more than a minute off. Setting the clock right ends it. */
  get isDrifted(): boolean {
    const wall = this.#clock.now()
    return Math.abs(this.#drift) > DRIFT_MS || wall < this.#highWaterMark.at - DRIFT_MS || !isPossible(wall)
  }
}
