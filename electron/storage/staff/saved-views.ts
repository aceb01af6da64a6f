import { and, asc, eq } from 'drizzle-orm'
import type { SavedBoardFilters } from '#shared/contract/saved-view'
import type { StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { savedView } from '../schema'

/** A worker's own views of the board, by name. What it once was and no longer fits is hers to drop: it is not read. */
export const listSavedViews = (db: ReadableDb, id: StaffId): readonly { readonly name: string; readonly choice: SavedBoardFilters }[] =>
  db
    .select({ name: savedView.name, choice: savedView.choice })
    .from(savedView)
    .where(eq(savedView.staffId, id))
    .orderBy(asc(savedView.name))
    .all() as { name: string; choice: SavedBoardFilters }[]

export function saveBoardView(db: WritableDb, id: StaffId, name: string, choice: SavedBoardFilters, now: number): void {
  db.insert(savedView)
    .values({ staffId: id, name, choice, savedAt: now })
    .onConflictDoUpdate({ target: [savedView.staffId, savedView.name], set: { choice, savedAt: now } })
    .run()
}

export const removeSavedView = (db: WritableDb, id: StaffId, name: string): void =>
  void db
    .delete(savedView)
    .where(and(eq(savedView.staffId, id), eq(savedView.name, name)))
    .run()

export const removeAllSavedViews = (db: WritableDb, id: StaffId): void => void db.delete(savedView).where(eq(savedView.staffId, id)).run()
