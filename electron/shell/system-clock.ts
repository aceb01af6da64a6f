import type { Clock } from '../ports'

/** The machine's clocks. The only place where they are read. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // A PC whose zone is not a zone answers none; the shelter's own zone is a setting.
  zone: () => (Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined) ?? 'UTC',
  schedule(delay, run) {
    const timer = setTimeout(run, delay)
    return { dispose: () => clearTimeout(timer) }
  },
}
