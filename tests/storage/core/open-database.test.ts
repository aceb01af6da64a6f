import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OfficeDatabase } from '../../../electron/storage/core/office-database'
import { createEncryptedDatabase, openEncryptedDatabase, type OpenDatabaseOptions } from '../../../electron/storage/core/open-database'
import { findRefusedPragma, setKey, setPragmas } from '../../../electron/storage/core/pragmas'

const key = Buffer.alloc(32, 7)

/** Creates a scratch folder with two migrations, so that the tests do not depend on the real schema. */
function createOpening(): OpenDatabaseOptions {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const migrationsFolder = join(folder, 'migrations')
  mkdirSync(join(migrationsFolder, 'meta'), { recursive: true })
  addMigration(migrationsFolder, 'CREATE TABLE parent (id integer PRIMARY KEY, word text NOT NULL);')
  addMigration(
    migrationsFolder,
    'CREATE TABLE child (id integer PRIMARY KEY, parent integer NOT NULL REFERENCES parent(id));--> statement-breakpoint\nCREATE INDEX child_parent ON child (parent);',
  )
  return { file: join(folder, 'book.db'), folder, key, migrationsFolder }
}

function addMigration(folder: string, statements: string): void {
  const journal = join(folder, 'meta/_journal.json')
  let entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] = []
  try {
    entries = JSON.parse(readFileSync(journal, 'utf8')).entries
  } catch {}
  const tag = `000${entries.length}_step`
  entries.push({ idx: entries.length, version: '6', when: 1_800_000_000_000 + entries.length, tag, breakpoints: true })
  writeFileSync(join(folder, `${tag}.sql`), statements)
  writeFileSync(journal, JSON.stringify({ version: '7', dialect: 'sqlite', entries }))
}

function unwrapDatabase(outcome: ReturnType<typeof openEncryptedDatabase>): OfficeDatabase {
  if (!outcome.ok) throw new Error(outcome.failure)
  onTestFinished(() => outcome.value.close())
  return outcome.value
}

const readWords = (database: OfficeDatabase) =>
  database.read((db) => db.all<{ word: string }>(sql`SELECT word FROM parent ORDER BY id`).map((row) => row.word))
const writeWord = (database: OfficeDatabase, word: string) =>
  database.write((db) => db.run(sql`INSERT INTO parent (word) VALUES (${word})`))

