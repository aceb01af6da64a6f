import { z } from 'zod'
import { reads, writes } from '../call'
import { personName } from '../text-kinds'
import { done, handoffId, instant, staffId } from '../values'

const exceptions = z.array(z.strictObject({ handoffId, to: staffId })).max(2_000)

/** When a worker is away, and who takes over (H4). */
export const absences = {
  /** H4: what the worker has and another worker must take meanwhile. The worker or a director may ask. Refuses `not_yours`. */
  'absence.read': reads(
    z.strictObject({ id: staffId }),
    z.strictObject({
      away: z.strictObject({ from: instant, until: instant.nullable() }).nullable(),
      handoffs: z.array(z.strictObject({ handoffId, number: z.int(), label: personName, clockAt: instant.nullable() })),
      restricted: z.int(),
      rights: z.array(z.strictObject({ right: z.enum(['workflow_owner', 'data_owner']), deputy: z.boolean() })),
    }),
  ),
  /**
   * H4: away from a moment (null: now) until one (null: until the worker ends it); all the worker's open work goes to others in the same step.
   * `to` null where the worker has nothing. Refuses `owner_needed`, `is_away`, `due_in_the_past`.
   */
  'absence.save': writes(
    ['staff', 'office', 'handoffs'],
    z.strictObject({ id: staffId, from: instant.nullable(), until: instant.nullable(), to: staffId.nullable(), exceptions }),
    z.strictObject({ reassigned: z.int() }),
    { audits: 'staff_changed' },
  ),
  /** The worker is back, before the date or without one. */
  'absence.end': writes(['staff', 'office', 'handoffs'], z.strictObject({ id: staffId }), done, { audits: 'staff_changed' }),
} as const
