import type { Clock, Disposable } from '../../electron/ports'

interface Appointment {
  readonly at: number
  readonly act: () => void
}

/** A clock under control. Wall and monotonic time move together unless a test moves one of them. */
export class FakeClock implements Clock {
  wall: number
  steady = 0
  pcZone = 'America/Edmonton'
  #appointments: Appointment[] = []

  constructor(wall = Date.UTC(2026, 10, 20, 12)) {
    this.wall = wall
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
    const appointment = { at: this.steady + delay, act }
    this.#appointments.push(appointment)
    return { dispose: () => void (this.#appointments = this.#appointments.filter((one) => one !== appointment)) }
  }

  get pending(): number {
    return this.#appointments.length
  }

  /** Awake: everything scheduled comes in its time. */
  advance(ms: number): void {
    const until = this.steady + ms
    for (;;) {
      const next = this.#appointments.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#move(next.at - this.steady)
      this.#appointments = this.#appointments.filter((one) => one !== next)
      next.act()
    }
    this.#move(until - this.steady)
  }

  /** Asleep: the wall clock goes on, nothing runs, and the monotonic clock stands still. */
  sleep(ms: number): void {
    this.wall += ms
  }

  #move(ms: number): void {
    this.wall += ms
    this.steady += ms
  }
}
