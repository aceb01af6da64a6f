import { and, eq } from 'drizzle-orm'
import type { drafts } from '#shared/contract/drafts'
import { ok } from '#shared/domain/core/outcome'
import { draft } from '../../storage/schema'
import type { UseCases } from '../../session/call-context'

/** Each worker's own drafts (S3). */
export const draftCalls: UseCases<typeof drafts> = {
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
