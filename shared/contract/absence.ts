import { z } from 'zod'
import { ANY_VALUE, BOARD_GROUPS, NO_PARTNER, BOARD_SORTS, BOARD_VIEWS } from '#shared/domain/board/board-filters'
import { URGENCIES } from '#shared/domain/board/lane'
import { DIRECTIONS } from '#shared/domain/core/vocabulary'
import { reads, writes } from './call'
import { officeWords, personName } from './text-kinds'
import { handoffId, instant, line, noInput, optionalLine, partnerId, staffId } from './values'

const done = z.strictObject({ done: z.literal(true) })

const choice = z.strictObject({
  view: z.enum(BOARD_VIEWS),
  standing: z.enum([...URGENCIES, ANY_VALUE]),
  owner: z.union([staffId, z.literal(ANY_VALUE)]),
  direction: z.enum([...DIRECTIONS, ANY_VALUE]),
  source: z.union([partnerId, z.literal(ANY_VALUE), z.literal(NO_PARTNER)]),
  sort: z.enum(BOARD_SORTS),
  group: z.enum(BOARD_GROUPS),
})
export type SavedBoardFilters = z.output<typeof choice>

const exceptions = z.array(z.strictObject({ handoffId, to: staffId })).max(2_000)

/** A worker's own views of the board, the handoffs that the worker gives away, and when the worker is away (H4). */
export const absences = {
  'savedView.list': reads(noInput, z.array(z.strictObject({ name: officeWords, choice }))),
  /** The same name is written over. Refuses `enough_views`. */
  'savedView.save': writes(['office'], z.strictObject({ name: line(60), choice }), done),
  'savedView.remove': writes(['office'], z.strictObject({ name: line(60) }), done),
  /**
   * Several records to one worker, all or none. A supervisor, the workflow owner and the director give any; other workers their
   * own. Refuses `not_yours`, `same_worker`, `owner_not_named`.
   */
  'handoff.assignMany': writes(
    ['handoffs'],
    z.strictObject({ ids: z.array(handoffId).min(1).max(200), to: staffId, reason: optionalLine(500) }),
    z.strictObject({ assigned: z.int() }),
    { audits: 'reassigned' },
  ),
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
   * H4: away from a moment (null: now) until one (null: until she says so); everything open of hers goes to others in the same step.
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
