import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MINIMUM_COST } from '../../electron/vault/key-derivation'
import { readKeyringCopies, signSlotSet, writeKeyring, type KeySlotSet } from '../../electron/vault/keyring'
import { writeFileAtomically } from '../../electron/vault/atomic-file'
import type { KeySlot } from '../../electron/vault/key-slot'
import { reportNotRun } from '../support/not-run'
import { createVaultFolder } from '../support/vault/vaults'

const dataKey = randomBytes(32)
const base64 = (count: number) => randomBytes(count).toString('base64')
const sealed = () => ({ nonce: base64(12), sealed: base64(48) })
const createRing = (count: number, serial = 1): KeySlotSet =>
  signSlotSet(
    Array.from({ length: count }, (): KeySlot => ({
      id: randomUUID(),
      class: 'staff',
      cost: MINIMUM_COST,
      generation: 1,
      temporary: null,
      salt: base64(16),
      publicKey: base64(32),
      privateKey: sealed(),
      wrapped: sealed(),
      handed: [],
    })),
    dataKey,
    1,
    serial,
  )

const read = (ring: KeySlotSet) => ({ kind: 'read', keyring: { format: 2, current: ring, next: null } })

describe('the keyring on the disk (K1)', () => {
  test('a disk that fills in the middle of it leaves the one before, whole, in both copies', (context) => {
    const path = createVaultFolder()
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', path]).status !== 0)
      return reportNotRun(context, 'no tmpfs can be mounted here')
    onTestFinished(() => void spawnSync('umount', [path], { stdio: 'ignore' }))
    const kept = createRing(10)
    writeKeyring(path, kept)
    // All but one page is taken: the first 4 KB of the new one would fit.
    let filler = 0
    try {
      for (;;) writeFileSync(join(path, `filler-${(filler += 1)}`), Buffer.alloc(4_096, 1))
    } catch {}
    rmSync(join(path, `filler-${filler}`), { force: true })
    rmSync(join(path, 'filler-1'))
    expect(() => writeKeyring(path, createRing(40, 2))).toThrow('ENOSPC')
    expect(readKeyringCopies(path)).toEqual([read(kept), read(kept)])
  })

  test.each([0.5, 0])('torn (%d of it is left), the second copy serves', (part) => {
    const path = createVaultFolder()
    const kept = createRing(3)
    writeKeyring(path, kept)
    const whole = readFileSync(join(path, 'keyring.json'))
    writeFileSync(join(path, 'keyring.json'), whole.subarray(0, whole.length * part))
    expect(readKeyringCopies(path)).toEqual([{ kind: 'copy_unreadable' }, read(kept)])
  })

  test('nobody else on the PC can read it, and nothing half-made is left beside it', (context) => {
    if (process.platform === 'win32') return reportNotRun(context, 'Windows has no file modes')
    const path = createVaultFolder()
    writeKeyring(path, createRing(1))
    writeFileAtomically(path, 'tries.json', '{}')
    expect(readdirSync(path).toSorted()).toEqual(['keyring.2.json', 'keyring.json', 'tries.json'])
    for (const name of readdirSync(path)) expect(statSync(join(path, name)).mode & 0o777, name).toBe(0o600)
  })

  test('a keyring that could not be read again is not written over a good one', () => {
    const path = createVaultFolder()
    const kept = createRing(2)
    writeKeyring(path, kept)
    const [slot] = kept.slots
    if (slot === undefined) throw new Error('no slot')
    expect(() => writeKeyring(path, signSlotSet([slot, slot], dataKey, 1, 2))).toThrow()
    expect(() => writeKeyring(path, signSlotSet([], dataKey, 1, 2))).toThrow()
    expect(readKeyringCopies(path)).toEqual([read(kept), read(kept)])
  })
})
