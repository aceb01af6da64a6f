/**
 * The database's tables. Instants are UTC milliseconds. What SQLite itself must refuse (H1's deferred key, append-only triggers, checks)
 * is in the migrations' SQL, because drizzle-kit cannot write it.
 */
export * from './office'
export * from './person'
export * from './handoff'
export * from './access'
export * from './audit'
export * from './policy'
export * from './meeting'
export * from './release'
export * from './accompaniment'
