import type { ReadableDb } from './db-types'

/**
 * Something that is made once for each open book and goes with it: a query, because building one costs more than
 * running it; or what was read of rows that are never changed.
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
