import { and, desc, eq, isNull } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/core/ids'
import type { MergeChanges } from '#shared/domain/person/merge'
import type { PersonAccess } from '#shared/domain/person/access'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { conflict, interpreterBooking, person, personMerge, restriction, restrictionStaff } from '../schema'

/** A merge of two records as it is stored, with what has to be moved back. */
export type MergeRow = Omit<typeof personMerge.$inferSelect, 'moved'> & { readonly moved: MergeChanges }

const activeMergesQuery = oncePerDatabase((db) =>
  db.select({ gone: personMerge.gone, stays: personMerge.stays }).from(personMerge).where(isNull(personMerge.undoneAt)).prepare(),
)

/** Loads every merged record with the record that it was merged into. Without merges this is one query of an empty table. */
export function loadMergedIds(db: ReadableDb): ReadonlyMap<PersonId, PersonId> {
  const targets = new Map(
    activeMergesQuery(db)
      .all()
      .map(({ gone, stays }) => [gone, stays]),
  )
  const findTarget = (id: PersonId): PersonId => {
    const next = targets.get(id)
    return next === undefined ? id : findTarget(next)
  }
  return new Map([...targets.keys()].map((id) => [id, findTarget(id)]))
}

/** Returns the id of the remaining record, or the same id where the record was never merged. */
export const resolveMergedId = (db: ReadableDb, id: PersonId): PersonId => loadMergedIds(db).get(id) ?? id

/** Lists the person's id and the ids of the records merged into it: what was written under any of them belongs to the person. */
export const listPersonIds = (db: ReadableDb, id: PersonId): readonly PersonId[] => [
  id,
  ...[...loadMergedIds(db)].filter(([, stays]) => stays === id).map(([gone]) => gone),
]

/** Finds a merge by its id. */
export const findMerge = (db: ReadableDb, id: string): MergeRow | null =>
  (db.select().from(personMerge).where(eq(personMerge.id, id)).get() as MergeRow | undefined) ?? null

/** Lists the merges into a person that are in force, newest first. */
export const listMergesInto = (db: ReadableDb, stays: PersonId): readonly MergeRow[] =>
  db
    .select()
    .from(personMerge)
    .where(and(eq(personMerge.stays, stays), isNull(personMerge.undoneAt)))
    .orderBy(desc(personMerge.at), desc(personMerge.id))
    .all() as MergeRow[]

/** Saves a merge. */
export function saveMerge(db: WritableDb, row: Omit<MergeRow, 'undoneAt' | 'undoneBy'>): void {
  db.insert(personMerge)
    .values({ ...row, undoneAt: null, undoneBy: null })
    .run()
  db.update(person).set({ mergedInto: row.stays }).where(eq(person.id, row.gone)).run()
}

/** Undoes a merge. */
export function undoMerge(db: WritableDb, { id, gone }: MergeRow, at: number, by: MergeRow['by']): void {
  db.update(personMerge).set({ undoneAt: at, undoneBy: by }).where(eq(personMerge.id, id)).run()
  db.update(person).set({ mergedInto: null }).where(eq(person.id, gone)).run()
}

/** Moves the interpreter bookings to the remaining record. Returns the ids that moved. */
export function moveInterpreterBookings(db: WritableDb, from: PersonId, to: PersonId, only: readonly string[] | null): readonly string[] {
  const ids = db
    .select({ id: interpreterBooking.id })
    .from(interpreterBooking)
    .where(eq(interpreterBooking.personId, from))
    .all()
    .map(({ id }) => id)
    .filter((id) => only === null || only.includes(id))
  for (const id of ids) db.update(interpreterBooking).set({ personId: to }).where(eq(interpreterBooking.id, id)).run()
  return ids
}

/** Updates the visibility tables to `next` (I3). A row that already matches keeps its date and its author. */
export function saveVisibility(
  db: WritableDb,
  personId: PersonId,
  current: PersonAccess,
  next: PersonAccess,
  author: { readonly at: number; readonly by: MergeRow['by'] },
): void {
  const named = next.restricted ? next.named : []
  for (const staffId of current.named.filter((id) => !named.includes(id)))
    db.delete(restrictionStaff)
      .where(and(eq(restrictionStaff.personId, personId), eq(restrictionStaff.staffId, staffId)))
      .run()
  if (next.restricted && !current.restricted)
    db.insert(restriction)
      .values({ personId, ...author })
      .run()
  if (!next.restricted && current.restricted) db.delete(restriction).where(eq(restriction.personId, personId)).run()
  for (const staffId of named.filter((id) => !current.named.includes(id))) db.insert(restrictionStaff).values({ personId, staffId }).run()
  for (const staffId of current.conflicts.filter((id) => !next.conflicts.includes(id)))
    db.delete(conflict)
      .where(and(eq(conflict.personId, personId), eq(conflict.staffId, staffId)))
      .run()
  for (const staffId of next.conflicts.filter((id) => !current.conflicts.includes(id)))
    db.insert(conflict)
      .values({ staffId, personId, ...author })
      .run()
}
