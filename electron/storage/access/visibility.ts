import { and, eq, gt, isNull, notInArray, sql, type Column, type SQL } from 'drizzle-orm'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/core/ids'
import { hasPersonAccess, type PersonAccess } from '#shared/domain/person/access'
import { findHolderForPerson, type AskedRole } from '#shared/domain/staff/decision-holder'
import type { Worker } from '#shared/domain/staff/worker'
import type { ReadableDb } from '../core/db-types'
import { loadMergedIds } from '../person/merges'
import { oncePerDatabase } from '../core/once-per-database'
import { breakGlass, conflict, goal, handoff, meeting, release, restriction, restrictionStaff, stay, task } from '../schema'
import { listCurrentStaff, loadStaffSituation, type StaffRow } from '../staff/staff'

const staffIdParam = sql.placeholder('staffId')
const personIdParam = sql.placeholder('personId')

/** Selects the restricted people for whom the worker is not named and holds no break-glass that is still in force. */
const restrictedIdsQuery = oncePerDatabase((db) => {
  const named = db.select({ id: restrictionStaff.personId }).from(restrictionStaff).where(eq(restrictionStaff.staffId, staffIdParam))
  const openedByBreakGlass = db
    .select({ id: breakGlass.personId })
    .from(breakGlass)
    .where(and(eq(breakGlass.staffId, staffIdParam), gt(breakGlass.until, sql.placeholder('now'))))
  return db
    .select({ id: restriction.personId })
    .from(restriction)
    .where(and(notInArray(restriction.personId, named), notInArray(restriction.personId, openedByBreakGlass)))
    .prepare()
})
const conflicts = oncePerDatabase((db) =>
  db.select({ id: conflict.personId }).from(conflict).where(eq(conflict.staffId, staffIdParam)).prepare(),
)

/**
 * Lists the people who do not exist for a worker at `now` (UTC ms) (I3). A restricted person exists for the named staff and for
 * supervisors, and for a director while a break-glass is in force. A conflict hides the person from every worker it names, whatever the
 * worker's roles. Two indexed queries, both empty in an office without restrictions.
 */
export function listHiddenPeople(db: ReadableDb, { id, roles }: Worker, now: number): ReadonlySet<PersonId> {
  const restricted = roles.includes('supervisor') ? [] : restrictedIdsQuery(db).all({ staffId: id, now })
  return addMergedPeople(db, new Set([...restricted, ...conflicts(db).all({ staffId: id })].map((row) => row.id)))
}

/** Adds the merged records: a worker who may see the remaining record may see the merged one, whatever was set on it before. */
function addMergedPeople(db: ReadableDb, hidden: Set<PersonId>): ReadonlySet<PersonId> {
  for (const [gone, stays] of loadMergedIds(db))
    if (hidden.has(stays)) hidden.add(gone)
    else hidden.delete(gone)
  return hidden
}

/** Builds the condition that excludes people from a query before any limit counts them; undefined when no one is hidden. */
export const excludePeople = (column: Column, hidden: ReadonlySet<PersonId>): SQL | undefined =>
  hidden.size === 0 ? undefined : sql`${column} NOT IN (SELECT value FROM json_each(${JSON.stringify([...hidden])}))`

