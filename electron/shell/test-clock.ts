import type { Clock, Disposable } from '../ports'

interface ScheduledAction {
  readonly at: number
  readonly act: () => void
}

/** A clock that stands still until a journey moves it. A packaged app never uses it. */
export class TestClock implements Clock {
  wall: number
  steady = 0
  pcZone: string
  #scheduled: ScheduledAction[] = []

  constructor(wall: number, pcZone = 'America/Edmonton') {
    this.wall = wall
    this.pcZone = pcZone
  }

  now(): number {
    return this.wall
  }

  monotonic(): number {
    return this.steady
  }

  zone(): string {
    return this.pcZone
  }

  schedule(delay: number, act: () => void): Disposable {
    const scheduled = { at: this.steady + delay, act }
    this.#scheduled.push(scheduled)
    return { dispose: () => void (this.#scheduled = this.#scheduled.filter((one) => one !== scheduled)) }
  }

  get pending(): number {
    return this.#scheduled.length
  }

  /** Advances the clock by milliseconds as on a machine that is awake: everything scheduled runs at its time. */
  advance(ms: number): void {
    const until = this.steady + ms
    for (;;) {
      const next = this.#scheduled.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#move(Math.max(0, next.at - this.steady))
      this.#scheduled = this.#scheduled.filter((one) => one !== next)
      next.act()
    }
    this.#move(until - this.steady)
  }

  /**
   * Sets the clock to an instant (UTC ms). Forward, the machine is awake all the way; backward, only the wall clock changes, as if set by
   * hand.
   */
  set(at: number): void {
    if (at >= this.wall) this.advance(at - this.wall)
    else this.wall = at
  }

  /** Advances the wall clock by milliseconds as on a sleeping machine: nothing runs and the monotonic clock stands still. */
  sleep(ms: number): void {
    this.wall += ms
  }

  #move(ms: number): void {
    this.wall += ms
    this.steady += ms
  }
}
