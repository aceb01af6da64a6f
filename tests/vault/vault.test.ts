import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { calibrate, costSchema, FLOOR } from '../../electron/vault/derivation'
import { areRecoveryWords, offeredPassphrase, recoveryWords } from '../../electron/vault/words'
import { PASSPHRASE } from '../support/founding'
import { editText, foundedVault, NOON, opened, random, readText, vaultFolder, vaultIn } from '../support/vaults'

describe('the vault', () => {
  test('gives the same data key to the passphrase and to the recovery words (K1, K2)', async () => {
    const { vault, words, dataKey, slotId } = await foundedVault()
    for (const one of [null, slotId]) {
      const unlocked = opened(await vault.unlock(PASSPHRASE, one, NOON))
      expect(unlocked.keys).toEqual([{ generation: 1, key: dataKey }])
      expect(unlocked).toMatchObject({ slotId, slotClass: 'director', temporary: false, findings: [] })
    }
    const recovered = opened(await vault.recover(words.map((word) => ` ${word.toUpperCase()} `)))
    expect(recovered.keys).toEqual([{ generation: 1, key: dataKey }])
    expect(recovered.slotClass).toBe('recovery')
    expect(await vault.unlock('seven quiet herons over mud', null, NOON)).toEqual({ ok: false, failure: 'wrong' })
    expect(await vault.unlock(words.join(' '), null, NOON)).toEqual({ ok: false, failure: 'wrong' })
    expect(await vault.recover(recoveryWords(random))).toEqual({ ok: false, failure: 'wrong' })
  })

  test('writes nothing before the set-up is saved, and no name, key or secret afterwards', async () => {
    const path = vaultFolder()
    const vault = vaultIn(path)
    const made = await vault.found(PASSPHRASE, recoveryWords(random))
    expect(readdirSync(path)).toEqual([])
    expect(vault.isSetUp()).toBe(false)
    expect(vault.verifyKey()).toBeNull()
    made.save()
    expect(readdirSync(path).toSorted()).toEqual(['keyring.2.json', 'keyring.json'])
    const text = readText(path, 'keyring.json')
    expect(text).not.toContain(made.dataKey.toString('base64'))
    expect(text).not.toContain('herons')
  })

  test('an ordinary sign-in writes nothing', async () => {
    const { path, vault, dataKey } = await foundedVault()
    rmSync(join(path, 'keyring.2.json'))
    opened(await vault.unlock(PASSPHRASE, null, NOON)).settle(1, { atLeast: 1, known: null })
    const before = readText(path, 'keyring.json')
    const unlocked = opened(await vault.unlock(PASSPHRASE, null, NOON))
    expect(unlocked.serialOf(1)).toBe(2)
    expect(unlocked.settle(1, { atLeast: 2, known: new Set([unlocked.slotId]) })).toBe(2)
    expect(readText(path, 'keyring.json')).toBe(before)
    unlocked.forget()
    // The one that settling has left to the caller stays.
    expect(unlocked.keys[0]?.key).toEqual(dataKey)
  })

  test('keys that nobody takes are zeroed', async () => {
    const { vault } = await foundedVault()
    const unlocked = opened(await vault.unlock(PASSPHRASE, null, NOON))
    unlocked.forget()
    expect(unlocked.keys[0]?.key).toEqual(Buffer.alloc(32))
  })

  test('two changes that were prepared side by side are both kept', async () => {
    const { vault, dataKey } = await foundedVault()
    const [one, two] = await Promise.all([vault.add(dataKey, 'one of them', 'staff', null), vault.add(dataKey, 'the other', 'staff', null)])
    expect([one.save(), two.save()]).toEqual([2, 3])
    expect(opened(await vault.unlock('one of them', one.slotId, NOON)).keys[0]?.key).toEqual(dataKey)
    expect(opened(await vault.unlock('the other', two.slotId, NOON)).keys[0]?.key).toEqual(dataKey)
  })

  test('a sign-in does not undo what was saved while its key was derived', async () => {
    const { path, vault, dataKey } = await foundedVault()
    editText(path, 'keyring.2.json', () => 'x')
    const unlocked = opened(await vault.unlock(PASSPHRASE, null, NOON))
    const { slotId, save } = await vault.add(dataKey, 'saved meanwhile', 'staff', null)
    save()
    unlocked.settle(1, { atLeast: 1, known: null })
    expect(vault.slots(dataKey).map(({ id }) => id)).toContain(slotId)
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
    const { patience } = vaultIn(vaultFolder())
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
    const path = vaultFolder()
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
