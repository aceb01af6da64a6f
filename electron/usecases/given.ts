import type { Handoff } from '#shared/domain/handoff'
import type { PersonId, StaffId } from '#shared/domain/ids'
import { refuse } from '#shared/domain/outcome'
import { seesHer } from '#shared/domain/sight'
import { isOpen } from '#shared/domain/standing'
import { openTasks } from '#shared/domain/task'
import type { ReadableDb } from '../storage/database'
import { doersFor, restrictedPeople, sightOf, whoMaySee } from '../storage/sight'
import { staffRow } from '../storage/staff'

const doersOf = (handoff: Handoff): readonly StaffId[] => [handoff.assignedTo, ...openTasks(handoff.tasks).map(({ owner }) => owner)]

/** H4, I3: nothing of hers is given to somebody who has left, or for whom she does not exist. */
export function cannotHave(db: ReadableDb, personId: PersonId, staffId: StaffId, field?: string): ReturnType<typeof refuse> | null {
  const worker = staffRow(db, staffId)
  const more = field === undefined ? {} : { field }
  if (worker === null || worker.leftAt !== null) return refuse('has_left', more)
  const sight = sightOf(db, personId)
  if (seesHer(sight, worker)) return null
  return refuse(sight.conflicts.includes(staffId) ? 'owner_in_conflict' : 'owner_not_named', more)
}

/** The first of those who have something to do for her after a change, and had nothing before, who cannot have it. */
export function givenAmiss(db: ReadableDb, before: Handoff | null, after: Handoff, field?: string): ReturnType<typeof refuse> | null {
  if (!isOpen(after)) return null
  const had = before !== null && isOpen(before) ? doersOf(before) : []
  const fresh = new Set(doersOf(after).filter((id) => !had.includes(id)))
  for (const id of fresh) {
    const amiss = cannotHave(db, after.personId, id, field)
    if (amiss) return amiss
  }
  return null
}

/**
 * I3: asked after roles or staff have changed, before COMMIT: is there a restricted person whom somebody would have
 * something to do for without seeing her, or whom nobody would see any more? Null when there is none.
 */
export function lostFromSight(db: ReadableDb): ReturnType<typeof refuse> | null {
  for (const personId of restrictedPeople(db)) {
    const seeing = whoMaySee(db, personId)
    if (seeing.length === 0) return refuse('nobody_may_see_her')
    if (doersFor(db, personId).some((id) => !seeing.some((worker) => worker.id === id))) return refuse('owner_not_named')
  }
  return null
}
