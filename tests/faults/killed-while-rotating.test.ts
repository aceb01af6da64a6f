import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { openEncryptedDatabase } from '../../electron/storage/core/open-database'
import { ROTATION_STEPS, removeRotationCopy } from '../../electron/storage/core/rotate-key'
import type { DataKey } from '../../electron/vault/vault'
import { createDatabaseWithDrafts, countDrafts, toOpening } from '../support/database/databases'
import { PASSPHRASE } from '../support/office/set-up-office'
import { buildChild, runAndKill } from '../support/database/kill-child'
import { createNewVault, NOON, unwrapUnlocked, type NewVault } from '../support/vault/vaults'

const CHILD = 'tests/faults/killed-while-rotating.child.ts'
// `KILLS=200` for more.
const KILLS = Number(process.env['KILLS'] ?? 12)
const DRAFTS = 300
const DEPARTED_PASSPHRASE = 'four tall poplars whisper'
const TIMEOUT = { timeout: 180_000 + KILLS * 60_000 }

beforeAll(() => buildChild(CHILD))

async function createVaultWithDatabase(): Promise<NewVault> {
  const founded = await createNewVault()
  const { path, vault, dataKey } = founded
  ;(await vault.addSlot(dataKey, DEPARTED_PASSPHRASE, 'staff', null)).save()
  createDatabaseWithDrafts(path, dataKey, DRAFTS).close()
  return founded
}

/** What the next start does: which key of the keyring opens the book, and is everything there? */
async function openAfterKill({ path, vault, words }: NewVault, died: string): Promise<number> {
  removeRotationCopy(path)
  const unlocked = unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON))
  const found = unlocked.keys.flatMap((data: DataKey) => {
    const database = openEncryptedDatabase(toOpening(path, data.key))
    return database.ok ? [{ data, database: database.value }] : []
  })
  expect(found, died).toHaveLength(1)
  const [{ data, database }] = found as [(typeof found)[number]]
  expect(countDrafts(database), died).toBe(DRAFTS)
  database.close()
  // Whoever is away, and the recovery words, reach the same key.
  for (const answer of [await vault.unlock(DEPARTED_PASSPHRASE, null, NOON), await vault.recover(words)])
    expect(
      unwrapUnlocked(answer).keys.some(({ key }) => key.equals(data.key)),
      died,
    ).toBe(true)
  for (const finding of unlocked.findings) expect(finding, died).toBe('copy_older')
  unlocked.completeUnlock(data.generation, { minimumSerial: 1, knownSlotIds: null })
  expect(vault.slots(data.key), died).toHaveLength(3)
  expect(readdirSync(path).filter((name) => name.startsWith('book'))).toEqual(['book.db'])
  return data.generation
}

test('killed at each step of a rotation, the book opens with a key of the keyring, and every row is there (D3)', TIMEOUT, async () => {
  const founded = await createVaultWithDatabase()
  let generation = 1
  for (const step of ROTATION_STEPS) {
    const said = await runAndKill(CHILD, null, founded.path, step)
    expect(said.at(-1)).toBe(step)
    const next = await openAfterKill(founded, step)
    // Exchanged or not, and never anything between.
    expect(next - generation, step).toBe(ROTATION_STEPS.indexOf(step) < ROTATION_STEPS.indexOf('renamed') ? 0 : 1)
    generation = next
  }
})

test(`killed ${KILLS} times at any instant of it, likewise (D3)`, TIMEOUT, async () => {
  const founded = await createVaultWithDatabase()
  const died: Record<string, number> = {}
  let generation = 1
  for (let run = 0; run < KILLS; run += 1) {
    // Within the first two rotations, and at any instant of a step.
    const line = 1 + ((run * 5) % (2 * ROTATION_STEPS.length))
    const said = await runAndKill(CHILD, { line, ms: (run * 37) % 41 }, founded.path)
    const after = said.at(-1) ?? 'nothing'
    died[after] = (died[after] ?? 0) + 1
    const next = await openAfterKill(founded, `kill ${run}, after ${after}`)
    expect(next).toBeGreaterThanOrEqual(generation)
    generation = next
  }
  expect(generation).toBeGreaterThan(1)
  if (process.env['KILLS'] !== undefined) console.log(`${KILLS} kills, up to generation ${generation}, after:`, died)
})
