import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { ReadableDb, WritableDb } from './db-types'

/**
 * The open database. Between calls its connection is under `PRAGMA query_only`, so that only a writing call can write. There is one
 * connection and one process, and no call overlaps another.
 */
export class OfficeDatabase {
  readonly #db: WritableDb
  readonly #sqlite: Database

  constructor(sqlite: Database) {
    this.#sqlite = sqlite
    this.#db = drizzle(sqlite, { casing: 'snake_case' })
    sqlite.pragma('query_only = ON')
  }

  /** Runs queries. They see one state of the database, because nothing else can write in between. */
  read<T>(run: (db: ReadableDb) => T): T {
    return run(this.#db)
  }

  /**
   * Runs one transaction. COMMITs if `run` returns and `shouldCommit` agrees, otherwise ROLLBACK, also when it throws (D4: a caller gets
   * an answer only after COMMIT). Throws what `run` or SQLite throws.
   */
  write<T>(run: (db: WritableDb) => T, shouldCommit: (answer: T) => boolean = () => true): T {
    this.#sqlite.pragma('query_only = OFF')
    try {
      this.#sqlite.exec('BEGIN IMMEDIATE')
      const answer = run(this.#db)
      this.#sqlite.exec(shouldCommit(answer) ? 'COMMIT' : 'ROLLBACK')
      return answer
    } finally {
      try {
        // On a full disk SQLite has already rolled back by itself.
        if (this.#sqlite.inTransaction) this.#sqlite.exec('ROLLBACK')
      } finally {
        this.#sqlite.pragma('query_only = ON')
      }
    }
  }

  /** Moves the write-ahead log into the file and empties it (D4). */
  checkpoint(): void {
    this.#sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }

  /**
   * Writes the whole database, as it is now and under the same key, into `file`, which must not exist or be empty (D3, BK1). The driver's
   * own backup does not work on an encrypted file. Throws what SQLite throws.
   */
  copyTo(file: string): void {
    // SQLite counts this as writing.
    this.#sqlite.pragma('query_only = OFF')
    try {
      this.#sqlite.prepare('VACUUM INTO ?').run(file)
    } finally {
      this.#sqlite.pragma('query_only = ON')
    }
  }

  get isOpen(): boolean {
    return this.#sqlite.open
  }

  close(): void {
    if (this.#sqlite.open) this.#sqlite.close()
  }
}
