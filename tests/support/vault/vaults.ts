import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Outcome } from '#shared/domain/core/outcome'
import type { Random } from '../../../electron/ports'
import { MINIMUM_COST } from '../../../electron/vault/key-derivation'
import type { UnlockedVault } from '../../../electron/vault/vault'
import { Vault } from '../../../electron/vault/vault'
import { createRecoveryWords } from '../../../electron/vault/recovery-words'
import { PASSPHRASE } from '../office/set-up-office'

export const random: Random = { bytes: (count) => randomBytes(count) }
export const KEYRING_COPIES = ['keyring.json', 'keyring.2.json'] as const
export const NOON = Date.UTC(2026, 10, 20, 19)
export const HOUR = 3_600_000

export function createVaultFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Creates the real vault with K1's minimum cost. */
export const createVault = (folder: string): Vault =>
  new Vault({ folder, ids: { uuid: () => randomUUID() }, random, chooseCost: () => Promise.resolve(MINIMUM_COST) })

export interface NewVault {
  readonly path: string
  readonly vault: Vault
  readonly words: readonly string[]
  readonly dataKey: Buffer
  /** The director's slot. */
  readonly slotId: string
}

export async function createNewVault(path = createVaultFolder()): Promise<NewVault> {
  const vault = createVault(path)
  const words = createRecoveryWords(random)
  const { dataKey, slotId, save } = await vault.createKeyring(PASSPHRASE, words)
  save()
  return { path, vault, words, dataKey, slotId }
}

/** Returns the unlocked vault, or fails the test with the reason. */
export function unwrapUnlocked(answer: Outcome<UnlockedVault, string>): UnlockedVault {
  if (!answer.ok) throw new Error(`not opened: ${answer.failure}`)
  return answer.value
}

export const readText = (path: string, name: string): string => readFileSync(join(path, name), 'utf8')
export const editText = (path: string, name: string, change: (text: string) => string): void =>
  writeFileSync(join(path, name), change(readText(path, name)))
export const editBoth = (path: string, change: (text: string) => string): void => {
  for (const name of KEYRING_COPIES) editText(path, name, change)
}
