import { and, asc, eq } from 'drizzle-orm'
import type { drafts } from '#shared/contract/drafts'
import type { settings } from '#shared/contract/settings'
import { ok } from '#shared/domain/core/outcome'
import { loadOffice } from '../../storage/office/office-records'
import { loadPolicyAt } from '../../storage/policy/policies'
import { bounceReason, draft, office } from '../../storage/schema'
import type { UseCases } from '../../session/call-context'

type SettingsCalls = Pick<typeof drafts, 'bounceReason.listChoices' | 'draft.read' | 'draft.save' | 'draft.remove'> &
  Pick<typeof settings, 'settings.read' | 'settings.save' | 'settings.saveLocking'>

/** The calls about the app's own settings: what F1 shows, when the screen locks, the list of bounce reasons, and each worker's drafts. */
export const settingsCalls: UseCases<SettingsCalls> = {
  'settings.read': ({ db, now }) => {
    const policy = loadPolicyAt(db, now)
    const { shelter, zone, policeNumber, supervisorName, supervisorPhone, idleMinutes, sealMinutes } = loadOffice(db)
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
  'settings.save': ({ db, audit }, fields) => {
    db.update(office).set(fields).run()
    audit({ facts: { what: 'help' } })
    return ok({ done: true })
  },
  /** Saves the times of screen lock and database lock (L2). */
  'settings.saveLocking': ({ db, audit }, { idleMinutes, sealMinutes }) => {
    db.update(office).set({ idleMinutes, sealMinutes }).run()
    audit({ facts: { what: 'desk', idleMinutes, sealMinutes } })
    return ok({ done: true })
  },
  'bounceReason.listChoices': ({ db }) =>
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
  'draft.remove': ({ db, me }, { key }) => {
    db.delete(draft)
      .where(and(eq(draft.staffId, me.id), eq(draft.key, key)))
      .run()
    return ok({ done: true })
  },
}
