import { describe, expect, test } from 'vitest'
import type { Vault } from '../../electron/vault/vault'
import { recoveryWords } from '../../electron/vault/words'
import { PASSPHRASE } from '../support/founding'
import { COPIES, editBoth, editText, foundedVault, HOURS, NOON, opened, random, readText } from '../support/vaults'

const ALL = { atLeast: 1, known: null }
const TEMPORARY = 'blue lamp given to her'
const OWN = 'four tall poplars whisper'
const WRONG = { ok: false, failure: 'wrong' }
const OVER = { ok: false, failure: 'temporary_over' }

const opens = async (vault: Vault, secret: string, slotId: string | null = null, now = NOON) => (await vault.unlock(secret, slotId, now)).ok
const views = (vault: Vault, dataKey: Buffer) => vault.slots(dataKey).map((slot) => [slot.class, slot.temporaryUntil, slot.waitsForHer])

/** A rotation without a book: the keyring's three writes. */
function rotate(vault: Vault, dataKey: Buffer): Buffer {
  const { newKey, listBoth, listNew } = vault.rotation(dataKey)
  listBoth()
  listNew()
  return newKey
}

async function withTemporary() {
  const founded = await foundedVault()
  const { slotId, save } = await founded.vault.add(founded.dataKey, TEMPORARY, 'staff', NOON + 72 * HOURS)
  save()
  return { ...founded, hers: slotId }
}

