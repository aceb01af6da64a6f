import { sql } from 'drizzle-orm'
import type { OfficeDatabase } from '../core/office-database'
import type { ReadableDb } from '../core/db-types'
import { toStorageFault } from '../core/database-faults'
import { reindexPerson } from './people'
import { person } from '../schema'

/**
 * The version of the search keys. A database stores in its own file header which version it was last indexed with, so that every copy has
 * it too.
 */
const SEARCH_KEYS_VERSION = 2

const readSearchKeysVersion = (db: ReadableDb): number => db.get<{ user_version: number }>(sql`PRAGMA user_version`)?.user_version ?? 0

/**
 * Rebuilds the search keys of everybody as this version makes them (H14); once for each database. A full or read-only disk must not
 * prevent reading (D6): the rebuild then waits for another day. Throws whatever else SQLite throws.
 */
export function reindexPeopleIfOutdated(database: OfficeDatabase): void {
  if (database.read(readSearchKeysVersion) >= SEARCH_KEYS_VERSION) return
  try {
    database.write((db) => {
      const records = db.select({ id: person.id, name: person.name, alias: person.alias, spellings: person.spellings }).from(person).all()
      for (const personRecord of records) reindexPerson(db, personRecord)
      db.run(sql.raw(`PRAGMA user_version = ${SEARCH_KEYS_VERSION}`))
    })
  } catch (error) {
    if (toStorageFault(error) === null) throw error
  }
}
