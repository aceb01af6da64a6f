import type { z } from 'zod'
import type { Failure } from '#shared/contract/call'
import type { session } from '#shared/contract/office/session'
import type { StaffId } from '#shared/domain/core/ids'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import { isPinCorrect } from '../../vault/pin'
import type { UnlockedVault } from '../../vault/vault'
import { toFaultAnswer, type SignInContext } from '../../session/session-context'
import { repairKeyring } from '../../session/open-with-key'
import { loadOfficeState } from '../../session/office-state'

type SessionContract = typeof session
type SessionInput<C extends keyof SessionContract> = z.output<SessionContract[C]['input']>
type DoneOutcome = Outcome<{ done: true }, Failure>
type HelpAnswer = z.input<SessionContract['help.read']['output']>

const done: DoneOutcome = ok({ done: true })
const refuseClosed = (session: SignInContext): DoneOutcome => ({ ok: false, failure: { kind: 'closed_to_you', stage: session.stage } })

/** Counts a try before it is made, so that pulling the plug does not help (K3). */
async function throttle<T>(
  session: SignInContext,
  refuseWrong: () => DoneOutcome,
  unlock: () => Promise<Outcome<T, string>>,
): Promise<Outcome<T, Failure>> {
  const { loginThrottle } = session.vault
  const until = loginThrottle.tryAgainAt(session.now())
  if (until !== null) return refuse('wait_before_next_try', { until })
  loginThrottle.recordTry(session.now())
  const outcome = await unlock()
  if (outcome.ok) {
    loginThrottle.reset()
    return outcome
  }
  if (outcome.failure === 'damaged') {
    session.lifecycle.recordFault('keyring_damaged')
    return toFaultAnswer('keyring_damaged')
  }
  if (outcome.failure === 'temporary_over') return refuse('temporary_over', { field: 'passphrase' })
  return refuseWrong() as { readonly ok: false; readonly failure: Failure }
}

const refuseWrongPassphrase = (session: SignInContext) => (): DoneOutcome => {
  const until = session.vault.loginThrottle.tryAgainAt(session.now())
  return refuse('wrong_passphrase', { field: 'passphrase', ...(until === null ? {} : { until }) })
}

/** Opens the database, or, where it is open, the passphrase only shows who signs in. A fault is reported as it is. */
function openOrVerify(session: SignInContext, unlocked: UnlockedVault): DoneOutcome {
  if (session.database === null) {
    const fault = session.lifecycle.open(unlocked)
    return fault === null ? done : toFaultAnswer(fault)
  }
  const knownSerial = session.database.read((db) => session.records.readKeyringSerial(db))
  try {
    const serial = repairKeyring(
      unlocked,
      session.openDatabase.generation,
      knownSerial,
      session.database.read((db) => session.records.listSlotIds(db)),
    )
    if (serial > knownSerial) session.transactions.rememberKeyringSerial(serial)
  } finally {
    unlocked.zeroKeys()
    for (const { key } of unlocked.keys) key.fill(0)
  }
  return done
}

async function signIn(session: SignInContext, { passphrase, staffId }: SessionInput<'session.signIn'>): Promise<DoneOutcome> {
  const { vault, database, records } = session
  // Two tries at once are carried out one after the other; the first may have succeeded.
  if (session.stage !== 'sealed' && session.stage !== 'locked') return refuseClosed(session)
  const slotId = database !== null && staffId !== null ? database.read((db) => records.findSlot(db, staffId)) : null
  if (database !== null && staffId !== null && slotId === null) return refuse('no_such_staff', { field: 'staffId' })
  const unlocked = await throttle(session, refuseWrongPassphrase(session), () => vault.unlock(passphrase, slotId, session.now()))
  if (!unlocked.ok) return unlocked
  const { slotId: unlockedSlotId, temporary, until } = unlocked.value
  const wasOpen = session.database !== null
  const opened = openOrVerify(session, unlocked.value)
  if (!opened.ok) return opened
  // Only the open database knows the latest time that was seen (K4, T3).
  if (until !== null && until < session.now()) {
    if (!wasOpen) session.seal('asked')
    return refuse('temporary_over', { field: 'passphrase' })
  }
  const worker = session.database?.read((db) => records.findWorkerBySlot(db, unlockedSlotId)) ?? null
  if (worker === null) return refuseUnknownSlot(session, wasOpen)
  if (!temporary) session.signIn(worker, 'passphrase')
  else {
    session.requireOwnPassphrase(worker, passphrase)
    session.transactions.record({ kind: 'sign_in', by: worker.id, facts: { with: 'temporary' } }, (db) =>
      records.recordTemporaryUsed(db, worker.id),
    )
  }
  return done
}

