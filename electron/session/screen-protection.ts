import { MINUTE } from '#shared/domain/core/moment'
import type { Screen } from '../ports'

// E5: so long the window may be captured.
const LIFTED_MS = 15 * MINUTE

/** E5: the window is kept out of captures, unless a director has lifted that for a quarter of an hour. */
export class ScreenProtection {
  readonly #screen: Screen
  #liftedUntil: number | null = null

  constructor(screen: Screen) {
    this.#screen = screen
  }

  /** UTC ms; null while it is protected. */
  get liftedUntil(): number | null {
    return this.#liftedUntil
  }

  setLifted(lifted: boolean, now: number): number | null {
    this.#liftedUntil = lifted ? now + LIFTED_MS : null
    this.#screen.protect(!lifted)
    return this.#liftedUntil
  }

  /** True when the quarter of an hour is over and it was protected again. */
  protectWhenOver(now: number): boolean {
    if (this.#liftedUntil === null || now < this.#liftedUntil) return false
    this.setLifted(false, now)
    return true
  }
}
