import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { ok, type Outcome } from '#shared/domain/core/outcome'
import { OfficeDatabase } from './office-database'
import { toOpeningFault, type OfficeFault } from './database-faults'
import { isSynchronised } from './synchronised-folder'
import { migrate } from './migrate'
import { findRefusedPragma, setKey, setPragmas } from './pragmas'

/** What opening a database needs. */
export interface OpenDatabaseOptions {
  /** The absolute path of the database file. */
  readonly file: string
  /** The folder that must not be synchronised (D7). */
  readonly folder: string
  /** The data key: 32 raw bytes. */
  readonly key: Buffer
  readonly migrationsFolder: string
}

const failWith = (kind: OfficeFault): { readonly ok: false; readonly failure: OfficeFault } => ({ ok: false, failure: kind })

// An unencrypted database begins with these bytes; an encrypted one begins with a random salt.
const PLAIN_HEADER = Buffer.from('SQLite format 3\0')
const PAGE = 4096

function isUnencrypted(file: string): boolean {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(PLAIN_HEADER.length)
    readSync(descriptor, bytes, 0, bytes.length, 0)
    return bytes.equals(PLAIN_HEADER)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Tells whether the file is no database. Call it only while SQLite has the file closed: closing another descriptor would drop this
 * process's locks on it. Without this check an empty file would become a new, empty database.
 */
const isNotDatabaseFile = (file: string): boolean =>
  !existsSync(file) || !statSync(file).isFile() || statSync(file).size < PAGE || isUnencrypted(file)

/**
 * Opens the encrypted database (D1) and refuses anything that is not exactly as required: every pragma is read back, the pages are
 * checked (D5), a newer schema is refused (D5), and the folder must be this PC's own (D7). A missing file is a fault.
 *
 * Every expected failure is a value of `OFFICE_FAULTS`. A wrong key cannot be told from a file that is no database: both are
 * `not_a_database`. Throws only for a bug, with the file closed.
 */
export const openEncryptedDatabase = (options: OpenDatabaseOptions): Outcome<OfficeDatabase, OfficeFault> => open(options, false)

/** Creates the encrypted database at set-up, where no file may exist yet. Faults as `openEncryptedDatabase`. */
export function createEncryptedDatabase(options: OpenDatabaseOptions): Outcome<OfficeDatabase, OfficeFault> {
  const created = open(options, true)
  if (!created.ok) return created
  created.value.checkpoint()
  created.value.close()
  // The file on the disk is inspected, not assumed (D1); then it is opened as usual.
  return isUnencrypted(options.file) ? failWith('pragma_refused') : openEncryptedDatabase(options)
}

function open({ file, folder, key, migrationsFolder }: OpenDatabaseOptions, create: boolean): Outcome<OfficeDatabase, OfficeFault> {
  let sqlite: Database | null = null
  try {
    // The database file itself may be a link to another place.
    if (isSynchronised(folder) || isSynchronised(file)) return failWith('synchronised_folder')
    if (create ? existsSync(file) : isNotDatabaseFile(file)) return failWith('not_a_database')

    // SQLite gives its log the same mode as the database file.
    if (create) closeSync(openSync(file, 'wx', 0o600))
    sqlite = new Sqlite(file, { timeout: 500 })
    setKey(sqlite, key)
    setPragmas(sqlite)
    const databaseFault = checkDatabase(sqlite, migrationsFolder)
    if (databaseFault === null) return ok(new OfficeDatabase(sqlite))
    sqlite.close()
    return failWith(databaseFault)
  } catch (error) {
    sqlite?.close()
    const kind = toOpeningFault(error)
    if (kind === null) throw error
    // SQLite only reports that it cannot open the file. The database file alone may be marked read-only as well.
    return failWith(kind === 'io' && !(isWritable(folder) && isWritable(file)) ? 'read_only' : kind)
  }
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function checkDatabase(sqlite: Database, migrationsFolder: string): OfficeFault | null {
  // This is also the first real read: a wrong key fails here, if the switch to WAL has not already failed.
  if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'not_a_database'
  if (migrate(sqlite, migrationsFolder) === 'newer_version') return 'newer_version'
  return findRefusedPragma(sqlite) === null ? null : 'pragma_refused'
}
