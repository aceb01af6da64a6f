import type { BoardRow } from '#shared/contract/board'
import { ANY, GROUPS, NO_PARTNER, SORTS, VIEWS } from '#shared/domain/board-look'
import type { Instant } from '#shared/domain/moment'
import { STANDINGS, type Lane, type Standing } from '#shared/domain/standing'
import { DIRECTIONS, type Direction } from '#shared/domain/vocabulary'
import { rowStanding } from '../../ui'

/** How the board is looked at: the same for lanes and table. Kept in the address, so that going back brings it back. */
export type View = (typeof VIEWS)[number]
export type Sort = (typeof SORTS)[number]
export type Group = (typeof GROUPS)[number]
export { ANY, GROUPS, NO_PARTNER, SORTS, VIEWS }

export interface Choice {
  readonly view: View
  readonly standing: Standing | typeof ANY
  readonly owner: string
  readonly direction: Direction | typeof ANY
  readonly source: string
  readonly sort: Sort
  readonly group: Group
  /** The chosen row. */
  readonly at: string | null
}

export const EVERYTHING: Choice = {
  view: 'lanes',
  standing: ANY,
  owner: ANY,
  direction: ANY,
  source: ANY,
  sort: 'due',
  group: 'owner',
  at: null,
}

const oneOf = <V extends string>(values: readonly V[], found: string | null, otherwise: V): V =>
  values.find((value) => value === found) ?? otherwise

/** Reads the address; what it does not know counts as everything. */
export function choiceOf(search: string): Choice {
  const found = new URLSearchParams(search)
  return {
    view: oneOf(VIEWS, found.get('view'), 'lanes'),
    standing: oneOf([...STANDINGS, ANY], found.get('standing'), ANY),
    owner: found.get('owner') ?? ANY,
    direction: oneOf([...DIRECTIONS, ANY], found.get('direction'), ANY),
    source: found.get('source') ?? ANY,
    sort: oneOf(SORTS, found.get('sort'), 'due'),
    group: oneOf(GROUPS, found.get('group'), 'owner'),
    at: found.get('at'),
  }
}

/** Ids and words only, never a name (P6). */
export function searchOf(choice: Choice): string {
  const said = new URLSearchParams()
  for (const key of ['view', 'standing', 'owner', 'direction', 'source', 'sort', 'group', 'at'] as const) {
    const value = choice[key]
    if (value !== null && value !== EVERYTHING[key]) said.set(key, value)
  }
  return said.toString()
}

export const isFiltered = (choice: Filter): boolean =>
  choice.standing !== ANY || choice.owner !== ANY || choice.direction !== ANY || choice.source !== ANY
export type Filter = Pick<Choice, 'standing' | 'owner' | 'direction' | 'source'>
export const UNFILTERED: Filter = { standing: ANY, owner: ANY, direction: ANY, source: ANY }

/** A row with its place at this moment. */
export interface Placed extends BoardRow {
  readonly lane: Lane
  readonly standing: Standing
}

export const placed = (rows: readonly BoardRow[], now: Instant, shiftEndsAt: Instant): readonly Placed[] =>
  rows.map((row) => ({ ...row, ...rowStanding(row, now, shiftEndsAt) }))

export const chosen = (rows: readonly Placed[], choice: Filter): readonly Placed[] =>
  rows.filter(
    (row) =>
      (choice.standing === ANY || row.standing === choice.standing) &&
      (choice.owner === ANY || row.next.ownerId === choice.owner) &&
      (choice.direction === ANY || row.direction === choice.direction) &&
      (choice.source === ANY || (choice.source === NO_PARTNER ? row.sourcePartner === null : row.sourcePartner === choice.source)),
  )
