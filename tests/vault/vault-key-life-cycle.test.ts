import { describe, expect, test } from 'vitest'
import type { Vault } from '../../electron/vault/vault'
import { createRecoveryWords } from '../../electron/vault/recovery-words'
import { PASSPHRASE } from '../support/office/set-up-office'
import { KEYRING_COPIES, editBoth, editText, createNewVault, HOUR, NOON, unwrapUnlocked, random, readText } from '../support/vault/vaults'

const ALL = { minimumSerial: 1, knownSlotIds: null }
const TEMPORARY = 'blue lamp given to her'
const OWN_PASSPHRASE = 'four tall poplars whisper'
const WRONG = { ok: false, failure: 'wrong' }
const TEMPORARY_OVER = { ok: false, failure: 'temporary_over' }

const canUnlock = async (vault: Vault, secret: string, slotId: string | null = null, now = NOON) =>
  (await vault.unlock(secret, slotId, now)).ok
const listSlots = (vault: Vault, dataKey: Buffer) =>
  vault.slots(dataKey).map((slot) => [slot.class, slot.temporaryUntil, slot.hasPendingKey])

/** Runs a rotation without a database: the keyring's three writes. */
function rotate(vault: Vault, dataKey: Buffer): Buffer {
  const { newKey, saveBoth: listBoth, saveNew: listNew } = vault.prepareRotation(dataKey)
  listBoth()
  listNew()
  return newKey
}

async function createVaultWithTemporary() {
  const founded = await createNewVault()
  const { slotId, save } = await founded.vault.addSlot(founded.dataKey, TEMPORARY, 'staff', NOON + 72 * HOUR)
  save()
  return { ...founded, workerSlotId: slotId }
}

