import { z } from 'zod'
import { writes } from '../call'
import { handoffId, optionalLine, staffId } from '../values'

/** Assigning several handoffs at once. */
export const assignments = {
  /**
   * Several records to one worker, all or none. A supervisor, the workflow owner and the director give any; every other worker
   * only their own. Refuses `not_yours`, `same_worker`, `owner_not_named`.
   */
  'handoff.assignMany': writes(
    ['handoffs'],
    z.strictObject({ ids: z.array(handoffId).min(1).max(200), to: staffId, reason: optionalLine(500) }),
    z.strictObject({ assigned: z.int() }),
    { audits: 'reassigned' },
  ),
} as const
