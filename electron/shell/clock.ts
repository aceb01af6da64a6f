import type { Clock } from '../ports'

/** The machine's clocks. The only place where they are read. */
export const machineClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  schedule(delay, act) {
    const timer = setTimeout(act, delay)
    return { dispose: () => clearTimeout(timer) }
  },
}