describe('the encrypted database', () => {
  test('opens again with its key, and nothing of it can be read on the disk (D1)', () => {
    const at = createOpening()
    const database = unwrapDatabase(createEncryptedDatabase(at))
    writeWord(database, 'Amanita')
    database.checkpoint()
    database.close()
    const bytes = readFileSync(at.file)
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
    expect(bytes.includes('Amanita')).toBe(false)
    expect(readWords(unwrapDatabase(openEncryptedDatabase(at)))).toEqual(['Amanita'])
  })

  test('has every pragma of D1 in force, and a changed one is noticed', () => {
    const sqlite = new Sqlite(join(createOpening().folder, 'other.db'))
    onTestFinished(() => void sqlite.close())
    setKey(sqlite, key)
    setPragmas(sqlite)
    expect(findRefusedPragma(sqlite)).toBeNull()
    sqlite.pragma('synchronous = NORMAL')
    expect(findRefusedPragma(sqlite)).toBe('synchronous')
  })

  test('does not open with another key', () => {
    const at = createOpening()
    unwrapDatabase(createEncryptedDatabase(at)).close()
    expect(openEncryptedDatabase({ ...at, key: Buffer.alloc(32, 8) })).toEqual({ ok: false, failure: 'not_a_database' })
  })

  test.each([
    ['an empty file', ''],
    ['a few bytes', 'hello'],
    ['a long text', 'hello '.repeat(4000)],
  ])('refuses %s and leaves it as it was', (_what, content) => {
    const at = createOpening()
    writeFileSync(at.file, content)
    expect(openEncryptedDatabase(at)).toEqual({ ok: false, failure: 'not_a_database' })
    expect(createEncryptedDatabase(at)).toEqual({ ok: false, failure: 'not_a_database' })
    expect(readFileSync(at.file, 'utf8')).toBe(content)
  })

  test('refuses an unencrypted database', () => {
    const at = createOpening()
    const plain = new Sqlite(at.file)
    plain.exec('CREATE TABLE t (x)')
    plain.close()
    expect(openEncryptedDatabase(at)).toEqual({ ok: false, failure: 'not_a_database' })
  })

  test('a missing database is a fault, never a new empty one', () => {
    expect(openEncryptedDatabase(createOpening())).toEqual({ ok: false, failure: 'not_a_database' })
  })

  test('a damaged page is found at the start (D5)', () => {
    const at = createOpening()
    const database = unwrapDatabase(createEncryptedDatabase(at))
    for (let i = 0; i < 200; i++) writeWord(database, `word ${i} `.repeat(50))
    database.checkpoint()
    database.close()
    const bytes = readFileSync(at.file)
    bytes.fill(0xa5, 5 * 4096 + 100, 5 * 4096 + 200)
    writeFileSync(at.file, bytes)
    expect(openEncryptedDatabase(at)).toEqual({ ok: false, failure: 'not_a_database' })
    truncateSync(at.file, 4096)
    expect(openEncryptedDatabase(at).ok).toBe(false)
  })

  test('a second process is told that the database is in use', () => {
    const at = createOpening()
    unwrapDatabase(createEncryptedDatabase(at))
    const script = `
      const Sqlite = require('better-sqlite3')
      const db = new Sqlite(${JSON.stringify(at.file)}, { timeout: 100 })
      try {
        db.pragma("cipher = 'sqlcipher'"); db.pragma('legacy = 4'); db.pragma("key = \\"x'${key.toString('hex')}'\\"")
        db.pragma('locking_mode = EXCLUSIVE'); db.pragma('journal_mode = WAL')
        console.log('opened')
      } catch (error) { console.log(error.code) }`
    const other = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: process.cwd() })
    expect(other.stdout.trim()).toBe('SQLITE_BUSY')
  })

  test('a database held by another process is the fault in_use', async () => {
    const at = createOpening()
    unwrapDatabase(createEncryptedDatabase(at)).close()
    const script = `
      const Sqlite = require('better-sqlite3')
      const db = new Sqlite(${JSON.stringify(at.file)})
      db.pragma("cipher = 'sqlcipher'"); db.pragma('legacy = 4'); db.pragma("key = \\"x'${key.toString('hex')}'\\"")
      db.pragma('locking_mode = EXCLUSIVE'); db.pragma('journal_mode = WAL'); db.prepare('select count(*) from parent').get()
      console.log('held'); setTimeout(() => {}, 120000)`
    const { spawn } = await import('node:child_process')
    const holder = spawn(process.execPath, ['-e', script], { cwd: process.cwd() })
    onTestFinished(() => void holder.kill())
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    expect(openEncryptedDatabase(at)).toEqual({ ok: false, failure: 'in_use' })
  })
})

