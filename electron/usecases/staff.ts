import type { z } from 'zod'
import type { Failure } from '#shared/contract/entry'
import type { staff as contract } from '#shared/contract/staff'
import type { StaffId } from '#shared/domain/ids'
import { hours } from '#shared/domain/moment'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import type { StaffRole } from '#shared/domain/vocabulary'
import { addStaff, giveTemporary, isNameTaken, staffRow } from '../storage/staff'
import { offeredPassphrase } from '../vault/words'
import type { Door } from './door'
import { leave } from './leave'
import { changeOver } from './new-way'
import { closedToYou, sittingAt, stillSits } from './sitting'

type In<C extends 'staff.add' | 'staff.reset'> = z.output<(typeof contract)[C]['input']>
type Temporary = z.input<(typeof contract)['staff.add']['output']>

/** K4: what a director hands over dies after the first use, or after so long. */
const TEMPORARY = hours(72)

/** K5: the class says only whose slots a backup takes along. */
const slotClass = (roles: readonly StaffRole[]) => (roles.includes('director') ? 'director' : 'staff')

/** K4: a new worker. Her five words are answered once and kept nowhere; the book knows the slot and until when they open it. */
async function add(door: Door, { name, roles }: In<'staff.add'>): Promise<Outcome<Temporary, Failure>> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const { book, dataKey } = sitting.value
  if (book.read((db) => isNameTaken(db, name))) return refuse('name_taken', { field: 'name' })
  const passphrase = offeredPassphrase(door.ports.random)
  const until = door.now() + TEMPORARY
  const slot = await door.vault.add(dataKey, passphrase, slotClass(roles), until)
  if (!stillSits(door, sitting.value)) return closedToYou(door)
  const id = door.ports.ids.uuid() as StaffId
  return door.deeds.carryOut(
    (db) => {
      if (isNameTaken(db, name)) return refuse('name_taken', { field: 'name' })
      addStaff(db, { id, name, roles, slotId: slot.slotId, temporaryUntil: until }, door.now())
      // Before COMMIT: if the keyring cannot be written nobody is added, and a slot without a worker opens nothing.
      door.records.sawKeyring(db, slot.save())
      return ok({ id, passphrase, until })
    },
    { kind: 'staff_added', about: id, facts: { roles: roles.join(' ') } },
  )
}

/** K4: from now on her old passphrase opens nothing, her PIN neither; five new words do, once. */
async function reset(door: Door, { id }: In<'staff.reset'>): Promise<Outcome<Temporary, Failure>> {
  const sitting = sittingAt(door)
  if (!sitting.ok) return sitting
  const { me, book, dataKey } = sitting.value
  if (id === me.id) return refuse('not_yourself')
  const row = book.read((db) => staffRow(db, id))
  if (row === null) return refuse('no_such_staff', { field: 'id' })
  if (row.leftAt !== null) return refuse('has_left')
  const passphrase = offeredPassphrase(door.ports.random)
  const until = door.now() + TEMPORARY
  const slot = await door.vault.replace(dataKey, row.slotId, passphrase, slotClass(row.roles), until)
  if (!stillSits(door, sitting.value)) return closedToYou(door)
  return changeOver(
    door,
    slot,
    (db) => {
      giveTemporary(db, id, slot.slotId, until)
      return ok({ id, passphrase, until })
    },
    { kind: 'passphrase_reset', about: id },
  )
}

/** Who may come in (K4). These need the vault, so they make their own transaction. */
export const staffCalls = (door: Door) => ({
  'staff.add': (input: In<'staff.add'>) => add(door, input),
  'staff.reset': (input: In<'staff.reset'>) => reset(door, input),
  'staff.leave': (input: z.output<(typeof contract)['staff.leave']['input']>) => leave(door, input),
})
