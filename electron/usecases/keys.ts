import { join } from 'node:path'
import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { staff as contract } from '#shared/contract/staff'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { rotateBook, type Rotated, type Rotating } from '../storage/rotate'
import { whoWorkHere } from '../storage/staff'
import { recoveryWords } from '../vault/words'
import type { Desk } from './desk'
import { faultAnswer, type Door } from './door'
import { changeOver } from './new-way'
import { BOOK } from './setup'
import { closedToYou, sittingAt, stillSits, type Sitting } from './sitting'

type Done = Outcome<{ done: true }, Failure>
type Read = z.input<(typeof contract)['keys.read']['output']>
type TypedBack = z.output<(typeof contract)['keys.saveWords']['input']>['typedBack']
/** A rotation that leaves no book open seals. */
type KeyDoor = Door & Pick<Desk, 'seal'>

const done: Done = ok({ done: true })

/** K1: what opens the book now, counted; nobody's slot can be told from another's. */
function read(door: Door): Outcome<Read, Failure> {
  const { book, ledger, me } = door
  const { dataKey } = ledger
  if (book === null || dataKey === null || me === null) return closedToYou(door)
  const workers = book.read(whoWorkHere).filter(({ slotId }) => slotId !== null)
  const slots = door.vault.slots(dataKey)
  const directors = workers.filter(({ roles }) => roles.includes('director')).length
  return ok({
    generation: ledger.generation,
    directors,
    staff: workers.length - directors,
    recovery: slots.some((slot) => slot.class === 'recovery'),
    waiting: slots.filter((slot) => slot.class !== 'recovery' && slot.waitsForHer).length,
  })
}

/**
 * D3: a fresh data key for the book; everybody's passphrase stays, and what a departed worker has kept opens nothing new
 * (K5). Takes seconds in a large book. When it cannot be done the book goes on under its old key.
 */
function rotate(door: KeyDoor): Done {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const { book, dataKey } = sitting.value
  const { ports, ledger } = door
  const { generation } = ledger
  const folder = ports.folders.data
  const keyring = door.vault.rotation(dataKey)
  const outside = ledger.handOver(keyring.newKey, door.now())
  const rotated = rotatedOrSealed(door, keyring.newKey, {
    book,
    file: join(folder, BOOK),
    folder,
    oldKey: dataKey,
    migrationsFolder: ports.folders.migrations,
    keyring,
    freeBytes: ports.disk.freeBytes(),
    onStep: (step) => {
      if (step === 'renamed') outside?.trail()
      // Only now is it checked with the new key.
      if (step === 'new_listed') outside?.due()
    },
  })
  if (rotated.ok) {
    ledger.exchange(rotated.value.book, keyring.newKey, keyring.generation)
    // It is done whether or not the disk takes this line: the keyring remembers by itself at the next sign-in.
    door.deeds.note({ kind: 'key_rotated', facts: { generation: keyring.generation } }, (db) =>
      door.records.sawKeyring(db, rotated.value.serial),
    )
    return done
  }
  keyring.newKey.fill(0)
  // Whoever takes the book over zeroes the key before it, which is the same one here.
  if (rotated.book === null) {
    door.seal('asked')
    door.cover.blame(rotated.failure)
  } else if (rotated.book !== book) ledger.exchange(rotated.book, Buffer.from(dataKey), generation)
  return faultAnswer(rotated.failure)
}

/** A bug in the middle of it must not leave a desk that looks open without a book. */
function rotatedOrSealed(door: KeyDoor, newKey: Buffer, rotating: Rotating): Rotated {
  try {
    return rotateBook(rotating)
  } catch (error) {
    newKey.fill(0)
    if (!rotating.book.isOpen) {
      door.seal('asked')
      door.cover.blame('io')
    }
    throw error
  }
}

/** K2: three different ones of the words that were shown. */
const areTypedBack = (words: readonly string[], typed: TypedBack): boolean =>
  new Set(typed.map(({ position }) => position)).size === typed.length &&
  typed.every(({ position, word }) => words[position - 1] === word.trim().toLowerCase())

async function saveWords(door: Door, sitting: Sitting, words: readonly string[], typed: TypedBack): Promise<Done> {
  if (!areTypedBack(words, typed)) return refuse('words_do_not_match', { field: 'typedBack' })
  const slot = await door.vault.newRecovery(sitting.dataKey, words)
  if (!stillSits(door, sitting)) return closedToYou(door)
  // Words that may yet be refused must not have killed those on the sheet in the safe.
  return changeOver(door, slot, () => done, { kind: 'recovery_words_made' })
}

/** The book's keys (K1, K2, D3). */
export function keyCalls(door: KeyDoor) {
  // In this process's memory until they are typed back, and only for whoever has seen them at this sitting.
  let offer: { readonly sitting: Sitting; readonly words: readonly string[] } | null = null
  return {
    'keys.read': (): Outcome<Read, Failure> => read(door),
    'keys.rotate': (): Done => rotate(door),
    'keys.words': (): Outcome<{ words: string[] }, Failure> => {
      const sitting = sittingAt(door)
      if (!sitting.ok) return sitting
      if (offer === null || !stillSits(door, offer.sitting)) offer = { sitting: sitting.value, words: recoveryWords(door.ports.random) }
      return ok({ words: [...offer.words] })
    },
    'keys.saveWords': async ({ typedBack }: { readonly typedBack: TypedBack }): Promise<Done> => {
      const sitting = sittingAt(door)
      if (!sitting.ok) return sitting
      if (offer === null || !stillSits(door, offer.sitting)) return refuse('words_do_not_match', { field: 'typedBack' })
      const answer = await saveWords(door, sitting.value, offer.words, typedBack)
      if (answer.ok) offer = null
      return answer
    },
  }
}
