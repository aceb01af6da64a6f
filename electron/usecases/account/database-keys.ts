import { join } from 'node:path'
import type { z } from 'zod'
import type { Failure } from '#shared/contract/call'
import type { staff as contract } from '#shared/contract/office/staff'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { rotateDatabaseKey, type RotationResult, type RotationOptions } from '../../storage/core/rotate-key'
import { listCurrentStaff } from '../../storage/staff/staff'
import { createRecoveryWords } from '../../vault/recovery-words'
import { toFaultAnswer, type SessionContext, type SignInContext } from '../../session/session-context'
import { replaceKeySlot } from './replace-key-slot'
import { DATABASE_FILE } from '../../storage/core/database-file'
import { refuseClosed, requireAuthenticated, isStillAuthenticated, type AuthenticatedSession } from '../../session/authenticated-session'

type DoneOutcome = Outcome<{ done: true }, Failure>
type KeysAnswer = z.input<(typeof contract)['keys.read']['output']>
type TypedBack = z.output<(typeof contract)['keys.confirmRecoveryWords']['input']>['typedBack']
/** A rotation that leaves no database open closes the office. */
type KeySession = SessionContext & Pick<SignInContext, 'seal'>

const done: DoneOutcome = ok({ done: true })

/** Counts what opens the database now (K1). No slot reveals its owner. */
function readKeys(session: SessionContext): Outcome<KeysAnswer, Failure> {
  const { database, openDatabase, me } = session
  const { dataKey } = openDatabase
  if (database === null || dataKey === null || me === null) return refuseClosed(session)
  const workers = database.read(listCurrentStaff).filter(({ slotId }) => slotId !== null)
  const slots = session.vault.slots(dataKey)
  const directors = workers.filter(({ roles }) => roles.includes('director')).length
  return ok({
    generation: openDatabase.generation,
    directors,
    staff: workers.length - directors,
    recovery: slots.some((slot) => slot.class === 'recovery'),
    waiting: slots.filter((slot) => slot.class !== 'recovery' && slot.hasPendingKey).length,
  })
}

/**
 * Rotates the data key (D3). Every worker's passphrase stays valid, and what a departed worker has kept opens nothing new (K5). Takes
 * seconds in a large database. If it fails, the database goes on under its old key.
 */
function rotate(session: KeySession): DoneOutcome {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const { database, dataKey } = authenticated.value
  const { ports, openDatabase } = session
  const { generation } = openDatabase
  const folder = ports.folders.data
  const keyring = session.vault.prepareRotation(dataKey)
  const outsideFiles = openDatabase.prepareForKey(keyring.newKey, session.now())
  const rotated = rotateOrSeal(session, keyring.newKey, {
    database,
    file: join(folder, DATABASE_FILE),
    folder,
    oldKey: dataKey,
    migrationsFolder: ports.folders.migrations,
    keyring,
    freeBytes: ports.disk.freeBytes(),
    onStep: (step) => {
      if (step === 'renamed') outsideFiles?.saveCheckpoint()
      // Only from here on are the reminders verified with the new key.
      if (step === 'new_listed') outsideFiles?.saveReminders()
    },
  })
  if (rotated.ok) {
    openDatabase.switchKey(rotated.value.database, keyring.newKey, keyring.generation)
    // The rotation is complete even if this entry cannot be written: the next sign-in updates the keyring's serial.
    session.transactions.record({ kind: 'key_rotated', facts: { generation: keyring.generation } }, (db) =>
      session.records.saveKeyringSerial(db, rotated.value.serial),
    )
    return done
  }
  keyring.newKey.fill(0)
  // `switchKey` zeroes the former key, so it gets a copy where both are the same.
  if (rotated.database === null) {
    session.seal('asked')
    session.lifecycle.recordFault(rotated.failure)
  } else if (rotated.database !== database) openDatabase.switchKey(rotated.database, Buffer.from(dataKey), generation)
  return toFaultAnswer(rotated.failure)
}

/** Rotates, and closes the office if it throws: a bug in the middle must not leave an office that looks open without a database. */
function rotateOrSeal(session: KeySession, newKey: Buffer, rotating: RotationOptions): RotationResult {
  try {
    return rotateDatabaseKey(rotating)
  } catch (error) {
    newKey.fill(0)
    if (!rotating.database.isOpen) {
      session.seal('asked')
      session.lifecycle.recordFault('io')
    }
    throw error
  }
}

/** Tells whether three different recovery words were typed as shown (K2). */
const hasTypedBack = (words: readonly string[], typed: TypedBack): boolean =>
  new Set(typed.map(({ position }) => position)).size === typed.length &&
  typed.every(({ position, word }) => words[position - 1] === word.trim().toLowerCase())

async function saveRecoveryWords(
  session: SessionContext,
  authenticated: AuthenticatedSession,
  words: readonly string[],
  typed: TypedBack,
): Promise<DoneOutcome> {
  if (!hasTypedBack(words, typed)) return refuse('words_do_not_match', { field: 'typedBack' })
  const slot = await session.vault.replaceRecoverySlot(authenticated.dataKey, words)
  if (!isStillAuthenticated(session, authenticated)) return refuseClosed(session)
  // New words that may still be refused must not invalidate those on the sheet in the safe.
  return replaceKeySlot(session, slot, () => done, { kind: 'recovery_words_made' })
}

/** The calls about the database's keys (K1, K2, D3). */
export function databaseKeyCalls(session: KeySession) {
  // The offered words stay in this process's memory until they are typed back, and only for the session that has seen them.
  let offeredWords: { readonly authenticated: AuthenticatedSession; readonly words: readonly string[] } | null = null
  return {
    'keys.read': (): Outcome<KeysAnswer, Failure> => readKeys(session),
    'keys.rotate': (): DoneOutcome => rotate(session),
    'keys.createRecoveryWords': (): Outcome<{ words: string[] }, Failure> => {
      const authenticated = requireAuthenticated(session)
      if (!authenticated.ok) return authenticated
      if (offeredWords === null || !isStillAuthenticated(session, offeredWords.authenticated))
        offeredWords = { authenticated: authenticated.value, words: createRecoveryWords(session.ports.random) }
      return ok({ words: [...offeredWords.words] })
    },
    'keys.confirmRecoveryWords': async ({ typedBack }: { readonly typedBack: TypedBack }): Promise<DoneOutcome> => {
      const authenticated = requireAuthenticated(session)
      if (!authenticated.ok) return authenticated
      if (offeredWords === null || !isStillAuthenticated(session, offeredWords.authenticated))
        return refuse('words_do_not_match', { field: 'typedBack' })
      const answer = await saveRecoveryWords(session, authenticated.value, offeredWords.words, typedBack)
      if (answer.ok) offeredWords = null
      return answer
    },
  }
}
