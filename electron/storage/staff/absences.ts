import { eq } from 'drizzle-orm'
import type { StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { absence, clockMark } from '../schema'

/** A worker's absence. */
export interface Absence {
  readonly staffId: StaffId
  readonly from: number
  /** Null when the absence ends only when the worker reports back. */
  readonly until: number | null
}

const absencesQuery = oncePerDatabase((db) =>
  db.select({ staffId: absence.staffId, from: absence.fromAt, until: absence.untilAt }).from(absence).prepare(),
)
const clockMarkQuery = oncePerDatabase((db) => db.select({ at: clockMark.lastSeen }).from(clockMark).prepare())

/** Tells whether the worker is away at `now` (UTC ms). At the absence's end the worker is back automatically. */
export const isAwayAt = ({ from, until }: Pick<Absence, 'from' | 'until'>, now: number): boolean =>
  from <= now && (until === null || now < until)

/** Lists the workers who are away at `now` or will be later. */
export const listAbsences = (db: ReadableDb, now: number): readonly Absence[] =>
  absencesQuery(db)
    .all()
    .filter(({ until }) => until === null || now < until)

/**
 * Lists the workers who are away at the clock's high-water mark (T3), which the database stores with every change and every ten seconds.
 */
export function listAwayStaff(db: ReadableDb): ReadonlySet<StaffId> {
  const all = absencesQuery(db).all()
  if (all.length === 0) return new Set()
  const now = clockMarkQuery(db).get()?.at ?? 0
  return new Set(all.filter((one) => isAwayAt(one, now)).map(({ staffId }) => staffId))
}

/** Finds a worker's absence at `now` or later. */
export const findAbsence = (db: ReadableDb, id: StaffId, now: number): Absence | null =>
  listAbsences(db, now).find(({ staffId }) => staffId === id) ?? null

/** Saves a worker's absence. */
export function saveAbsence(db: WritableDb, { staffId, from, until }: Absence, setBy: StaffId): void {
  const fields = { fromAt: from, untilAt: until, setBy }
  db.insert(absence)
    .values({ staffId, ...fields })
    .onConflictDoUpdate({ target: absence.staffId, set: fields })
    .run()
}

/** Removes a worker's absence. */
export const removeAbsence = (db: WritableDb, id: StaffId): void => void db.delete(absence).where(eq(absence.staffId, id)).run()
