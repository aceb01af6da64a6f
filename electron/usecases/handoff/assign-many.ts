import type { assignments } from '#shared/contract/handoff/assignment'
import { ok, refuse } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import { appendAuditEntry } from '../../storage/audit/audit-log'
import { loadHandoff } from '../../storage/handoff/handoffs'
import { findStaff } from '../../storage/staff/staff'
import type { UseCases } from '../../session/call-context'
import { executeCommand } from './handoff'

/** Section 13: these roles re-assign any handoff; every other worker only an own one. */
const mayAssignAny = ({ roles }: Worker): boolean =>
  roles.some((role) => role === 'supervisor' || role === 'workflow_owner' || role === 'director')

/** Assigns several handoffs to one worker, all or none (section 13). */
export const assignmentCalls: UseCases<typeof assignments> = {
  'handoff.assignMany': (context, { ids, to, reason }) => {
    const { db, me, now, audit } = context
    // Each record has its own audit entry instead.
    audit({ kind: null })
    if (findStaff(db, to) === null) return refuse('no_such_staff', { field: 'to' })
    let assigned = 0
    for (const id of new Set(ids)) {
      const before = loadHandoff(db, id)
      if (before === null) return refuse('no_such_handoff')
      if (before.assignedTo === to) continue
      if (!mayAssignAny(me) && before.assignedTo !== me.id) return refuse('not_yours')
      const done = executeCommand(context, id, { kind: 'assign', to, reason })
      if (!done.ok) return done
      appendAuditEntry(db, { at: now, by: me.id, kind: 'reassigned', about: id, facts: {} })
      assigned += 1
    }
    return assigned === 0 ? refuse('same_worker', { field: 'to' }) : ok({ assigned })
  },
}
