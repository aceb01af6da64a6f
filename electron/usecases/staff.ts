import type { z } from 'zod'
import type { desk } from '#shared/contract/desk'
import type { Failure } from '#shared/contract/entry'
import type { StaffId } from '#shared/domain/ids'
import { ok, refuse, type Outcome } from '#shared/domain/outcome'
import { passphraseRefusal } from '../vault/passphrase'
import { faultAnswer, type Door } from './door'

type NewWorker = z.output<(typeof desk)['staff.add']['input']>
type Added = Outcome<{ id: string }, Failure>

async function add(door: Door, { name, roles, passphrase }: NewWorker): Promise<Added> {
  const { book, dataKey, me, ports, records, stage, vault } = door
  if (book === null || dataKey === null || me?.roles.includes('director') !== true)
    return { ok: false, failure: { kind: 'closed_to_you', stage } }
  // D6: below 100 MB nothing is written, and the keyring least of all.
  if (door.disk === 'read_only') return faultAnswer('disk_full')
  const weak = passphraseRefusal(passphrase)
  if (weak !== null) return { ok: false, failure: weak }
  const slot = await vault.add(dataKey, passphrase, roles.includes('director') ? 'director' : 'staff')
  // Half a second has passed: F9 may have come, and what is done is done by whoever sits there (I1).
  if (door.me?.id !== me.id || door.book !== book) return { ok: false, failure: { kind: 'closed_to_you', stage: door.stage } }
  const worker = { id: ports.ids.uuid() as StaffId, name, roles, slotId: slot.slotId }
  // The keyring is written before COMMIT: if that fails nobody is added, and a slot without a worker opens nothing.
  const added = book.write(
    (db) => {
      if (!records.addWorker(db, worker, door.now())) return false
      slot.save()
      return true
    },
    (kept) => kept,
  )
  return added ? ok({ id: worker.id }) : refuse('name_taken', { field: 'name' })
}

/** A first version (part 2 completes it): the director adds a worker, who signs in with her own passphrase. */
export const staffCalls = (door: Door) => ({ 'staff.add': (input: NewWorker): Promise<Added> => add(door, input) })
