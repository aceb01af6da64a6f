import { and, asc, eq, isNull } from 'drizzle-orm'
import type { staff as contract } from '#shared/contract/staff'
import type { PersonId } from '#shared/domain/ids'
import { ok, refuse } from '#shared/domain/outcome'
import { GLASS_HOLDS, seesHer, whoToAsk, type Sight } from '#shared/domain/sight'
import type { Worker } from '#shared/domain/staff'
import { isBeforeContact } from '#shared/domain/standing'
import type { ReadableDb } from '../storage/database'
import { personRow } from '../storage/people'
import { breakGlass, conflict, handoff, restriction, restrictionStaff, task } from '../storage/schema'
import { doersFor, maySee, sightOf, whoMaySee } from '../storage/sight'
import { whoWorkHere, worksHere } from '../storage/staff'
import type { UseCases } from './context'

type Channels = 'access.read' | 'access.restrict' | 'access.conflict' | 'access.lines' | 'access.breakGlass'

/** Why a change of who may see her cannot be: somebody would own what she does not see, or nobody would see her at all. */
function wouldLose(db: ReadableDb, personId: PersonId, next: Sight): 'an_owner' | 'everybody' | null {
  const doers = doersFor(db, personId)
  const seeing = whoWorkHere(db).filter((worker) => seesHer(next, worker))
  if (doers.some((id) => !seeing.some((worker) => worker.id === id))) return 'an_owner'
  return seeing.length === 0 ? 'everybody' : null
}

/** Section 13: only a director breaks a glass, and none breaks a conflict. */
const mayBreak = (me: Worker, { restricted, conflicts }: Sight): boolean =>
  me.roles.includes('director') && restricted && !conflicts.includes(me.id)

const openOf = (db: ReadableDb, personId: PersonId) =>
  db
    .select({ id: handoff.id, state: handoff.state, mode: handoff.standardMode, clockAt: handoff.clockAt, nextAt: task.dueAt })
    .from(handoff)
    .innerJoin(task, and(eq(task.handoffId, handoff.id), eq(task.no, handoff.nextTaskNo)))
    .where(and(eq(handoff.personId, personId), isNull(handoff.endedAt)))
    .orderBy(asc(handoff.clockAt))
    .all()

export const accessCalls: UseCases<Pick<typeof contract, Channels>> = {
  'access.read': ({ db }, { personId }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    return ok({ ...sightOf(db, personId), owners: doersFor(db, personId) })
  },
  /** I3: whoever has something to do for her stays among those who see her. */
  'access.restrict': ({ db, now, me, keep }, { personId, named }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    keep({ about: personId, facts: { on: named !== null, named: named?.length ?? 0 } })
    const ids = [...new Set(named)]
    if (!ids.every((id) => worksHere(db, id))) return refuse('no_such_staff', { field: 'named' })
    if (named !== null) {
      const lost = wouldLose(db, personId, { ...sightOf(db, personId), restricted: true, named: ids })
      if (lost) return refuse(lost === 'an_owner' ? 'owner_not_named' : 'nobody_may_see_her', { field: 'named' })
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
  'access.conflict': ({ db, now, me, keep }, { personId, staffId, on }) => {
    if (!personRow(db, personId)) return refuse('no_such_person')
    if (!worksHere(db, staffId)) return refuse('no_such_staff', { field: 'staffId' })
    keep({ about: personId, facts: { staff: staffId, on } })
    if (!on) {
      db.delete(conflict)
        .where(and(eq(conflict.personId, personId), eq(conflict.staffId, staffId)))
        .run()
      return ok({ done: true })
    }
    const sight = sightOf(db, personId)
    const lost = wouldLose(db, personId, { ...sight, conflicts: [...sight.conflicts, staffId] })
    if (lost) return refuse(lost === 'an_owner' ? 'owner_in_conflict' : 'nobody_may_see_her', { field: 'staffId' })
    db.insert(conflict).values({ staffId, personId, at: now, by: me.id }).onConflictDoNothing().run()
    return ok({ done: true })
  },
  /** S5: when something is due and whom to ask; never what, or about whom. */
  'access.lines': ({ db, now, me, hidden }) => {
    const lines = [...hidden].flatMap((personId) => {
      const sight = sightOf(db, personId)
      const ask = whoToAsk(sight, whoMaySee(db, personId), doersFor(db, personId))
      return openOf(db, personId).map(({ id, state, mode, clockAt, nextAt }) => {
        const dueAt = clockAt ?? nextAt
        // C2: a source that is only measured raises no alarm while the contact clock runs.
        const loud = mode !== 'measured' || !isBeforeContact(state)
        return { dueAt, overdue: loud && dueAt < now, ask, handoffId: mayBreak(me, sight) ? id : null }
      })
    })
    return ok(lines.toSorted((a, b) => a.dueAt - b.dueAt))
  },
  /** Section 13: the reason stands in a table of its own, so that it can be purged while the trail stays whole (T1, T4). */
  'access.breakGlass': ({ db, now, me, keep }, { handoffId, reason }) => {
    const row = db.select({ personId: handoff.personId }).from(handoff).where(eq(handoff.id, handoffId)).get()
    const sight = row && sightOf(db, row.personId)
    // Somebody in a conflict with her is answered as for an id that nobody has.
    if (!row || !sight || sight.conflicts.includes(me.id)) return refuse('no_such_handoff')
    if (!mayBreak(me, sight) || maySee(db, me, row.personId, now)) return refuse('not_restricted')
    const until = now + GLASS_HOLDS
    keep({ about: handoffId, facts: { until } })
    db.insert(breakGlass).values({ personId: row.personId, staffId: me.id, at: now, until, reason }).run()
    return ok({ until })
  },
}
