import type { StaffId } from '../core/ids'
import { HOUR } from '../core/moment'

/** I3: who may see a person: whether the record is restricted, who is named for it, and which workers have a conflict and never see it. */
export interface PersonAccess {
  readonly restricted: boolean
  readonly named: readonly StaffId[]
  readonly conflicts: readonly StaffId[]
}

/** A worker as this rule needs one: the worker's own roles, no decision rights. */
export interface Colleague {
  readonly id: StaffId
  readonly name: string
  readonly roles: readonly string[]
}

/** Section 13: how long access by break-glass lasts, in milliseconds. */
export const BREAK_GLASS_DURATION = HOUR

/** More names do not help a worker who needs one. */
const MAX_NAMES = 3

/**
 * I3: named staff and supervisors see a restricted person, everybody sees the others, and a conflict hides the person whatever
 * the roles. A director's break-glass is another matter, because it ends.
 */
export const hasPersonAccess = ({ restricted, named, conflicts }: PersonAccess, { id, roles }: Pick<Colleague, 'id' | 'roles'>): boolean =>
  !conflicts.includes(id) && (!restricted || named.includes(id) || roles.includes('supervisor'))

/**
 * Whether a worker could change again who sees the person: a supervisor who sees the person, or a director whom no conflict keeps out,
 * by break-glass if need be (section 13).
 */
const canChangeAccess = (next: PersonAccess, worker: Pick<Colleague, 'id' | 'roles'>): boolean =>
  worker.roles.includes('director')
    ? !next.conflicts.includes(worker.id)
    : worker.roles.includes('supervisor') && hasPersonAccess(next, worker)

/** I3: whether a change of access would lock everybody out: nobody sees the person, or nobody could change it again. `staff`: current. */
export const isEverybodyLockedOut = (next: PersonAccess, staff: readonly Pick<Colleague, 'id' | 'roles'>[]): boolean =>
  !staff.some((worker) => hasPersonAccess(next, worker)) || !staff.some((worker) => canChangeAccess(next, worker))

/** Which of the workers will see the person, by name, in the order of `staff`. */
export const listSeeing = (next: PersonAccess, staff: readonly Colleague[]): readonly string[] =>
  staff.filter((worker) => hasPersonAccess(next, worker)).map(({ name }) => name)

/**
 * S5: whom a neutral line names, at most three: those who are named for the person, else supervisors; for a person whom only a
 * conflict hides, the workers who have something to do for the person (`doers`).
 */
export function listColleaguesToAsk(sight: PersonAccess, seeing: readonly Colleague[], doers: readonly StaffId[]): readonly string[] {
  const first = seeing.filter(({ id }) => (sight.restricted ? sight.named : doers).includes(id))
  const asked = first.length > 0 ? first : seeing.filter(({ roles }) => roles.includes('supervisor'))
  return (asked.length > 0 ? asked : seeing).slice(0, MAX_NAMES).map(({ name }) => name)
}
