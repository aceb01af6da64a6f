import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import type { OfficeDatabase } from './office-database'
import { changeKey, setKey } from './pragmas'

const COPY_NAME = 'book.rotating.db'

/** Where a rotation makes its copy: beside the book, so that the exchange is one rename. */
export const getCopyPath = (folder: string): string => join(folder, COPY_NAME)

/** D3: what a rotation that was cut short has left beside the book; to be called before the book is opened. */
export function removeRotationCopy(folder: string): void {
  for (const name of ['', '-journal', '-wal', '-shm']) rmSync(getCopyPath(folder) + name, { force: true })
}

/** The copy, for its owner alone, under the same key as the book. */
export function createCopy(database: OfficeDatabase, copy: string): void {
  closeSync(openSync(copy, 'wx', 0o600))
  database.copyTo(copy)
}

function withOpenCopy<T>(file: string, key: Buffer, run: (sqlite: Database) => T): T {
  const sqlite = new Sqlite(file, { fileMustExist: true })
  try {
    setKey(sqlite, key)
    // Otherwise the journal's and the sorter's pages may go to the temp folder.
    sqlite.pragma('temp_store = MEMORY')
    return run(sqlite)
  } finally {
    sqlite.close()
  }
}

/**
 * Puts the copy under the new key and makes it durable. Never the book itself: a kill in the middle of that leaves a
 * file that no key opens; and never under WAL. Throws what SQLite and the file system throw.
 */
export function rekeyCopy(copy: string, oldKey: Buffer, newKey: Buffer): void {
  withOpenCopy(copy, oldKey, (sqlite) => changeKey(sqlite, newKey))
  // Not 'r': Windows flushes only what may be written.
  const file = openSync(copy, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

interface NameRow {
  readonly name: string
}
interface CountRow {
  readonly count: number
}

const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
const toCountQuery = (name: string): string => `SELECT count(*) AS count FROM "${name.replaceAll('"', '""')}"`

/** The same answer for two books only if each has the same tables, indexes and triggers, and the same number of rows in each table. */
function describeContents(runQuery: (query: string) => readonly unknown[]): string {
  const tables = runQuery(TABLES) as readonly NameRow[]
  const counts = tables.map(({ name }) => [name, (runQuery(toCountQuery(name)) as readonly CountRow[])[0]?.count])
  return JSON.stringify([counts, runQuery('SELECT type, name, sql FROM sqlite_master ORDER BY type, name')])
}

/** D3: opens the copy with the new key and compares it with the book: pages, references, tables, rows. */
export function isCopyIdentical(copy: string, newKey: Buffer, database: OfficeDatabase): boolean {
  const wanted = database.read((db) => describeContents((query) => db.all(sql.raw(query))))
  return withOpenCopy(copy, newKey, (sqlite) => {
    if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') return false
    if ((sqlite.pragma('foreign_key_check') as readonly unknown[]).length > 0) return false
    return describeContents((query) => sqlite.prepare(query).all()) === wanted
  })
}
