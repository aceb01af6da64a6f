import { sql } from 'drizzle-orm'
import type { AuditFinding, AuditCheckResult, AuditCheckpoint } from '#shared/domain/audit/audit-log'
import type { Instant } from '#shared/domain/core/moment'
import { loadAuditHead, computeChainCode, FIRST_CODE, readChainKey, type ChainedEntry } from './audit-chain'
import type { ReadableDb, WritableDb } from '../core/db-types'
import { auditChain } from '../schema'

/** Rows read at a time: a book of ten years must not lie in memory whole. */
const ROWS_PER_READ = 5_000
/** Findings of the chain that are told one by one; after these the first says enough. */
const MAX_FINDINGS = 20

/** What this PC recalls of the trail (`HeadFile.recall`): null when it has no such file. */
export type StoredCheckpoint = AuditCheckpoint | 'unreadable' | null

type ChainRow = ChainedEntry & { readonly code: string }

/**
 * T1: the whole chain, and its end against what this PC remembers; findings in the order of `AuditFinding`. A run of
 * entries that do not fit is one finding, at its first. A `gap` names the first number that is not there, and when the
 * entry after it was made. About 3 µs an entry; reads nothing else.
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
      // The entry after a gap cannot be checked: what it is chained to is not there.
      if (row.no > expected) {
        if (gaps.length < MAX_FINDINGS) gaps.push({ kind: 'gap', no: expected, at: row.at })
        isFitting = true
      } else {
        // Text alone: the same bytes as a blob would read the same.
        const isValid = row.no === expected && typeof row.facts === 'string' && computeChainCode(key, code, row) === row.code
        if (!isValid && isFitting && broken.length < MAX_FINDINGS) broken.push({ kind: 'broken', no: row.no, at: row.at })
        isFitting = isValid
      }
      // Numbers begin at 1; what stands before is nobody's entry, and the chain begins after it.
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
 * T1: only the end of the trail against what this PC remembers; at most 64 rows, so it can be asked at each opening,
 * before anything is written and remembered anew. A memory older than the book is as it should be after a crash: the
 * entry under its number is compared. An entry that went another way is known by its code at the remembered end, before it by
 * its time and worker only.
 */
export function compareWithCheckpoint(db: ReadableDb, checkpoint: StoredCheckpoint): readonly AuditFinding[] {
  const head = loadAuditHead(db)
  // A memory that was taken away is worth no more than one that was spoilt. Only a trail without entries was never remembered.
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

/** The number of the oldest remembered entry under which another one stands. */
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

/** How many of these entries each worker made, most first. */
function countByWorker(entries: AuditCheckpoint['tail']): Extract<AuditFinding, { kind: 'missing' }>['by'] {
  const counts = new Map<AuditCheckpoint['tail'][number]['by'], number>()
  for (const { by } of entries) counts.set(by, (counts.get(by) ?? 0) + 1)
  return [...counts].map(([by, count]) => ({ by, count })).toSorted((a, b) => b.count - a.count)
}

/** D5: notes that the book was checked (UTC ms), and the kinds of what was found in trail and pages; none: whole. */
export function saveCheckResult(db: WritableDb, at: Instant, found: readonly string[]): void {
  db.update(auditChain)
    .set({ checkedAt: at, found: [...new Set(found)] })
    .run()
}

/** When the trail was last checked as a whole and which kinds were found, or null if never. */
export function loadLastCheck(db: ReadableDb): { readonly at: Instant; readonly found: readonly string[] } | null {
  const row = db.select({ at: auditChain.checkedAt, found: auditChain.found }).from(auditChain).get()
  return row && row.at !== null ? { at: row.at, found: row.found ?? [] } : null
}
