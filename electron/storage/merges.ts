import { and, desc, eq, isNull } from 'drizzle-orm'
import type { PersonId } from '#shared/domain/ids'
import type { Moved } from '#shared/domain/merge'
import type { Sight } from '#shared/domain/sight'
import type { ReadableDb, WritableDb } from './database'
import { oncePerBook } from './once'
import { conflict, interpreterBooking, person, personMerge, restriction, restrictionStaff } from './schema'

export type MergeRow = Omit<typeof personMerge.$inferSelect, 'moved'> & { readonly moved: Moved }

const standing = oncePerBook((db) =>
  db.select({ gone: personMerge.gone, stays: personMerge.stays }).from(personMerge).where(isNull(personMerge.undoneAt)).prepare(),
)

/** Everybody whose record was joined to another one, and whose it is now; in an office without merges one look at an empty table. */
export function mergedIds(db: ReadableDb): ReadonlyMap<PersonId, PersonId> {
  const into = new Map(
    standing(db)
      .all()
      .map(({ gone, stays }) => [gone, stays]),
  )
  const last = (id: PersonId): PersonId => {
    const next = into.get(id)
    return next === undefined ? id : last(next)
  }
  return new Map([...into.keys()].map((id) => [id, last(id)]))
}

export const livingId = (db: ReadableDb, id: PersonId): PersonId => mergedIds(db).get(id) ?? id

/** Herself and everybody whose record was joined to hers: what was written under each of them is hers. */
export const idsOf = (db: ReadableDb, id: PersonId): readonly PersonId[] => [
  id,
  ...[...mergedIds(db)].filter(([, stays]) => stays === id).map(([gone]) => gone),
]

export const mergeRow = (db: ReadableDb, id: string): MergeRow | null =>
  (db.select().from(personMerge).where(eq(personMerge.id, id)).get() as MergeRow | undefined) ?? null

/** What was joined to a person and stands, newest first. */
export const mergesInto = (db: ReadableDb, stays: PersonId): readonly MergeRow[] =>
  db
    .select()
    .from(personMerge)
    .where(and(eq(personMerge.stays, stays), isNull(personMerge.undoneAt)))
    .orderBy(desc(personMerge.at), desc(personMerge.id))
    .all() as MergeRow[]

export function keepMerge(db: WritableDb, row: Omit<MergeRow, 'undoneAt' | 'undoneBy'>): void {
  db.insert(personMerge)
    .values({ ...row, undoneAt: null, undoneBy: null })
    .run()
  db.update(person).set({ mergedInto: row.stays }).where(eq(person.id, row.gone)).run()
}

export function endMerge(db: WritableDb, { id, gone }: MergeRow, at: number, by: MergeRow['by']): void {
  db.update(personMerge).set({ undoneAt: at, undoneBy: by }).where(eq(personMerge.id, id)).run()
  db.update(person).set({ mergedInto: null }).where(eq(person.id, gone)).run()
}

/** Interpreters who were booked for her stay hers, under whichever record; answers whose ids moved. */
export function moveBookings(db: WritableDb, from: PersonId, to: PersonId, only: readonly string[] | null): readonly string[] {
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

/** I3: brings the tables to what `next` says; a row that says it already keeps its day and its author. */
export function putSight(
  db: WritableDb,
  personId: PersonId,
  now: Sight,
  next: Sight,
  stamp: { readonly at: number; readonly by: MergeRow['by'] },
): void {
  const named = next.restricted ? next.named : []
  for (const staffId of now.named.filter((id) => !named.includes(id)))
    db.delete(restrictionStaff)
      .where(and(eq(restrictionStaff.personId, personId), eq(restrictionStaff.staffId, staffId)))
      .run()
  if (next.restricted && !now.restricted)
    db.insert(restriction)
      .values({ personId, ...stamp })
      .run()
  if (!next.restricted && now.restricted) db.delete(restriction).where(eq(restriction.personId, personId)).run()
  for (const staffId of named.filter((id) => !now.named.includes(id))) db.insert(restrictionStaff).values({ personId, staffId }).run()
  for (const staffId of now.conflicts.filter((id) => !next.conflicts.includes(id)))
    db.delete(conflict)
      .where(and(eq(conflict.personId, personId), eq(conflict.staffId, staffId)))
      .run()
  for (const staffId of next.conflicts.filter((id) => !now.conflicts.includes(id)))
    db.insert(conflict)
      .values({ staffId, personId, ...stamp })
      .run()
}
