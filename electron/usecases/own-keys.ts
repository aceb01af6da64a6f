import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { session } from '#shared/contract/session'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import type { Worker } from '#shared/domain/staff'
import { passphraseRefusal } from '../vault/passphrase'
import { hashPin, pinRefusal } from '../vault/pin'
import type { Desk } from './desk'
import { faultAnswer } from './door'
import { changeOver } from './new-way'
import { isHers } from './session'
import { digestOf } from './who-sits'

type Contract = typeof session
type Input<C extends keyof Contract> = z.output<Contract[C]['input']>
type Done = Outcome<{ done: true }, Failure>

const done: Done = ok({ done: true })
const closed = (desk: Desk): Done => ({ ok: false, failure: { kind: 'closed_to_you', stage: desk.stage } })
const slotClass = (worker: Worker) => (worker.roles.includes('director') ? 'director' : 'staff')

/** K4: her own passphrase in place of the one that brought her in. */
async function choose(desk: Desk, { staffId, passphrase }: Input<'session.choose'>): Promise<Done> {
  const { book, ledger, records, seat, vault } = desk
  const { dataKey } = ledger
  const { choosing } = seat
  if (book === null || dataKey === null || choosing === null) return closed(desk)
  if (desk.isFull) return faultAnswer('disk_full')
  if (choosing.brought === digestOf(passphrase)) return refuse('passphrase_known', { field: 'passphrase' })
  const recovering = choosing.worker === null
  const worker = choosing.worker ?? (staffId === null ? null : book.read((db) => records.worker(db, staffId)))
  if (worker === null || (recovering && !worker.roles.includes('director'))) return refuse('no_director', { field: 'staffId' })
  const weak = passphraseRefusal(passphrase)
  if (weak !== null) return { ok: false, failure: weak }
  const old = book.read((db) => records.slotOf(db, worker.id))
  const slot = await vault.replace(dataKey, old, passphrase, slotClass(worker), null)
  if (desk.book !== book || seat.choosing !== choosing) return closed(desk)
  const kept = changeOver(
    desk,
    slot,
    (db) => {
      records.choseOwn(db, worker.id, slot.slotId)
      if (recovering) records.setPin(db, worker.id, null)
      return done
    },
    { kind: recovering ? 'recovered' : 'passphrase_changed', about: worker.id, by: worker.id },
  )
  if (kept.ok) desk.sit(worker, recovering ? 'recovery' : 'passphrase')
  return kept
}

/** K3: she changes her own; her old one opens nothing from then on. */
async function change(desk: Desk, { now, next }: Input<'session.passphrase'>): Promise<Done> {
  const { book, ledger, me, records, vault } = desk
  const { dataKey } = ledger
  if (book === null || dataKey === null || me === null) return closed(desk)
  if (desk.isFull) return faultAnswer('disk_full')
  const weak = passphraseRefusal(next)
  if (weak !== null) return { ok: false, failure: { ...weak, field: 'next' } }
  const hers = await isHers(desk, me.id, now)
  if (!hers.ok) return { ok: false, failure: hers.failure.kind === 'refused' ? { ...hers.failure, field: 'now' } : hers.failure }
  const old = book.read((db) => records.slotOf(db, me.id))
  const slot = await vault.replace(dataKey, old, next, slotClass(me), null)
  if (!desk.sits(me, book)) return closed(desk)
  return changeOver(
    desk,
    slot,
    (db) => {
      records.choseOwn(db, me.id, slot.slotId)
      return done
    },
    { kind: 'passphrase_changed', about: me.id },
  )
}

/** L3: with her passphrase once more, because somebody else may sit at an open desk. */
async function setPin(desk: Desk, { passphrase, pin }: Input<'session.pin'>): Promise<Done> {
  const { book, me, records } = desk
  if (book === null || me === null) return closed(desk)
  if (desk.isFull) return faultAnswer('disk_full')
  const weak = pin === null ? null : pinRefusal(pin)
  if (weak !== null) return { ok: false, failure: weak }
  const hers = await isHers(desk, me.id, passphrase)
  if (!hers.ok) return hers
  const hashed = pin === null ? null : await hashPin(pin)
  if (!desk.sits(me, book)) return closed(desk)
  return desk.deeds.carryOut(
    (db) => {
      records.setPin(db, me.id, hashed)
      return done
    },
    { kind: 'pin_changed', about: me.id, facts: { set: pin !== null } },
  )
}

/** What a worker changes about her own way in (K3, K4, L3), and what the office itself may change about its clock and window (T3, E5). */
export const ownKeyCalls = (desk: Desk) => ({
  'session.choose': (input: Input<'session.choose'>): Promise<Done> => choose(desk, input),
  'session.passphrase': (input: Input<'session.passphrase'>): Promise<Done> => change(desk, input),
  'session.pin': (input: Input<'session.pin'>): Promise<Done> => setPin(desk, input),
  'clock.reset': (): Done => {
    const seen = desk.now()
    try {
      return desk.deeds.carryOut((db) => (desk.resetClock(db) ? done : refuse('clock_is_right')), { kind: 'clock_reset' })
    } catch (error) {
      // T3: not written down, not done.
      desk.beat.goOnFrom(seen)
      throw error
    }
  },
  'screen.lift': ({ on }: { on: boolean }): Outcome<{ until: number | null }, Failure> => {
    if (!on) desk.beat.shown.lift(false, desk.now())
    // E5: the line first; a window that may be captured without one would be one that nobody knows of.
    const kept = desk.deeds.carryOut(() => done, { kind: 'screen_shown', facts: { on } })
    return kept.ok ? ok({ until: on ? desk.beat.shown.lift(true, desk.now()) : null }) : kept
  },
})
