import { renameSync, rmSync, statSync } from 'node:fs'
import { syncFolder } from '../vault/safe-file'
import type { Book } from './book'
import { openingFault, storageFault, type OfficeFault } from './faults'
import { openBook, type Opening } from './open'
import { copyIn, isFaithful, makeCopy, rekeyCopy, tidyRotation } from './rotating-copy'

export { tidyRotation } from './rotating-copy'

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
  readonly listBoth: () => number
  readonly listNew: () => number
  readonly listOld: () => number
}

export interface Rotating {
  /** Open; it is the function's from now on, and the answer says which one to go on with. */
  readonly book: Book
  readonly file: string
  readonly folder: string
  readonly oldKey: Buffer
  readonly migrationsFolder: string
  readonly keyring: KeyringHooks
  /** What the disk has left, or null when the machine does not say. */
  readonly freeBytes: number | null
  readonly onStep?: (step: RotationStep) => void
}

export type Rotated =
  | { readonly ok: true; readonly value: { readonly book: Book; /** Of the keyring, for the book to remember. */ readonly serial: number } }
  /** Nothing has been exchanged, unless `book` is null. `book`: the old one, open (the same or opened again); null: none could be opened. */
  | { readonly ok: false; readonly failure: OfficeFault; readonly book: Book | null }

// The copy, and the journal that rekeying it needs.
const ROOM = 2.5

/**
 * Puts the book under a new key (D3): by a copy that is checked and then takes its place, with the keyring listing both
 * keys in between, so that at each instant the file on the disk opens with a key of the keyring. Takes as long as
 * writing the book three times; nothing else runs meanwhile. Throws only for a bug.
 */
export function rotateBook(rotating: Rotating): Rotated {
  const { file, folder, keyring, freeBytes, migrationsFolder, onStep } = rotating
  const step = (name: RotationStep): void => onStep?.(name)
  const copy = copyIn(folder)
  try {
    rotating.book.checkpoint()
    step('checkpointed')
    if (freeBytes !== null && freeBytes < ROOM * statSync(file).size) return goBack(rotating, 'disk_full', false)
    tidyRotation(folder)
    makeCopy(rotating.book, copy)
    step('copied')
    rekeyCopy(copy, rotating.oldKey, keyring.newKey)
    step('rekeyed')
    if (!isFaithful(copy, keyring.newKey, rotating.book)) return goBack(rotating, 'not_a_database', false)
    step('verified')
  } catch (error) {
    return goBack(rotating, faultOrThrow(error), false)
  }
  let serial: number
  try {
    serial = keyring.listBoth()
    step('both_listed')
    rotating.book.close()
    step('closed')
    // A log that stayed would be played into the new file, page by page under the old key.
    if (hasLog(file)) return goBack(rotating, 'io', true)
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
    renameSync(copy, file)
  } catch (error) {
    return goBack(rotating, faultOrThrow(error), true)
  }
  step('renamed')
  try {
    // Only when the exchange is durable may the old key be forgotten; otherwise both stay listed until a sign-in settles it.
    syncFolder(folder)
    serial = keyring.listNew()
  } catch (error) {
    if (storageFault(error) === null) throw error
  }
  step('new_listed')
  const opened = openBook({ ...opening(rotating), key: keyring.newKey, migrationsFolder })
  step('opened')
  return opened.ok ? { ok: true, value: { book: opened.value, serial } } : { ...opened, book: null }
}

const opening = ({ file, folder, oldKey, migrationsFolder }: Rotating): Opening => ({ file, folder, key: oldKey, migrationsFolder })

const hasLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** The old book goes on. A keyring that cannot be written now still lists both keys, and the next sign-in settles it. */
function goBack(rotating: Rotating, failure: OfficeFault, listed: boolean): Rotated {
  const { book, folder, keyring } = rotating
  for (const undo of [() => tidyRotation(folder), () => listed && keyring.listOld()]) {
    try {
      undo()
    } catch (error) {
      faultOrThrow(error)
    }
  }
  if (book.isOpen) return { ok: false, failure, book }
  const opened = openBook(opening(rotating))
  return { ok: false, failure, book: opened.ok ? opened.value : null }
}

function faultOrThrow(error: unknown): OfficeFault {
  const fault = openingFault(error)
  if (fault === null) throw error
  return fault
}
