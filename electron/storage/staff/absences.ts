import { eq } from 'drizzle-orm'
import type { StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { absence, clockMark } from '../schema'

export interface Absence {
  readonly staffId: StaffId
  readonly from: number
  /** Null: until she says that she is back. */
  readonly until: number | null
}

const absencesQuery = oncePerDatabase((db) =>
  db.select({ staffId: absence.staffId, from: absence.fromAt, until: absence.untilAt }).from(absence).prepare(),
)
const clockMarkQuery = oncePerDatabase((db) => db.select({ at: clockMark.lastSeen }).from(clockMark).prepare())

/** She is away at `now` (UTC ms); at its end she is back by herself. */
export const isAwayAt = ({ from, until }: Pick<Absence, 'from' | 'until'>, now: number): boolean =>
  from <= now && (until === null || now < until)

/** Who is away or will be, at `now` or later. */
export const listAbsences = (db: ReadableDb, now: number): readonly Absence[] =>
  absencesQuery(db)
    .all()
    .filter(({ until }) => until === null || now < until)

/** Who is away at the clock's high-water mark (T3), which the book keeps with every change and every ten seconds. */
export function listAwayStaff(db: ReadableDb): ReadonlySet<StaffId> {
  const all = absencesQuery(db).all()
  if (all.length === 0) return new Set()
  const now = clockMarkQuery(db).get()?.at ?? 0
  return new Set(all.filter((one) => isAwayAt(one, now)).map(({ staffId }) => staffId))
}

export const findAbsence = (db: ReadableDb, id: StaffId, now: number): Absence | null =>
  listAbsences(db, now).find(({ staffId }) => staffId === id) ?? null

export function saveAbsence(db: WritableDb, { staffId, from, until }: Absence, setBy: StaffId): void {
  const fields = { fromAt: from, untilAt: until, setBy }
  db.insert(absence)
    .values({ staffId, ...fields })
    .onConflictDoUpdate({ target: absence.staffId, set: fields })
    .run()
}

export const removeAbsence = (db: WritableDb, id: StaffId): void => void db.delete(absence).where(eq(absence.staffId, id)).run()
