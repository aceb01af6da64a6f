import { renameSync, rmSync, statSync } from 'node:fs'
import { syncFolder } from '../../vault/atomic-file'
import type { OfficeDatabase } from './office-database'
import { toOpeningFault, toStorageFault, type OfficeFault } from './database-faults'
import { openEncryptedDatabase, type OpenDatabaseOptions } from './open-database'
import { getCopyPath, isCopyIdentical, createCopy, rekeyCopy, removeRotationCopy } from './rotation-copy'

export { removeRotationCopy } from './rotation-copy'

/** The steps of a rotation in their order. A step is reported when it is done. */
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
/** A step of a rotation. */
export type RotationStep = (typeof ROTATION_STEPS)[number]

/** The keyring's part (`Vault.prepareRotation`). */
export interface KeyringHooks {
  readonly newKey: Buffer
  readonly saveBoth: () => number
  readonly saveNew: () => number
  readonly saveOld: () => number
}

/** What a rotation needs. */
export interface RotationOptions {
  /** The open database. The function owns it from now on; the result says which one to continue with. */
  readonly database: OfficeDatabase
  readonly file: string
  readonly folder: string
  readonly oldKey: Buffer
  readonly migrationsFolder: string
  readonly keyring: KeyringHooks
  /** The free space of the disk, or null when the machine does not report it. */
  readonly freeBytes: number | null
  readonly onStep?: (reportStep: RotationStep) => void
}

/** The result of a rotation: the database to continue with, or why nothing was replaced. */
export type RotationResult =
  | {
      readonly ok: true
      readonly value: {
        readonly database: OfficeDatabase
        /** The keyring's serial, which the database remembers. */ readonly serial: number
      }
    }
  /**
   * Nothing was replaced, unless `database` is null. `database` is the old one, open (the same or reopened), or null when none could be
   * opened.
   */
  | { readonly ok: false; readonly failure: OfficeFault; readonly database: OfficeDatabase | null }

// Space for the copy, and for the journal that re-encrypting it needs.
const REQUIRED_SPACE_FACTOR = 2.5

/**
 * Puts the database under a new key (D3). A copy is made, checked, and renamed over the database file. Meanwhile the keyring lists both
 * keys, so that at each instant the file on the disk opens with a key of the keyring. Takes as long as writing the database three times;
 * nothing else runs meanwhile. Throws only for a bug.
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
    // A remaining log would be replayed into the new file, page by page under the old key.
    if (hasWriteAheadLog(file)) return rollBackRotation(options, 'io', true)
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
    renameSync(copy, file)
  } catch (error) {
    return rollBackRotation(options, toFaultOrThrow(error), true)
  }
  reportStep('renamed')
  try {
    // The old key may be forgotten only when the rename is durable; otherwise both stay listed until a sign-in completes the rotation.
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

/** Continues with the old database. If the keyring cannot be written now, it still lists both keys, and the next sign-in completes it. */
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
