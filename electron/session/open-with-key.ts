import { join } from 'node:path'
import type { AuditKind } from '#shared/domain/audit/audit-log'
import type { Ports } from '../ports'
import type { OfficeDatabase } from '../storage/core/office-database'
import { toStorageFault, type OfficeFault } from '../storage/core/database-faults'
import { openEncryptedDatabase } from '../storage/core/open-database'
import type { UnlockedVault } from '../vault/vault'
import type { AuditEntry } from './audit-log'
import type { OfficeRecords } from '../storage/office/office-records-interface'
import { DATABASE_FILE } from '../storage/core/database-file'

/** A database that was opened, with its key. */
export interface OpenedDatabase {
  readonly database: OfficeDatabase
  readonly generation: number
  readonly dataKey: Buffer
  /** Entries about the keyring for the audit log (K1). */
  readonly auditEntries: readonly AuditEntry[]
  readonly serial: number
}

const failWith = (failure: OfficeFault): { readonly ok: false; readonly failure: OfficeFault } => ({ ok: false, failure })

/** Opens with the key that fits: after a rotation that was cut short there are two (D3). */
function openWithAnyKey(
  { folders }: Pick<Ports, 'folders'>,
  { keys }: UnlockedVault,
): ReturnType<typeof openEncryptedDatabase> & { readonly key?: UnlockedVault['keys'][number] } {
  let latest: ReturnType<typeof openEncryptedDatabase> = failWith('not_a_database')
  for (const key of keys) {
    latest = openEncryptedDatabase({
      file: join(folders.data, DATABASE_FILE),
      folder: folders.data,
      key: key.key,
      migrationsFolder: folders.migrations,
    })
    if (latest.ok) return { ...latest, key }
    // A wrong key and a damaged file look the same; any other fault is the same with every key.
    if (latest.failure !== 'not_a_database') break
  }
  return latest
}

/**
 * Opens the database with an unlocked key, and repairs the keyring. A keyring that is older than the database remembers is a
 * downgrade: a worker is refused, a director or the recovery words repair it, and it is reported (K1).
 */
export function openWithUnlocked(
  ports: Pick<Ports, 'folders'>,
  records: Pick<OfficeRecords, 'readKeyringSerial' | 'listSlotIds'>,
  unlocked: UnlockedVault,
): { readonly ok: true; readonly value: OpenedDatabase } | { readonly ok: false; readonly failure: OfficeFault } {
  const opened = openWithAnyKey(ports, unlocked)
  if (!opened.ok) return opened
  const { value: database, key } = opened
  if (key === undefined) return failWith('not_a_database')
  try {
    const knownSerial = database.read((db) => records.readKeyringSerial(db))
    const isOlder = unlocked.getSerial(key.generation) < knownSerial
    if (isOlder && unlocked.slotClass === 'staff') return closeWithFault(database, 'keyring_older')
    const serial = repairKeyring(
      unlocked,
      key.generation,
      knownSerial,
      database.read((db) => records.listSlotIds(db)),
    )
    const kinds: readonly AuditKind[] = [
      ...(isOlder ? (['keyring_older'] as const) : []),
      ...(unlocked.findings.length > 0 ? (['keyring_mended'] as const) : []),
    ]
    const auditEntries = kinds.map((kind) => ({ kind, by: null, facts: { found: [...new Set(unlocked.findings)].join(' ') } }))
    return { ok: true, value: { database, generation: key.generation, dataKey: key.key, auditEntries, serial } }
  } catch (error) {
    database.close()
    for (const data of unlocked.keys) data.key.fill(0)
    throw error
  }
}

/** Repairs the keyring after an unlock, and answers its serial. A full or read-only disk does not prevent reading (D6), except where a temporary slot has to be removed (K4). */
export function repairKeyring(unlocked: UnlockedVault, generation: number, atLeast: number, knownSlots: ReadonlySet<string>): number {
  try {
    return unlocked.completeUnlock(generation, { minimumSerial: atLeast, knownSlotIds: knownSlots })
  } catch (error) {
    if (toStorageFault(error) === null || unlocked.temporary) throw error
    return unlocked.getSerial(generation)
  }
}

function closeWithFault(database: OfficeDatabase, failure: OfficeFault) {
  database.close()
  return failWith(failure)
}
