import { renameSync, rmSync, statSync } from 'node:fs'
import { syncFolder } from '../../vault/atomic-file'
import type { OfficeDatabase } from './office-database'
import { toOpeningFault, toStorageFault, type OfficeFault } from './database-faults'
import { openEncryptedDatabase, type OpenDatabaseOptions } from './open-database'
import { getCopyPath, isCopyIdentical, createCopy, rekeyCopy, removeRotationCopy } from './rotation-copy'

export { removeRotationCopy } from './rotation-copy'

/** In this order; each has been done when it is named. */
export const ROTATION_STEPS = [
  'checkpointed',
  'copied',
  'rekeyed',
  'verified',
  'both_listed',
  'closed',
  'renamed',
  'new_listed',
  'opened',
] as const
export type RotationStep = (typeof ROTATION_STEPS)[number]

/** The keyring's part, `Vault.rotation`. */
export interface KeyringHooks {
  readonly newKey: Buffer
  readonly saveBoth: () => number
  readonly saveNew: () => number
  readonly saveOld: () => number
}

export interface RotationOptions {
  /** Open; it is the function's from now on, and the answer says which one to go on with. */
  readonly database: OfficeDatabase
  readonly file: string
  readonly folder: string
  readonly oldKey: Buffer
  readonly migrationsFolder: string
  readonly keyring: KeyringHooks
  /** What the disk has left, or null when the machine does not say. */
  readonly freeBytes: number | null
  readonly onStep?: (reportStep: RotationStep) => void
}

export type RotationResult =
  | {
      readonly ok: true
      readonly value: { readonly database: OfficeDatabase; /** Of the keyring, for the book to remember. */ readonly serial: number }
    }
  /** Nothing has been exchanged, unless `book` is null. `book`: the old one, open (the same or opened again); null: none could be opened. */
  | { readonly ok: false; readonly failure: OfficeFault; readonly database: OfficeDatabase | null }

// The copy, and the journal that rekeying it needs.
const REQUIRED_SPACE_FACTOR = 2.5

/**
 * Puts the book under a new key (D3): by a copy that is checked and then takes its place, with the keyring listing both
 * keys in between, so that at each instant the file on the disk opens with a key of the keyring. Takes as long as
 * writing the book three times; nothing else runs meanwhile. Throws only for a bug.
 */
export function rotateDatabaseKey(options: RotationOptions): RotationResult {
  const { file, folder, keyring, freeBytes, migrationsFolder, onStep } = options
  const reportStep = (name: RotationStep): void => onStep?.(name)
  const copy = getCopyPath(folder)
  try {
    options.database.checkpoint()
    reportStep('checkpointed')
    if (freeBytes !== null && freeBytes < REQUIRED_SPACE_FACTOR * statSync(file).size) return rollBackRotation(options, 'disk_full', false)
    removeRotationCopy(folder)
    createCopy(options.database, copy)
    reportStep('copied')
    rekeyCopy(copy, options.oldKey, keyring.newKey)
    reportStep('rekeyed')
    if (!isCopyIdentical(copy, keyring.newKey, options.database)) return rollBackRotation(options, 'not_a_database', false)
    reportStep('verified')
  } catch (error) {
    return rollBackRotation(options, toFaultOrThrow(error), false)
  }
  let serial: number
  try {
    serial = keyring.saveBoth()
    reportStep('both_listed')
    options.database.close()
    reportStep('closed')
    // A log that stayed would be played into the new file, page by page under the old key.
    if (hasWriteAheadLog(file)) return rollBackRotation(options, 'io', true)
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
    renameSync(copy, file)
  } catch (error) {
    return rollBackRotation(options, toFaultOrThrow(error), true)
  }
  reportStep('renamed')
  try {
    // Only when the exchange is durable may the old key be forgotten; otherwise both stay listed until a sign-in settles it.
    syncFolder(folder)
    serial = keyring.saveNew()
  } catch (error) {
    if (toStorageFault(error) === null) throw error
  }
  reportStep('new_listed')
  const opened = openEncryptedDatabase({ ...toOpenOptions(options), key: keyring.newKey, migrationsFolder })
  reportStep('opened')
  return opened.ok ? { ok: true, value: { database: opened.value, serial } } : { ...opened, database: null }
}

const toOpenOptions = ({ file, folder, oldKey, migrationsFolder }: RotationOptions): OpenDatabaseOptions => ({
  file,
  folder,
  key: oldKey,
  migrationsFolder,
})

const hasWriteAheadLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** The old book goes on. A keyring that cannot be written now still lists both keys, and the next sign-in settles it. */
function rollBackRotation(options: RotationOptions, failure: OfficeFault, wereBothListed: boolean): RotationResult {
  const { database, folder, keyring } = options
  for (const undo of [() => removeRotationCopy(folder), () => wereBothListed && keyring.saveOld()]) {
    try {
      undo()
    } catch (error) {
      toFaultOrThrow(error)
    }
  }
  if (database.isOpen) return { ok: false, failure, database }
  const opened = openEncryptedDatabase(toOpenOptions(options))
  return { ok: false, failure, database: opened.ok ? opened.value : null }
}

function toFaultOrThrow(error: unknown): OfficeFault {
  const fault = toOpeningFault(error)
  if (fault === null) throw error
  return fault
}
