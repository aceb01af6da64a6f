import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

type DrizzleConnection = BetterSQLite3Database<Record<string, never>>

/**
 * The open database, for reading. It is the same connection as `WritableDb`: its type cannot write, and the router sets `PRAGMA
 * query_only` during a reading call. `get` and `all` take raw `sql`.
 */
export type ReadableDb = Pick<DrizzleConnection, 'select' | 'selectDistinct' | 'with' | '$with' | 'get' | 'all'>

/** The open database inside a writing transaction. It has no `transaction`, because the router opens the only one. */
export type WritableDb = ReadableDb & Pick<DrizzleConnection, 'insert' | 'update' | 'delete' | 'run'>
