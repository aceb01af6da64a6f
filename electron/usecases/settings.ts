import { and, asc, eq } from 'drizzle-orm'
import type { desk } from '#shared/contract/desk'
import type { settings } from '#shared/contract/settings'
import { ok } from '#shared/domain/outcome'
import { officeRow } from '../storage/office-records'
import { policyAt } from '../storage/policies'
import { bounceReason, draft, office } from '../storage/schema'
import type { UseCases } from './context'

type Calls = Pick<typeof desk, 'bounceReason.list' | 'draft.read' | 'draft.save' | 'draft.drop'> &
  Pick<typeof settings, 'settings.read' | 'settings.save' | 'settings.desk'>

/** The desk's own things: what F1 shows, when the desk locks, the list of bounce reasons, and each worker's drafts. */
export const settingsCalls: UseCases<Calls> = {
  'settings.read': ({ db, now }) => {
    const policy = policyAt(db, now)
    const { shelter, zone, policeNumber, supervisorName, supervisorPhone, idleMinutes, sealMinutes } = officeRow(db)
    return ok({
      shelter,
      zone,
      standardHours: policy.standardHours,
      shiftStarts: [...policy.shiftStarts],
      policeNumber,
      supervisorName,
      supervisorPhone,
      idleMinutes,
      sealMinutes,
    })
  },
  'settings.save': ({ db, keep }, fields) => {
    db.update(office).set(fields).run()
    keep({ facts: { what: 'help' } })
    return ok({ done: true })
  },
  /** L2. */
  'settings.desk': ({ db, keep }, { idleMinutes, sealMinutes }) => {
    db.update(office).set({ idleMinutes, sealMinutes }).run()
    keep({ facts: { what: 'desk', idleMinutes, sealMinutes } })
    return ok({ done: true })
  },
  'bounceReason.list': ({ db }) =>
    ok(
      db
        .select({
          code: bounceReason.code,
          side: bounceReason.side,
          label: bounceReason.label,
          seen: bounceReason.seen,
          change: bounceReason.change,
        })
        .from(bounceReason)
        .where(eq(bounceReason.retired, false))
        .orderBy(asc(bounceReason.position))
        .all(),
    ),
  'draft.read': ({ db, me }, { key }) => {
    const row = db
      .select({ body: draft.body, savedAt: draft.savedAt })
      .from(draft)
      .where(and(eq(draft.staffId, me.id), eq(draft.key, key)))
      .get()
    return ok(row ?? { body: null, savedAt: null })
  },
  'draft.save': ({ db, me, now }, { key, body }) => {
    db.insert(draft)
      .values({ staffId: me.id, key, body, savedAt: now })
      .onConflictDoUpdate({ target: [draft.staffId, draft.key], set: { body, savedAt: now } })
      .run()
    return ok({ savedAt: now })
  },
  'draft.drop': ({ db, me }, { key }) => {
    db.delete(draft)
      .where(and(eq(draft.staffId, me.id), eq(draft.key, key)))
      .run()
    return ok({ done: true })
  },
}
