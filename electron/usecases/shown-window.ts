import type { Screen } from '../ports'

// E5: so long the window may be captured.
const SHOWN_MS = 15 * 60_000

/** E5: the window is kept out of captures, unless a director has lifted that for a quarter of an hour. */
export class ShownWindow {
  readonly #screen: Screen
  #until: number | null = null

  constructor(screen: Screen) {
    this.#screen = screen
  }

  /** UTC ms; null while it is protected. */
  get until(): number | null {
    return this.#until
  }

  lift(on: boolean, now: number): number | null {
    this.#until = on ? now + SHOWN_MS : null
    this.#screen.protect(!on)
    return this.#until
  }

  /** True when the quarter of an hour is over and it was protected again. */
  look(now: number): boolean {
    if (this.#until === null || now < this.#until) return false
    this.lift(false, now)
    return true
  }
}
