import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { openBook } from '../../electron/storage/open'
import { ROTATION_STEPS, tidyRotation } from '../../electron/storage/rotate'
import type { DataKey } from '../../electron/vault/vault'
import { bookWith, draftsIn, openingOf } from '../support/books'
import { PASSPHRASE } from '../support/founding'
import { buildChild, killed } from '../support/killed'
import { foundedVault, NOON, opened, type FoundedVault } from '../support/vaults'

const CHILD = 'tests/vault/rotation-killed.child.ts'
// `KILLS=200` for more.
const KILLS = Number(process.env['KILLS'] ?? 12)
const DRAFTS = 300
const AWAY = 'four tall poplars whisper'
const PATIENCE = { timeout: 180_000 + KILLS * 60_000 }

beforeAll(() => buildChild(CHILD))

async function office(): Promise<FoundedVault> {
  const founded = await foundedVault()
  const { path, vault, dataKey } = founded
  ;(await vault.add(dataKey, AWAY, 'staff', null)).save()
  bookWith(path, dataKey, DRAFTS).close()
  return founded
}

/** What the next start does: which key of the keyring opens the book, and is everything there? */
async function nextStart({ path, vault, words }: FoundedVault, died: string): Promise<number> {
  tidyRotation(path)
  const unlocked = opened(await vault.unlock(PASSPHRASE, null, NOON))
  const found = unlocked.keys.flatMap((data: DataKey) => {
    const book = openBook(openingOf(path, data.key))
    return book.ok ? [{ data, book: book.value }] : []
  })
  expect(found, died).toHaveLength(1)
  const [{ data, book }] = found as [(typeof found)[number]]
  expect(draftsIn(book), died).toBe(DRAFTS)
  book.close()
  // Whoever is away, and the recovery words, reach the same key.
  for (const answer of [await vault.unlock(AWAY, null, NOON), await vault.recover(words)])
    expect(
      opened(answer).keys.some(({ key }) => key.equals(data.key)),
      died,
    ).toBe(true)
  for (const finding of unlocked.findings) expect(finding, died).toBe('copy_older')
  unlocked.settle(data.generation, { atLeast: 1, known: null })
  expect(vault.slots(data.key), died).toHaveLength(3)
  expect(readdirSync(path).filter((name) => name.startsWith('book'))).toEqual(['book.db'])
  return data.generation
}

test('killed at each step of a rotation, the book opens with a key of the keyring, and every row is there (D3)', PATIENCE, async () => {
  const founded = await office()
  let generation = 1
  for (const step of ROTATION_STEPS) {
    const said = await killed(CHILD, null, founded.path, step)
    expect(said.at(-1)).toBe(step)
    const next = await nextStart(founded, step)
    // Exchanged or not, and never anything between.
    expect(next - generation, step).toBe(ROTATION_STEPS.indexOf(step) < ROTATION_STEPS.indexOf('renamed') ? 0 : 1)
    generation = next
  }
})

test(`killed ${KILLS} times at any instant of it, likewise (D3)`, PATIENCE, async () => {
  const founded = await office()
  const died: Record<string, number> = {}
  let generation = 1
  for (let run = 0; run < KILLS; run += 1) {
    const said = await killed(CHILD, 1 + ((run * 37) % 241), founded.path)
    const after = said.at(-1) ?? 'nothing'
    died[after] = (died[after] ?? 0) + 1
    const next = await nextStart(founded, `kill ${run}, after ${after}`)
    expect(next).toBeGreaterThanOrEqual(generation)
    generation = next
  }
  expect(generation).toBeGreaterThan(1)
  if (process.env['KILLS'] !== undefined) console.log(`${KILLS} kills, up to generation ${generation}, after:`, died)
})
