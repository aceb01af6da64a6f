import type { Database } from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

interface AppliedMigration {
  readonly hash: string
}

const MIGRATIONS_TABLE = '__drizzle_migrations'

function readAppliedMigrations(sqlite: Database): readonly AppliedMigration[] {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(MIGRATIONS_TABLE)
  return known === undefined
    ? []
    : (sqlite.prepare(`SELECT hash FROM ${MIGRATIONS_TABLE} ORDER BY created_at, id`).all() as AppliedMigration[])
}

/**
 * Migrates the database to the bundled version, all or nothing. Refuses a database that has had unknown migrations (D5). Drizzle's own
 * migrator is not used: a table rebuild inside its transaction deletes child rows, and it commits before anything can be checked. The
 * files and the table are the same, so drizzle-kit's tools still understand the database.
 *
 * Leaves `foreign_keys` ON. Throws what SQLite throws, with everything rolled back.
 */
export function migrate(sqlite: Database, migrationsFolder: string): 'done' | 'newer_version' {
  const bundled = readMigrationFiles({ migrationsFolder })
  const applied = readAppliedMigrations(sqlite)
  if (applied.length > bundled.length || applied.some(({ hash }, at) => hash !== bundled[at]?.hash)) return 'newer_version'
  const pending = bundled.slice(applied.length)
  if (pending.length === 0) return 'done'

  // It is turned off before BEGIN, because inside a transaction this pragma does nothing.
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec('BEGIN EXCLUSIVE')
  try {
    sqlite.exec(
      `CREATE TABLE IF NOT EXISTS ${MIGRATIONS_TABLE} (id INTEGER PRIMARY KEY AUTOINCREMENT, hash text NOT NULL, created_at numeric)`,
    )
    const insertMigration = sqlite.prepare(`INSERT INTO ${MIGRATIONS_TABLE} (hash, created_at) VALUES (?, ?)`)
    for (const { sql, hash, folderMillis } of pending) {
      for (const statement of sql) sqlite.exec(statement)
      insertMigration.run(hash, folderMillis)
    }
    const orphans = sqlite.pragma('foreign_key_check') as readonly unknown[]
    if (orphans.length > 0) throw new Error(`a migration left ${orphans.length} rows without their parent`)
    sqlite.exec('COMMIT')
    return 'done'
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
