import { traceOf } from '../ipc/trace'
import type { Log } from '../ports'

/** Carries `act` out; undefined where it threw. `what` is a word of ours for the log. */
export type Guarded = <T>(what: string, act: () => T) => T | undefined

/** What nobody waits for must not bring the office down; it is logged, and the next beat tries again. */
export const guardedBy =
  (log: Log): Guarded =>
  (what, act) => {
    try {
      return act()
    } catch (error) {
      const { event, where } = traceOf(error)
      log.error(`${what} ${event}`, where)
      return undefined
    }
  }
