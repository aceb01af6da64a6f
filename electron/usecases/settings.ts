import { and, asc, eq } from 'drizzle-orm'
import type { desk } from '#shared/contract/desk'
import { ok } from '#shared/domain/outcome'
import { officeRow } from '../storage/office-records'
import { bounceReason, draft, office, staff } from '../storage/schema'
import type { UseCases } from './context'

type Calls = Pick<
  typeof desk,
  'staff.list' | 'settings.read' | 'settings.save' | 'bounceReason.list' | 'draft.read' | 'draft.save' | 'draft.drop'
>

/** The desk's own things: who works here, what F1 shows, the list of bounce reasons, and each worker's drafts. */
export const settingsCalls: UseCases<Calls> = {
  'staff.list': ({ db }) =>
    ok(
      db
        .select({ id: staff.id, name: staff.name, roles: staff.roles })
        .from(staff)
        .orderBy(asc(staff.name))
        .all()
        .map((one) => ({ ...one, roles: [...one.roles] })),
    ),
  'settings.read': ({ db }) => {
    const { shelter, zone, policy, policeNumber, supervisorName, supervisorPhone } = officeRow(db)
    return ok({
      shelter,
      zone,
      standardHours: policy.standardHours,
      shiftStarts: [...policy.shiftStarts],
      policeNumber,
      supervisorName,
      supervisorPhone,
    })
  },
  'settings.save': ({ db }, fields) => {
    db.update(office).set(fields).run()
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
