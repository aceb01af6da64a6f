import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

type DrizzleConnection = BetterSQLite3Database<Record<string, never>>

/**
 * The open book, for reading. It is the same connection as `WritableDb`: it cannot write by its type, and the router
 * puts it under `PRAGMA query_only` for the time of a reading call. `get` and `all` take raw `sql`.
 */
export type ReadableDb = Pick<DrizzleConnection, 'select' | 'selectDistinct' | 'with' | '$with' | 'get' | 'all'>

/** The open book inside a writing transaction. There is no `transaction`: the router makes the only one. */
export type WritableDb = ReadableDb & Pick<DrizzleConnection, 'insert' | 'update' | 'delete' | 'run'>
