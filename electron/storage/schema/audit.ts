import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AuditFacts, AuditKind } from '#shared/domain/audit/audit-log'
import { staffId } from './id-columns'

/** T1: append-only (triggers), each line chained to the one before it by an HMAC. */
export const auditEntry = sqliteTable(
  'audit',
  {
    no: integer().primaryKey(),
    at: integer().notNull(),
    by: staffId(),
    kind: text().$type<AuditKind>().notNull(),
    about: text(),
    facts: text({ mode: 'json' }).$type<AuditFacts>().notNull(),
    /** HMAC-SHA256 over the code before it and this line; 64 hex digits. */
    code: text().notNull(),
  },
  (table) => [index('audit_kind').on(table.kind, table.no)],
)

/** One row: the chain's key, made with the book, so that a rotation of the data key leaves the chain as it is; and the last whole check (D5). */
export const auditChain = sqliteTable('audit_chain', {
  id: integer().primaryKey(),
  key: blob({ mode: 'buffer' }).notNull(),
  checkedAt: integer(),
  /** The findings of that check, in kinds; empty: whole. */
  found: text({ mode: 'json' }).$type<readonly string[]>(),
})
