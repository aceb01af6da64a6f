import type { Handoff } from '#shared/domain/handoff/handoff'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { refuse } from '#shared/domain/core/outcome'
import { hasPersonAccess } from '#shared/domain/person/access'
import { isOpen } from '#shared/domain/handoff/state'
import { listOpenTasks } from '#shared/domain/handoff/task'
import type { ReadableDb } from '../../storage/core/db-types'
import { listInvolvedStaff, listRestrictedPeople, loadVisibility, listStaffWhoMaySee } from '../../storage/access/visibility'
import { findStaff } from '../../storage/staff/staff'

const listOwners = (handoff: Handoff): readonly StaffId[] => [handoff.assignedTo, ...listOpenTasks(handoff.tasks).map(({ owner }) => owner)]

/** Refuses to assign work to a worker who has left, or for whom the person does not exist (H4, I3). */
export function workerRefusal(db: ReadableDb, personId: PersonId, staffId: StaffId, field?: string): ReturnType<typeof refuse> | null {
  const worker = findStaff(db, staffId)
  const fieldDetail = field === undefined ? {} : { field }
  if (worker === null || worker.leftAt !== null) return refuse('has_left', fieldDetail)
  const sight = loadVisibility(db, personId)
  if (hasPersonAccess(sight, worker)) return null
  return refuse(sight.conflicts.includes(staffId) ? 'owner_in_conflict' : 'owner_not_named', fieldDetail)
}

/** Finds the first worker who gets work for the person by a change, had none before, and may not have it. Returns the refusal. */
export function assigneeRefusal(db: ReadableDb, before: Handoff | null, after: Handoff, field?: string): ReturnType<typeof refuse> | null {
  if (!isOpen(after)) return null
  const ownersBefore = before !== null && isOpen(before) ? listOwners(before) : []
  const newOwners = new Set(listOwners(after).filter((id) => !ownersBefore.includes(id)))
  for (const id of newOwners) {
    const refusal = workerRefusal(db, after.personId, id, field)
    if (refusal) return refusal
  }
  return null
}

/**
 * Checks before COMMIT, after roles or staff have changed, whether a worker would have work for a restricted person without seeing the
 * person, or whether no one would see the person (I3). Returns null when neither is so.
 */
export function lostAccessRefusal(db: ReadableDb): ReturnType<typeof refuse> | null {
  for (const personId of listRestrictedPeople(db)) {
    const allowedWorkers = listStaffWhoMaySee(db, personId)
    if (allowedWorkers.length === 0) return refuse('nobody_may_see_her')
    if (listInvolvedStaff(db, personId).some((id) => !allowedWorkers.some((worker) => worker.id === id))) return refuse('owner_not_named')
  }
  return null
}
