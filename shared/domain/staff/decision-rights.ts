import type { StaffId } from '../core/ids'
import { DECISION_RIGHTS, type DecisionRight, type Role, type StaffRole } from '../core/vocabulary'

/** Who decides: one holder, and a deputy who has the right as well while the holder is away (section 13). */
export interface HeldRight {
  readonly right: DecisionRight
  readonly holder: StaffId
  readonly deputy: StaffId | null
  readonly deputyActs: boolean
}

/** Rights that nobody holds: until they are named, the director is asked, and decides. */
export const listUnassignedRights = (held: readonly HeldRight[]): readonly DecisionRight[] =>
  DECISION_RIGHTS.filter((right) => !held.some((one) => one.right === right))

/** Returns a worker's roles now: the worker's own, the decision rights that the worker holds or is the acting deputy for, and for a director the rights that nobody holds. */
export function getCurrentRoles(
  worker: { readonly id: StaffId; readonly roles: readonly StaffRole[] },
  held: readonly HeldRight[],
): readonly Role[] {
  const rights = held.filter(({ holder, deputy, deputyActs }) => holder === worker.id || (deputyActs && deputy === worker.id))
  const unassigned = worker.roles.includes('director') ? listUnassignedRights(held) : []
  return [...worker.roles, ...rights.map(({ right }) => right), ...unassigned]
}

/** Who is asked about a right now: the deputy while the holder is away, else the holder; null when nobody is named. */
export function findDecisionMaker(right: DecisionRight, held: readonly HeldRight[]): StaffId | null {
  const found = held.find((one) => one.right === right)
  if (found === undefined) return null
  return found.deputyActs && found.deputy !== null ? found.deputy : found.holder
}
