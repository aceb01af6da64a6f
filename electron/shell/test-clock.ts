import type { Clock, Disposable } from '../ports'

interface ScheduledAction {
  readonly at: number
  readonly act: () => void
}

/** A clock that stands still until a journey moves it. Never used by a packaged app. */
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

  /** Awake: everything scheduled comes in its time. Milliseconds. */
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

  /** To an instant (UTC ms): forward it is awake all the way; backward only the wall clock is set, as by hand. */
  set(at: number): void {
    if (at >= this.wall) this.advance(at - this.wall)
    else this.wall = at
  }

  /** Asleep: the wall clock goes on, nothing runs, the monotonic clock stands still. */
  sleep(ms: number): void {
    this.wall += ms
  }

  #move(ms: number): void {
    this.wall += ms
    this.steady += ms
  }
}
