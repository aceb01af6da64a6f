import type { Instant } from './moment'

/**
 * A reading of the clock that nobody sets (T3): milliseconds since some fixed moment of one run of the app. Readings of two runs say
 * nothing about each other.
 */
export interface SteadyTime {
  readonly run: string
  readonly ms: number
}

/** One moment by both clocks. `steady`: absent or null where it is not known, as in all that was written before it was kept. */
export interface ClockReading {
  readonly at: Instant
  readonly steady?: SteadyTime | null
}

/** Milliseconds between two moments, never below zero: by the steady clock where both are of one run, else by the clock of the PC. */
export const measureElapsed = (from: ClockReading, to: ClockReading): number =>
  Math.max(0, from.steady && to.steady && from.steady.run === to.steady.run ? to.steady.ms - from.steady.ms : to.at - from.at)

/** The same reading, `ms` later by both clocks. */
export const shiftReading = ({ at, steady }: ClockReading, ms: number): ClockReading => ({
  at: at + ms,
  steady: steady ? { run: steady.run, ms: steady.ms + ms } : null,
})
