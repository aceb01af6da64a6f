import { and, asc, eq, isNull } from 'drizzle-orm'
import type { staff as contract } from '#shared/contract/office/staff'
import type { PersonId } from '#shared/domain/core/ids'
import { ok, refuse } from '#shared/domain/core/outcome'
import {
  BREAK_GLASS_DURATION,
  hasPersonAccess,
  isEverybodyLockedOut,
  listColleaguesToAsk,
  type PersonAccess,
} from '#shared/domain/person/access'
import type { Worker } from '#shared/domain/staff/worker'
import { isContactClockRunning } from '#shared/domain/handoff/state-questions'
import type { ReadableDb } from '../../storage/core/db-types'
import { findPerson } from '../../storage/person/people'
import { breakGlass, conflict, handoff, restriction, restrictionStaff, task } from '../../storage/schema'
import { listInvolvedStaff, maySeePerson, loadVisibility, listStaffWhoMaySee } from '../../storage/access/visibility'
import { listCurrentStaff, isCurrentStaff } from '../../storage/staff/staff'
import type { UseCases } from '../../session/call-context'

type AccessChannel = 'access.read' | 'access.restrict' | 'access.setConflict' | 'access.listHiddenTasks' | 'access.breakGlass'

/** Finds why a change of access is impossible: a worker would own work without seeing the person, or no one would see the person. */
function findAccessLoss(db: ReadableDb, personId: PersonId, next: PersonAccess): 'an_owner' | 'everybody' | null {
  const owners = listInvolvedStaff(db, personId)
  const staff = listCurrentStaff(db)
  const allowedWorkers = staff.filter((worker) => hasPersonAccess(next, worker))
  if (owners.some((id) => !allowedWorkers.some((worker) => worker.id === id))) return 'an_owner'
  return isEverybodyLockedOut(next, staff) ? 'everybody' : null
}

/** Tells whether the worker may open a restricted record by break-glass (section 13): only a director, and never against a conflict. */
const mayBreakGlass = (me: Worker, { restricted, conflicts }: PersonAccess): boolean =>
  me.roles.includes('director') && restricted && !conflicts.includes(me.id)

const listOpenHandoffsOfPerson = (db: ReadableDb, personId: PersonId) =>
  db
    .select({ id: handoff.id, state: handoff.state, mode: handoff.standardMode, clockAt: handoff.clockAt, nextAt: task.dueAt })
    .from(handoff)
    .innerJoin(task, and(eq(task.handoffId, handoff.id), eq(task.no, handoff.nextTaskNo)))
    .where(and(eq(handoff.personId, personId), isNull(handoff.endedAt)))
    .orderBy(asc(handoff.clockAt))
    .all()

export const accessCalls: UseCases<Pick<typeof contract, AccessChannel>> = {
  'access.read': ({ db }, { personId }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    return ok({ ...loadVisibility(db, personId), owners: listInvolvedStaff(db, personId) })
  },
  /** Restricts a person. A worker who has work for the person stays among those who may see the person (I3). */
  'access.restrict': ({ db, now, me, audit }, { personId, named }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    audit({ about: personId, facts: { on: named !== null, named: named?.length ?? 0 } })
    const ids = [...new Set(named)]
    if (!ids.every((id) => isCurrentStaff(db, id))) return refuse('no_such_staff', { field: 'named' })
    if (named !== null) {
      const loss = findAccessLoss(db, personId, { ...loadVisibility(db, personId), restricted: true, named: ids })
      if (loss) return refuse(loss === 'an_owner' ? 'owner_not_named' : 'nobody_may_see_her', { field: 'named' })
    }
    db.delete(restrictionStaff).where(eq(restrictionStaff.personId, personId)).run()
    if (named === null) {
      db.delete(restriction).where(eq(restriction.personId, personId)).run()
      return ok({ done: true })
    }
    db.insert(restriction)
      .values({ personId, at: now, by: me.id })
      .onConflictDoUpdate({ target: restriction.personId, set: { at: now, by: me.id } })
      .run()
    if (ids.length > 0)
      db.insert(restrictionStaff)
        .values(ids.map((id) => ({ personId, staffId: id })))
        .run()
    return ok({ done: true })
  },
  'access.setConflict': ({ db, now, me, audit }, { personId, staffId, on }) => {
    if (!findPerson(db, personId)) return refuse('no_such_person')
    if (!isCurrentStaff(db, staffId)) return refuse('no_such_staff', { field: 'staffId' })
    audit({ about: personId, facts: { staff: staffId, on } })
    if (!on) {
      db.delete(conflict)
        .where(and(eq(conflict.personId, personId), eq(conflict.staffId, staffId)))
        .run()
      return ok({ done: true })
    }
    const sight = loadVisibility(db, personId)
    const loss = findAccessLoss(db, personId, { ...sight, conflicts: [...sight.conflicts, staffId] })
    if (loss) return refuse(loss === 'an_owner' ? 'owner_in_conflict' : 'nobody_may_see_her', { field: 'staffId' })
    db.insert(conflict).values({ staffId, personId, at: now, by: me.id }).onConflictDoNothing().run()
    return ok({ done: true })
  },
  /** Lists when something is due and whom to ask; never what, or about whom (S5). */
  'access.listHiddenTasks': ({ db, now, me, hidden }) => {
    const lines = [...hidden].flatMap((personId) => {
      const sight = loadVisibility(db, personId)
      const ask = listColleaguesToAsk(sight, listStaffWhoMaySee(db, personId), listInvolvedStaff(db, personId))
      return listOpenHandoffsOfPerson(db, personId).map(({ id, state, mode, clockAt, nextAt }) => {
        const dueAt = clockAt ?? nextAt
        // A source that is only measured raises no alarm while the contact clock runs (C2).
        const isAlarming = mode !== 'measured' || !isContactClockRunning(state)
        return { dueAt, overdue: isAlarming && dueAt < now, ask, handoffId: mayBreakGlass(me, sight) ? id : null }
      })
    })
    return ok(lines.toSorted((a, b) => a.dueAt - b.dueAt))
  },
  /**
   * Opens a restricted record. The reason is stored in a table of its own, so that it can be purged while the audit log stays complete
   * (section 13, T1, T4).
   */
  'access.breakGlass': ({ db, now, me, audit }, { handoffId, reason }) => {
    const row = db.select({ personId: handoff.personId }).from(handoff).where(eq(handoff.id, handoffId)).get()
    const sight = row && loadVisibility(db, row.personId)
    // A worker in a conflict with the person gets the same answer as for an unknown id.
    if (!row || !sight || sight.conflicts.includes(me.id)) return refuse('no_such_handoff')
    if (!mayBreakGlass(me, sight) || maySeePerson(db, me, row.personId, now)) return refuse('not_restricted')
    const until = now + BREAK_GLASS_DURATION
    audit({ about: handoffId, facts: { until } })
    db.insert(breakGlass).values({ personId: row.personId, staffId: me.id, at: now, until, reason }).run()
    return ok({ until })
  },
}
