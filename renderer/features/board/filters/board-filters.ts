import type { BoardRow } from '#shared/contract/handoff/board'
import { ANY_VALUE, BOARD_GROUPS, NO_PARTNER, BOARD_SORTS, BOARD_VIEWS } from '#shared/domain/board/board-filters'
import type { Instant } from '#shared/domain/core/moment'
import { URGENCIES, type Lane, type Urgency } from '#shared/domain/board/lane'
import { DIRECTIONS, type Direction } from '#shared/domain/core/vocabulary'
import { judgeRowUrgency } from '../../../components'

/** The view of the board, the same for lanes and table. It is kept in the address, so that going back restores it. */
export type BoardView = (typeof BOARD_VIEWS)[number]
export type BoardSort = (typeof BOARD_SORTS)[number]
export type BoardGroup = (typeof BOARD_GROUPS)[number]
export { ANY_VALUE, BOARD_GROUPS, NO_PARTNER, BOARD_SORTS, BOARD_VIEWS }

export interface BoardFilters {
  readonly view: BoardView
  readonly urgency: Urgency | typeof ANY_VALUE
  readonly owner: string
  readonly direction: Direction | typeof ANY_VALUE
  readonly source: string
  readonly sort: BoardSort
  readonly group: BoardGroup
  /** The selected row. */
  readonly at: string | null
}

export const DEFAULT_FILTERS: BoardFilters = {
  view: 'lanes',
  urgency: ANY_VALUE,
  owner: ANY_VALUE,
  direction: ANY_VALUE,
  source: ANY_VALUE,
  sort: 'due',
  group: 'owner',
  at: null,
}

const pickKnown = <V extends string>(values: readonly V[], found: string | null, otherwise: V): V =>
  values.find((value) => value === found) ?? otherwise

/** Parses the address; an unknown value counts as "all". */
export function parseFilters(search: string): BoardFilters {
  const found = new URLSearchParams(search)
  return {
    view: pickKnown(BOARD_VIEWS, found.get('view'), 'lanes'),
    urgency: pickKnown([...URGENCIES, ANY_VALUE], found.get('urgency'), ANY_VALUE),
    owner: found.get('owner') ?? ANY_VALUE,
    direction: pickKnown([...DIRECTIONS, ANY_VALUE], found.get('direction'), ANY_VALUE),
    source: found.get('source') ?? ANY_VALUE,
    sort: pickKnown(BOARD_SORTS, found.get('sort'), 'due'),
    group: pickKnown(BOARD_GROUPS, found.get('group'), 'owner'),
    at: found.get('at'),
  }
}

/** Formats the filters for the address. Ids and words only, never a name (P6). */
export function formatFilters(filters: BoardFilters): string {
  const said = new URLSearchParams()
  for (const key of ['view', 'urgency', 'owner', 'direction', 'source', 'sort', 'group', 'at'] as const) {
    const value = filters[key]
    if (value !== null && value !== DEFAULT_FILTERS[key]) said.set(key, value)
  }
  return said.toString()
}

export const isFiltered = (filters: RowFilter): boolean =>
  filters.urgency !== ANY_VALUE || filters.owner !== ANY_VALUE || filters.direction !== ANY_VALUE || filters.source !== ANY_VALUE
export type RowFilter = Pick<BoardFilters, 'urgency' | 'owner' | 'direction' | 'source'>
export const NO_FILTER: RowFilter = { urgency: ANY_VALUE, owner: ANY_VALUE, direction: ANY_VALUE, source: ANY_VALUE }

/** A row with its lane at this moment. */
export interface PlacedRow extends BoardRow {
  readonly lane: Lane
  readonly urgency: Urgency
}

export const placeRows = (rows: readonly BoardRow[], now: Instant, shiftEndsAt: Instant): readonly PlacedRow[] =>
  rows.map((row) => ({ ...row, ...judgeRowUrgency(row, now, shiftEndsAt) }))

export const filterRows = (rows: readonly PlacedRow[], filters: RowFilter): readonly PlacedRow[] =>
  rows.filter(
    (row) =>
      (filters.urgency === ANY_VALUE || row.urgency === filters.urgency) &&
      (filters.owner === ANY_VALUE || row.next.ownerId === filters.owner) &&
      (filters.direction === ANY_VALUE || row.direction === filters.direction) &&
      (filters.source === ANY_VALUE || (filters.source === NO_PARTNER ? row.sourcePartner === null : row.sourcePartner === filters.source)),
  )
