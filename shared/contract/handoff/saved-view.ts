import { z } from 'zod'
import { ANY_VALUE, BOARD_GROUPS, NO_PARTNER, BOARD_SORTS, BOARD_VIEWS } from '#shared/domain/board/board-filters'
import { URGENCIES } from '#shared/domain/board/lane'
import { DIRECTIONS } from '#shared/domain/core/vocabulary'
import { reads, writes } from '../call'
import { officeWords } from '../text-kinds'
import { done, line, noInput, partnerId, staffId } from '../values'

/** The board's filters as a worker saved them. */
export const savedBoardFilters = z.strictObject({
  view: z.enum(BOARD_VIEWS),
  urgency: z.enum([...URGENCIES, ANY_VALUE]),
  owner: z.union([staffId, z.literal(ANY_VALUE)]),
  direction: z.enum([...DIRECTIONS, ANY_VALUE]),
  source: z.union([partnerId, z.literal(ANY_VALUE), z.literal(NO_PARTNER)]),
  sort: z.enum(BOARD_SORTS),
  group: z.enum(BOARD_GROUPS),
})
export type SavedBoardFilters = z.output<typeof savedBoardFilters>

/** A worker's own views of the board. */
export const savedViews = {
  'savedView.list': reads(noInput, z.array(z.strictObject({ name: officeWords, choice: savedBoardFilters }))),
  /** The same name is written over. Refuses `enough_views`. */
  'savedView.save': writes(['office'], z.strictObject({ name: line(60), choice: savedBoardFilters }), done),
  'savedView.remove': writes(['office'], z.strictObject({ name: line(60) }), done),
} as const
