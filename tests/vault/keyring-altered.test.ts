import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { costSchema, MINIMUM_COST } from '../../electron/vault/key-derivation'
import { encryptKeyForReceiver } from '../../electron/vault/key-pair'
import { readKeyringCopies, signSlotSet, writeKeyring, type Keyring } from '../../electron/vault/keyring'
import { loadKeyringState } from '../../electron/vault/keyring-state'
import { PASSPHRASE } from '../support/office/set-up-office'
import {
  KEYRING_COPIES,
  editBoth,
  editText,
  createNewVault,
  HOUR,
  NOON,
  unwrapUnlocked,
  random,
  readText,
  type NewVault,
} from '../support/vault/vaults'

const DAMAGED = { ok: false, failure: 'damaged' }
const WRONG = { ok: false, failure: 'wrong' }
const WORKER_PASSPHRASE = 'four tall poplars whisper'
const TEMPORARY = 'blue lamp given to her'

/** Creates a director, recovery, a worker and a temporary passphrase, after a rotation: every field of the keyring is in use. */
async function createUsedVault() {
  const founded = await createNewVault()
  const { path, vault, dataKey } = founded
  for (const [secret, until] of [
    [WORKER_PASSPHRASE, null],
    [TEMPORARY, NOON + 72 * HOUR],
  ] as const)
    (await vault.addSlot(dataKey, secret, 'staff', until)).save()
  const rotation = vault.prepareRotation(dataKey)
  rotation.saveBoth()
  const both = readText(path, KEYRING_COPIES[0])
  rotation.saveNew()
  return { ...founded, dataKey: rotation.newKey, oldKey: dataKey, both }
}

type Edit = (keyring: Keyring) => void
const editKeyring = (edit: Edit) => (text: string) => {
  const keyring: Keyring = JSON.parse(text)
  edit(keyring)
  return JSON.stringify(keyring)
}
const slot = ({ current }: Keyring, at: number) => {
  const found = current.slots[at]
  if (found === undefined) throw new Error('no slot')
  return found
}

const signIn = ({ vault }: NewVault) => vault.unlock(PASSPHRASE, null, NOON)

describe('a keyring that somebody or something has altered (K1)', () => {
  test('a flipped bit anywhere is found; the other copy serves, and without it nothing is genuine', async () => {
    const { path, dataKey, oldKey, both } = await createUsedVault()
    for (const text of [readText(path, KEYRING_COPIES[0]), both]) {
      for (const name of KEYRING_COPIES) writeFileSync(join(path, name), text)
      const whole = loadKeyringState(readKeyringCopies(path), [dataKey, oldKey])
      expect(whole?.findings).toEqual([])
      const bytes = readFileSync(join(path, KEYRING_COPIES[0]))
      // Each field is hit several times.
      for (let at = 0; at < bytes.length; at += text === both ? 11 : 3) {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at)
        writeFileSync(join(path, KEYRING_COPIES[0]), flipped)
        const copies = readKeyringCopies(path)
        const found = loadKeyringState(copies, [dataKey, oldKey])
        expect([found?.held, found?.findings.length], `byte ${at}`).toEqual([whole?.held, 1])
        // Only half of a keyring with two slot sets can be hit; the other half remains, and the damage is reported.
        const alone = loadKeyringState(copies.slice(0, 1), [dataKey, oldKey])
        if (text === both && alone !== null) expect(alone).toMatchObject({ held: [{}], findings: ['copy_not_genuine'] })
        else expect(alone, `byte ${at}`).toBeNull()
      }
    }
  })

  const EDITS: readonly (readonly [string, Edit, typeof DAMAGED])[] = [
    ['a slot removed', ({ current }) => void current.slots.pop(), DAMAGED],
    ['a slot twice', (keyring) => void keyring.current.slots.push(slot(keyring, 2)), DAMAGED],
    ['a slot twice under another id', (keyring) => void keyring.current.slots.push({ ...slot(keyring, 2), id: randomUUID() }), DAMAGED],
    ['slots in another order', ({ current }) => void current.slots.reverse(), DAMAGED],
    ['a slot of another class', (keyring) => void Object.assign(slot(keyring, 2), { class: 'director' }), DAMAGED],
    ['her own class', (keyring) => void Object.assign(slot(keyring, 0), { class: 'staff' }), WRONG],
    ['a weaker cost', (keyring) => void Object.assign(slot(keyring, 0).cost, { memoryKiB: 1024 }), DAMAGED],
    ['another cost, not weaker than the floor', (keyring) => void Object.assign(slot(keyring, 0).cost, { passes: 4 }), WRONG],
    ['another salt', (keyring) => void Object.assign(slot(keyring, 0), { salt: slot(keyring, 1).salt }), WRONG],
    ["another's wrapped key", (keyring) => void Object.assign(slot(keyring, 0), { wrapped: slot(keyring, 2).wrapped }), WRONG],
    ["another's handed key", (keyring) => void Object.assign(slot(keyring, 0), { handed: slot(keyring, 2).handed }), WRONG],
    ['no handed key', (keyring) => void Object.assign(slot(keyring, 0), { handed: [] }), DAMAGED],
    ['a lower generation', (keyring) => void Object.assign(keyring.current, { generation: 1 }), DAMAGED],
    ['a higher serial', (keyring) => void Object.assign(keyring.current, { serial: 99 }), DAMAGED],
    ['another key for the due list', (keyring) => void Object.assign(keyring.current, { verifyKey: slot(keyring, 0).publicKey }), DAMAGED],
    ['a field more', (keyring) => void Object.assign(slot(keyring, 0), { more: 1 }), DAMAGED],
    ['format 1', (keyring) => void Object.assign(keyring, { format: 1 }), DAMAGED],
    ['an unknown format', (keyring) => void Object.assign(keyring, { format: 3 }), DAMAGED],
  ]

  test.each(EDITS)('%s: in both copies it opens nothing, in one it is found and mended', async (_, edit, answer) => {
    const founded = await createUsedVault()
    const { path, vault, dataKey } = founded
    const good = readText(path, KEYRING_COPIES[0])
    editText(path, KEYRING_COPIES[0], editKeyring(edit))
    const unlocked = unwrapUnlocked(await signIn(founded))
    expect(unlocked.keys).toEqual([{ generation: 2, key: dataKey }])
    expect(unlocked.findings).toEqual([expect.stringMatching(/^copy_(unreadable|not_genuine)$/)])
    const serial = unlocked.completeUnlock(2, { minimumSerial: 1, knownSlotIds: null })
    expect(serial).toBe(JSON.parse(good).current.serial + 1)
    expect(readText(path, KEYRING_COPIES[0])).toBe(readText(path, KEYRING_COPIES[1]))
    expect(unwrapUnlocked(await signIn(founded)).findings).toEqual([])
    for (const name of KEYRING_COPIES) writeFileSync(join(path, name), good)
    editBoth(path, editKeyring(edit))
    expect(await signIn(founded)).toEqual(answer)
    // Where the slot itself looks like a wrong passphrase, the others detect it.
    if (answer === WRONG) expect(await vault.unlock(WORKER_PASSPHRASE, null, NOON)).toEqual(DAMAGED)
  })

  test('costs below the floor are no costs', () => {
    for (const weaker of [{ memoryKiB: 65_535 }, { passes: 2 }, { lanes: 3 }, { memoryKiB: 262_145 }])
      expect(costSchema.safeParse({ ...MINIMUM_COST, ...weaker }).success).toBe(false)
  })

  test('a copy lost or torn is found and mended; both torn are said to be damaged', async () => {
    const founded = await createNewVault()
    const { path, vault } = founded
    rmSync(join(path, KEYRING_COPIES[0]))
    const first = unwrapUnlocked(await signIn(founded))
    expect(first.findings).toEqual(['copy_missing'])
    first.completeUnlock(1, { minimumSerial: 1, knownSlotIds: null })
    editText(path, KEYRING_COPIES[1], (text) => text.slice(0, 300))
    const second = unwrapUnlocked(await signIn(founded))
    expect(second.findings).toEqual(['copy_unreadable'])
    second.completeUnlock(1, { minimumSerial: 1, knownSlotIds: null })
    expect(vault.isDamaged()).toBe(false)
    editBoth(path, () => '')
    expect(vault.isDamaged()).toBe(true)
    expect(await signIn(founded)).toEqual(DAMAGED)
  })
})

