import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openBook } from '../../electron/storage/open'
import { setKey } from '../../electron/storage/pragmas'
import { rotateBook, ROTATION_STEPS, tidyRotation, type Rotated, type Rotating, type RotationStep } from '../../electron/storage/rotate'
import { bookWith, draftsIn, openingOf, rotatingOf } from '../support/books'
import { vaultFolder } from '../support/vaults'

const DRAFTS = 40

class DiskError extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

/** A book, and a keyring that notes what it was told to list. */
function rotating(change: (parts: Rotating) => Partial<Rotating> = () => ({})) {
  const folder = vaultFolder()
  const oldKey = randomBytes(32)
  const newKey = randomBytes(32)
  const listed: string[] = []
  const steps: RotationStep[] = []
  const list = (what: string) => () => listed.push(what)
  const book = bookWith(folder, oldKey, DRAFTS)
  const keyring = { newKey, listBoth: list('both'), listNew: list('new'), listOld: list('old') }
  const parts = { ...rotatingOf(book, folder, oldKey, keyring), onStep: (step: RotationStep) => void steps.push(step) }
  const more = change(parts)
  const rotated: Rotated = rotateBook({ ...parts, ...more, keyring: { ...keyring, ...more.keyring } })
  const left = rotated.ok ? rotated.value.book : rotated.book
  onTestFinished(() => left?.close())
  return { folder, oldKey, newKey, listed, steps, rotated, book, left }
}

const opens = (folder: string, key: Buffer): boolean => {
  const opened = openBook(openingOf(folder, key))
  if (opened.ok) opened.value.close()
  return opened.ok
}

function stillTheOld({ folder, oldKey, newKey, left }: ReturnType<typeof rotating>): void {
  expect(left?.isOpen).toBe(true)
  expect(left === null ? 0 : draftsIn(left)).toBe(DRAFTS)
  // It can be written as before.
  left?.write((db) => db.run(sql`DELETE FROM draft WHERE key = 'n0'`))
  left?.close()
  expect(readdirSync(folder)).toEqual(['book.db'])
  expect([opens(folder, newKey), opens(folder, oldKey)]).toEqual([false, true])
}

test('a rotation puts every row under the new key, and nothing under the old one is left (D3)', () => {
  const { folder, oldKey, newKey, listed, steps, rotated, book, left } = rotating()
  expect(rotated).toMatchObject({ ok: true, value: { serial: 2 } })
  expect(listed).toEqual(['both', 'new'])
  expect(steps).toEqual(ROTATION_STEPS)
  expect(book.isOpen).toBe(false)
  expect(left === null ? 0 : draftsIn(left)).toBe(DRAFTS)
  left?.close()
  expect(readdirSync(folder)).toEqual(['book.db'])
  expect([opens(folder, newKey), opens(folder, oldKey)]).toEqual([true, false])
  if (process.platform !== 'win32') expect(statSync(join(folder, 'book.db')).mode & 0o777).toBe(0o600)
})

test('without room for the copy and its journal nothing is begun', () => {
  const told = rotating(({ file }) => ({ freeBytes: Math.floor(2.5 * statSync(file).size) - 1 }))
  expect(told.rotated).toMatchObject({ ok: false, failure: 'disk_full' })
  expect(told.listed).toEqual([])
  expect(told.left).toBe(told.book)
  stillTheOld(told)
})

test.each([
  ['checkpointed', 'disk_full', []],
  ['copied', 'disk_full', []],
  ['rekeyed', 'disk_full', []],
  ['verified', 'disk_full', []],
  ['both_listed', 'disk_full', ['both', 'old']],
  ['closed', 'disk_full', ['both', 'old']],
] as const)('a full disk after %s: the old book goes on, and the keyring lists its key alone', (at, failure, listed) => {
  const told = rotating(() => ({
    onStep(step) {
      if (step === at) throw new DiskError('ENOSPC')
    },
  }))
  expect(told.rotated).toMatchObject({ ok: false, failure })
  expect(told.listed).toEqual(listed)
  stillTheOld(told)
})

test('a keyring that cannot list both keys: the old book goes on', () => {
  const told = rotating(() => ({
    keyring: {
      listBoth: () => {
        throw new DiskError('EROFS')
      },
    } as never,
  }))
  expect(told.rotated).toMatchObject({ ok: false, failure: 'read_only' })
  expect(told.listed).toEqual(['old'])
  stillTheOld(told)
})

test('a keyring that cannot be written after the exchange still lists both, and the new book is open', () => {
  const { rotated, listed, left, folder, newKey } = rotating(() => ({
    keyring: {
      listNew: () => {
        throw new DiskError('ENOSPC')
      },
    } as never,
  }))
  expect(rotated).toMatchObject({ ok: true, value: { serial: 1 } })
  expect(listed).toEqual(['both'])
  expect(left === null ? 0 : draftsIn(left)).toBe(DRAFTS)
  left?.close()
  expect(opens(folder, newKey)).toBe(true)
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
  const told = rotating(({ folder, keyring }) => ({
    onStep(step) {
      if (step !== 'rekeyed') return
      inCopy(folder, keyring.newKey, statement)
      tampered = true
    },
  }))
  expect(tampered).toBe(true)
  expect(told.rotated).toMatchObject({ ok: false, failure: 'not_a_database' })
  expect(told.listed).toEqual([])
  stillTheOld(told)
})

test('a copy with a spoilt page is not exchanged', () => {
  const told = rotating(({ folder }) => ({
    onStep(step) {
      if (step !== 'rekeyed') return
      const file = openSync(join(folder, 'book.rotating.db'), 'r+')
      writeSync(file, randomBytes(64), 0, 64, 5 * 4_096 + 100)
      closeSync(file)
    },
  }))
  expect(told.rotated).toMatchObject({ ok: false })
  expect(told.listed).toEqual([])
  stillTheOld(told)
})

test('what a rotation that was cut short has left is taken away at the next start, and only that', () => {
  const folder = vaultFolder()
  const left = ['book.rotating.db', 'book.rotating.db-journal', 'book.rotating.db-wal', 'book.rotating.db-shm']
  for (const name of [...left, 'book.db', 'keyring.json']) writeFileSync(join(folder, name), name)
  tidyRotation(folder)
  expect(readdirSync(folder)).toEqual(['book.db', 'keyring.json'])
  expect(readFileSync(join(folder, 'book.db'), 'utf8')).toBe('book.db')
  rmSync(folder, { recursive: true })
})
