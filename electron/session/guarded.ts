import { describeError } from '../ipc/describe-error'
import type { Log } from '../ports'

/** Runs an action; answers undefined where it threw. `what` is a word of ours for the log. */
export type RunGuarded = <T>(what: string, action: () => T) => T | undefined

/** Creates a guard for actions that nobody waits for: an error is logged and does not stop the office, and the next beat tries again. */
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
