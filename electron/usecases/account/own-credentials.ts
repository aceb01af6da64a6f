import type { z } from 'zod'
import type { Failure } from '#shared/contract/call'
import type { session } from '#shared/contract/office/session'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import { validatePassphrase } from '../../vault/passphrase'
import { hashPin, validatePin } from '../../vault/pin'
import { toFaultAnswer, type SignInContext } from '../../session/session-context'
import { replaceKeySlot } from './replace-key-slot'
import { verifyPassphrase } from './sign-in'
import { digestPassphrase } from '../../session/current-user'

type SessionContract = typeof session
type SessionInput<C extends keyof SessionContract> = z.output<SessionContract[C]['input']>
type DoneOutcome = Outcome<{ done: true }, Failure>

const done: DoneOutcome = ok({ done: true })
const refuseClosed = (session: SignInContext): DoneOutcome => ({ ok: false, failure: { kind: 'closed_to_you', stage: session.stage } })
const toSlotClass = (worker: Worker) => (worker.roles.includes('director') ? 'director' : 'staff')

/** Replaces the temporary passphrase with the worker's own (K4). */
async function chooseOwnPassphrase(
  session: SignInContext,
  { staffId, passphrase }: SessionInput<'session.choosePassphrase'>,
): Promise<DoneOutcome> {
  const { database, openDatabase, records, currentUser, vault } = session
  const { dataKey } = openDatabase
  const { choosing } = currentUser
  if (database === null || dataKey === null || choosing === null) return refuseClosed(session)
  if (session.isFull) return toFaultAnswer('disk_full')
  if (choosing.temporaryDigest === digestPassphrase(passphrase)) return refuse('passphrase_known', { field: 'passphrase' })
  const recovering = choosing.worker === null
  const worker = choosing.worker ?? (staffId === null ? null : database.read((db) => records.findWorker(db, staffId)))
  if (worker === null || (recovering && !worker.roles.includes('director'))) return refuse('no_director', { field: 'staffId' })
  const refusal = validatePassphrase(passphrase)
  if (refusal !== null) return { ok: false, failure: refusal }
  const oldSlotId = database.read((db) => records.findSlot(db, worker.id))
  const slot = await vault.replaceSlot(dataKey, oldSlotId, passphrase, toSlotClass(worker), null)
  if (session.database !== database || currentUser.choosing !== choosing) return refuseClosed(session)
  const saved = replaceKeySlot(
    session,
    slot,
    (db) => {
      records.saveOwnSlot(db, worker.id, slot.slotId)
      if (recovering) records.setPin(db, worker.id, null)
      return done
    },
    { kind: recovering ? 'recovered' : 'passphrase_changed', about: worker.id, by: worker.id },
  )
  if (saved.ok) session.signIn(worker, recovering ? 'recovery' : 'passphrase')
  return saved
}

/** K3: the worker's own passphrase is changed; the old one opens nothing from then on. */
async function changePassphrase(session: SignInContext, { now, next }: SessionInput<'session.changePassphrase'>): Promise<DoneOutcome> {
  const { database, openDatabase, me, records, vault } = session
  const { dataKey } = openDatabase
  if (database === null || dataKey === null || me === null) return refuseClosed(session)
  if (session.isFull) return toFaultAnswer('disk_full')
  const refusal = validatePassphrase(next)
  if (refusal !== null) return { ok: false, failure: { ...refusal, field: 'next' } }
  const verified = await verifyPassphrase(session, me.id, now)
  if (!verified.ok)
    return { ok: false, failure: verified.failure.kind === 'refused' ? { ...verified.failure, field: 'now' } : verified.failure }
  const oldSlotId = database.read((db) => records.findSlot(db, me.id))
  const slot = await vault.replaceSlot(dataKey, oldSlotId, next, toSlotClass(me), null)
  if (!session.isStillSignedIn(me, database)) return refuseClosed(session)
  return replaceKeySlot(
    session,
    slot,
    (db) => {
      records.saveOwnSlot(db, me.id, slot.slotId)
      return done
    },
    { kind: 'passphrase_changed', about: me.id },
  )
}

/** L3: asks for the worker's passphrase again, because another worker may be at the open screen. */
async function setPin(session: SignInContext, { passphrase, pin }: SessionInput<'session.setPin'>): Promise<DoneOutcome> {
  const { database, me, records } = session
  if (database === null || me === null) return refuseClosed(session)
  if (session.isFull) return toFaultAnswer('disk_full')
  const refusal = pin === null ? null : validatePin(pin)
  if (refusal !== null) return { ok: false, failure: refusal }
  const verified = await verifyPassphrase(session, me.id, passphrase)
  if (!verified.ok) return verified
  const hashed = pin === null ? null : await hashPin(pin)
  if (!session.isStillSignedIn(me, database)) return refuseClosed(session)
  return session.transactions.run(
    (db) => {
      records.setPin(db, me.id, hashed)
      return done
    },
    { kind: 'pin_changed', about: me.id, facts: { set: pin !== null } },
  )
}

/** What a worker changes about the own sign-in (K3, K4, L3), and what the office itself may change about its clock and window (T3, E5). */
export const ownCredentialCalls = (session: SignInContext) => ({
  'session.choosePassphrase': (input: SessionInput<'session.choosePassphrase'>): Promise<DoneOutcome> =>
    chooseOwnPassphrase(session, input),
  'session.changePassphrase': (input: SessionInput<'session.changePassphrase'>): Promise<DoneOutcome> => changePassphrase(session, input),
  'session.setPin': (input: SessionInput<'session.setPin'>): Promise<DoneOutcome> => setPin(session, input),
  'clock.reset': (): DoneOutcome => {
    const before = session.now()
    try {
      return session.transactions.run((db) => (session.resetClock(db) ? done : refuse('clock_is_right')), { kind: 'clock_reset' })
    } catch (error) {
      // What is not written to the audit log is not done (T3).
      session.heartbeat.continueFrom(before)
      throw error
    }
  },
  'screen.allowCapture': ({ on }: { on: boolean }): Outcome<{ until: number | null }, Failure> => {
    if (!on) session.heartbeat.screenProtection.setLifted(false, session.now())
    // The audit entry comes first, so that no window can be captured without an entry (E5).
    const saved = session.transactions.run(() => done, { kind: 'screen_shown', facts: { on } })
    return saved.ok ? ok({ until: on ? session.heartbeat.screenProtection.setLifted(true, session.now()) : null }) : saved
  },
})
