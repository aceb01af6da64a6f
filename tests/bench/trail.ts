import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditLine } from '#shared/domain/audit'
import type { StaffId } from '#shared/domain/ids'
import { appendAudit, auditTail, verifyAudit } from '../../electron/storage/audit'
import type { Book } from '../../electron/storage/book'
import { createBook } from '../../electron/storage/open'
import { HeadFile } from '../../electron/vault/head-file'
import { ms, table, timesOf } from './numbers'

const ENTRIES = 100_000
const TURNS = 7
const WRITES = 300
const AIM_MS = 1_000

const key = Buffer.alloc(32, 7)
const lineOf = (nth: number, end: number): AuditLine => ({
  at: end - (ENTRIES - nth) * 60_000,
  by: `01998f00-0000-7000-8000-00000000000${nth % 7}` as StaffId,
  kind: nth % 10 === 0 ? 'acted' : 'opened',
  about: `01998f00-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`,
  facts: nth % 10 === 0 ? { command: 'log_attempt', version: nth } : { number: nth },
})

function times(count: number, act: (turn: number) => void): readonly number[] {
  return Array.from({ length: count }, (_, turn) => {
    const began = performance.now()
    act(turn)
    return performance.now() - began
  })
}

/** T1: what the audit trail costs: checking all of it, writing one line more, remembering its end outside the book. */
export function measureTrail(root: string, end: number): string {
  const folder = join(root, 'trail')
  mkdirSync(folder)
  const made = createBook({ file: join(folder, 'book.db'), folder, key, migrationsFolder: 'drizzle/migrations' })
  if (!made.ok) throw new Error(made.failure)
  const book: Book = made.value
  try {
    book.write((db) => {
      for (let nth = 1; nth <= ENTRIES; nth += 1) appendAudit(db, lineOf(nth, end))
    })
    const memory = book.read(auditTail)
    const check = (): void => {
      const { entries, findings } = book.read((db) => verifyAudit(db, memory))
      if (entries !== ENTRIES || findings.length > 0) throw new Error('the trail is not whole')
    }
    check()
    const verified = timesOf(times(TURNS, check))
    // Inside one transaction: what the line itself adds to a call, without the disk's share.
    const appended = timesOf(book.write((db) => times(WRITES, (turn) => appendAudit(db, lineOf(ENTRIES + 1 + turn, end)))))
    const heads = new HeadFile(folder)
    const remembered = timesOf(
      times(WRITES, () => {
        const tail = book.read(auditTail)
        if (tail !== null) heads.remember(key, tail)
      }),
    )
    const row = (what: string, { median, p95 }: typeof verified): string[] => [what, ms(median), ms(p95)]
    return [
      table([
        ['the audit trail (ms)', 'median', '95th'],
        row(`${ENTRIES.toLocaleString('en')} audit rows verified`, verified),
        row('one line more, in a call that writes anyway', appended),
        row('its end remembered outside the book', remembered),
      ]),
      `${ENTRIES.toLocaleString('en')} audit rows verified ≤ ${ms(AIM_MS)} ms: ${ms(verified.p95)} ms ${verified.p95 <= AIM_MS ? 'held' : 'MISSED'}`,
    ].join('\n\n')
  } finally {
    book.close()
  }
}
