import { and, asc, desc, gt, inArray, lt, sql } from 'drizzle-orm'
import { FOR_THE_DIRECTOR, type AuditKind, type AuditLine } from '#shared/domain/audit'
import type { ReadableDb } from './database'
import { oncePerBook } from './once'
import { audit } from './schema'

// T1, the audit trail: written (audit-chain), checked (audit-check), and read here.
export { appendAudit, auditHead, auditTail, codeOf } from './audit-chain'
export { againstMemory, lastCheck, markChecked, verifyAudit, type Memory } from './audit-check'

/** A line as it stands in the trail. */
export interface AuditEntry extends AuditLine {
  readonly no: number
}

const columns = { no: audit.no, at: audit.at, by: audit.by, kind: audit.kind, about: audit.about, facts: audit.facts }

const older = lt(audit.no, sql.placeholder('before'))
const page = oncePerBook((db) =>
  db.select(columns).from(audit).where(older).orderBy(desc(audit.no)).limit(sql.placeholder('limit')).prepare(),
)
const pageOfKinds = oncePerBook((db) =>
  db
    .select(columns)
    .from(audit)
    .where(and(older, sql`${audit.kind} IN (SELECT value FROM json_each(${sql.placeholder('kinds')}))`))
    .orderBy(desc(audit.no))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** A page of the trail, newest first: entries with a number below `before` (null: from the end), of these kinds (null: all). */
export function auditPage(
  db: ReadableDb,
  asked: { readonly before: number | null; readonly kinds: readonly AuditKind[] | null; readonly limit: number },
): readonly AuditEntry[] {
  const before = asked.before ?? Number.MAX_SAFE_INTEGER
  const { kinds, limit } = asked
  return kinds === null ? page(db).all({ before, limit }) : pageOfKinds(db).all({ before, limit, kinds: JSON.stringify(kinds) })
}

const news = oncePerBook((db) =>
  db
    .select(columns)
    .from(audit)
    .where(and(inArray(audit.kind, [...FOR_THE_DIRECTOR]), gt(audit.no, sql.placeholder('since'))))
    .orderBy(asc(audit.no))
    .prepare(),
)

/** What the director has not read yet: entries of `FOR_THE_DIRECTOR` after number `since`, oldest first (section 13, P1). */
export const forDirector = (db: ReadableDb, since: number): readonly AuditEntry[] => news(db).all({ since })
