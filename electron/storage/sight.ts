import { and, asc, eq, gt, isNull, notInArray, sql } from 'drizzle-orm'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/ids'
import type { Worker } from '#shared/domain/staff'
import type { Role } from '#shared/domain/vocabulary'
import type { ReadableDb } from './database'
import { oncePerBook } from './once'
import { breakGlass, conflict, handoff, restriction, restrictionStaff, staff } from './schema'

const me = sql.placeholder('staffId')

/** Restricted people for whom a worker is not named and has broken no glass that still holds. */
const withheld = oncePerBook((db) => {
  const named = db.select({ id: restrictionStaff.personId }).from(restrictionStaff).where(eq(restrictionStaff.staffId, me))
  const opened = db
    .select({ id: breakGlass.personId })
    .from(breakGlass)
    .where(and(eq(breakGlass.staffId, me), gt(breakGlass.until, sql.placeholder('now'))))
  return db
    .select({ id: restriction.personId })
    .from(restriction)
    .where(and(notInArray(restriction.personId, named), notInArray(restriction.personId, opened)))
    .prepare()
})
const conflicts = oncePerBook((db) => db.select({ id: conflict.personId }).from(conflict).where(eq(conflict.staffId, me)).prepare())

/**
 * I3: the people who do not exist for a worker at `now` (UTC ms). A restricted person exists for those who are named for
 * her and for supervisors, and for a director who has broken the glass while that holds. A conflict hides from everybody
 * whom it names, whatever her roles. Two indexed looks, both empty in an office without restrictions.
 */
export function hiddenFrom(db: ReadableDb, worker: Worker, now: number): ReadonlySet<PersonId> {
  const restricted = worker.roles.includes('supervisor') ? [] : withheld(db).all({ staffId: worker.id, now })
  return new Set([...restricted, ...conflicts(db).all({ staffId: worker.id })].map(({ id }) => id))
}

const recordsOf = oncePerBook((db) =>
  db
    .select({ id: handoff.id })
    .from(handoff)
    .where(eq(handoff.personId, sql.placeholder('personId')))
    .prepare(),
)

/** The handoffs, open and ended, of people who are hidden. */
export const handoffsOf = (db: ReadableDb, hidden: ReadonlySet<PersonId>): ReadonlySet<HandoffId> =>
  new Set([...hidden].flatMap((personId) => recordsOf(db).all({ personId })).map(({ id }) => id))

export const maySee = (db: ReadableDb, worker: Worker, personId: PersonId, now: number): boolean =>
  !hiddenFrom(db, worker, now).has(personId)

const working = oncePerBook((db) =>
  db
    .select({ id: staff.id, name: staff.name, roles: staff.roles })
    .from(staff)
    .where(isNull(staff.leftAt))
    .orderBy(asc(staff.name))
    .prepare(),
)
const isRestricted = oncePerBook((db) =>
  db
    .select({ at: restriction.at })
    .from(restriction)
    .where(eq(restriction.personId, sql.placeholder('personId')))
    .prepare(),
)
const namedFor = oncePerBook((db) =>
  db
    .select({ id: restrictionStaff.staffId })
    .from(restrictionStaff)
    .where(eq(restrictionStaff.personId, sql.placeholder('personId')))
    .prepare(),
)
const inConflict = oncePerBook((db) =>
  db
    .select({ id: conflict.staffId })
    .from(conflict)
    .where(eq(conflict.personId, sql.placeholder('personId')))
    .prepare(),
)

/** What stands about a person: whether she is restricted, for whom, and who never sees her. */
export interface Sight {
  readonly restricted: boolean
  readonly named: readonly StaffId[]
  readonly conflicts: readonly StaffId[]
}

export const sightOf = (db: ReadableDb, personId: PersonId): Sight => ({
  restricted: isRestricted(db).get({ personId }) !== undefined,
  named: namedFor(db)
    .all({ personId })
    .map(({ id }) => id),
  conflicts: inConflict(db)
    .all({ personId })
    .map(({ id }) => id),
})

export interface Colleague {
  readonly id: StaffId
  readonly name: string
  readonly roles: readonly Role[]
}

/** True for somebody who sees her without breaking a glass. */
export const seesHer = (
  { restricted, named, conflicts: never }: Sight,
  worker: { readonly id: StaffId; readonly roles: readonly string[] },
): boolean => !never.includes(worker.id) && (!restricted || named.includes(worker.id) || worker.roles.includes('supervisor'))

/** Everybody who works here and sees this person without breaking a glass, by name. */
export function whoMaySee(db: ReadableDb, personId: PersonId): readonly Colleague[] {
  const sight = sightOf(db, personId)
  return working(db)
    .all()
    .filter((worker) => seesHer(sight, worker))
}
