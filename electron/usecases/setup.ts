import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '#shared/contract/entry'
import type { StaffId } from '#shared/domain/ids'
import { isZone } from '#shared/domain/moment'
import { ok, refuse, type Outcome, type Refusal } from '#shared/domain/outcome'
import { isSynchronised } from '../storage/folder'
import { createBook } from '../storage/open'
import { passphraseRefusal } from '../vault/passphrase'
import { syncFolder } from '../vault/safe-file'
import type { OfficeFault } from '../storage/faults'
import type { Founded, Unlocked } from '../vault/vault'
import { offeredPassphrase, recoveryWords } from '../vault/words'
import type { Desk } from './desk'
import { faultAnswer } from './door'
import type { SetUp } from './records'

export const BOOK = 'book.db'
// The book gets its name last: without it, what lies there is an unfinished set-up that nobody has a key for.
const UNFINISHED = 'book.unfinished.db'

type Done = Outcome<{ done: true }, Failure>
interface Offer {
  readonly words: readonly string[]
  readonly passphrase: string
}

function refusalOf(input: SetUp, offer: Offer | null, folder: string): Refusal | null {
  if (!isZone(input.zone)) return refuse('not_a_time_zone', { field: 'zone' }).failure
  const weak = passphraseRefusal(input.passphrase)
  if (weak !== null) return weak
  const positions = new Set(input.typedBack.map(({ position }) => position))
  const matches = input.typedBack.every(({ position, word }) => offer?.words[position - 1] === word.trim().toLowerCase())
  // K2: three different ones of the words that were shown in this run.
  if (positions.size !== input.typedBack.length || !matches) return refuse('words_do_not_match', { field: 'typedBack' }).failure
  return isSynchronised(folder) ? refuse('folder_is_synchronised').failure : null
}

const discard = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

/** Book first, keyring second, the book's name last: cut short at any point, the next start finds all or nothing. */
function write(desk: Desk, input: SetUp, founded: Founded): OfficeFault | null {
  const { ports, records } = desk
  const folder = ports.folders.data
  const file = join(folder, UNFINISHED)
  discard(file)
  const made = createBook({ file, folder, key: founded.dataKey, migrationsFolder: ports.folders.migrations })
  if (!made.ok) return made.failure
  const director = { id: ports.ids.uuid() as StaffId, slotId: founded.slotId }
  try {
    made.value.write((db) => {
      records.found(db, input, director, desk.now(), ports.ids)
      records.sawKeyring(db, founded.serial)
    })
    made.value.checkpoint()
  } finally {
    made.value.close()
  }
  founded.save()
  renameSync(file, join(folder, BOOK))
  syncFolder(folder)
  const fault = desk.cover.open(unlockedBy(founded))
  const worker = desk.book?.read((db) => records.worker(db, director.id)) ?? null
  if (fault !== null || worker === null) return fault ?? 'keyring_damaged'
  desk.deeds.note({ kind: 'founded', by: worker.id })
  desk.sit(worker, 'passphrase')
  return null
}

/** The key of a new book, as if its director had just typed her passphrase. */
const unlockedBy = ({ dataKey, slotId, serial }: Founded): Unlocked => ({
  keys: [{ generation: 1, key: dataKey }],
  slotId,
  slotClass: 'director',
  temporary: false,
  until: null,
  findings: [],
  serialOf: () => serial,
  settle: () => serial,
  forget: () => undefined,
})

async function finish(desk: Desk, input: SetUp, offer: Offer | null): Promise<Done> {
  const { folders } = desk.ports
  const refusal = refusalOf(input, offer, folders.data)
  if (refusal !== null || offer === null) return { ok: false, failure: refusal ?? refuse('words_do_not_match').failure }
  // A book without its keyring is somebody's book that lost it, never something to write over.
  if (existsSync(join(folders.data, BOOK))) return refuse('already_set_up')
  mkdirSync(folders.data, { recursive: true, mode: 0o700 })
  const founded = await desk.vault.found(input.passphrase, offer.words)
  try {
    const fault = write(desk, input, founded)
    return fault === null ? ok({ done: true }) : faultAnswer(fault)
  } finally {
    // An office that did not open has no use for its key.
    if (desk.book === null) founded.dataKey.fill(0)
  }
}

/** A set-up whose last step was cut short: keyring and book are there, only the name is missing. */
export function completeSetUp(folder: string): void {
  const file = join(folder, UNFINISHED)
  if (existsSync(file) && !existsSync(join(folder, BOOK))) renameSync(file, join(folder, BOOK))
}

/** The six steps of the first start (K1, K2, K3). What is offered lives in this process's memory until they are done. */
export function setUpCalls(desk: Desk) {
  let offer: Offer | null = null
  return {
    'setup.words': (): Outcome<{ words: string[]; passphrase: string }> => {
      offer ??= { words: recoveryWords(desk.ports.random), passphrase: offeredPassphrase(desk.ports.random) }
      return ok({ words: [...offer.words], passphrase: offer.passphrase })
    },
    'setup.finish': async (input: SetUp): Promise<Done> => {
      if (desk.stage !== 'new') return refuse('already_set_up')
      const answer = await finish(desk, input, offer)
      if (answer.ok) offer = null
      return answer
    },
  }
}
