import { and, eq, gt, isNull, notInArray, sql, type Column, type SQL } from 'drizzle-orm'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/ids'
import { seesHer, type Sight } from '#shared/domain/sight'
import type { Worker } from '#shared/domain/staff'
import type { ReadableDb } from './database'
import { mergedIds } from './merges'
import { oncePerBook } from './once'
import { breakGlass, conflict, goal, handoff, meeting, release, restriction, restrictionStaff, stay, task } from './schema'
import { holderOf, presentFirst, whoWorkHere, type StaffRow } from './staff'

const worker = sql.placeholder('staffId')
const her = sql.placeholder('personId')

/** Restricted people for whom a worker is not named and has broken no glass that still holds. */
const withheld = oncePerBook((db) => {
  const named = db.select({ id: restrictionStaff.personId }).from(restrictionStaff).where(eq(restrictionStaff.staffId, worker))
  const opened = db
    .select({ id: breakGlass.personId })
    .from(breakGlass)
    .where(and(eq(breakGlass.staffId, worker), gt(breakGlass.until, sql.placeholder('now'))))
  return db
    .select({ id: restriction.personId })
    .from(restriction)
    .where(and(notInArray(restriction.personId, named), notInArray(restriction.personId, opened)))
    .prepare()
})
const conflicts = oncePerBook((db) => db.select({ id: conflict.personId }).from(conflict).where(eq(conflict.staffId, worker)).prepare())

/**
 * I3: the people who do not exist for a worker at `now` (UTC ms). A restricted person exists for those who are named for
 * her and for supervisors, and for a director who has broken the glass while that holds. A conflict hides from everybody
 * whom it names, whatever her roles. Two indexed looks, both empty in an office without restrictions.
 */
export function hiddenFrom(db: ReadableDb, { id, roles }: Worker, now: number): ReadonlySet<PersonId> {
  const restricted = roles.includes('supervisor') ? [] : withheld(db).all({ staffId: id, now })
  return withMerged(db, new Set([...restricted, ...conflicts(db).all({ staffId: id })].map((row) => row.id)))
}

/** A record that was joined to another is seen by whoever sees that one, whatever stood about it before. */
function withMerged(db: ReadableDb, hidden: Set<PersonId>): ReadonlySet<PersonId> {
  for (const [gone, stays] of mergedIds(db))
    if (hidden.has(stays)) hidden.add(gone)
    else hidden.delete(gone)
  return hidden
}

/** The part of a query that leaves people out, before any limit counts them; nothing where nobody is hidden. */
export const without = (column: Column, hidden: ReadonlySet<PersonId>): SQL | undefined =>
  hidden.size === 0 ? undefined : sql`${column} NOT IN (SELECT value FROM json_each(${JSON.stringify([...hidden])}))`

