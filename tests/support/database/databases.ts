import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Outcome } from '#shared/domain/core/outcome'
import type { OfficeDatabase } from '../../../electron/storage/core/office-database'
import { createEncryptedDatabase, openEncryptedDatabase, type OpenDatabaseOptions } from '../../../electron/storage/core/open-database'
import type { RotationOptions } from '../../../electron/storage/core/rotate-key'

export const toOpening = (folder: string, key: Buffer): OpenDatabaseOptions => ({
  file: join(folder, 'book.db'),
  folder,
  key,
  migrationsFolder: 'drizzle/migrations',
})

export function unwrapDatabase(outcome: Outcome<OfficeDatabase, string>): OfficeDatabase {
  if (!outcome.ok) throw new Error(`no book: ${outcome.failure}`)
  return outcome.value
}

export const openDatabaseIn = (folder: string, key: Buffer): OfficeDatabase => unwrapDatabase(openEncryptedDatabase(toOpening(folder, key)))

/** Creates a database of the real schema with an invented worker and `drafts` drafts, 3 KB each. */
export function createDatabaseWithDrafts(folder: string, key: Buffer, drafts: number): OfficeDatabase {
  const database = unwrapDatabase(createEncryptedDatabase(toOpening(folder, key)))
  database.write((db) => {
    db.run(sql`INSERT INTO staff (id, name, roles, added_at) VALUES ('w1', 'Ines Okafor', '[]', 1)`)
    for (let n = 0; n < drafts; n += 1)
      db.run(sql`INSERT INTO draft (staff_id, key, body, saved_at) VALUES ('w1', ${`n${n}`}, ${createDraftBody(n)}, ${n})`)
  })
  return database
}

const createDraftBody = (n: number): string => JSON.stringify(`${n} `.repeat(3_000 / `${n} `.length))

/** Counts the drafts, and checks the words of each. */
export const countDrafts = (database: OfficeDatabase): number =>
  database
    .read((db) => db.all<{ key: string; body: string }>(sql`SELECT key, body FROM draft`))
    .filter(({ key, body }) => body === createDraftBody(Number(key.slice(1)))).length

/** Returns everything that a rotation of this database needs, on a disk with room. */
export const toRotation = (
  database: OfficeDatabase,
  folder: string,
  oldKey: Buffer,
  keyring: RotationOptions['keyring'],
): RotationOptions => {
  const { file, migrationsFolder } = toOpening(folder, oldKey)
  return { database, file, folder, oldKey, migrationsFolder, keyring, freeBytes: null }
}
