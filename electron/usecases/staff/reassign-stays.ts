import type { PersonId, StaffId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { appendAuditEntry } from '../../storage/audit/audit-log'
import type { WritableDb } from '../../storage/core/db-types'
import { resolveMergedId } from '../../storage/person/merges'
import { loadVisibility, listStaffWhoMaySee } from '../../storage/access/visibility'
import { updateStay, listStaysAssignedTo } from '../../storage/accompaniment/stays'
import { takeoverRefusal } from './reassignment'

export interface WorkerReplacement {
  readonly id: StaffId
  readonly to: StaffId
  readonly by: StaffId
  readonly now: number
}

/** I3: who takes something of hers over; where `to` may not see her, somebody who is named for her, a supervisor, or whoever does. */
export function findReplacement(db: WritableDb, personId: PersonId, { id, to, now }: WorkerReplacement): StaffId | null {
  const allowedWorkers = listStaffWhoMaySee(db, personId).filter((one) => takeoverRefusal(db, one.id, id, 'to', now) === null)
  const { named } = loadVisibility(db, personId)
  const newWorker =
    allowedWorkers.find((one) => one.id === to) ??
    allowedWorkers.find((one) => named.includes(one.id)) ??
    allowedWorkers.find(({ roles }) => roles.includes('supervisor')) ??
    allowedWorkers[0]
  return newWorker?.id ?? null
}

/** H4: nobody stays here, or waits to hear from us, without a worker. */
export function reassignStays(db: WritableDb, replacement: WorkerReplacement): Outcome<number> {
  const { id, by, now } = replacement
  const stays = listStaysAssignedTo(db, id)
  for (const row of stays) {
    const personId = resolveMergedId(db, row.personId)
    const worker = findReplacement(db, personId, replacement)
    if (worker === null) return refuse('nobody_may_see_her')
    updateStay(db, row.id, { worker })
    appendAuditEntry(db, { at: now, by, kind: 'reassigned', about: personId, facts: { what: 'stay' } })
  }
  return ok(stays.length)
}