/** A slot without a worker in the database: of a worker who has left, or of a change that was never written. The key was right, so nothing is damaged. */
function refuseUnknownSlot(session: SignInContext, wasOpen: boolean): DoneOutcome {
  if (!wasOpen) session.seal('asked')
  return refuse('no_such_staff')
}

async function recover(session: SignInContext, { words }: SessionInput<'session.recover'>): Promise<DoneOutcome> {
  if (session.stage !== 'sealed' && session.stage !== 'locked') return refuseClosed(session)
  const refuseWrong = (): DoneOutcome => {
    const until = session.vault.loginThrottle.tryAgainAt(session.now())
    return refuse('wrong_words', { field: 'words', ...(until === null ? {} : { until }) })
  }
  const unlocked = await throttle(session, refuseWrong, () => session.vault.recover(words))
  if (!unlocked.ok) return unlocked
  const opened = openOrVerify(session, unlocked.value)
  if (!opened.ok) return opened
  session.requireOwnPassphrase(null, null)
  // The worker may leave again without choosing a passphrase (T1).
  session.transactions.record({ kind: 'sign_in', by: null, facts: { with: 'recovery' } })
  return done
}

/** L3. A wrong PIN counts for every worker; the fifth closes and encrypts the database. */
async function signInWithPin(session: SignInContext, { staffId, pin }: SessionInput<'session.unlock'>): Promise<DoneOutcome> {
  const { database, records, currentUser } = session
  if (session.stage !== 'locked' || database === null) return refuseClosed(session)
  const worker = database.read((db) => records.findWorker(db, staffId))
  const hashed = database.read((db) => records.findPinHash(db, staffId))
  if (worker === null) return refuse('no_such_staff', { field: 'staffId' })
  if (hashed === null || !currentUser.mayUsePin(staffId)) return refuse('pin_not_now', { field: 'pin' })
  const isCorrect = await isPinCorrect(hashed, pin)
  if (session.database !== database || session.stage !== 'locked') return refuseClosed(session)
  if (isCorrect) {
    session.signIn(worker, 'pin')
    return done
  }
  const left = currentUser.countWrongPin()
  if (left === 0) {
    session.seal('wrong_pins')
    session.changed(['office'])
  }
  return refuse('wrong_pin', { field: 'pin', detail: { left } })
}

/** F1: in reach on every screen; before the database is open there is nothing to show. */
function loadHelp({ database, records }: SignInContext): HelpAnswer {
  const settings = database?.read((db) => records.loadSettings(db))
  return { policeNumber: settings?.policeNumber ?? '', supervisor: settings?.supervisor ?? null }
}

/** Checks the signed-in worker's passphrase again before the worker's own keys are changed. The data key is not needed. */
export async function verifyPassphrase(session: SignInContext, id: StaffId, passphrase: string): Promise<Outcome<null, Failure>> {
  const slotId = session.database?.read((db) => session.records.findSlot(db, id)) ?? null
  if (slotId === null) return refuse('no_such_staff')
  const unlocked = await throttle(session, refuseWrongPassphrase(session), () => session.vault.unlock(passphrase, slotId, session.now()))
  if (!unlocked.ok) return unlocked
  unlocked.value.zeroKeys()
  return ok(null)
}

/** The calls about who is signed in (K1, K3, L1 to L5). They run outside a transaction: deriving a key takes its time. */
export const sessionCalls = (session: SignInContext) => ({
  'office.state': () => ok(loadOfficeState(session)),
  'session.signIn': (input: SessionInput<'session.signIn'>): Promise<DoneOutcome> => signIn(session, input),
  'session.recover': (input: SessionInput<'session.recover'>): Promise<DoneOutcome> => recover(session, input),
  'session.unlock': (input: SessionInput<'session.unlock'>): Promise<DoneOutcome> => signInWithPin(session, input),
  'session.lock': (): DoneOutcome => {
    session.lock()
    return done
  },
  'session.seal': (): DoneOutcome => {
    session.seal('asked')
    return done
  },
  'session.reportActivity': (): DoneOutcome => {
    session.noteActivity()
    return done
  },
  'help.read': (): Outcome<HelpAnswer> => ok(loadHelp(session)),
})
