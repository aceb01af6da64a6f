import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { uuidv7 } from 'uuidv7'
import { setKey } from '../../../electron/storage/core/pragmas'
import { MINIMUM_COST } from '../../../electron/vault/key-derivation'
import { Vault } from '../../../electron/vault/vault'

/** Opens a closed office's database with its real key, as a newer program or a careless user would. */
export async function changeWithKey(folder: string, passphrase: string, act: (sqlite: Database) => void): Promise<void> {
  const vault = new Vault({
    folder,
    ids: { uuid: uuidv7 },
    random: { bytes: (count) => Buffer.alloc(count) },
    chooseCost: () => Promise.resolve(MINIMUM_COST),
  })
  const unlocked = await vault.unlock(passphrase, null, 0)
  if (!unlocked.ok) throw new Error(`the keyring is ${unlocked.failure}`)
  const [data] = unlocked.value.keys
  if (data === undefined) throw new Error('no key')
  const sqlite = new Sqlite(join(folder, 'book.db'))
  try {
    setKey(sqlite, data.key)
    act(sqlite)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
}
