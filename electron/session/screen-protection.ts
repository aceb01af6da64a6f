import { MINUTE } from '#shared/domain/core/moment'
import type { Screen } from '../ports'

// E5: the window may be captured for this long.
const LIFTED_MS = 15 * MINUTE

/** Keeps the window out of captures, unless a director has allowed them for a quarter of an hour (E5). */
export class ScreenProtection {
  readonly #screen: Screen
  #liftedUntil: number | null = null

  constructor(screen: Screen) {
    this.#screen = screen
  }

  /** Until when captures are allowed (UTC ms); null while the window is protected. */
  get liftedUntil(): number | null {
    return this.#liftedUntil
  }

  /** Allows or prevents captures from `now` on (UTC ms). Answers until when they are allowed, or null. */
  setLifted(lifted: boolean, now: number): number | null {
    this.#liftedUntil = lifted ? now + LIFTED_MS : null
    this.#screen.protect(!lifted)
    return this.#liftedUntil
  }

  /** Protects the window again when the quarter of an hour is over; true when it was over. */
  protectWhenOver(now: number): boolean {
    if (this.#liftedUntil === null || now < this.#liftedUntil) return false
    this.setLifted(false, now)
    return true
  }
}
