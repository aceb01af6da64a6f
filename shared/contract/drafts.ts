import { z } from 'zod'
import { ALERT_LEVELS } from '#shared/domain/handoff/alerts'
import { state } from './board'
import { reads, writes } from './call'
import { code, markText, officeWords, partyName, personName } from './text-kinds'
import { handoffId, instant, noInput, partnerId, personId } from './values'
import { bounceSide } from './vocabulary'

const done = z.strictObject({ done: z.literal(true) })
const draftBody = markText('draft', z.string())
const draftKey = z.string().min(1).max(100)

/** Drafts, alerts and search. */
export const drafts = {
  'bounceReason.listChoices': reads(
    noInput,
    z.array(z.strictObject({ code, side: bounceSide, label: officeWords, seen: officeWords, change: officeWords })),
  ),
  /** Drafts are the worker's own, encrypted with the database, and outlive a crash, a lock and a change of worker (S3). */
  'draft.read': reads(z.strictObject({ key: draftKey }), z.strictObject({ body: draftBody.nullable(), savedAt: instant.nullable() })),
  'draft.save': writes([], z.strictObject({ key: draftKey, body: z.string().max(100_000) }), z.strictObject({ savedAt: instant })),
  'draft.remove': writes([], z.strictObject({ key: draftKey }), done),
  /** Lists the unseen alerts, newest first; record numbers only (C3). */
  'alert.list': reads(
    noInput,
    z.array(z.strictObject({ id: z.int(), handoffId, number: z.int(), level: z.enum(ALERT_LEVELS), at: instant, dueAt: instant })),
  ),
  'alert.markSeen': writes(['alerts'], z.strictObject({ ids: z.array(z.int()).max(500) }), done),
  /**
   * Searches people (label, never the name) and partners by part of a name in any script, phone digits, or record number; at most 20
   * (Ctrl+K).
   */
  'search.find': reads(
    z.strictObject({ text: z.string().max(400) }),
    z.strictObject({
      people: z.array(
        z.strictObject({
          personId,
          label: personName,
          handoffId: handoffId.nullable(),
          number: z.int().nullable(),
          from: partyName,
          state: state.nullable(),
          clockAt: instant.nullable(),
          measured: z.boolean(),
        }),
      ),
      /** Those that are no longer in use at the end: still readable, and nobody is referred from or to them. */
      partners: z.array(z.strictObject({ id: partnerId, name: partyName, openHandoffs: z.int(), retired: z.boolean() })),
    }),
    { audits: 'searched' },
  ),
} as const
