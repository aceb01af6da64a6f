import type { StaffId } from '../core/ids'
import { HOUR } from '../core/moment'

/** I3: what stands about a person: whether she is restricted, for whom, and who never sees her. */
export interface PersonAccess {
  readonly restricted: boolean
  readonly named: readonly StaffId[]
  readonly conflicts: readonly StaffId[]
}

/** A worker as this rule needs her: her own roles, no decision rights. */
export interface Colleague {
  readonly id: StaffId
  readonly name: string
  readonly roles: readonly string[]
}

/** Section 13: how long a broken glass stays open, in milliseconds. */
export const BREAK_GLASS_DURATION = HOUR

/** More names are no help to somebody who needs one. */
const MAX_NAMES = 3

/**
 * I3: named staff and supervisors see a restricted person, everybody sees the others, and a conflict hides her whatever
 * the roles. A director's broken glass is another matter: it ends.
 */
export const hasPersonAccess = ({ restricted, named, conflicts }: PersonAccess, { id, roles }: Pick<Colleague, 'id' | 'roles'>): boolean =>
  !conflicts.includes(id) && (!restricted || named.includes(id) || roles.includes('supervisor'))

/**
 * S5: whom a neutral line names, at most three: those who are named for her, else supervisors; for somebody whom only a
 * conflict hides, whoever has something to do for her (`doers`).
 */
export function listColleaguesToAsk(sight: PersonAccess, seeing: readonly Colleague[], doers: readonly StaffId[]): readonly string[] {
  const first = seeing.filter(({ id }) => (sight.restricted ? sight.named : doers).includes(id))
  const asked = first.length > 0 ? first : seeing.filter(({ roles }) => roles.includes('supervisor'))
  return (asked.length > 0 ? asked : seeing).slice(0, MAX_NAMES).map(({ name }) => name)
}
