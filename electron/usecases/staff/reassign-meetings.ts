import { applyMeeting } from '#shared/domain/meeting/apply'
import { reassignMeeting } from '#shared/domain/meeting/decide-call'
import { ok, type Outcome } from '#shared/domain/core/outcome'
import { appendAuditEntry } from '../../storage/audit/audit-log'
import type { WritableDb } from '../../storage/core/db-types'
import { listMeetingsNotClosed, saveMeeting } from '../../storage/meeting/meetings'
import { loadNewOwner, type WorkerReplacement } from './reassignment'

const NOBODY_HIDDEN = new Set<never>()

/** Reassigns meetings that are not closed, and what was agreed in them, so that none stays with a worker who has left or is away (H4). */
export function reassignMeetings(db: WritableDb, reassignment: WorkerReplacement): Outcome<number> {
  const { id, by, now } = reassignment
  let count = 0
  for (const { body, handoffId, personId } of listMeetingsNotClosed(db, NOBODY_HIDDEN)) {
    if (reassignMeeting(body, id, reassignment.to, reassignment).length === 0) continue
    const newWorker = loadNewOwner(db, personId, reassignment)
    if (!newWorker.ok) return newWorker
    const events = reassignMeeting(body, id, newWorker.value, reassignment)
    saveMeeting(db, body, events.reduce(applyMeeting, body), events)
    appendAuditEntry(db, { at: now, by, kind: 'reassigned', about: handoffId, facts: { what: 'meeting' } })
    count += 1
  }
  return ok(count)
}
