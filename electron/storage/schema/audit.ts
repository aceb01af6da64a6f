import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AuditFacts, AuditKind } from '#shared/domain/audit/audit-log'
import { staffId } from './id-columns'

/** The audit log (T1): append-only (triggers), each entry chained to the one before it by an HMAC. */
export const auditEntry = sqliteTable(
  'audit',
  {
    no: integer().primaryKey(),
    at: integer().notNull(),
    by: staffId(),
    kind: text().$type<AuditKind>().notNull(),
    about: text(),
    facts: text({ mode: 'json' }).$type<AuditFacts>().notNull(),
    /** HMAC-SHA256 over the previous code and this entry; 64 hex digits. */
    code: text().notNull(),
  },
  (table) => [index('audit_kind').on(table.kind, table.no)],
)

/**
 * The only row holds the chain's key, which was created with the database, so that a rotation of the data key leaves the chain unchanged;
 * and the last complete check (D5).
 */
export const auditChain = sqliteTable('audit_chain', {
  id: integer().primaryKey(),
  key: blob({ mode: 'buffer' }).notNull(),
  checkedAt: integer(),
  /** The kinds of findings of that check; empty when intact. */
  found: text({ mode: 'json' }).$type<readonly string[]>(),
})
