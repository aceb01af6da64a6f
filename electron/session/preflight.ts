import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Stage } from '#shared/contract/call'
import type { OfficeFault } from '../storage/core/database-faults'
import { isSynchronised } from '../storage/core/synchronised-folder'
import type { Vault } from '../vault/vault'
import { DATABASE_FILE } from '../storage/core/database-file'

/** Finds what prevents opening the database, as far as it can be seen without a key (D7); null for nothing. */
export function preflight(folder: string, vault: Vault, stage: Stage): OfficeFault | null {
  if (isSynchronised(folder)) return 'synchronised_folder'
  if (stage === 'new') return null
  if (!vault.isSetUp() || vault.isDamaged()) return 'keyring_damaged'
  return existsSync(join(folder, DATABASE_FILE)) ? null : 'not_a_database'
}
