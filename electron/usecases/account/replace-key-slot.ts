import type { Failure } from '#shared/contract/call'
import type { Outcome } from '#shared/domain/core/outcome'
import type { WritableDb } from '../../storage/core/db-types'
import { toStorageFault } from '../../storage/core/database-faults'
import type { PreparedKeySlot } from '../../vault/vault'
import type { AuditEntry } from '../../session/audit-log'
import type { SessionContext } from '../../session/session-context'

/**
 * Replaces a worker's key slot in the keyring and in the database (K3, K4). Two files cannot change in one instant: until the database
 * has stored the new slot, the keyring holds both, so that after a crash whichever the database knows opens it. The old one is removed
 * after COMMIT; if that cannot be written, the next sign-in removes it as a slot without an owner.
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
