import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { session } from '#shared/contract/session'
import type { StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { isPin } from '../vault/pin'
import type { Unlocked } from '../vault/vault'
import type { Desk } from './desk'
import { faultAnswer } from './door'
import { settle } from './opening'
import { officeState } from './office-state'

type Contract = typeof session
type Input<C extends keyof Contract> = z.output<Contract[C]['input']>
type Done = Outcome<{ done: true }, Failure>
type Help = z.input<Contract['help.read']['output']>

const done: Done = ok({ done: true })
const closed = (desk: Desk): Done => ({ ok: false, failure: { kind: 'closed_to_you', stage: desk.stage } })

/** K3: counted before it is tried, so that pulling the plug does not help. */
async function tried<T>(desk: Desk, wrong: () => Done, attempt: () => Promise<Outcome<T, string>>): Promise<Outcome<T, Failure>> {
  const { patience } = desk.vault
  const until = patience.tryAgainAt(desk.now())
  if (until !== null) return refuse('wait_before_next_try', { until })
  patience.count(desk.now())
  const outcome = await attempt()
  if (outcome.ok) {
    patience.forgive()
    return outcome
  }
  if (outcome.failure === 'damaged') {
    desk.cover.blame('keyring_damaged')
    return faultAnswer('keyring_damaged')
  }
  if (outcome.failure === 'temporary_over') return refuse('temporary_over', { field: 'passphrase' })
  return wrong() as { readonly ok: false; readonly failure: Failure }
}

const wrongPassphrase = (desk: Desk) => (): Done => {
  const until = desk.vault.patience.tryAgainAt(desk.now())
  return refuse('wrong_passphrase', { field: 'passphrase', ...(until === null ? {} : { until }) })
}

/** The book opens, or it is open and the passphrase only shows who is there. A fault is told as it is. */
function enter(desk: Desk, unlocked: Unlocked): Done {
  if (desk.book === null) {
    const fault = desk.cover.open(unlocked)
    return fault === null ? done : faultAnswer(fault)
  }
  const seen = desk.book.read((db) => desk.records.keyringSerial(db))
  try {
    const serial = settle(
      unlocked,
      desk.ledger.generation,
      seen,
      desk.book.read((db) => desk.records.slotIds(db)),
    )
    if (serial > seen) desk.deeds.keyringSeen(serial)
  } finally {
    unlocked.forget()
    for (const { key } of unlocked.keys) key.fill(0)
  }
  return done
}

async function signIn(desk: Desk, { passphrase, staffId }: Input<'session.signIn'>): Promise<Done> {
  const { vault, book, records } = desk
  // Two tries at once are carried out one after the other; the first may have succeeded.
  if (desk.stage !== 'sealed' && desk.stage !== 'locked') return closed(desk)
  const slotId = book !== null && staffId !== null ? book.read((db) => records.slotOf(db, staffId)) : null
  if (book !== null && staffId !== null && slotId === null) return refuse('no_such_staff', { field: 'staffId' })
  const unlocked = await tried(desk, wrongPassphrase(desk), () => vault.unlock(passphrase, slotId, desk.now()))
  if (!unlocked.ok) return unlocked
  const { slotId: hers, temporary, until } = unlocked.value
  const wasOpen = desk.book !== null
  const entered = enter(desk, unlocked.value)
  if (!entered.ok) return entered
  // K4, T3: only the open book knows what time it has been already.
  if (until !== null && until < desk.now()) {
    if (!wasOpen) desk.seal('asked')
    return refuse('temporary_over', { field: 'passphrase' })
  }
  const worker = desk.book?.read((db) => records.workerBySlot(db, hers)) ?? null
  if (worker === null) return notOurs(desk, wasOpen)
  if (!temporary) desk.sit(worker, 'passphrase')
  else {
    desk.choose(worker, passphrase)
    desk.deeds.note({ kind: 'sign_in', by: worker.id, facts: { with: 'temporary' } }, (db) => records.usedTemporary(db, worker.id))
  }
  return done
}

/** A slot that the book knows nobody for: of somebody who has left, or of a change that the book never took. The key was right, so nothing is damaged. */
function notOurs(desk: Desk, wasOpen: boolean): Done {
  if (!wasOpen) desk.seal('asked')
  return refuse('no_such_staff')
}

async function recover(desk: Desk, { words }: Input<'session.recover'>): Promise<Done> {
  if (desk.stage !== 'sealed' && desk.stage !== 'locked') return closed(desk)
  const wrong = (): Done => {
    const until = desk.vault.patience.tryAgainAt(desk.now())
    return refuse('wrong_words', { field: 'words', ...(until === null ? {} : { until }) })
  }
  const unlocked = await tried(desk, wrong, () => desk.vault.recover(words))
  if (!unlocked.ok) return unlocked
  const entered = enter(desk, unlocked.value)
  if (!entered.ok) return entered
  desk.choose(null, null)
  // T1: she may go away again without choosing.
  desk.deeds.note({ kind: 'sign_in', by: null, facts: { with: 'recovery' } })
  return done
}

/** L3. A wrong one counts for everybody; the fifth seals the book. */
async function enterPin(desk: Desk, { staffId, pin }: Input<'session.enter'>): Promise<Done> {
  const { book, records, seat } = desk
  if (desk.stage !== 'locked' || book === null) return closed(desk)
  const worker = book.read((db) => records.worker(db, staffId))
  const hashed = book.read((db) => records.pinOf(db, staffId))
  if (worker === null) return refuse('no_such_staff', { field: 'staffId' })
  if (hashed === null || !seat.mayUsePin(staffId)) return refuse('pin_not_now', { field: 'pin' })
  const right = await isPin(hashed, pin)
  if (desk.book !== book || desk.stage !== 'locked') return closed(desk)
  if (right) {
    desk.sit(worker, 'pin')
    return done
  }
  const left = seat.wrongPin()
  if (left === 0) {
    desk.seal('wrong_pins')
    desk.changed(['office'])
  }
  return refuse('wrong_pin', { field: 'pin', detail: { left } })
}

/** F1: in reach on every screen; before the book is open there is nothing to say. */
function help({ book, records }: Desk): Help {
  const settings = book?.read((db) => records.settings(db))
  return { policeNumber: settings?.policeNumber ?? '', supervisor: settings?.supervisor ?? null }
}

/** The passphrase of whoever sits here, asked for once more before her own keys are changed. The data key is not needed. */
export async function isHers(desk: Desk, id: StaffId, passphrase: string): Promise<Outcome<null, Failure>> {
  const slotId = desk.book?.read((db) => desk.records.slotOf(db, id)) ?? null
  if (slotId === null) return refuse('no_such_staff')
  const unlocked = await tried(desk, wrongPassphrase(desk), () => desk.vault.unlock(passphrase, slotId, desk.now()))
  if (!unlocked.ok) return unlocked
  unlocked.value.forget()
  return ok(null)
}

/** The calls about who is at the desk (K1, K3, L1 to L5). They run outside a transaction: deriving a key takes its time. */
export const sessionCalls = (desk: Desk) => ({
  'office.state': () => ok(officeState(desk)),
  'session.signIn': (input: Input<'session.signIn'>): Promise<Done> => signIn(desk, input),
  'session.recover': (input: Input<'session.recover'>): Promise<Done> => recover(desk, input),
  'session.enter': (input: Input<'session.enter'>): Promise<Done> => enterPin(desk, input),
  'session.lock': (): Done => {
    desk.lock()
    return done
  },
  'session.seal': (): Done => {
    desk.seal('asked')
    return done
  },
  'session.stir': (): Done => {
    desk.stir()
    return done
  },
  'help.read': (): Outcome<Help> => ok(help(desk)),
})
