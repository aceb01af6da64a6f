import { and, asc, desc, gt, inArray, lt, sql } from 'drizzle-orm'
import { AUDIT_KINDS_FOR_DIRECTOR, type AuditKind, type NewAuditEntry } from '#shared/domain/audit/audit-log'
import type { ReadableDb } from '../core/db-types'
import { oncePerDatabase } from '../core/once-per-database'
import { auditEntry } from '../schema'

// The audit log (T1) is written in audit-chain, verified in audit-verification, and read here.
export { appendAuditEntry, loadAuditHead, loadAuditCheckpoint, computeTextCode } from './audit-chain'
export { compareWithCheckpoint, loadLastCheck, saveCheckResult, verifyAuditChain, type StoredCheckpoint } from './audit-verification'

/** An entry as it is stored in the audit log. */
export interface StoredAuditEntry extends NewAuditEntry {
  readonly no: number
}

const columns = {
  no: auditEntry.no,
  at: auditEntry.at,
  by: auditEntry.by,
  kind: auditEntry.kind,
  about: auditEntry.about,
  facts: auditEntry.facts,
}

const isOlder = lt(auditEntry.no, sql.placeholder('before'))
const pageQuery = oncePerDatabase((db) =>
  db.select(columns).from(auditEntry).where(isOlder).orderBy(desc(auditEntry.no)).limit(sql.placeholder('limit')).prepare(),
)
const pageOfKindsQuery = oncePerDatabase((db) =>
  db
    .select(columns)
    .from(auditEntry)
    .where(and(isOlder, sql`${auditEntry.kind} IN (SELECT value FROM json_each(${sql.placeholder('kinds')}))`))
    .orderBy(desc(auditEntry.no))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Loads a page of the audit log, newest first: entries with a number below `before` (null: from the end) of these kinds (null: all). */
export function loadAuditPage(
  db: ReadableDb,
  request: { readonly before: number | null; readonly kinds: readonly AuditKind[] | null; readonly limit: number },
): readonly StoredAuditEntry[] {
  const before = request.before ?? Number.MAX_SAFE_INTEGER
  const { kinds, limit } = request
  return kinds === null ? pageQuery(db).all({ before, limit }) : pageOfKindsQuery(db).all({ before, limit, kinds: JSON.stringify(kinds) })
}

const unreadQuery = oncePerDatabase((db) =>
  db
    .select(columns)
    .from(auditEntry)
    .where(and(inArray(auditEntry.kind, [...AUDIT_KINDS_FOR_DIRECTOR]), gt(auditEntry.no, sql.placeholder('since'))))
    .orderBy(asc(auditEntry.no))
    .prepare(),
)

/**
 * Lists the entries that the director has not read yet: kinds in `FOR_THE_DIRECTOR` after number `since`, oldest first (section 13, P1).
 */
export const listUnreadEntries = (db: ReadableDb, since: number): readonly StoredAuditEntry[] => unreadQuery(db).all({ since })
