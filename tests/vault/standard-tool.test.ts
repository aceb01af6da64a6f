import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rotateDatabaseKey } from '../../electron/storage/core/rotate-key'
import { createDatabaseWithDrafts, toRotation } from '../support/database/databases'
import { deriveKeysFromSheet, readDatabaseFromSheet } from '../support/vault/standard-tool'
import { KEYRING_COPIES, createNewVault, createVaultFolder } from '../support/vault/vaults'

const DRAFTS = 25

/** Copies what a recovery helper gets: the database file and the keyring, besides the words on paper. */
function copyFiles(from: string): { readonly file: string; readonly keyring: string } {
  const to = createVaultFolder()
  for (const name of ['book.db', KEYRING_COPIES[1]]) copyFileSync(join(from, name), join(to, name))
  return { file: join(to, 'book.db'), keyring: join(to, KEYRING_COPIES[1]) }
}

const countRows = (file: string, key: Buffer) =>
  readDatabaseFromSheet(file, key, (query) => [
    query('PRAGMA cipher_integrity_check').length,
    query('PRAGMA integrity_check')[0],
    query('SELECT count(*) AS drafts FROM draft')[0],
    query('SELECT name FROM staff')[0],
  ])
const INTACT = [0, { integrity_check: 'ok' }, { drafts: DRAFTS }, { name: 'Ines Okafor' }]

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

async function closedDatabase() {
  const founded = await createNewVault()
  createDatabaseWithDrafts(founded.path, founded.dataKey, DRAFTS).close()
  return founded
}

test('the twelve words alone open a copy of the file with SQLCipher, without a line of ours (D2)', async () => {
  const { path, words, dataKey } = await closedDatabase()
  const before = digest(join(path, 'book.db'))
  const { file, keyring } = copyFiles(path)
  const [key, ...others] = await deriveKeysFromSheet(words, keyring)
  if (key === undefined) throw new Error('no key')
  expect(others).toEqual([])
  expect(key).toEqual(dataKey)
  expect(countRows(file, key)).toEqual(INTACT)
  expect(digest(join(path, 'book.db'))).toBe(before)
})

test('another key, or other words, open nothing', async () => {
  const { path, words } = await closedDatabase()
  const { file, keyring } = copyFiles(path)
  expect(() => countRows(file, Buffer.alloc(32, 7))).toThrow('not a database')
  const others = await createNewVault()
  await expect(deriveKeysFromSheet(others.words, keyring)).rejects.toThrow()
  await expect(deriveKeysFromSheet(words.toSpliced(3, 1, 'zzz'), keyring)).rejects.toThrow('slip of the pen')
})

test('so they do after three rotations, which have handed each new key to the recovery slot (D2, D3)', async () => {
  const { path, vault, words, dataKey } = await createNewVault()
  let key = dataKey
  let database = createDatabaseWithDrafts(path, key, DRAFTS)
  for (let i = 0; i < 3; i += 1) {
    const rotation = vault.prepareRotation(key)
    const rotated = rotateDatabaseKey(toRotation(database, path, key, rotation))
    if (!rotated.ok) throw new Error(rotated.failure)
    database = rotated.value.database
    key = rotation.newKey
  }
  database.close()
  const { file, keyring } = copyFiles(path)
  const keys = await deriveKeysFromSheet(words, keyring)
  expect(keys).toEqual([key])
  expect(countRows(file, key)).toEqual(INTACT)
  expect(() => countRows(file, dataKey)).toThrow('not a database')
})

test('after a rotation that was cut short, one of two keys opens it', async () => {
  const { path, vault, words, dataKey } = await closedDatabase()
  const { newKey, saveBoth: listBoth } = vault.prepareRotation(dataKey)
  listBoth()
  const { file, keyring } = copyFiles(path)
  expect(await deriveKeysFromSheet(words, keyring)).toEqual([dataKey, newKey])
  expect(countRows(file, dataKey)).toEqual(INTACT)
})

test('the sheet that is printed says what the tool above does', () => {
  const sheet = readFileSync('SECURITY.md', 'utf8').split('## Recovery sheet')[1] ?? ''
  const tool = readFileSync('tests/support/vault/standard-tool.ts', 'utf8')
  const labels = [...tool.matchAll(/'(day-book [a-z ]+)'/g)].map(([, label]) => label ?? '')
  expect(new Set(labels).size).toBe(3)
  for (const label of [...labels, 'wrapped', 'handed', 'ephemeral', 'privateKey', 'PRAGMA key = "x\'']) expect(sheet).toContain(label)
})
