import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import type { OfficeDatabase } from './office-database'
import { changeKey, setKey } from './pragmas'

const COPY_NAME = 'book.rotating.db'

/** Returns the path of a rotation's copy: beside the database file, so that replacing the file is one rename. */
export const getCopyPath = (folder: string): string => join(folder, COPY_NAME)

/** Removes what an interrupted rotation has left beside the database file (D3). Call it before the database is opened. */
export function removeRotationCopy(folder: string): void {
  for (const name of ['', '-journal', '-wal', '-shm']) rmSync(getCopyPath(folder) + name, { force: true })
}

/** Creates the copy under the same key as the database, readable by its owner alone. */
export function createCopy(database: OfficeDatabase, copy: string): void {
  closeSync(openSync(copy, 'wx', 0o600))
  database.copyTo(copy)
}

function withOpenCopy<T>(file: string, key: Buffer, run: (sqlite: Database) => T): T {
  const sqlite = new Sqlite(file, { fileMustExist: true })
  try {
    setKey(sqlite, key)
    // Otherwise pages of the journal and the sorter may go to the temp folder.
    sqlite.pragma('temp_store = MEMORY')
    return run(sqlite)
  } finally {
    sqlite.close()
  }
}

/**
 * Re-encrypts the copy with the new key and makes it durable. Never done on the database file itself: a kill in the middle would leave a
 * file that no key opens. Never done under WAL. Throws what SQLite and the file system throw.
 */
export function rekeyCopy(copy: string, oldKey: Buffer, newKey: Buffer): void {
  withOpenCopy(copy, oldKey, (sqlite) => changeKey(sqlite, newKey))
  // The mode is not 'r', because Windows flushes only a file that may be written.
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

/**
 * Describes the contents of a database. Two descriptions are equal only if both have the same tables, indexes and triggers, and the same
 * number of rows in each table.
 */
function describeContents(runQuery: (query: string) => readonly unknown[]): string {
  const tables = runQuery(TABLES) as readonly NameRow[]
  const counts = tables.map(({ name }) => [name, (runQuery(toCountQuery(name)) as readonly CountRow[])[0]?.count])
  return JSON.stringify([counts, runQuery('SELECT type, name, sql FROM sqlite_master ORDER BY type, name')])
}

/** Opens the copy with the new key and compares it with the database: pages, references, tables, rows (D3). */
export function isCopyIdentical(copy: string, newKey: Buffer, database: OfficeDatabase): boolean {
  const wanted = database.read((db) => describeContents((query) => db.all(sql.raw(query))))
  return withOpenCopy(copy, newKey, (sqlite) => {
    if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') return false
    if ((sqlite.pragma('foreign_key_check') as readonly unknown[]).length > 0) return false
    return describeContents((query) => sqlite.prepare(query).all()) === wanted
  })
}
