import { and, asc, eq } from 'drizzle-orm'
import { savedBoardFilters, type SavedBoardFilters } from '#shared/contract/handoff/saved-view'
import type { StaffId } from '#shared/domain/core/ids'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { savedView } from '../schema'

/** Reads the filters of a saved view, also under the name that a filter had until December 2026; null where they no longer fit. */
function parseFilters(stored: unknown): SavedBoardFilters | null {
  const { standing, ...others } = stored as Record<string, unknown>
  return savedBoardFilters.safeParse(standing === undefined ? others : { ...others, urgency: standing }).data ?? null
}

/**
 * Lists a worker's saved views of the board by name. A view that no longer fits the current filters is skipped.
 */
export const listSavedViews = (db: ReadableDb, id: StaffId): readonly { readonly name: string; readonly choice: SavedBoardFilters }[] =>
  db
    .select({ name: savedView.name, choice: savedView.choice })
    .from(savedView)
    .where(eq(savedView.staffId, id))
    .orderBy(asc(savedView.name))
    .all()
    .flatMap(({ name, choice: stored }) => {
      const choice = parseFilters(stored)
      return choice === null ? [] : [{ name, choice }]
    })

/** Saves a view of the board under a name. */
export function saveBoardView(db: WritableDb, id: StaffId, name: string, choice: SavedBoardFilters, now: number): void {
  db.insert(savedView)
    .values({ staffId: id, name, choice, savedAt: now })
    .onConflictDoUpdate({ target: [savedView.staffId, savedView.name], set: { choice, savedAt: now } })
    .run()
}

/** Removes a saved view. */
export const removeSavedView = (db: WritableDb, id: StaffId, name: string): void =>
  void db
    .delete(savedView)
    .where(and(eq(savedView.staffId, id), eq(savedView.name, name)))
    .run()

/** Removes all saved views of a worker. */
export const removeAllSavedViews = (db: WritableDb, id: StaffId): void => void db.delete(savedView).where(eq(savedView.staffId, id)).run()