describe('the schema', () => {
  test('a newer database is refused and untouched (D5)', () => {
    const at = createOpening()
    const older = join(at.folder, 'older')
    cpSync(at.migrationsFolder, older, { recursive: true })
    addMigration(at.migrationsFolder, 'CREATE TABLE later (id integer PRIMARY KEY);')
    unwrapDatabase(createEncryptedDatabase(at)).close()
    const before = readFileSync(at.file)
    expect(openEncryptedDatabase({ ...at, migrationsFolder: older })).toEqual({ ok: false, failure: 'newer_version' })
    expect(readFileSync(at.file).equals(before)).toBe(true)
  })

  test('an older database is brought up to date and keeps its child rows through a rebuilt table', () => {
    const at = createOpening()
    const database = unwrapDatabase(createEncryptedDatabase(at))
    writeWord(database, 'Amanita')
    database.write((db) => db.run(sql`INSERT INTO child (parent) VALUES (1)`))
    database.close()
    addMigration(
      at.migrationsFolder,
      'CREATE TABLE new_parent (id integer PRIMARY KEY, word text NOT NULL, more text);--> statement-breakpoint\nINSERT INTO new_parent (id, word) SELECT id, word FROM parent;--> statement-breakpoint\nDROP TABLE parent;--> statement-breakpoint\nALTER TABLE new_parent RENAME TO parent;',
    )
    const newer = unwrapDatabase(openEncryptedDatabase(at))
    expect(readWords(newer)).toEqual(['Amanita'])
    expect(newer.read((db) => db.get<{ n: number }>(sql`SELECT count(*) AS n FROM child`))).toEqual({ n: 1 })
  })

  test('a migration that orphans rows changes nothing', () => {
    const at = createOpening()
    const database = unwrapDatabase(createEncryptedDatabase(at))
    writeWord(database, 'Amanita')
    database.write((db) => db.run(sql`INSERT INTO child (parent) VALUES (1)`))
    database.close()
    const good = join(at.folder, 'good')
    cpSync(at.migrationsFolder, good, { recursive: true })
    addMigration(at.migrationsFolder, 'DELETE FROM parent;')
    expect(() => openEncryptedDatabase(at)).toThrow('1 rows')
    expect(readWords(unwrapDatabase(openEncryptedDatabase({ ...at, migrationsFolder: good })))).toEqual(['Amanita'])
  })
})

describe('calls', () => {
  test('a reading call cannot write, whatever its code says', () => {
    const database = unwrapDatabase(createEncryptedDatabase(createOpening()))
    expect(() => database.read((db) => db.all(sql`INSERT INTO parent (word) VALUES ('x') RETURNING id`))).toThrow()
    expect(readWords(database)).toEqual([])
  })

  test('a refused or thrown call is rolled back, and the next one works', () => {
    const database = unwrapDatabase(createEncryptedDatabase(createOpening()))
    database.write(
      (db) => db.run(sql`INSERT INTO parent (word) VALUES ('refused')`),
      () => false,
    )
    expect(() =>
      database.write((db) => {
        db.run(sql`INSERT INTO parent (word) VALUES ('thrown')`)
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    writeWord(database, 'kept')
    expect(readWords(database)).toEqual(['kept'])
  })

  test('a child without its parent is refused', () => {
    const database = unwrapDatabase(createEncryptedDatabase(createOpening()))
    expect(() => database.write((db) => db.run(sql`INSERT INTO child (parent) VALUES (9)`))).toThrow()
  })
})

describe('the folder (D7)', () => {
  test('a database that is itself a link into one is refused', () => {
    const at = createOpening()
    mkdirSync(join(at.folder, 'Dropbox'))
    const elsewhere = join(at.folder, 'Dropbox', 'book.db')
    unwrapDatabase(createEncryptedDatabase(at)).close()
    cpSync(at.file, elsewhere)
    rmSync(at.file)
    symlinkSync(elsewhere, at.file)
    expect(openEncryptedDatabase(at)).toEqual({ ok: false, failure: 'synchronised_folder' })
  })

  test.each(['OneDrive', 'OneDrive - Harbour', 'Dropbox', 'Google Drive', 'GoogleDrive-desk', 'Mobile Documents', 'iCloudDrive'])(
    'a book in %s is refused, also behind a link',
    (name) => {
      const at = createOpening()
      mkdirSync(join(at.folder, name))
      symlinkSync(join(at.folder, name), join(at.folder, 'local'))
      const folder = join(at.folder, 'local', 'not yet there')
      expect(createEncryptedDatabase({ ...at, folder, file: join(folder, 'book.db') })).toEqual({
        ok: false,
        failure: 'synchronised_folder',
      })
      expect(() => statSync(join(at.folder, name, 'not yet there'))).toThrow()
    },
  )
})
