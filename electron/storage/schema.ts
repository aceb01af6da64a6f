/**
 * The book's tables. Instants are UTC milliseconds. What SQLite itself must refuse (H1's deferred key, append-only
 * triggers, checks) stands in the migration's SQL, because drizzle-kit cannot write it.
 */
export * from './schema/office'
export * from './schema/people'
export * from './schema/handoff'
export * from './schema/access'
export * from './schema/audit'
export * from './schema/policy'
export * from './schema/meeting'
export * from './schema/release'
export * from './schema/accompaniment'
