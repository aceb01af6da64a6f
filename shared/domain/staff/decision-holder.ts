import type { StaffId } from '../core/ids'
import { hasPersonAccess, type PersonAccess } from '../person/access'
import { findDecisionMaker, type HeldRight } from './decision-rights'

/** Who is asked now: the supervisor, who is a role, or the workflow owner, who is a decision right (section 13). */
export type AskedRole = 'supervisor' | 'workflow_owner'

interface AskableWorker {
  readonly id: StaffId
  readonly roles: readonly string[]
}

/** What a decision needs to know of the staff: who works here, the longest serving first, who is away, and who holds which right. */
export interface StaffSituation<Worker extends AskableWorker = AskableWorker> {
  readonly workers: readonly Worker[]
  readonly awayIds: ReadonlySet<StaffId>
  readonly rights: readonly HeldRight[]
}

/** H4: sorts the workers who are here before those who are away; the order is kept otherwise. */
export const sortPresentFirst = <Worker extends AskableWorker>(
  workers: readonly Worker[],
  awayIds: ReadonlySet<StaffId>,
): readonly Worker[] => workers.toSorted((a, b) => Number(awayIds.has(a.id)) - Number(awayIds.has(b.id)))

/**
 * Says whose right is exercised by a deputy now: a deputy who is named acts while the holder is away (H4, section 13), and one
 * who was told to act does so in any case.
 */
export const listActingRights = (rights: readonly HeldRight[], awayIds: ReadonlySet<StaffId>): readonly HeldRight[] =>
  rights.map((one) => (one.deputy !== null && awayIds.has(one.holder) ? { ...one, deputyActs: true } : one))

/**
 * Finds who is told of a possible danger (B2) and of a standard that has passed (C3). The director answers while nobody is named,
 * or while the one who is named is away (H4), unless the director is away as well. Null where nobody works here.
 */
export function findHolder(role: AskedRole, { workers, awayIds, rights }: StaffSituation): StaffId | null {
  const present = sortPresentFirst(workers, awayIds)
  const named =
    role === 'supervisor'
      ? (present.find(({ roles }) => roles.includes('supervisor'))?.id ?? null)
      : findDecisionMaker(role, listActingRights(rights, awayIds))
  const fallback = present.find(({ roles }) => roles.includes('director')) ?? present[0]
  if (fallback === undefined) return null
  return named !== null && (!awayIds.has(named) || awayIds.has(fallback.id)) ? named : fallback.id
}

/**
 * Finds who is told about one person (B2, C3, I3): the holder where the holder may see the person, else a supervisor who may, else
 * the longest serving worker who may, those who are here first. Where nobody may, the holder is told all the same. Null where
 * nobody works here.
 */
export function findHolderForPerson(role: AskedRole, access: PersonAccess, staff: StaffSituation): StaffId | null {
  const holder = findHolder(role, staff)
  const maySee = sortPresentFirst(
    staff.workers.filter((one) => hasPersonAccess(access, one)),
    staff.awayIds,
  )
  if (maySee.some(({ id }) => id === holder)) return holder
  return (maySee.find(({ roles }) => roles.includes('supervisor')) ?? maySee[0])?.id ?? holder
}
