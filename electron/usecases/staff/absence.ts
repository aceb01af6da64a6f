import type { absences } from '#shared/contract/office/absence'
import type { StaffId } from '#shared/domain/core/ids'
import { ok, refuse } from '#shared/domain/core/outcome'
import { STAFF_AWAY, type Worker } from '#shared/domain/staff/worker'
import { findAbsence, removeAbsence, saveAbsence } from '../../storage/staff/absences'
import type { ReadableDb } from '../../storage/core/db-types'
import { listEffectiveRights, findStaff } from '../../storage/staff/staff'
import type { UseCases } from '../../session/call-context'
import { loadCaseload, listOpenHandoffsOfWorker, reassignAll, firstTakeoverRefusal } from './reassignment'
import { reassignMeetings } from './reassign-meetings'
import { reassignStays } from './reassign-stays'

/** H4: refuses an absence that is neither the caller's own nor written by a director; null when it is allowed. */
function absenceRefusal(db: ReadableDb, me: Worker, id: StaffId): ReturnType<typeof refuse> | null {
  const row = findStaff(db, id)
  if (row === null) return refuse('no_such_staff', { field: 'id' })
  if (id !== me.id && !me.roles.includes('director')) return refuse('not_yours')
  return row.leftAt === null ? null : refuse('has_left')
}

/** When a worker is away, and who takes over (H4). */
export const absenceCalls: UseCases<typeof absences> = {
  'absence.read': ({ db, me, now, hidden }, { id }) => {
    const refusal = absenceRefusal(db, me, id)
    if (refusal) return refusal
    const away = findAbsence(db, id, now)
    return ok({
      away: away && { from: away.from, until: away.until },
      ...loadCaseload(db, id, hidden),
      rights: listEffectiveRights(db)
        .filter(({ holder }) => holder === id)
        .map(({ right, deputy }) => ({ right, deputy: deputy !== null })),
    })
  },
  'absence.save': ({ db, me, now, audit }, { id, from: requestedFrom, until, to, exceptions }) => {
    const refusal = absenceRefusal(db, me, id)
    if (refusal) return refusal
    const from = Math.max(requestedFrom ?? now, now)
    if (until !== null && until <= from) return refuse('due_in_the_past', { field: 'until' })
    if (to === null && listOpenHandoffsOfWorker(db, id).length > 0) return refuse('owner_needed', { field: 'to' })
    const reassignment = to === null ? null : { id, to, exceptions }
    const takerRefusal = reassignment && firstTakeoverRefusal(db, reassignment, now)
    if (takerRefusal) return takerRefusal
    const reassigned = reassignment === null ? ok(0) : reassignAll(db, reassignment, me.id, now, STAFF_AWAY)
    if (!reassigned.ok) return reassigned
    const stays = to === null ? ok(0) : reassignStays(db, { id, to, by: me.id, now })
    if (!stays.ok) return stays
    const meetings = to === null ? ok(0) : reassignMeetings(db, { id, to, by: me.id, now })
    if (!meetings.ok) return meetings
    saveAbsence(db, { staffId: id, from, until }, me.id)
    audit({ about: id, facts: { away: true, reassigned: reassigned.value } })
    return ok({ reassigned: reassigned.value })
  },
  'absence.end': ({ db, me, audit }, { id }) => {
    const refusal = absenceRefusal(db, me, id)
    if (refusal) return refusal
    removeAbsence(db, id)
    audit({ about: id, facts: { away: false } })
    return ok({ done: true })
  },
}
