import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '#shared/contract/call'
import type { StaffId } from '#shared/domain/core/ids'
import { isZone } from '#shared/domain/core/moment'
import { ok, refuse, type Outcome, type Refusal } from '#shared/domain/core/outcome'
import { DATABASE_FILE, UNFINISHED_DATABASE_FILE } from '../../storage/core/database-file'
import { isSynchronised } from '../../storage/core/synchronised-folder'
import { createEncryptedDatabase } from '../../storage/core/open-database'
import { validatePassphrase } from '../../vault/passphrase'
import { syncFolder } from '../../vault/atomic-file'
import type { OfficeFault } from '../../storage/core/database-faults'
import type { NewKeyring, UnlockedVault } from '../../vault/vault'
import { suggestPassphrase, createRecoveryWords } from '../../vault/recovery-words'
import { toFaultAnswer, type SignInContext } from '../../session/session-context'
import type { SetUpInput } from '../../storage/office/office-records-interface'

type DoneOutcome = Outcome<{ done: true }, Failure>
interface SetUpOffer {
  readonly words: readonly string[]
  readonly passphrase: string
}

function checkSetUp(input: SetUpInput, offer: SetUpOffer | null, folder: string): Refusal | null {
  if (!isZone(input.zone)) return refuse('not_a_time_zone', { field: 'zone' }).failure
  const passphraseIssue = validatePassphrase(input.passphrase)
  if (passphraseIssue !== null) return passphraseIssue
  const positions = new Set(input.typedBack.map(({ position }) => position))
  const matches = input.typedBack.every(({ position, word }) => offer?.words[position - 1] === word.trim().toLowerCase())
  // Three different words of those shown in this run must be typed back (K2).
  if (positions.size !== input.typedBack.length || !matches) return refuse('words_do_not_match', { field: 'typedBack' }).failure
  return isSynchronised(folder) ? refuse('folder_is_synchronised').failure : null
}

const removeDatabaseFiles = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

/** Database first, keyring second, the database's name last: cut short at any point, the next start finds all or nothing. */
function createDatabase(session: SignInContext, input: SetUpInput, newKeyring: NewKeyring): OfficeFault | null {
  const { ports, records } = session
  const folder = ports.folders.data
  const file = join(folder, UNFINISHED_DATABASE_FILE)
  removeDatabaseFiles(file)
  const created = createEncryptedDatabase({ file, folder, key: newKeyring.dataKey, migrationsFolder: ports.folders.migrations })
  if (!created.ok) return created.failure
  const director = { id: ports.ids.uuid() as StaffId, slotId: newKeyring.slotId }
  try {
    created.value.write((db) => {
      records.writeInitialRecords(db, input, director, session.now(), ports.ids)
      records.saveKeyringSerial(db, newKeyring.serial)
    })
    created.value.checkpoint()
  } finally {
    created.value.close()
  }
  newKeyring.save()
  renameSync(file, join(folder, DATABASE_FILE))
  syncFolder(folder)
  const fault = session.lifecycle.open(toUnlocked(newKeyring))
  const worker = session.database?.read((db) => records.findWorker(db, director.id)) ?? null
  if (fault !== null || worker === null) return fault ?? 'keyring_damaged'
  session.transactions.record({ kind: 'founded', by: worker.id })
  session.signIn(worker, 'passphrase')
  return null
}

/** Builds the unlocked vault of a new database, as if its director had just typed the passphrase. */
const toUnlocked = ({ dataKey, slotId, serial }: NewKeyring): UnlockedVault => ({
  keys: [{ generation: 1, key: dataKey }],
  slotId,
  slotClass: 'director',
  temporary: false,
  until: null,
  findings: [],
  getSerial: () => serial,
  completeUnlock: () => serial,
  zeroKeys: () => undefined,
})

async function finishSetUp(session: SignInContext, input: SetUpInput, offer: SetUpOffer | null): Promise<DoneOutcome> {
  const { folders } = session.ports
  const refusal = checkSetUp(input, offer, folders.data)
  if (refusal !== null || offer === null) return { ok: false, failure: refusal ?? refuse('words_do_not_match').failure }
  // A database without its keyring may be an office that lost it, and must never be overwritten.
  if (existsSync(join(folders.data, DATABASE_FILE))) return refuse('already_set_up')
  mkdirSync(folders.data, { recursive: true, mode: 0o700 })
  const newKeyring = await session.vault.createKeyring(input.passphrase, offer.words)
  try {
    const fault = createDatabase(session, input, newKeyring)
    return fault === null ? ok({ done: true }) : toFaultAnswer(fault)
  } finally {
    // If the office did not open, its key is not needed.
    if (session.database === null) newKeyring.dataKey.fill(0)
  }
}

/** The six steps of the first start (K1, K2, K3). What is offered lives in this process's memory until they are done. */
export function setUpCalls(session: SignInContext) {
  let offer: SetUpOffer | null = null
  return {
    'setup.createRecoveryWords': (): Outcome<{ words: string[]; passphrase: string }> => {
      offer ??= { words: createRecoveryWords(session.ports.random), passphrase: suggestPassphrase(session.ports.random) }
      return ok({ words: [...offer.words], passphrase: offer.passphrase })
    },
    'setup.finish': async (input: SetUpInput): Promise<DoneOutcome> => {
      if (session.stage !== 'new') return refuse('already_set_up')
      const answer = await finishSetUp(session, input, offer)
      if (answer.ok) offer = null
      return answer
    },
  }
}
