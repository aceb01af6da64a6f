import { sql } from 'drizzle-orm'
import type { OfficeDatabase } from '../core/office-database'
import type { ReadableDb } from '../core/db-types'
import { toStorageFault } from '../core/database-faults'
import { reindexPerson, hasNonLatinLetters, listPersonNames } from './people'
import { person } from '../schema'

/** What a book's keys of people were last made with; it stands in the file's own header, so that every copy takes it along. */
const SEARCH_KEYS_VERSION = 1

const readSearchKeysVersion = (db: ReadableDb): number => db.get<{ user_version: number }>(sql`PRAGMA user_version`)?.user_version ?? 0

/**
 * H3: people whose names an earlier version wrote down in other letters than Latin get the keys by which they are found
 * across scripts; once for each book. Only their names are read for it, so that a large book opens as quickly. A full or
 * read-only disk must not keep anybody from reading (D6): then it is done another day. Throws what else SQLite throws.
 */
export function reindexPeopleIfOutdated(database: OfficeDatabase): void {
  if (database.read(readSearchKeysVersion) >= SEARCH_KEYS_VERSION) return
  try {
    database.write((db) => {
      const records = db
        .select({ id: person.id, name: person.name, alias: person.alias, spellings: person.spellings })
        .from(person)
        .all()
        .filter((personRecord) => listPersonNames(personRecord).some(hasNonLatinLetters))
      for (const personRecord of records) reindexPerson(db, personRecord)
      db.run(sql.raw(`PRAGMA user_version = ${SEARCH_KEYS_VERSION}`))
    })
  } catch (error) {
    if (toStorageFault(error) === null) throw error
  }
}
