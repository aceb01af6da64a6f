import { describeError } from '../ipc/describe-error'
import type { Log } from '../ports'

/** Carries `act` out; undefined where it threw. `what` is a word of ours for the log. */
export type RunGuarded = <T>(what: string, action: () => T) => T | undefined

/** What nobody waits for must not bring the office down; it is logged, and the next beat tries again. */
export const createGuard =
  (log: Log): RunGuarded =>
  (what, action) => {
    try {
      return action()
    } catch (error) {
      const { event, where } = describeError(error)
      log.error(`${what} ${event}`, where)
      return undefined
    }
  }
