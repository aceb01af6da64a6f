import type { absences as contract } from '#shared/contract/absence'
import type { StaffId } from '#shared/domain/core/ids'
import { ok, refuse } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import { STAFF_AWAY } from '#shared/domain/staff/worker'
import { findAbsence, removeAbsence, saveAbsence } from '../../storage/staff/absences'
import { appendAuditEntry } from '../../storage/audit/audit-log'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadHandoff } from '../../storage/handoff/handoffs'
import { listEffectiveRights, findStaff } from '../../storage/staff/staff'
import { removeSavedView, saveBoardView, listSavedViews } from '../../storage/staff/saved-views'
import type { UseCases } from '../../session/call-context'
import { executeCommand } from '../handoff/handoff'
import { loadCaseload, listOpenHandoffsOfWorker, reassignAll, firstTakeoverRefusal } from './reassignment'
import { reassignMeetings } from './reassign-meetings'
import { reassignStays } from './reassign-stays'

// No one would find more in a list.
const MOST_VIEWS = 30

/** Tells whether the worker may reassign any record (section 13). All others may assign only their own. */
const mayAssignAny = ({ roles }: Worker): boolean =>
  roles.some((role) => role === 'supervisor' || role === 'workflow_owner' || role === 'director')

/** Refuses an absence of another worker, unless a director writes it. Returns null when it is allowed. */
function absenceRefusal(db: ReadableDb, me: Worker, id: StaffId): ReturnType<typeof refuse> | null {
  const row = findStaff(db, id)
  if (row === null) return refuse('no_such_staff', { field: 'id' })
  if (id !== me.id && !me.roles.includes('director')) return refuse('not_yours')
  return row.leftAt === null ? null : refuse('has_left')
}

export const ownCalls: UseCases<typeof contract> = {
  'savedView.list': ({ db, me }) => ok(listSavedViews(db, me.id)),
  'savedView.save': ({ db, me, now }, { name, choice }) => {
    const views = listSavedViews(db, me.id)
    if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) return refuse('enough_views', { field: 'name' })
    saveBoardView(db, me.id, name, choice, now)
    return ok({ done: true })
  },
  'savedView.remove': ({ db, me }, { name }) => {
    removeSavedView(db, me.id, name)
    return ok({ done: true })
  },
  'handoff.assignMany': (context, { ids, to, reason }) => {
    const { db, me, now, audit } = context
    // The audit log holds an entry for each record instead.
    audit({ kind: null })
    if (findStaff(db, to) === null) return refuse('no_such_staff', { field: 'to' })
    let assigned = 0
    for (const id of new Set(ids)) {
      const before = loadHandoff(db, id)
      if (before === null) return refuse('no_such_handoff')
      if (before.assignedTo === to) continue
      if (!mayAssignAny(me) && before.assignedTo !== me.id) return refuse('not_yours')
      const done = executeCommand(context, id, { kind: 'assign', to, reason })
      if (!done.ok) return done
      appendAuditEntry(db, { at: now, by: me.id, kind: 'reassigned', about: id, facts: {} })
      assigned += 1
    }
    return assigned === 0 ? refuse('same_worker', { field: 'to' }) : ok({ assigned })
  },
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
