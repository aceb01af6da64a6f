import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import type { AuditFinding, NewAuditEntry, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'
import { appendAuditEntry, loadAuditCheckpoint, verifyAuditChain, type StoredCheckpoint } from '../../../electron/storage/audit/audit-log'
import type { OfficeDatabase } from '../../../electron/storage/core/office-database'
import type { WritableDb } from '../../../electron/storage/core/db-types'
import { createEncryptedDatabase, openEncryptedDatabase, type OpenDatabaseOptions } from '../../../electron/storage/core/open-database'
import { FRIDAY_NINE } from '../office/scratch-office'

export const RUTH = 'ruth' as StaffId
export const NOOR = 'noor' as StaffId

/** Creates the nth entry of an invented day, a minute apart; Ruth's and Noor's alternately. */
export const createLine = (nth: number, more: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  at: FRIDAY_NINE + nth * 60_000,
  by: nth % 2 === 1 ? RUTH : NOOR,
  kind: 'opened',
  about: `record-${nth}`,
  facts: { desk: true, nth },
  ...more,
})

/** Creates a real, empty database in a folder of its own. It may be closed and its file replaced. */
export function createScratchAuditLog() {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  const opening: OpenDatabaseOptions = {
    file: join(folder, 'book.db'),
    folder,
    key: Buffer.alloc(32, 7),
    migrationsFolder: 'drizzle/migrations',
  }
  let database: OfficeDatabase = unwrapDatabase(createEncryptedDatabase(opening))
  onTestFinished(() => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    file: opening.file,
    get database() {
      return database
    },
    /** Appends the entries `from` to `to`, each in a transaction of its own. */
    append(from: number, to: number, more: Partial<NewAuditEntry> = {}): void {
      for (let nth = from; nth <= to; nth += 1) database.write((db) => appendAuditEntry(db, createLine(nth, more)))
    },
    remembered: (): AuditCheckpoint => database.read(loadAuditCheckpoint) ?? failWith('nothing to remember'),
    findings: (memory: StoredCheckpoint): readonly AuditFinding[] => database.read((db) => verifyAuditChain(db, memory)).findings,
    /** Changes the database as an attacker with the data key and another tool can. */
    tamper(act: (db: WritableDb) => unknown): void {
      database.write((db) => {
        dropTriggers(db)
        act(db)
      })
    },
    /** Closes the database, lets `act` change its file, and opens it again. */
    whileClosed(act: () => void): void {
      database.checkpoint()
      database.close()
      act()
      database = unwrapDatabase(openEncryptedDatabase(opening))
    },
  }
}

export function dropTriggers(db: WritableDb): void {
  for (const name of ['audit_is_never_changed', 'audit_is_never_removed', 'chain_keeps_its_key', 'chain_is_never_removed'])
    db.run(sql`DROP TRIGGER IF EXISTS ${sql.identifier(name)}`)
}

function unwrapDatabase(outcome: ReturnType<typeof openEncryptedDatabase>): OfficeDatabase {
  return outcome.ok ? outcome.value : failWith(outcome.failure)
}

function failWith(why: string): never {
  throw new Error(why)
}