describe('the life of a key (K1 to K4)', () => {
  test('set-up: the director and recovery, each with a key pair of its own', async () => {
    const { path, vault, dataKey } = await createNewVault()
    expect(listSlots(vault, dataKey)).toEqual([
      ['director', null, false],
      ['recovery', null, false],
    ])
    const { slots } = JSON.parse(readText(path, 'keyring.json')).current
    expect(new Set(slots.map((slot: { publicKey: string }) => slot.publicKey)).size).toBe(2)
    expect(readText(path, KEYRING_COPIES[1])).toBe(readText(path, KEYRING_COPIES[0]))
  })

  test('add: a temporary passphrase opens once and then is nobody’s', async () => {
    const { vault, dataKey, workerSlotId } = await createVaultWithTemporary()
    const unlocked = unwrapUnlocked(await vault.unlock(TEMPORARY, workerSlotId, NOON))
    expect(unlocked).toMatchObject({ temporary: true, slotClass: 'staff', slotId: workerSlotId })
    // Not before the database has opened: a failed try costs the worker nothing.
    expect(await canUnlock(vault, TEMPORARY, workerSlotId)).toBe(true)
    expect(unlocked.completeUnlock(1, ALL)).toBe(3)
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON)).toEqual(WRONG)
    expect(await vault.unlock(TEMPORARY, null, NOON)).toEqual(WRONG)
    expect(listSlots(vault, dataKey)).toHaveLength(2)
  })

  test('add: after 72 hours it says that its time is over, only to who knows it, and not a millisecond before', async () => {
    const { vault, workerSlotId } = await createVaultWithTemporary()
    expect(await canUnlock(vault, TEMPORARY, workerSlotId, NOON + 72 * HOUR)).toBe(true)
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON + 72 * HOUR + 1)).toEqual(TEMPORARY_OVER)
    expect(await vault.unlock(TEMPORARY, null, NOON + 72 * HOUR + 1)).toEqual(TEMPORARY_OVER)
    expect(await vault.unlock('another guess of it', workerSlotId, NOON + 72 * HOUR + 1)).toEqual(WRONG)
  })

  test('add: the next sign-in empties it, so that no clock set back revives it; it still says that it is over', async () => {
    const { path, vault, workerSlotId, dataKey } = await createVaultWithTemporary()
    const before = readText(path, KEYRING_COPIES[1])
    unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON + 73 * HOUR)).completeUnlock(1, ALL)
    expect(JSON.parse(readText(path, 'keyring.json')).current.slots[2]).toMatchObject({ id: workerSlotId, wrapped: null, handed: [] })
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON + 73 * HOUR)).toEqual(TEMPORARY_OVER)
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON)).toEqual(WRONG)
    // Neither does an older copy beside it, nor a rotation.
    editText(path, KEYRING_COPIES[1], () => before)
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON)).toEqual(WRONG)
    const newKey = rotate(vault, dataKey)
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON)).toEqual(WRONG)
    expect(listSlots(vault, newKey)[2]).toEqual(['staff', NOON + 72 * HOUR, false])
  })

  test('add: its time cannot be prolonged in the file', async () => {
    const { path, vault, workerSlotId } = await createVaultWithTemporary()
    editBoth(path, (text) => text.replace(String(NOON + 72 * HOUR), String(NOON + 720 * HOUR)))
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON)).toEqual(WRONG)
    expect(await vault.unlock(PASSPHRASE, null, NOON)).toEqual({ ok: false, failure: 'damaged' })
  })

  test('choose her own: the temporary one is gone with its first use, her own one stays', async () => {
    const { vault, dataKey, workerSlotId } = await createVaultWithTemporary()
    unwrapUnlocked(await vault.unlock(TEMPORARY, workerSlotId, NOON)).completeUnlock(1, ALL)
    const { slotId, save } = await vault.replaceSlot(dataKey, workerSlotId, OWN_PASSPHRASE, 'staff', null)
    save()
    for (let i = 0; i < 2; i++) {
      const unlocked = unwrapUnlocked(await vault.unlock(OWN_PASSPHRASE, slotId, NOON + 900 * HOUR))
      expect(unlocked).toMatchObject({ temporary: false, findings: [] })
      unlocked.completeUnlock(1, ALL)
    }
    expect(listSlots(vault, dataKey)).toHaveLength(3)
  })

  test('reset: what she knew opens nothing, the temporary one does', async () => {
    const { vault, dataKey } = await createNewVault()
    const workerSlotId = await vault.addSlot(dataKey, OWN_PASSPHRASE, 'staff', null)
    workerSlotId.save()
    const reset = await vault.replaceSlot(dataKey, workerSlotId.slotId, TEMPORARY, 'staff', NOON + 72 * HOUR)
    // Prepared is not yet done.
    expect(await canUnlock(vault, OWN_PASSPHRASE)).toBe(true)
    expect(reset.save()).toBe(3)
    expect(await canUnlock(vault, OWN_PASSPHRASE)).toBe(false)
    expect(await canUnlock(vault, TEMPORARY, reset.slotId)).toBe(true)
  })

  test('leave: her slot is gone; after the rotation her passphrase and the key she knew open nothing new', async () => {
    const { path, vault, dataKey } = await createNewVault()
    const workerSlotId = await vault.addSlot(dataKey, OWN_PASSPHRASE, 'staff', null)
    workerSlotId.save()
    const kept = readText(path, 'keyring.json')
    vault.removeSlots(dataKey, [workerSlotId.slotId]).save()
    expect(await canUnlock(vault, OWN_PASSPHRASE)).toBe(false)
    const newKey = rotate(vault, dataKey)
    // The worker comes back with a former keyring: it opens the old key, which opens nothing.
    editBoth(path, () => kept)
    const stale = unwrapUnlocked(await vault.unlock(OWN_PASSPHRASE, null, NOON))
    expect(stale.keys.map(({ generation }) => generation)).toEqual([1])
    expect(stale.keys[0]?.key.equals(newKey)).toBe(false)
  })

  test('forgotten: the recovery words open, and a new passphrase takes the place of the lost one', async () => {
    const { vault, words, slotId } = await createNewVault()
    const recovered = unwrapUnlocked(await vault.recover(words))
    recovered.completeUnlock(1, ALL)
    const [data] = recovered.keys
    if (data === undefined) throw new Error('no key')
    const { save } = await vault.replaceSlot(data.key, slotId, OWN_PASSPHRASE, 'director', null)
    save()
    expect(await canUnlock(vault, PASSPHRASE)).toBe(false)
    expect(unwrapUnlocked(await vault.unlock(OWN_PASSPHRASE, null, NOON)).slotClass).toBe('director')
    expect((await vault.recover(words)).ok).toBe(true)
  })

  test('new recovery words: the ones before open nothing', async () => {
    const { vault, words, dataKey } = await createNewVault()
    const fresh = createRecoveryWords(random)
    const { save } = await vault.replaceRecoverySlot(dataKey, fresh)
    save()
    expect(await vault.recover(words)).toEqual(WRONG)
    expect(unwrapUnlocked(await vault.recover(fresh)).keys[0]?.key).toEqual(dataKey)
    expect(listSlots(vault, dataKey).filter(([slotClass]) => slotClass === 'recovery')).toHaveLength(1)
  })

  test('rotation: reaches who is away, over several of them, and rewraps when she is back', async () => {
    const { vault, words, dataKey } = await createNewVault()
    const workerSlotId = await vault.addSlot(dataKey, OWN_PASSPHRASE, 'staff', null)
    workerSlotId.save()
    let key = dataKey
    for (let i = 0; i < 3; i++) key = rotate(vault, key)
    expect(listSlots(vault, key).map(([, , waits]) => waits)).toEqual([true, true, true])
    const back = unwrapUnlocked(await vault.unlock(OWN_PASSPHRASE, null, NOON))
    expect(back.keys).toEqual([{ generation: 4, key }])
    expect(back.completeUnlock(4, { minimumSerial: back.getSerial(4), knownSlotIds: null })).toBe(back.getSerial(4) + 1)
    expect(listSlots(vault, key).map(([, , waits]) => waits)).toEqual([true, true, false])
    expect(unwrapUnlocked(await vault.unlock(OWN_PASSPHRASE, null, NOON)).keys).toEqual([{ generation: 4, key }])
    expect(unwrapUnlocked(await vault.recover(words)).keys).toEqual([{ generation: 4, key }])
    expect(() => vault.slots(dataKey)).toThrow('no genuine keyring')
  })

  test('rotation: a temporary passphrase survives it, with its one use and its time', async () => {
    const { vault, dataKey, workerSlotId } = await createVaultWithTemporary()
    const key = rotate(vault, dataKey)
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON + 72 * HOUR + 1)).toEqual(TEMPORARY_OVER)
    const unlocked = unwrapUnlocked(await vault.unlock(TEMPORARY, workerSlotId, NOON))
    expect(unlocked).toMatchObject({ temporary: true, keys: [{ generation: 2, key }] })
    unlocked.completeUnlock(2, ALL)
    expect(await vault.unlock(TEMPORARY, workerSlotId, NOON)).toEqual(WRONG)
  })

  test('rotation cut short: both keys come out until the database has said which one it is under', async () => {
    for (const under of [1, 2]) {
      const { vault, dataKey } = await createNewVault()
      const { newKey, saveBoth: listBoth } = vault.prepareRotation(dataKey)
      listBoth()
      const unlocked = unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON))
      expect(unlocked.keys).toEqual([
        { generation: 2, key: newKey },
        { generation: 1, key: dataKey },
      ])
      expect(unlocked.findings).toEqual([])
      expect(unlocked.completeUnlock(under, ALL)).toBe(3)
      unlocked.zeroKeys()
      const [left, other] = under === 2 ? [newKey, dataKey] : [dataKey, newKey]
      expect(unlocked.keys.map(({ key }) => key)).toEqual(under === 2 ? [left, Buffer.alloc(32)] : [Buffer.alloc(32), left])
      expect(unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON)).keys).toEqual([{ generation: under, key: left }])
      expect(() => vault.slots(other)).toThrow('no genuine keyring')
    }
  })

  test('rotation given up: the old key alone, and the next one is as good as the first', async () => {
    const { vault, dataKey } = await createNewVault()
    const rotation = vault.prepareRotation(dataKey)
    rotation.saveBoth()
    expect(rotation.saveOld()).toBe(3)
    expect(unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON)).keys).toEqual([{ generation: 1, key: dataKey }])
    const key = rotate(vault, dataKey)
    expect(unwrapUnlocked(await vault.unlock(PASSPHRASE, null, NOON)).keys).toEqual([{ generation: 2, key }])
  })
})
