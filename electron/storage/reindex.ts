import { sql } from 'drizzle-orm'
import type { Book } from './book'
import type { ReadableDb } from './database'
import { storageFault } from './faults'
import { indexAnew, isInOtherLetters, namesOf } from './people'
import { person } from './schema'

/** What a book's keys of people were last made with; it stands in the file's own header, so that every copy takes it along. */
const KEYS_OF = 1

const madeWith = (db: ReadableDb): number => db.get<{ user_version: number }>(sql`PRAGMA user_version`)?.user_version ?? 0

/**
 * H3: people whose names an earlier version wrote down in other letters than Latin get the keys by which they are found
 * across scripts; once for each book. Only their names are read for it, so that a large book opens as quickly. A full or
 * read-only disk must not keep anybody from reading (D6): then it is done another day. Throws what else SQLite throws.
 */
export function reindexOnce(book: Book): void {
  if (book.read(madeWith) >= KEYS_OF) return
  try {
    book.write((db) => {
      const others = db
        .select({ id: person.id, name: person.name, alias: person.alias, spellings: person.spellings })
        .from(person)
        .all()
        .filter((her) => namesOf(her).some(isInOtherLetters))
      for (const her of others) indexAnew(db, her)
      db.run(sql.raw(`PRAGMA user_version = ${KEYS_OF}`))
    })
  } catch (error) {
    if (storageFault(error) === null) throw error
  }
}
