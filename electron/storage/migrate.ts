import type { Database } from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'

interface Applied {
  readonly hash: string
}

const BOOK_OF_MIGRATIONS = '__drizzle_migrations'

function appliedTo(sqlite: Database): readonly Applied[] {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(BOOK_OF_MIGRATIONS)
  return known === undefined ? [] : (sqlite.prepare(`SELECT hash FROM ${BOOK_OF_MIGRATIONS} ORDER BY created_at, id`).all() as Applied[])
}

/**
 * Brings the book to the bundled version, all or nothing. Refuses a book that has had migrations we do not know (D5).
 * Drizzle's own migrator is not used: a table rebuild inside its transaction deletes child rows, and it commits before
 * anything can be checked. Same files, same table, so drizzle-kit's tools still understand the book.
 *
 * Leaves `foreign_keys` ON. Throws what SQLite throws, with everything rolled back.
 */
export function migrate(sqlite: Database, migrationsFolder: string): 'done' | 'newer_version' {
  const bundled = readMigrationFiles({ migrationsFolder })
  const applied = appliedTo(sqlite)
  if (applied.length > bundled.length || applied.some(({ hash }, at) => hash !== bundled[at]?.hash)) return 'newer_version'
  const pending = bundled.slice(applied.length)
  if (pending.length === 0) return 'done'

  // Off before BEGIN: inside a transaction this pragma does nothing.
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec('BEGIN EXCLUSIVE')
  try {
    sqlite.exec(
      `CREATE TABLE IF NOT EXISTS ${BOOK_OF_MIGRATIONS} (id INTEGER PRIMARY KEY AUTOINCREMENT, hash text NOT NULL, created_at numeric)`,
    )
    const remember = sqlite.prepare(`INSERT INTO ${BOOK_OF_MIGRATIONS} (hash, created_at) VALUES (?, ?)`)
    for (const { sql, hash, folderMillis } of pending) {
      for (const statement of sql) sqlite.exec(statement)
      remember.run(hash, folderMillis)
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
