import { sql } from 'drizzle-orm'
import type { AuditFinding, AuditCheckResult, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { Instant } from '#shared/domain/core/moment'
import { loadAuditHead, computeChainCode, FIRST_CODE, readChainKey, type ChainedEntry } from './audit-chain'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { auditChain } from '../schema'

/** The number of rows read at a time: ten years of entries must not be in memory at once. */
const ROWS_PER_READ = 5_000
/** The number of findings that are reported one by one. Beyond that the first ones say enough. */
const MAX_FINDINGS = 20

/** The checkpoint that this PC has stored (`AuditCheckpointFile.load`): null when there is no file. */
export type StoredCheckpoint = AuditCheckpoint | 'unreadable' | null

type ChainRow = ChainedEntry & { readonly code: string }

/**
 * Verifies the whole chain, and its end against the checkpoint of this PC (T1). Findings are in the order of `AuditFinding`. A run of
 * entries that do not fit is one finding, at its first entry. A `gap` names the first missing number and the time of the entry after it.
 * About 3 µs an entry; reads nothing else.
 */
export function verifyAuditChain(db: ReadableDb, checkpoint: StoredCheckpoint): AuditCheckResult {
  const key = readChainKey(db)
  const broken: AuditFinding[] = []
  const gaps: AuditFinding[] = []
  let entries = 0
  let first: Instant | null = null
  let last: Instant | null = null
  let no = 0
  let code = FIRST_CODE
  let isFitting = true
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = db.all<ChainRow>(
      sql`SELECT no, at, "by", kind, about, facts, code FROM audit WHERE no > ${after} ORDER BY no LIMIT ${sql.raw(String(ROWS_PER_READ))}`,
    )
    for (const row of rows) {
      const expected = no + 1
      // The entry after a gap cannot be verified, because the entry it is chained to is missing.
      if (row.no > expected) {
        if (gaps.length < MAX_FINDINGS) gaps.push({ kind: 'gap', no: expected, at: row.at })
        isFitting = true
      } else {
        // The type must be text: the same bytes as a blob would read the same.
        const isValid = row.no === expected && typeof row.facts === 'string' && computeChainCode(key, code, row) === row.code
        if (!isValid && isFitting && broken.length < MAX_FINDINGS) broken.push({ kind: 'broken', no: row.no, at: row.at })
        isFitting = isValid
      }
      // Numbers begin at 1. An entry before that is not ours, and the chain begins after it.
      if (row.no > no) {
        no = row.no
        code = row.code
      }
      first ??= row.at
      last = row.at
    }
    entries += rows.length
    const end = rows.at(-1)
    if (end === undefined || rows.length < ROWS_PER_READ) break
    after = end.no
  }
  return { entries, first, last, findings: [...broken, ...gaps, ...compareWithCheckpoint(db, checkpoint)] }
}

/**
 * Compares only the end of the audit log with the checkpoint of this PC (T1). It reads at most 64 rows, so it can run at each opening,
 * before anything is written and a new checkpoint is saved. A checkpoint older than the database is normal after a crash: the entry under
 * its number is compared. At the checkpoint's end a replaced entry is detected by its code; before the end only by its time and worker.
 */
export function compareWithCheckpoint(db: ReadableDb, checkpoint: StoredCheckpoint): readonly AuditFinding[] {
  const head = loadAuditHead(db)
  // A removed checkpoint is worth no more than a damaged one. Only an empty audit log never had a checkpoint.
  if (checkpoint === null) return head === null ? [] : [{ kind: 'nothing_remembered' }]
  if (checkpoint === 'unreadable') return [{ kind: 'nothing_remembered' }]
  const findings: AuditFinding[] = []
  const last = head?.no ?? 0
  const lastSeenAt = checkpoint.at
  if (last < checkpoint.no) {
    const missingEntries = checkpoint.tail.filter((entry) => entry.no > last)
    const since = missingEntries.find((entry) => entry.no === last + 1)?.at ?? null
    findings.push({ kind: 'missing', count: checkpoint.no - last, since, lastSeenAt, by: countByWorker(missingEntries) })
  }
  const no = findFirstReplaced(db, checkpoint)
  if (no !== null) findings.push({ kind: 'replaced', no, lastSeenAt })
  return findings
}

/** Finds the number of the oldest entry in the checkpoint whose place holds a different entry. */
function findFirstReplaced(db: ReadableDb, checkpoint: AuditCheckpoint): number | null {
  const from = Math.min(checkpoint.no, ...checkpoint.tail.map((entry) => entry.no))
  const found = db.all<Pick<ChainRow, 'no' | 'at' | 'by' | 'code'>>(
    sql`SELECT no, at, "by", code FROM audit WHERE no BETWEEN ${from} AND ${checkpoint.no} ORDER BY no`,
  )
  const known = new Map(checkpoint.tail.map((entry) => [entry.no, entry]))
  const other = found.find((row) => {
    const entry = known.get(row.no)
    const isChanged = entry !== undefined && (entry.at !== row.at || entry.by !== row.by)
    return isChanged || (row.no === checkpoint.no && row.code !== checkpoint.code)
  })
  return other?.no ?? null
}

/** Counts how many of these entries each worker made, most first. */
function countByWorker(entries: AuditCheckpoint['tail']): Extract<AuditFinding, { kind: 'missing' }>['by'] {
  const counts = new Map<AuditCheckpoint['tail'][number]['by'], number>()
  for (const { by } of entries) counts.set(by, (counts.get(by) ?? 0) + 1)
  return [...counts].map(([by, count]) => ({ by, count })).toSorted((a, b) => b.count - a.count)
}

/** Saves that the database was checked (UTC ms), and the kinds of findings in audit log and pages; none means intact (D5). */
export function saveCheckResult(db: WritableDb, at: Instant, found: readonly string[]): void {
  db.update(auditChain)
    .set({ checkedAt: at, found: [...new Set(found)] })
    .run()
}

/** Loads when the audit log was last verified as a whole and which kinds were found. Returns null if it never was. */
export function loadLastCheck(db: ReadableDb): { readonly at: Instant; readonly found: readonly string[] } | null {
  const row = db.select({ at: auditChain.checkedAt, found: auditChain.found }).from(auditChain).get()
  return row && row.at !== null ? { at: row.at, found: row.found ?? [] } : null
}
