import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openEncryptedDatabase } from '../../../electron/storage/core/open-database'
import { setKey } from '../../../electron/storage/core/pragmas'
import {
  rotateDatabaseKey,
  ROTATION_STEPS,
  removeRotationCopy,
  type RotationResult,
  type RotationOptions,
  type RotationStep,
} from '../../../electron/storage/core/rotate-key'
import { createDatabaseWithDrafts, countDrafts, toOpening, toRotation } from '../../support/database/databases'
import { createVaultFolder } from '../../support/vault/vaults'

const DRAFTS = 40

class DiskError extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

/** A book, and a keyring that notes what it was told to list. */
function createRotation(change: (parts: RotationOptions) => Partial<RotationOptions> = () => ({})) {
  const folder = createVaultFolder()
  const oldKey = randomBytes(32)
  const newKey = randomBytes(32)
  const listed: string[] = []
  const steps: RotationStep[] = []
  const list = (what: string) => () => listed.push(what)
  const database = createDatabaseWithDrafts(folder, oldKey, DRAFTS)
  const keyring = { newKey, saveBoth: list('both'), saveNew: list('new'), saveOld: list('old') }
  const parts = { ...toRotation(database, folder, oldKey, keyring), onStep: (step: RotationStep) => void steps.push(step) }
  const more = change(parts)
  const rotated: RotationResult = rotateDatabaseKey({ ...parts, ...more, keyring: { ...keyring, ...more.keyring } })
  const left = rotated.ok ? rotated.value.database : rotated.database
  onTestFinished(() => left?.close())
  return { folder, oldKey, newKey, listed, steps, rotated, database, left }
}

const canOpen = (folder: string, key: Buffer): boolean => {
  const opened = openEncryptedDatabase(toOpening(folder, key))
  if (opened.ok) opened.value.close()
  return opened.ok
}

function expectOldKey({ folder, oldKey, newKey, left }: ReturnType<typeof createRotation>): void {
  expect(left?.isOpen).toBe(true)
  expect(left === null ? 0 : countDrafts(left)).toBe(DRAFTS)
  // It can be written as before.
  left?.write((db) => db.run(sql`DELETE FROM draft WHERE key = 'n0'`))
  left?.close()
  expect(readdirSync(folder)).toEqual(['book.db'])
  expect([canOpen(folder, newKey), canOpen(folder, oldKey)]).toEqual([false, true])
}

test('a rotation puts every row under the new key, and nothing under the old one is left (D3)', () => {
  const { folder, oldKey, newKey, listed, steps, rotated, database, left } = createRotation()
  expect(rotated).toMatchObject({ ok: true, value: { serial: 2 } })
  expect(listed).toEqual(['both', 'new'])
  expect(steps).toEqual(ROTATION_STEPS)
  expect(database.isOpen).toBe(false)
  expect(left === null ? 0 : countDrafts(left)).toBe(DRAFTS)
  left?.close()
  expect(readdirSync(folder)).toEqual(['book.db'])
  expect([canOpen(folder, newKey), canOpen(folder, oldKey)]).toEqual([true, false])
  if (process.platform !== 'win32') expect(statSync(join(folder, 'book.db')).mode & 0o777).toBe(0o600)
})

test('without room for the copy and its journal nothing is begun', () => {
  const reported = createRotation(({ file }) => ({ freeBytes: Math.floor(2.5 * statSync(file).size) - 1 }))
  expect(reported.rotated).toMatchObject({ ok: false, failure: 'disk_full' })
  expect(reported.listed).toEqual([])
  expect(reported.left).toBe(reported.database)
  expectOldKey(reported)
})

test.each([
  ['checkpointed', 'disk_full', []],
  ['copied', 'disk_full', []],
  ['rekeyed', 'disk_full', []],
  ['verified', 'disk_full', []],
  ['both_listed', 'disk_full', ['both', 'old']],
  ['closed', 'disk_full', ['both', 'old']],
] as const)('a full disk after %s: the old book goes on, and the keyring lists its key alone', (at, failure, listed) => {
  const reported = createRotation(() => ({
    onStep(step) {
      if (step === at) throw new DiskError('ENOSPC')
    },
  }))
  expect(reported.rotated).toMatchObject({ ok: false, failure })
  expect(reported.listed).toEqual(listed)
  expectOldKey(reported)
})

test('a keyring that cannot list both keys: the old book goes on', () => {
  const reported = createRotation(() => ({
    keyring: {
      saveBoth: () => {
        throw new DiskError('EROFS')
      },
    } as never,
  }))
  expect(reported.rotated).toMatchObject({ ok: false, failure: 'read_only' })
  expect(reported.listed).toEqual(['old'])
  expectOldKey(reported)
})

test('a keyring that cannot be written after the exchange still lists both, and the new book is open', () => {
  const { rotated, listed, left, folder, newKey } = createRotation(() => ({
    keyring: {
      saveNew: () => {
        throw new DiskError('ENOSPC')
      },
    } as never,
  }))
  expect(rotated).toMatchObject({ ok: true, value: { serial: 1 } })
  expect(listed).toEqual(['both'])
  expect(left === null ? 0 : countDrafts(left)).toBe(DRAFTS)
  left?.close()
  expect(canOpen(folder, newKey)).toBe(true)
})

const inCopy = (folder: string, key: Buffer, statement: string): void => {
  const sqlite = new Sqlite(join(folder, 'book.rotating.db'))
  setKey(sqlite, key)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(statement)
  sqlite.close()
}

test.each([
  ['a row less', "DELETE FROM draft WHERE key = 'n7'"],
  ['a draft without its worker', "UPDATE draft SET staff_id = 'nobody' WHERE key = 'n7'"],
  ['a table less', 'DROP TABLE draft'],
  ['an index more', 'CREATE INDEX more ON draft (saved_at)'],
])('a copy with %s is not exchanged', (_, statement) => {
  let tampered = false
  const reported = createRotation(({ folder, keyring }) => ({
    onStep(step) {
      if (step !== 'rekeyed') return
      inCopy(folder, keyring.newKey, statement)
      tampered = true
    },
  }))
  expect(tampered).toBe(true)
  expect(reported.rotated).toMatchObject({ ok: false, failure: 'not_a_database' })
  expect(reported.listed).toEqual([])
  expectOldKey(reported)
})

test('a copy with a spoilt page is not exchanged', () => {
  const reported = createRotation(({ folder }) => ({
    onStep(step) {
      if (step !== 'rekeyed') return
      const file = openSync(join(folder, 'book.rotating.db'), 'r+')
      writeSync(file, randomBytes(64), 0, 64, 5 * 4_096 + 100)
      closeSync(file)
    },
  }))
  expect(reported.rotated).toMatchObject({ ok: false })
  expect(reported.listed).toEqual([])
  expectOldKey(reported)
})

test('what a rotation that was cut short has left is taken away at the next start, and only that', () => {
  const folder = createVaultFolder()
  const left = ['book.rotating.db', 'book.rotating.db-journal', 'book.rotating.db-wal', 'book.rotating.db-shm']
  for (const name of [...left, 'book.db', 'keyring.json']) writeFileSync(join(folder, name), name)
  removeRotationCopy(folder)
  expect(readdirSync(folder)).toEqual(['book.db', 'keyring.json'])
  expect(readFileSync(join(folder, 'book.db'), 'utf8')).toBe('book.db')
  rmSync(folder, { recursive: true })
})
