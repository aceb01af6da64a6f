import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { FLOOR } from '../../electron/vault/derivation'
import { readKeyrings, sealKeyring, writeKeyring } from '../../electron/vault/keyring'
import { writeSafely } from '../../electron/vault/safe-file'
import type { Slot } from '../../electron/vault/slot'
import { notRun } from '../support/not-run'

const dataKey = randomBytes(32)
const slots = (count: number): readonly Slot[] =>
  Array.from({ length: count }, () => ({
    id: randomUUID(),
    class: 'staff' as const,
    cost: FLOOR,
    generation: 1,
    salt: randomBytes(16).toString('base64'),
    nonce: randomBytes(12).toString('base64'),
    wrapped: randomBytes(48).toString('base64'),
  }))

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => {
    spawnSync('umount', [path], { stdio: 'ignore' })
    rmSync(path, { recursive: true, force: true })
  })
  return path
}

describe('the keyring on the disk (K1)', () => {
  test('a disk that fills in the middle of it leaves the one before, whole, in both copies', (context) => {
    const path = folder()
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]).status !== 0)
      return notRun(context, 'no tmpfs can be mounted here')
    const kept = sealKeyring(slots(10), dataKey)
    writeKeyring(path, kept)
    // All but one page is taken: the first 4 KB of the new one would fit.
    let filler = 0
    try {
      for (;;) writeFileSync(join(path, `filler-${(filler += 1)}`), Buffer.alloc(4_096, 1))
    } catch {}
    rmSync(join(path, `filler-${filler}`), { force: true })
    rmSync(join(path, 'filler-1'))
    expect(() => writeKeyring(path, sealKeyring(slots(40), dataKey))).toThrow('ENOSPC')
    expect(readKeyrings(path)).toEqual([kept, kept])
  })

  test.each([0.5, 0])('torn (%d of it is left), the second copy serves', (part) => {
    const path = folder()
    const kept = sealKeyring(slots(3), dataKey)
    writeKeyring(path, kept)
    const whole = readFileSync(join(path, 'keyring.json'))
    writeFileSync(join(path, 'keyring.json'), whole.subarray(0, whole.length * part))
    expect(readKeyrings(path)).toEqual([kept])
  })

  test('nobody else on the PC can read it, and nothing half-made is left beside it', (context) => {
    if (process.platform === 'win32') return notRun(context, 'Windows has no file modes')
    const path = folder()
    writeKeyring(path, sealKeyring(slots(1), dataKey))
    writeSafely(path, 'tries.json', '{}')
    expect(readdirSync(path).toSorted()).toEqual(['keyring.2.json', 'keyring.json', 'tries.json'])
    for (const name of readdirSync(path)) expect(statSync(join(path, name)).mode & 0o777, name).toBe(0o600)
  })
})
