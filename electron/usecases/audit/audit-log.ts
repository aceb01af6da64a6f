import { eq } from 'drizzle-orm'
import type { audit as contract } from '#shared/contract/office/audit'
import { ok } from '#shared/domain/core/outcome'
import { loadAuditHead, loadAuditPage, listUnreadEntries } from '../../storage/audit/audit-log'
import { createAuditRowReader } from '../../storage/audit/audit-rows'
import { staff } from '../../storage/schema'
import { findStaff } from '../../storage/staff/staff'
import type { UseCases } from '../../session/call-context'

type AuditPageCalls = Pick<typeof contract, 'audit.list' | 'audit.listUnread' | 'audit.markRead'>

const PAGE_SIZE = 200

/** The calls by which a director reads the audit log, and what the director has not read yet (T1). */
export const auditLogCalls: UseCases<AuditPageCalls> = {
  'audit.list': ({ db, me, hidden }, { before, kinds }) => {
    const found = loadAuditPage(db, { before, kinds, limit: PAGE_SIZE + 1 })
    return ok({ rows: found.slice(0, PAGE_SIZE).map(createAuditRowReader(db, { id: me.id, hidden })), more: found.length > PAGE_SIZE })
  },
  'audit.listUnread': ({ db, me, hidden }) =>
    ok(listUnreadEntries(db, findStaff(db, me.id)?.readUpTo ?? 0).map(createAuditRowReader(db, { id: me.id, hidden }))),
  /** Marks entries as read for this director only, and never beyond the newest entry: what comes later has not been read. */
  'audit.markRead': ({ db, me }, { upTo }) => {
    const readUpTo = Math.max(findStaff(db, me.id)?.readUpTo ?? 0, Math.min(upTo, loadAuditHead(db)?.no ?? 0))
    db.update(staff).set({ readUpTo }).where(eq(staff.id, me.id)).run()
    return ok({ done: true })
  },
}