describe('the life of a key (K1 to K4)', () => {
  test('set-up: the director and recovery, each with a key pair of its own', async () => {
    const { path, vault, dataKey } = await foundedVault()
    expect(views(vault, dataKey)).toEqual([
      ['director', null, false],
      ['recovery', null, false],
    ])
    const { slots } = JSON.parse(readText(path, 'keyring.json')).current
    expect(new Set(slots.map((slot: { publicKey: string }) => slot.publicKey)).size).toBe(2)
    expect(readText(path, COPIES[1])).toBe(readText(path, COPIES[0]))
  })

  test('add: a temporary passphrase opens once and then is nobody’s', async () => {
    const { vault, dataKey, hers } = await withTemporary()
    const unlocked = opened(await vault.unlock(TEMPORARY, hers, NOON))
    expect(unlocked).toMatchObject({ temporary: true, slotClass: 'staff', slotId: hers })
    // Not before the book has opened: a try that came to nothing costs her nothing.
    expect(await opens(vault, TEMPORARY, hers)).toBe(true)
    expect(unlocked.settle(1, ALL)).toBe(3)
    expect(await vault.unlock(TEMPORARY, hers, NOON)).toEqual(WRONG)
    expect(await vault.unlock(TEMPORARY, null, NOON)).toEqual(WRONG)
    expect(views(vault, dataKey)).toHaveLength(2)
  })

  test('add: after 72 hours it says that its time is over, only to who knows it, and not a millisecond before', async () => {
    const { vault, hers } = await withTemporary()
    expect(await opens(vault, TEMPORARY, hers, NOON + 72 * HOURS)).toBe(true)
    expect(await vault.unlock(TEMPORARY, hers, NOON + 72 * HOURS + 1)).toEqual(OVER)
    expect(await vault.unlock(TEMPORARY, null, NOON + 72 * HOURS + 1)).toEqual(OVER)
    expect(await vault.unlock('another guess of it', hers, NOON + 72 * HOURS + 1)).toEqual(WRONG)
  })

  test('add: the next sign-in empties it, so that no clock set back revives it; it still says that it is over', async () => {
    const { path, vault, hers, dataKey } = await withTemporary()
    const before = readText(path, COPIES[1])
    opened(await vault.unlock(PASSPHRASE, null, NOON + 73 * HOURS)).settle(1, ALL)
    expect(JSON.parse(readText(path, 'keyring.json')).current.slots[2]).toMatchObject({ id: hers, wrapped: null, handed: [] })
    expect(await vault.unlock(TEMPORARY, hers, NOON + 73 * HOURS)).toEqual(OVER)
    expect(await vault.unlock(TEMPORARY, hers, NOON)).toEqual(WRONG)
    // Nor does an older copy beside it, nor a rotation.
    editText(path, COPIES[1], () => before)
    expect(await vault.unlock(TEMPORARY, hers, NOON)).toEqual(WRONG)
    const newKey = rotate(vault, dataKey)
    expect(await vault.unlock(TEMPORARY, hers, NOON)).toEqual(WRONG)
    expect(views(vault, newKey)[2]).toEqual(['staff', NOON + 72 * HOURS, false])
  })

  test('add: its time cannot be prolonged in the file', async () => {
    const { path, vault, hers } = await withTemporary()
    editBoth(path, (text) => text.replace(String(NOON + 72 * HOURS), String(NOON + 720 * HOURS)))
    expect(await vault.unlock(TEMPORARY, hers, NOON)).toEqual(WRONG)
    expect(await vault.unlock(PASSPHRASE, null, NOON)).toEqual({ ok: false, failure: 'damaged' })
  })

  test('choose her own: the temporary one is gone with its first use, her own one stays', async () => {
    const { vault, dataKey, hers } = await withTemporary()
    opened(await vault.unlock(TEMPORARY, hers, NOON)).settle(1, ALL)
    const { slotId, save } = await vault.replace(dataKey, hers, OWN, 'staff', null)
    save()
    for (let i = 0; i < 2; i++) {
      const unlocked = opened(await vault.unlock(OWN, slotId, NOON + 900 * HOURS))
      expect(unlocked).toMatchObject({ temporary: false, findings: [] })
      unlocked.settle(1, ALL)
    }
    expect(views(vault, dataKey)).toHaveLength(3)
  })

  test('reset: what she knew opens nothing, the temporary one does', async () => {
    const { vault, dataKey } = await foundedVault()
    const hers = await vault.add(dataKey, OWN, 'staff', null)
    hers.save()
    const reset = await vault.replace(dataKey, hers.slotId, TEMPORARY, 'staff', NOON + 72 * HOURS)
    // Prepared is not yet done.
    expect(await opens(vault, OWN)).toBe(true)
    expect(reset.save()).toBe(3)
    expect(await opens(vault, OWN)).toBe(false)
    expect(await opens(vault, TEMPORARY, reset.slotId)).toBe(true)
  })

  test('leave: her slot is gone; after the rotation her passphrase and the key she knew open nothing new', async () => {
    const { path, vault, dataKey } = await foundedVault()
    const hers = await vault.add(dataKey, OWN, 'staff', null)
    hers.save()
    const kept = readText(path, 'keyring.json')
    vault.remove(dataKey, [hers.slotId]).save()
    expect(await opens(vault, OWN)).toBe(false)
    const newKey = rotate(vault, dataKey)
    // She comes back with a keyring of before: it opens the old key, which opens nothing.
    editBoth(path, () => kept)
    const stale = opened(await vault.unlock(OWN, null, NOON))
    expect(stale.keys.map(({ generation }) => generation)).toEqual([1])
    expect(stale.keys[0]?.key.equals(newKey)).toBe(false)
  })

  test('forgotten: the recovery words open, and a new passphrase takes the place of the lost one', async () => {
    const { vault, words, slotId } = await foundedVault()
    const recovered = opened(await vault.recover(words))
    recovered.settle(1, ALL)
    const [data] = recovered.keys
    if (data === undefined) throw new Error('no key')
    const { save } = await vault.replace(data.key, slotId, OWN, 'director', null)
    save()
    expect(await opens(vault, PASSPHRASE)).toBe(false)
    expect(opened(await vault.unlock(OWN, null, NOON)).slotClass).toBe('director')
    expect((await vault.recover(words)).ok).toBe(true)
  })

  test('new recovery words: the ones before open nothing', async () => {
    const { vault, words, dataKey } = await foundedVault()
    const fresh = recoveryWords(random)
    const { save } = await vault.newRecovery(dataKey, fresh)
    save()
    expect(await vault.recover(words)).toEqual(WRONG)
    expect(opened(await vault.recover(fresh)).keys[0]?.key).toEqual(dataKey)
    expect(views(vault, dataKey).filter(([slotClass]) => slotClass === 'recovery')).toHaveLength(1)
  })

  test('rotation: reaches who is away, over several of them, and rewraps when she is back', async () => {
    const { vault, words, dataKey } = await foundedVault()
    const hers = await vault.add(dataKey, OWN, 'staff', null)
    hers.save()
    let key = dataKey
    for (let i = 0; i < 3; i++) key = rotate(vault, key)
    expect(views(vault, key).map(([, , waits]) => waits)).toEqual([true, true, true])
    const back = opened(await vault.unlock(OWN, null, NOON))
    expect(back.keys).toEqual([{ generation: 4, key }])
    expect(back.settle(4, { atLeast: back.serialOf(4), known: null })).toBe(back.serialOf(4) + 1)
    expect(views(vault, key).map(([, , waits]) => waits)).toEqual([true, true, false])
    expect(opened(await vault.unlock(OWN, null, NOON)).keys).toEqual([{ generation: 4, key }])
    expect(opened(await vault.recover(words)).keys).toEqual([{ generation: 4, key }])
    expect(() => vault.slots(dataKey)).toThrow('no genuine keyring')
  })

  test('rotation: a temporary passphrase survives it, with its one use and its time', async () => {
    const { vault, dataKey, hers } = await withTemporary()
    const key = rotate(vault, dataKey)
    expect(await vault.unlock(TEMPORARY, hers, NOON + 72 * HOURS + 1)).toEqual(OVER)
    const unlocked = opened(await vault.unlock(TEMPORARY, hers, NOON))
    expect(unlocked).toMatchObject({ temporary: true, keys: [{ generation: 2, key }] })
    unlocked.settle(2, ALL)
    expect(await vault.unlock(TEMPORARY, hers, NOON)).toEqual(WRONG)
  })

  test('rotation cut short: both keys come out until the book has said which one it is under', async () => {
    for (const under of [1, 2]) {
      const { vault, dataKey } = await foundedVault()
      const { newKey, listBoth } = vault.rotation(dataKey)
      listBoth()
      const unlocked = opened(await vault.unlock(PASSPHRASE, null, NOON))
      expect(unlocked.keys).toEqual([
        { generation: 2, key: newKey },
        { generation: 1, key: dataKey },
      ])
      expect(unlocked.findings).toEqual([])
      expect(unlocked.settle(under, ALL)).toBe(3)
      unlocked.forget()
      const [left, other] = under === 2 ? [newKey, dataKey] : [dataKey, newKey]
      expect(unlocked.keys.map(({ key }) => key)).toEqual(under === 2 ? [left, Buffer.alloc(32)] : [Buffer.alloc(32), left])
      expect(opened(await vault.unlock(PASSPHRASE, null, NOON)).keys).toEqual([{ generation: under, key: left }])
      expect(() => vault.slots(other)).toThrow('no genuine keyring')
    }
  })

  test('rotation given up: the old key alone, and the next one is as good as the first', async () => {
    const { vault, dataKey } = await foundedVault()
    const given = vault.rotation(dataKey)
    given.listBoth()
    expect(given.listOld()).toBe(3)
    expect(opened(await vault.unlock(PASSPHRASE, null, NOON)).keys).toEqual([{ generation: 1, key: dataKey }])
    const key = rotate(vault, dataKey)
    expect(opened(await vault.unlock(PASSPHRASE, null, NOON)).keys).toEqual([{ generation: 2, key }])
  })
})
