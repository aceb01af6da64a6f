import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { calibrate, costSchema, FLOOR } from '../../electron/vault/derivation'
import { readKeyrings } from '../../electron/vault/keyring'
import { Vault } from '../../electron/vault/vault'
import { areRecoveryWords, offeredPassphrase, recoveryWords } from '../../electron/vault/words'

const random = { bytes: (count: number) => randomBytes(count) }
const PASSPHRASE = 'seven quiet herons over ice'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const vaultIn = (path: string) =>
  new Vault({ folder: path, ids: { uuid: () => randomUUID() }, random, chooseCost: () => Promise.resolve(FLOOR) })

async function founded() {
  const path = folder()
  const vault = vaultIn(path)
  const words = recoveryWords(random)
  const { dataKey, slotId, save } = await vault.found(PASSPHRASE, words)
  save()
  return { path, vault, words, dataKey, slotId }
}

const edit = (path: string, name: string, change: (text: string) => string) =>
  writeFileSync(join(path, name), change(readFileSync(join(path, name), 'utf8')))

describe('the vault', () => {
  test('gives the same data key to the passphrase and to the recovery words (K1, K2)', async () => {
    const { vault, words, dataKey, slotId } = await founded()
    expect(await vault.unlock(PASSPHRASE, null)).toEqual({ ok: true, value: { dataKey, slotId } })
    expect(await vault.unlock(PASSPHRASE, slotId)).toEqual({ ok: true, value: { dataKey, slotId } })
    const recovered = await vault.recover(words.map((word) => ` ${word.toUpperCase()} `))
    expect(recovered.ok && recovered.value.dataKey.equals(dataKey)).toBe(true)
    expect(await vault.unlock('seven quiet herons over mud', null)).toEqual({ ok: false, failure: 'wrong' })
    expect(await vault.unlock(words.join(' '), null)).toEqual({ ok: false, failure: 'wrong' })
  })

  test('writes nothing before the set-up is saved, and no name, key or secret afterwards', async () => {
    const path = folder()
    const vault = vaultIn(path)
    const made = await vault.found(PASSPHRASE, recoveryWords(random))
    expect(readdirSync(path)).toEqual([])
    expect(vault.isSetUp()).toBe(false)
    made.save()
    expect(readdirSync(path).toSorted()).toEqual(['keyring.2.json', 'keyring.json'])
    const text = readFileSync(join(path, 'keyring.json'), 'utf8')
    expect(text).not.toContain(made.dataKey.toString('base64'))
    expect(text).not.toContain('herons')
  })

  test('a lost or damaged copy is mended from the other one at the next sign-in', async () => {
    const { path, vault } = await founded()
    const good = readFileSync(join(path, 'keyring.json'), 'utf8')
    for (const [name, change] of [
      ['keyring.json', () => 'x'],
      ['keyring.2.json', (text: string) => text.slice(0, 100)],
      ['keyring.json', (text: string) => text.replace(/"mac": "..../, '"mac": "AAAA')],
    ] as const) {
      edit(path, name, change)
      expect((await vault.unlock(PASSPHRASE, null)).ok).toBe(true)
      expect(readFileSync(join(path, 'keyring.json'), 'utf8')).toBe(good)
      expect(readFileSync(join(path, 'keyring.2.json'), 'utf8')).toBe(good)
    }
  })

  test('two damaged copies are said to be damaged', async () => {
    const { path, vault } = await founded()
    for (const name of ['keyring.json', 'keyring.2.json']) edit(path, name, (text) => text.replace('"format": 1', '"format": 9'))
    expect(vault.isDamaged()).toBe(true)
    expect(await vault.unlock(PASSPHRASE, null)).toEqual({ ok: false, failure: 'damaged' })
  })

  test('a keyring with a slot taken away is not accepted', async () => {
    const { path, vault } = await founded()
    for (const name of ['keyring.json', 'keyring.2.json']) {
      edit(path, name, (text) => {
        const ring = JSON.parse(text)
        return JSON.stringify({ ...ring, slots: ring.slots.slice(0, 1) })
      })
    }
    expect(await vault.unlock(PASSPHRASE, null)).toEqual({ ok: false, failure: 'damaged' })
  })

  test("a slot's class cannot be changed: the wrapped key is bound to it", async () => {
    const { path, vault } = await founded()
    for (const name of ['keyring.json', 'keyring.2.json']) edit(path, name, (text) => text.replace('"director"', '"staff"'))
    expect(await vault.unlock(PASSPHRASE, null)).toEqual({ ok: false, failure: 'wrong' })
  })

  test('parameters below the floor are refused (K1)', async () => {
    const { path } = await founded()
    for (const weaker of [{ memoryKiB: 65_535 }, { passes: 2 }, { lanes: 3 }])
      expect(costSchema.safeParse({ ...FLOOR, ...weaker }).success).toBe(false)
    for (const name of ['keyring.json', 'keyring.2.json'])
      edit(path, name, (text) => text.replaceAll('"memoryKiB": 65536', '"memoryKiB": 1024'))
    expect(readKeyrings(path)).toEqual([])
  })

  test('calibration stays between the floor and 256 MiB', async () => {
    const measured = (took: number) => {
      let calls = 0
      return calibrate(() => (calls++ === 0 ? 0 : took))
    }
    expect(await measured(5_000)).toEqual(FLOOR)
    expect(await measured(134)).toEqual({ memoryKiB: 256 * 1024, passes: 3, lanes: 4 })
    expect(await measured(20)).toEqual({ memoryKiB: 256 * 1024, passes: 16, lanes: 4 })
    expect(costSchema.safeParse(await measured(1)).success).toBe(true)
  })
})

describe('the delay after wrong passphrases (K3)', () => {
  test('two are free, then it grows from 2 s to a minute and never for good', () => {
    const { patience } = vaultIn(folder())
    const waits: number[] = []
    let now = 1_000_000
    for (let i = 0; i < 10; i++) {
      patience.count(now)
      const wait = (patience.tryAgainAt(now) ?? now) - now
      waits.push(wait / 1000)
      now += wait
      expect(patience.tryAgainAt(now)).toBeNull()
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60])
    patience.forgive()
    patience.count(now)
    expect(patience.tryAgainAt(now)).toBeNull()
  })

  test('a restart does not shorten it, and a clock set back does not stretch it', () => {
    const path = folder()
    for (let i = 0; i < 3; i++) vaultIn(path).patience.count(5_000_000)
    expect(vaultIn(path).patience.tryAgainAt(5_001_000)).toBe(5_002_000)
    expect(vaultIn(path).patience.tryAgainAt(1_000_000)).toBe(1_002_000)
    expect(vaultIn(path).patience.tryAgainAt(1_002_000)).toBeNull()
  })
})

describe('words', () => {
  test('twelve recovery words carry a checksum', () => {
    const words = recoveryWords({ bytes: () => Buffer.alloc(16, 5) })
    expect(words).toHaveLength(12)
    expect(areRecoveryWords(words)).toBe(true)
    expect(areRecoveryWords([...words.slice(0, 11), 'zzz'])).toBe(false)
  })

  test('five words are offered as a passphrase', () => {
    expect(offeredPassphrase(random).split(' ')).toHaveLength(5)
  })
})
