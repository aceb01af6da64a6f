import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Outcome } from '#shared/domain/outcome'
import type { Random } from '../../electron/ports'
import { FLOOR } from '../../electron/vault/derivation'
import type { Unlocked } from '../../electron/vault/vault'
import { Vault } from '../../electron/vault/vault'
import { recoveryWords } from '../../electron/vault/words'
import { PASSPHRASE } from './founding'

export const random: Random = { bytes: (count) => randomBytes(count) }
export const COPIES = ['keyring.json', 'keyring.2.json'] as const
export const NOON = Date.UTC(2026, 10, 20, 19)
export const HOURS = 3_600_000

export function vaultFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'day-book-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** The real vault at K1's floor. */
export const vaultIn = (folder: string): Vault =>
  new Vault({ folder, ids: { uuid: () => randomUUID() }, random, chooseCost: () => Promise.resolve(FLOOR) })

export interface FoundedVault {
  readonly path: string
  readonly vault: Vault
  readonly words: readonly string[]
  readonly dataKey: Buffer
  /** The director's. */
  readonly slotId: string
}

export async function foundedVault(path = vaultFolder()): Promise<FoundedVault> {
  const vault = vaultIn(path)
  const words = recoveryWords(random)
  const { dataKey, slotId, save } = await vault.found(PASSPHRASE, words)
  save()
  return { path, vault, words, dataKey, slotId }
}

/** What is there, or a test that says why not. */
export function opened(answer: Outcome<Unlocked, string>): Unlocked {
  if (!answer.ok) throw new Error(`not opened: ${answer.failure}`)
  return answer.value
}

export const readText = (path: string, name: string): string => readFileSync(join(path, name), 'utf8')
export const editText = (path: string, name: string, change: (text: string) => string): void =>
  writeFileSync(join(path, name), change(readText(path, name)))
export const editBoth = (path: string, change: (text: string) => string): void => {
  for (const name of COPIES) editText(path, name, change)
}
