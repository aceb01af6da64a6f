import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { ReadableDb, WritableDb } from './db-types'

/**
 * The open book. Between calls its connection is under `PRAGMA query_only`, so whatever is not a writing call cannot
 * write, whatever its code says. One connection, one process, no call overlaps another.
 */
export class OfficeDatabase {
  readonly #db: WritableDb
  readonly #sqlite: Database

  constructor(sqlite: Database) {
    this.#sqlite = sqlite
    this.#db = drizzle(sqlite, { casing: 'snake_case' })
    sqlite.pragma('query_only = ON')
  }

  /** Runs queries. They see one state of the book, because nothing else can write in between. */
  read<T>(run: (db: ReadableDb) => T): T {
    return run(this.#db)
  }

  /**
   * One transaction: COMMIT if `act` answers and `keep` says so, ROLLBACK otherwise or when it throws (D4: whoever gets
   * an answer gets it after COMMIT). Throws what `act` or SQLite throws.
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
        // SQLite has already rolled back by itself on a full disk.
        if (this.#sqlite.inTransaction) this.#sqlite.exec('ROLLBACK')
      } finally {
        this.#sqlite.pragma('query_only = ON')
      }
    }
  }

  /** D4: moves the write-ahead log into the file and empties it. */
  checkpoint(): void {
    this.#sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }

  /**
   * D3, BK1: writes the whole book, as it is now and under the same key, into `file`, which must not exist or be empty.
   * The driver's own backup does not work on an encrypted file. Throws what SQLite throws.
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
