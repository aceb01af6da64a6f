import type { Clock } from '../ports'

/** Reads the machine's clocks. No other code reads them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // A PC with an invalid zone returns none. The shelter's own zone is a setting.
  zone: () => (Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined) ?? 'UTC',
  schedule(delay, run) {
    const timer = setTimeout(run, delay)
    return { dispose: () => clearTimeout(timer) }
  },
}
