import type { z } from 'zod'
import type { Failure } from '#shared/contract/call'
import type { staff as contract } from '#shared/contract/office/staff'
import type { StaffId } from '#shared/domain/core/ids'
import { hoursToMilliseconds } from '#shared/domain/core/moment'
import { ok, refuse, type Outcome } from '#shared/domain/core/outcome'
import type { StaffRole } from '#shared/domain/core/vocabulary'
import { addStaff, setTemporarySlot, isNameTaken, findStaff } from '../../storage/staff/staff'
import { suggestPassphrase } from '../../vault/recovery-words'
import type { SessionContext } from '../../session/session-context'
import { removeWorker } from './leave'
import { replaceKeySlot } from '../account/replace-key-slot'
import { refuseClosed, requireAuthenticated, isStillAuthenticated } from '../../session/authenticated-session'

type StaffInput<C extends 'staff.add' | 'staff.resetPassphrase'> = z.output<(typeof contract)[C]['input']>
type TemporaryAnswer = z.input<(typeof contract)['staff.add']['output']>

/** A temporary passphrase expires after the first use, or after this time (K4). */
const TEMPORARY_MS = hoursToMilliseconds(72)

/** Returns the class of a slot, which only says whose slots a backup contains (K5). */
const toSlotClass = (roles: readonly StaffRole[]) => (roles.includes('director') ? 'director' : 'staff')

/** Adds a worker (K4). The five words are returned once and stored nowhere; the database knows the slot and when it expires. */
async function addWorker(session: SessionContext, { name, roles }: StaffInput<'staff.add'>): Promise<Outcome<TemporaryAnswer, Failure>> {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const { database, dataKey } = authenticated.value
  if (database.read((db) => isNameTaken(db, name))) return refuse('name_taken', { field: 'name' })
  const passphrase = suggestPassphrase(session.ports.random)
  const until = session.now() + TEMPORARY_MS
  const slot = await session.vault.addSlot(dataKey, passphrase, toSlotClass(roles), until)
  if (!isStillAuthenticated(session, authenticated.value)) return refuseClosed(session)
  const id = session.ports.ids.uuid() as StaffId
  return session.transactions.run(
    (db) => {
      if (isNameTaken(db, name)) return refuse('name_taken', { field: 'name' })
      addStaff(db, { id, name, roles, slotId: slot.slotId, temporaryUntil: until }, session.now())
      // This comes before COMMIT: if the keyring cannot be written no worker is added, and a slot without an owner opens nothing.
      session.records.saveKeyringSerial(db, slot.save())
      return ok({ id, passphrase, until })
    },
    { kind: 'staff_added', about: id, facts: { roles: roles.join(' ') } },
  )
}

/** Resets a passphrase (K4): the old passphrase and the PIN open nothing from now on; five new words do, once. */
async function resetPassphrase(
  session: SessionContext,
  { id }: StaffInput<'staff.resetPassphrase'>,
): Promise<Outcome<TemporaryAnswer, Failure>> {
  const authenticated = requireAuthenticated(session)
  if (!authenticated.ok) return authenticated
  const { me, database, dataKey } = authenticated.value
  if (id === me.id) return refuse('not_yourself')
  const row = database.read((db) => findStaff(db, id))
  if (row === null) return refuse('no_such_staff', { field: 'id' })
  if (row.leftAt !== null) return refuse('has_left')
  const passphrase = suggestPassphrase(session.ports.random)
  const until = session.now() + TEMPORARY_MS
  const slot = await session.vault.replaceSlot(dataKey, row.slotId, passphrase, toSlotClass(row.roles), until)
  if (!isStillAuthenticated(session, authenticated.value)) return refuseClosed(session)
  return replaceKeySlot(
    session,
    slot,
    (db) => {
      setTemporarySlot(db, id, slot.slotId, until)
      return ok({ id, passphrase, until })
    },
    { kind: 'passphrase_reset', about: id },
  )
}

/** The calls about who may sign in (K4). They need the vault, so they make their own transaction. */
export const staffCalls = (session: SessionContext) => ({
  'staff.add': (input: StaffInput<'staff.add'>) => addWorker(session, input),
  'staff.resetPassphrase': (input: StaffInput<'staff.resetPassphrase'>) => resetPassphrase(session, input),
  'staff.leave': (input: z.output<(typeof contract)['staff.leave']['input']>) => removeWorker(session, input),
})
