import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import type { AuditFinding, AuditLine, RememberedHead } from '#shared/domain/audit'
import type { StaffId } from '#shared/domain/ids'
import { appendAudit, auditTail, verifyAudit, type Memory } from '../../electron/storage/audit'
import type { Book } from '../../electron/storage/book'
import type { WritableDb } from '../../electron/storage/database'
import { createBook, openBook, type Opening } from '../../electron/storage/open'
import { FRIDAY_NINE } from './scratch-office'

export const RUTH = 'ruth' as StaffId
export const NOOR = 'noor' as StaffId

/** The nth line of an invented day, a minute apart; Ruth's and Noor's by turns. */
export const lineOf = (nth: number, more: Partial<AuditLine> = {}): AuditLine => ({
  at: FRIDAY_NINE + nth * 60_000,
  by: nth % 2 === 1 ? RUTH : NOOR,
  kind: 'opened',
  about: `record-${nth}`,
  facts: { desk: true, nth },
  ...more,
})

/** A real book in a folder of its own, with nothing in it yet. It may be closed and its file exchanged. */
export function scratchTrail() {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-'))
  const opening: Opening = { file: join(folder, 'book.db'), folder, key: Buffer.alloc(32, 7), migrationsFolder: 'drizzle/migrations' }
  let book: Book = opened(createBook(opening))
  onTestFinished(() => {
    book.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    file: opening.file,
    get book() {
      return book
    },
    /** Appends the lines `from` to `to`, each in a transaction of its own. */
    append(from: number, to: number, more: Partial<AuditLine> = {}): void {
      for (let nth = from; nth <= to; nth += 1) book.write((db) => appendAudit(db, lineOf(nth, more)))
    },
    remembered: (): RememberedHead => book.read(auditTail) ?? fail('nothing to remember'),
    findings: (memory: Memory): readonly AuditFinding[] => book.read((db) => verifyAudit(db, memory)).findings,
    /** What somebody with the data key and a tool of his own can do. */
    tamper(act: (db: WritableDb) => unknown): void {
      book.write((db) => {
        dropTriggers(db)
        act(db)
      })
    },
    /** Closes the book, lets `act` at its file, opens it again. */
    whileClosed(act: () => void): void {
      book.checkpoint()
      book.close()
      act()
      book = opened(openBook(opening))
    },
  }
}

export function dropTriggers(db: WritableDb): void {
  for (const name of ['audit_is_never_changed', 'audit_is_never_removed', 'chain_keeps_its_key', 'chain_is_never_removed'])
    db.run(sql`DROP TRIGGER IF EXISTS ${sql.identifier(name)}`)
}

function opened(outcome: ReturnType<typeof openBook>): Book {
  return outcome.ok ? outcome.value : fail(outcome.failure)
}

function fail(why: string): never {
  throw new Error(why)
}
