import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rotateBook } from '../../electron/storage/rotate'
import { bookWith, rotatingOf } from '../support/books'
import { keysByTheSheet, readByTheSheet } from '../support/standard-tool'
import { COPIES, foundedVault, vaultFolder } from '../support/vaults'

const DRAFTS = 25

/** What a helper is given: a copy of the file, a copy of the keyring, and the words on paper. */
function handedOver(from: string): { readonly file: string; readonly keyring: string } {
  const to = vaultFolder()
  for (const name of ['book.db', COPIES[1]]) copyFileSync(join(from, name), join(to, name))
  return { file: join(to, 'book.db'), keyring: join(to, COPIES[1]) }
}

const counted = (file: string, key: Buffer) =>
  readByTheSheet(file, key, (query) => [
    query('PRAGMA cipher_integrity_check').length,
    query('PRAGMA integrity_check')[0],
    query('SELECT count(*) AS drafts FROM draft')[0],
    query('SELECT name FROM staff')[0],
  ])
const WHOLE = [0, { integrity_check: 'ok' }, { drafts: DRAFTS }, { name: 'Ines Okafor' }]

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

async function closedBook() {
  const founded = await foundedVault()
  bookWith(founded.path, founded.dataKey, DRAFTS).close()
  return founded
}

test('the twelve words alone open a copy of the file with SQLCipher, without a line of ours (D2)', async () => {
  const { path, words, dataKey } = await closedBook()
  const before = digest(join(path, 'book.db'))
  const { file, keyring } = handedOver(path)
  const [key, ...others] = await keysByTheSheet(words, keyring)
  if (key === undefined) throw new Error('no key')
  expect(others).toEqual([])
  expect(key).toEqual(dataKey)
  expect(counted(file, key)).toEqual(WHOLE)
  expect(digest(join(path, 'book.db'))).toBe(before)
})

test('another key, or other words, open nothing', async () => {
  const { path, words } = await closedBook()
  const { file, keyring } = handedOver(path)
  expect(() => counted(file, Buffer.alloc(32, 7))).toThrow('not a database')
  const others = await foundedVault()
  await expect(keysByTheSheet(others.words, keyring)).rejects.toThrow()
  await expect(keysByTheSheet(words.toSpliced(3, 1, 'zzz'), keyring)).rejects.toThrow('slip of the pen')
})

test('so they do after three rotations, which have handed each new key to the recovery slot (D2, D3)', async () => {
  const { path, vault, words, dataKey } = await foundedVault()
  let key = dataKey
  let book = bookWith(path, key, DRAFTS)
  for (let i = 0; i < 3; i += 1) {
    const rotation = vault.rotation(key)
    const rotated = rotateBook(rotatingOf(book, path, key, rotation))
    if (!rotated.ok) throw new Error(rotated.failure)
    book = rotated.value.book
    key = rotation.newKey
  }
  book.close()
  const { file, keyring } = handedOver(path)
  const keys = await keysByTheSheet(words, keyring)
  expect(keys).toEqual([key])
  expect(counted(file, key)).toEqual(WHOLE)
  expect(() => counted(file, dataKey)).toThrow('not a database')
})

test('after a rotation that was cut short, one of two keys opens it', async () => {
  const { path, vault, words, dataKey } = await closedBook()
  const { newKey, listBoth } = vault.rotation(dataKey)
  listBoth()
  const { file, keyring } = handedOver(path)
  expect(await keysByTheSheet(words, keyring)).toEqual([dataKey, newKey])
  expect(counted(file, dataKey)).toEqual(WHOLE)
})

test('the sheet that is printed says what the tool above does', () => {
  const sheet = readFileSync('SECURITY.md', 'utf8').split('## Recovery sheet')[1] ?? ''
  const tool = readFileSync('tests/support/standard-tool.ts', 'utf8')
  const labels = [...tool.matchAll(/'(day-book [a-z ]+)'/g)].map(([, label]) => label ?? '')
  expect(new Set(labels).size).toBe(3)
  for (const label of [...labels, 'wrapped', 'handed', 'ephemeral', 'privateKey', 'PRAGMA key = "x\'']) expect(sheet).toContain(label)
})
