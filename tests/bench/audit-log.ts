import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { NewAuditEntry } from '#shared/domain/audit/audit-log'
import type { StaffId } from '#shared/domain/core/ids'
import { appendAuditEntry, loadAuditCheckpoint, verifyAuditChain } from '../../electron/storage/audit/audit-log'
import type { OfficeDatabase } from '../../electron/storage/core/office-database'
import { createEncryptedDatabase } from '../../electron/storage/core/open-database'
import { AuditCheckpointFile } from '../../electron/vault/audit-checkpoint-file'
import { formatMs, formatTable, computeTimes } from './statistics'

const ENTRIES = 100_000
const TURNS = 7
const WRITES = 300
const AIM_MS = 1_000

const key = Buffer.alloc(32, 7)
const createLine = (nth: number, end: number): NewAuditEntry => ({
  at: end - (ENTRIES - nth) * 60_000,
  by: `01998f00-0000-7000-8000-00000000000${nth % 7}` as StaffId,
  kind: nth % 10 === 0 ? 'acted' : 'opened',
  about: `01998f00-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`,
  facts: nth % 10 === 0 ? { command: 'log_attempt', version: nth } : { number: nth },
})

function measureTimes(count: number, act: (turn: number) => void): readonly number[] {
  return Array.from({ length: count }, (_, turn) => {
    const began = performance.now()
    act(turn)
    return performance.now() - began
  })
}

/** Measures what the audit log costs (T1): verifying all of it, appending an entry, saving its end outside the database. */
export function measureAuditLog(root: string, end: number): string {
  const folder = join(root, 'trail')
  mkdirSync(folder)
  const made = createEncryptedDatabase({ file: join(folder, 'book.db'), folder, key, migrationsFolder: 'drizzle/migrations' })
  if (!made.ok) throw new Error(made.failure)
  const database: OfficeDatabase = made.value
  try {
    database.write((db) => {
      for (let nth = 1; nth <= ENTRIES; nth += 1) appendAuditEntry(db, createLine(nth, end))
    })
    const memory = database.read(loadAuditCheckpoint)
    const check = (): void => {
      const { entries, findings } = database.read((db) => verifyAuditChain(db, memory))
      if (entries !== ENTRIES || findings.length > 0) throw new Error('the trail is not whole')
    }
    check()
    const verified = computeTimes(measureTimes(TURNS, check))
    // Inside one transaction: what the entry itself adds to a call, without the disk's share.
    const appended = computeTimes(
      database.write((db) => measureTimes(WRITES, (turn) => appendAuditEntry(db, createLine(ENTRIES + 1 + turn, end)))),
    )
    const checkpointFile = new AuditCheckpointFile(folder)
    const remembered = computeTimes(
      measureTimes(WRITES, () => {
        const tail = database.read(loadAuditCheckpoint)
        if (tail !== null) checkpointFile.save(key, tail)
      }),
    )
    const row = (what: string, { median, p95 }: typeof verified): string[] => [what, formatMs(median), formatMs(p95)]
    return [
      formatTable([
        ['the audit trail (ms)', 'median', '95th'],
        row(`${ENTRIES.toLocaleString('en')} audit rows verified`, verified),
        row('one line more, in a call that writes anyway', appended),
        row('its end remembered outside the book', remembered),
      ]),
      `${ENTRIES.toLocaleString('en')} audit rows verified ≤ ${formatMs(AIM_MS)} ms: ${formatMs(verified.p95)} ms ${verified.p95 <= AIM_MS ? 'held' : 'MISSED'}`,
    ].join('\n\n')
  } finally {
    database.close()
  }
}
