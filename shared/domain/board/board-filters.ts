/** How the board is looked at: the same for lanes and table. */
export const BOARD_VIEWS = ['lanes', 'table'] as const
export const BOARD_SORTS = ['due', 'dueLast', 'number', 'numberLast', 'owner', 'ownerLast'] as const
export const BOARD_GROUPS = ['owner', 'none'] as const
export const ANY_VALUE = 'any'
/** A source that is no partner: the person, or a worker. */
export const NO_PARTNER = 'none'