describe('an older keyring put back (downgrade)', () => {
  test('as one copy: the newer one decides, and who was taken away stays away', async () => {
    const founded = await createNewVault()
    const { path, vault, dataKey } = founded
    const workerSlot = await vault.addSlot(dataKey, WORKER_PASSPHRASE, 'staff', null)
    workerSlot.save()
    const old = readText(path, KEYRING_COPIES[0])
    vault.removeSlots(dataKey, [workerSlot.slotId]).save()
    for (const name of KEYRING_COPIES) {
      writeFileSync(join(path, name), old)
      expect(await vault.unlock(WORKER_PASSPHRASE, null, NOON)).toEqual(WRONG)
      const unlocked = unwrapUnlocked(await signIn(founded))
      expect(unlocked.findings).toEqual(['copy_older'])
      unlocked.completeUnlock(1, { minimumSerial: 3, knownSlotIds: null })
      expect(unwrapUnlocked(await signIn(founded)).findings).toEqual([])
    }
  })

  test('as both copies: its serial is lower than the database remembers, and slots that the database does not know are dropped', async () => {
    const founded = await createNewVault()
    const { path, vault, dataKey, slotId, words } = founded
    const workerSlot = await vault.addSlot(dataKey, WORKER_PASSPHRASE, 'staff', null)
    workerSlot.save()
    const old = readText(path, KEYRING_COPIES[0])
    const remembered = vault.removeSlots(dataKey, [workerSlot.slotId]).save()
    editBoth(path, () => old)
    const unlocked = unwrapUnlocked(await signIn(founded))
    expect(unlocked.findings).toEqual([])
    expect(unlocked.getSerial(1)).toBeLessThan(remembered)
    expect(unlocked.completeUnlock(1, { minimumSerial: remembered, knownSlotIds: new Set([slotId]) })).toBe(remembered + 1)
    expect(await vault.unlock(WORKER_PASSPHRASE, null, NOON)).toEqual(WRONG)
    expect((await signIn(founded)).ok).toBe(true)
    expect((await vault.recover(words)).ok).toBe(true)
  })
})

test('who can write to the disk, and knows no key, cannot hand her a key of his own', async () => {
  const founded = await createUsedVault()
  const { path, dataKey } = founded
  const { current }: Keyring = JSON.parse(readText(path, KEYRING_COPIES[0]))
  const forged = randomBytes(32)
  const forgeHistory = (before: Buffer) => {
    const slots = current.slots.map((one) => ({ ...one, handed: [...one.handed, encryptKeyForReceiver(one, before, forged, 3, random)] }))
    writeKeyring(path, signSlotSet(slots, forged, 3, 99))
  }
  forgeHistory(randomBytes(32))
  expect(await signIn(founded)).toEqual(WRONG)
  // With the former key it is a rotation like any other: the test can tell the difference.
  forgeHistory(dataKey)
  expect(unwrapUnlocked(await signIn(founded)).keys[0]?.key).toEqual(forged)
})
