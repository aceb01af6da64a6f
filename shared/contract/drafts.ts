import { z } from 'zod'
import { reads, writes } from './call'
import { markText } from './text-kinds'
import { done, instant } from './values'

const draftBody = markText('draft', z.string())
const draftKey = z.string().min(1).max(100)

/** A worker's drafts. */
export const drafts = {
  /** A draft is the worker's own, is encrypted with the database, and outlives a crash, a lock and a change of worker (S3). */
  'draft.read': reads(z.strictObject({ key: draftKey }), z.strictObject({ body: draftBody.nullable(), savedAt: instant.nullable() })),
  'draft.save': writes([], z.strictObject({ key: draftKey, body: z.string().max(100_000) }), z.strictObject({ savedAt: instant })),
  'draft.remove': writes([], z.strictObject({ key: draftKey }), done),
} as const
