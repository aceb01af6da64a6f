import type { ReadableDb } from './database'

/**
 * Something that is made once for each open book and goes with it: a query, because building one costs more than
 * running it; or what was read of rows that are never changed.
 */
export function oncePerBook<T>(make: (db: ReadableDb) => T): (db: ReadableDb) => T {
  const made = new WeakMap<ReadableDb, T>()
  return (db) => {
    const known = made.get(db)
    if (known !== undefined) return known
    const fresh = make(db)
    made.set(db, fresh)
    return fresh
  }
}