const recordsOf = oncePerBook((db) => db.select({ id: handoff.id }).from(handoff).where(eq(handoff.personId, her)).prepare())
/** The handoffs, open and ended, of people who are hidden: what is kept of each hangs on them, or on herself. */
const handoffsOf = (db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlySet<HandoffId> =>
  new Set([...hidden].flatMap((personId) => recordsOf(db).all({ personId })).map(({ id }) => id))

const meetingsOf = oncePerBook((db) =>
  db
    .select({ id: meeting.id })
    .from(meeting)
    .innerJoin(handoff, eq(handoff.id, meeting.handoffId))
    .where(eq(handoff.personId, her))
    .prepare(),
)
const releasesOf = oncePerBook((db) => db.select({ id: release.id }).from(release).where(eq(release.personId, her)).prepare())
const staysOf = oncePerBook((db) => db.select({ id: stay.id }).from(stay).where(eq(stay.personId, her)).prepare())
const goalsOf = oncePerBook((db) =>
  db.select({ id: goal.id }).from(goal).innerJoin(stay, eq(stay.id, goal.stayId)).where(eq(stay.personId, her)).prepare(),
)
/** I3: every id by which somebody who is hidden could be named, besides her own: records, meetings, releases, stays and goals. */
export const idsAbout = (db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlySet<string> =>
  new Set<string>([
    ...handoffsOf(db, hidden),
    ...[...hidden].flatMap((personId) =>
      [meetingsOf, releasesOf, staysOf, goalsOf].flatMap((of) =>
        of(db)
          .all({ personId })
          .map(({ id }) => id as string),
      ),
    ),
  ])

export const maySee = (db: ReadableDb, me: Worker, personId: PersonId, now: number): boolean => !hiddenFrom(db, me, now).has(personId)

const isRestricted = oncePerBook((db) => db.select({ at: restriction.at }).from(restriction).where(eq(restriction.personId, her)).prepare())
const namedFor = oncePerBook((db) =>
  db.select({ id: restrictionStaff.staffId }).from(restrictionStaff).where(eq(restrictionStaff.personId, her)).prepare(),
)
const against = oncePerBook((db) => db.select({ id: conflict.staffId }).from(conflict).where(eq(conflict.personId, her)).prepare())

export const sightOf = (db: ReadableDb, personId: PersonId): Sight => ({
  restricted: isRestricted(db).get({ personId }) !== undefined,
  named: namedFor(db)
    .all({ personId })
    .map(({ id }) => id),
  conflicts: against(db)
    .all({ personId })
    .map(({ id }) => id),
})

/** Everybody who is restricted. */
export const restrictedPeople = (db: ReadableDb): readonly PersonId[] =>
  db
    .select({ id: restriction.personId })
    .from(restriction)
    .all()
    .map(({ id }) => id)

/** Everybody who works here and sees this person without breaking a glass, who came first at the head. */
export function whoMaySee(db: ReadableDb, personId: PersonId): readonly StaffRow[] {
  const sight = sightOf(db, personId)
  return whoWorkHere(db).filter((one) => seesHer(sight, one))
}

/** B2, C3: who is told about this person: the holder if she sees her, else a supervisor who does, else whoever does. */
export function holderFor(db: ReadableDb, role: 'supervisor' | 'workflow_owner', personId: PersonId): StaffId {
  const holder = holderOf(db, role)
  const sight = sightOf(db, personId)
  if (!sight.restricted && sight.conflicts.length === 0) return holder
  const seeing = presentFirst(db, whoMaySee(db, personId))
  if (seeing.some(({ id }) => id === holder)) return holder
  return (seeing.find(({ roles }) => roles.includes('supervisor')) ?? seeing[0])?.id ?? holder
}

const assigned = oncePerBook((db) =>
  db
    .selectDistinct({ id: handoff.assignedTo })
    .from(handoff)
    .where(and(eq(handoff.personId, her), isNull(handoff.endedAt)))
    .prepare(),
)
const owners = oncePerBook((db) =>
  db
    .selectDistinct({ id: task.owner })
    .from(task)
    .innerJoin(handoff, eq(handoff.id, task.handoffId))
    .where(and(eq(handoff.personId, her), eq(task.open, 1)))
    .prepare(),
)
const hosts = oncePerBook((db) =>
  db
    .selectDistinct({ id: stay.worker })
    .from(stay)
    .where(and(eq(stay.personId, her), isNull(stay.endedAt)))
    .prepare(),
)
/** Who has something to do for her now: an open action, an open record assigned to her, or a stay that runs (A4). */
export const doersFor = (db: ReadableDb, personId: PersonId): readonly StaffId[] => [
  ...new Set([assigned, owners, hosts].flatMap((of) => of(db).all({ personId })).map(({ id }) => id)),
]

const glass = oncePerBook((db) =>
  db
    .select({ until: breakGlass.until })
    .from(breakGlass)
    .where(and(eq(breakGlass.personId, her), eq(breakGlass.staffId, worker), gt(breakGlass.until, sql.placeholder('now'))))
    .prepare(),
)
/** Until when (UTC ms) a worker sees this person by a glass she broke and by nothing else; null when she needs none, or has none. */
export function glassUntil(db: ReadableDb, { id, roles }: Worker, personId: PersonId, now: number): number | null {
  if (seesHer(sightOf(db, personId), { id, roles })) return null
  return glass(db).get({ personId, staffId: id, now })?.until ?? null
}
