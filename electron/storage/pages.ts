import { sql } from 'drizzle-orm'
import type { ReadableDb } from './database'
import { storageFault } from './faults'

/** D5: SQLite's own check of every page and index, and of every reference from row to row. 4 to 7 ms a megabyte. */
export function pagesAreWhole(db: ReadableDb): boolean {
  try {
    const said = db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check(1)`)
    const orphans = db.all(sql`PRAGMA foreign_key_check`)
    return said.every((row) => row.integrity_check === 'ok') && orphans.length === 0
  } catch (error) {
    if (storageFault(error) === null) throw error
    return false
  }
}
