import { eq } from 'drizzle-orm'
import type { audit as contract } from '#shared/contract/audit'
import { ok } from '#shared/domain/outcome'
import { auditHead, auditPage, forDirector } from '../storage/audit'
import { lineReader } from '../storage/audit-lines'
import { staff } from '../storage/schema'
import { staffRow } from '../storage/staff'
import type { UseCases } from './context'

type Calls = Pick<typeof contract, 'audit.page' | 'audit.toRead' | 'audit.read'>

const PAGE = 200

/** T1: the trail as a director reads it, and what she has not read yet. */
export const trailCalls: UseCases<Calls> = {
  'audit.page': ({ db, me, hidden }, { before, kinds }) => {
    const found = auditPage(db, { before, kinds, limit: PAGE + 1 })
    return ok({ rows: found.slice(0, PAGE).map(lineReader(db, { id: me.id, hidden })), more: found.length > PAGE })
  },
  'audit.toRead': ({ db, me, hidden }) =>
    ok(forDirector(db, staffRow(db, me.id)?.readUpTo ?? 0).map(lineReader(db, { id: me.id, hidden }))),
  /** Each director for herself, and never beyond what there is: what comes later has not been read. */
  'audit.read': ({ db, me }, { upTo }) => {
    const readUpTo = Math.max(staffRow(db, me.id)?.readUpTo ?? 0, Math.min(upTo, auditHead(db)?.no ?? 0))
    db.update(staff).set({ readUpTo }).where(eq(staff.id, me.id)).run()
    return ok({ done: true })
  },
}
