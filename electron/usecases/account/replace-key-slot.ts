import type { Failure } from '#shared/contract/call'
import type { Outcome } from '#shared/domain/core/outcome'
import type { WritableDb } from '../../storage/core/db-types'
import { toStorageFault } from '../../storage/core/database-faults'
import type { PreparedKeySlot } from '../../vault/vault'
import type { AuditEntry } from '../../session/audit-log'
import type { SessionContext } from '../../session/session-context'

/**
 * K3, K4: another slot in place of hers, in the keyring and in the book. Two files cannot change in one instant: until
 * the book has taken the new slot the keyring holds both, so that whichever of them it knows after a crash opens it. The
 * old one goes after COMMIT; where that cannot be written, with a sign-in that finds a slot that is nobody's.
 */
export function replaceKeySlot<T>(
  session: SessionContext,
  slot: PreparedKeySlot,
  write: (db: WritableDb) => Outcome<T, Failure>,
  entry: AuditEntry,
): Outcome<T, Failure> {
  const saved = session.transactions.run((db) => {
    const result = write(db)
    if (result.ok) session.records.saveKeyringSerial(db, slot.saveBesideOld())
    return result
  }, entry)
  if (!saved.ok) return saved
  try {
    session.transactions.rememberKeyringSerial(slot.save())
  } catch (error) {
    if (toStorageFault(error) === null) throw error
  }
  return saved
}