const handoffIdsQuery = oncePerDatabase((db) =>
  db.select({ id: handoff.id }).from(handoff).where(eq(handoff.personId, personIdParam)).prepare(),
)
/** Lists the handoffs, open and closed, of hidden people. Everything that is recorded about a handoff refers to it or to the person. */
const listHandoffIds = (db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlySet<HandoffId> =>
  new Set([...hidden].flatMap((personId) => handoffIdsQuery(db).all({ personId })).map(({ id }) => id))

const meetingIdsQuery = oncePerDatabase((db) =>
  db
    .select({ id: meeting.id })
    .from(meeting)
    .innerJoin(handoff, eq(handoff.id, meeting.handoffId))
    .where(eq(handoff.personId, personIdParam))
    .prepare(),
)
const releaseIdsQuery = oncePerDatabase((db) =>
  db.select({ id: release.id }).from(release).where(eq(release.personId, personIdParam)).prepare(),
)
const stayIdsQuery = oncePerDatabase((db) => db.select({ id: stay.id }).from(stay).where(eq(stay.personId, personIdParam)).prepare())
const goalIdsQuery = oncePerDatabase((db) =>
  db.select({ id: goal.id }).from(goal).innerJoin(stay, eq(stay.id, goal.stayId)).where(eq(stay.personId, personIdParam)).prepare(),
)
/** Lists every id that could identify a hidden person, besides the person's own: handoffs, meetings, releases, stays and goals (I3). */
export const listRestrictedIds = (db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlySet<string> =>
  new Set<string>([
    ...listHandoffIds(db, hidden),
    ...[...hidden].flatMap((personId) =>
      [meetingIdsQuery, releaseIdsQuery, stayIdsQuery, goalIdsQuery].flatMap((query) =>
        query(db)
          .all({ personId })
          .map(({ id }) => id as string),
      ),
    ),
  ])

/** Tells whether a worker may see a person at `now` (UTC ms) (I3). */
export const maySeePerson = (db: ReadableDb, me: Worker, personId: PersonId, now: number): boolean =>
  !listHiddenPeople(db, me, now).has(personId)

const restrictionQuery = oncePerDatabase((db) =>
  db.select({ at: restriction.at }).from(restriction).where(eq(restriction.personId, personIdParam)).prepare(),
)
const namedStaffQuery = oncePerDatabase((db) =>
  db.select({ id: restrictionStaff.staffId }).from(restrictionStaff).where(eq(restrictionStaff.personId, personIdParam)).prepare(),
)
const conflictStaffQuery = oncePerDatabase((db) =>
  db.select({ id: conflict.staffId }).from(conflict).where(eq(conflict.personId, personIdParam)).prepare(),
)

/** Loads the restriction and the conflicts of a person. */
export const loadVisibility = (db: ReadableDb, personId: PersonId): PersonAccess => ({
  restricted: restrictionQuery(db).get({ personId }) !== undefined,
  named: namedStaffQuery(db)
    .all({ personId })
    .map(({ id }) => id),
  conflicts: conflictStaffQuery(db)
    .all({ personId })
    .map(({ id }) => id),
})

/** Lists every restricted person. */
export const listRestrictedPeople = (db: ReadableDb): readonly PersonId[] =>
  db
    .select({ id: restriction.personId })
    .from(restriction)
    .all()
    .map(({ id }) => id)

/** Lists the current staff who may see this person without a break-glass, longest-serving first. */
export function listStaffWhoMaySee(db: ReadableDb, personId: PersonId): readonly StaffRow[] {
  const visibility = loadVisibility(db, personId)
  return listCurrentStaff(db).filter((one) => hasPersonAccess(visibility, one))
}

/** Loads who is told about this person (B2, C3, I3). An office always has a worker: one without any is a bug. */
export function loadHolderForPerson(db: ReadableDb, role: AskedRole, personId: PersonId): StaffId {
  const holder = findHolderForPerson(role, loadVisibility(db, personId), loadStaffSituation(db))
  if (holder === null) throw new Error('nobody works here')
  return holder
}

const assigneesQuery = oncePerDatabase((db) =>
  db
    .selectDistinct({ id: handoff.assignedTo })
    .from(handoff)
    .where(and(eq(handoff.personId, personIdParam), isNull(handoff.endedAt)))
    .prepare(),
)
const taskOwnersQuery = oncePerDatabase((db) =>
  db
    .selectDistinct({ id: task.owner })
    .from(task)
    .innerJoin(handoff, eq(handoff.id, task.handoffId))
    .where(and(eq(handoff.personId, personIdParam), eq(task.open, 1)))
    .prepare(),
)
const stayWorkersQuery = oncePerDatabase((db) =>
  db
    .selectDistinct({ id: stay.worker })
    .from(stay)
    .where(and(eq(stay.personId, personIdParam), isNull(stay.endedAt)))
    .prepare(),
)
/** Lists the workers who are involved with the person now: by an open task, an open handoff assigned to them, or a running stay (A4). */
export const listInvolvedStaff = (db: ReadableDb, personId: PersonId): readonly StaffId[] => [
  ...new Set([assigneesQuery, taskOwnersQuery, stayWorkersQuery].flatMap((query) => query(db).all({ personId })).map(({ id }) => id)),
]

const breakGlassQuery = oncePerDatabase((db) =>
  db
    .select({ until: breakGlass.until })
    .from(breakGlass)
    .where(and(eq(breakGlass.personId, personIdParam), eq(breakGlass.staffId, staffIdParam), gt(breakGlass.until, sql.placeholder('now'))))
    .prepare(),
)
/** Returns until when (UTC ms) the worker sees this person only by break-glass. Returns null when the worker needs none or has none. */
export function getBreakGlassEnd(db: ReadableDb, { id, roles }: Worker, personId: PersonId, now: number): number | null {
  if (hasPersonAccess(loadVisibility(db, personId), { id, roles })) return null
  return breakGlassQuery(db).get({ personId, staffId: id, now })?.until ?? null
}
