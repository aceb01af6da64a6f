import { ok, type Outcome } from '#shared/domain/core/outcome'
import { appendAuditEntry } from '../../storage/audit/audit-log'
import type { WritableDb } from '../../storage/core/db-types'
import { resolveMergedId } from '../../storage/person/merges'
import { updateStay, listStaysAssignedTo } from '../../storage/accompaniment/stays'
import { loadNewOwner, type WorkerReplacement } from './reassignment'

/** Reassigns stays and contacts after a stay, so that none is without a worker (H4). */
export function reassignStays(db: WritableDb, replacement: WorkerReplacement): Outcome<number> {
  const { id, by, now } = replacement
  const stays = listStaysAssignedTo(db, id)
  for (const row of stays) {
    const personId = resolveMergedId(db, row.personId)
    const worker = loadNewOwner(db, personId, replacement)
    if (!worker.ok) return worker
    updateStay(db, row.id, { worker: worker.value })
    appendAuditEntry(db, { at: now, by, kind: 'reassigned', about: personId, facts: { what: 'stay' } })
  }
  return ok(stays.length)
}
