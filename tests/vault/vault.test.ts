import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { calibrateCost, costSchema, MINIMUM_COST } from '../../electron/vault/key-derivation'
import { isRecoveryPhrase, suggestPassphrase, createRecoveryWords } from '../../electron/vault/recovery-words'
import { PASSPHRASE } from '../support/office/set-up-office'
import { editText, createNewVault, NOON, unwrapUnlocked, random, readText, createVaultFolder, createVault } from '../support/vault/vaults'

describe('the vault', () => {
  test('gives the same data key to the passphrase and to the recovery words (K1, K2)', async () => {
    const { vault, words, dataKey, slotId } = await createNewVault()
    for (const one of [null, slotId]) {
      const unlocked = unwrapUnlocked(await vault.unlock(PASSPHRASE, one, NOON))
      expect(unlocked.keys).toEqual([{ generation: 1, key: dataKey }])
      expect(unlocked).toMatchObject({ slotId, slotClass: 'director', temporary: false, findings: [] })
    }
    const recovered = unwrapUnlocked(await vault.recover(words.map((word) => ` ${word.toUpperCase()} `)))
    expect(recovered.keys).toEqual([{ generation: 1, key: dataKey }])
    expect(recovered.slotClass).toBe('recovery')
    expect(await vault.unlock('seven quiet herons over mud', null, NOON)).toEqual({ ok: false, failure: 'wrong' })
    expect(await vault.unlock(words.join(' '), null, NOON)).toEqual({ ok: false, failure: 'wrong' })
    expect(await vault.recover(createRecoveryWords(random))).toEqual({ ok: false, failure: 'wrong' })
  })

  test('writes nothing before the set-up is saved, and no name, key or secret afterwards', async () => {
    const path = createVaultFolder()
    const vault = createVault(path)
    const made = await vault.createKeyring(PASSPHRASE, createRecoveryWords(random))
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
    const { path, vault, dataKey } = await createNewVault()
    rmSync(join(path, 'keyring.2.json'))
    unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON)).completeUnlock(1, { minimumSerial: 1, knownSlotIds: null })
    const before = readText(path, 'keyring.json')
    const unlocked = unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON))
    expect(unlocked.getSerial(1)).toBe(2)
    expect(unlocked.completeUnlock(1, { minimumSerial: 2, knownSlotIds: new Set([unlocked.slotId]) })).toBe(2)
    expect(readText(path, 'keyring.json')).toBe(before)
    unlocked.zeroKeys()
    // The key that `completeUnlock` has left to the caller stays.
    expect(unlocked.keys[0]?.key).toEqual(dataKey)
  })

  test('keys that nobody takes are zeroed', async () => {
    const { vault } = await createNewVault()
    const unlocked = unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON))
    unlocked.zeroKeys()
    expect(unlocked.keys[0]?.key).toEqual(Buffer.alloc(32))
  })

  test('two changes that were prepared side by side are both kept', async () => {
    const { vault, dataKey } = await createNewVault()
    const [one, two] = await Promise.all([
      vault.addSlot(dataKey, 'one of them', 'staff', null),
      vault.addSlot(dataKey, 'the other', 'staff', null),
    ])
    expect([one.save(), two.save()]).toEqual([2, 3])
    expect(unwrapUnlocked(await vault.unlock('one of them', one.slotId, NOON)).keys[0]?.key).toEqual(dataKey)
    expect(unwrapUnlocked(await vault.unlock('the other', two.slotId, NOON)).keys[0]?.key).toEqual(dataKey)
  })

  test('a sign-in does not undo what was saved while its key was derived', async () => {
    const { path, vault, dataKey } = await createNewVault()
    editText(path, 'keyring.2.json', () => 'x')
    const unlocked = unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON))
    const { slotId, save } = await vault.addSlot(dataKey, 'saved meanwhile', 'staff', null)
    save()
    unlocked.completeUnlock(1, { minimumSerial: 1, knownSlotIds: null })
    expect(vault.slots(dataKey).map(({ id }) => id)).toContain(slotId)
  })

  test('calibration stays between the floor and 256 MiB', async () => {
    const measured = (took: number) => {
      let calls = 0
      return calibrateCost(() => (calls++ === 0 ? 0 : took))
    }
    expect(await measured(5_000)).toEqual(MINIMUM_COST)
    expect(await measured(134)).toEqual({ memoryKiB: 256 * 1024, passes: 3, lanes: 4 })
    expect(await measured(20)).toEqual({ memoryKiB: 256 * 1024, passes: 16, lanes: 4 })
    expect(costSchema.safeParse(await measured(1)).success).toBe(true)
  })
})

describe('the delay after wrong passphrases (K3)', () => {
  test('two are free, then it grows from 2 s to a minute and never for good', () => {
    const { loginThrottle } = createVault(createVaultFolder())
    const waits: number[] = []
    let now = 1_000_000
    for (let i = 0; i < 10; i++) {
      loginThrottle.recordTry(now)
      const wait = (loginThrottle.tryAgainAt(now) ?? now) - now
      waits.push(wait / 1000)
      now += wait
      expect(loginThrottle.tryAgainAt(now)).toBeNull()
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60])
    loginThrottle.reset()
    loginThrottle.recordTry(now)
    expect(loginThrottle.tryAgainAt(now)).toBeNull()
  })

  test('a restart does not shorten it, and a clock set back does not stretch it', () => {
    const path = createVaultFolder()
    for (let i = 0; i < 3; i++) createVault(path).loginThrottle.recordTry(5_000_000)
    expect(createVault(path).loginThrottle.tryAgainAt(5_001_000)).toBe(5_002_000)
    expect(createVault(path).loginThrottle.tryAgainAt(1_000_000)).toBe(1_002_000)
    expect(createVault(path).loginThrottle.tryAgainAt(1_002_000)).toBeNull()
  })
})

describe('words', () => {
  test('twelve recovery words carry a checksum', () => {
    const words = createRecoveryWords({ bytes: () => Buffer.alloc(16, 5) })
    expect(words).toHaveLength(12)
    expect(isRecoveryPhrase(words)).toBe(true)
    expect(isRecoveryPhrase([...words.slice(0, 11), 'zzz'])).toBe(false)
  })

  test('five words are offered as a passphrase', () => {
    expect(suggestPassphrase(random).split(' ')).toHaveLength(5)
  })
})
