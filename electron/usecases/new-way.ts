import type { Failure } from '#shared/contract/entry'
import type { Outcome } from '#shared/domain/outcome'
import type { WritableDb } from '../storage/database'
import { storageFault } from '../storage/faults'
import type { NewWay } from '../vault/vault'
import type { Deed } from './deeds'
import type { Door } from './door'

/**
 * K3, K4: another slot in place of hers, in the keyring and in the book. Two files cannot change in one instant: until
 * the book has taken the new slot the keyring holds both, so that whichever of them it knows after a crash opens it. The
 * old one goes after COMMIT; where that cannot be written, with a sign-in that finds a slot that is nobody's.
 */
export function changeOver<T>(door: Door, slot: NewWay, act: (db: WritableDb) => Outcome<T, Failure>, deed: Deed): Outcome<T, Failure> {
  const kept = door.deeds.carryOut((db) => {
    const done = act(db)
    if (done.ok) door.records.sawKeyring(db, slot.beside())
    return done
  }, deed)
  if (!kept.ok) return kept
  try {
    door.deeds.keyringSeen(slot.save())
  } catch (error) {
    if (storageFault(error) === null) throw error
  }
  return kept
}
