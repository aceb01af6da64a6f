import type { ReadableDb } from './db-types'

/**
 * Makes a value once for each open database and drops it with the database: a query, because building one costs more than running it, or
 * a value read from rows that never change.
 */
export function oncePerDatabase<T>(make: (db: ReadableDb) => T): (db: ReadableDb) => T {
  const cache = new WeakMap<ReadableDb, T>()
  return (db) => {
    const known = cache.get(db)
    if (known !== undefined) return known
    const created = make(db)
    cache.set(db, created)
    return created
  }
}
