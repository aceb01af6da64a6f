import { z } from 'zod'
import { COPIES } from '#shared/domain/meeting'
import { reads, writes } from './entry'
import { handoffId, instant, meetingId, optionalLine } from './values'

const one = z.strictObject({ id: meetingId })

/**
 * M4: what she may take with her. Every text is struck out as for a sheet that anybody may find; the house's own name counts as
 * kept back. No name of hers, no record number, no place.
 */
export const herPage = z.strictObject({
  id: meetingId,
  handoffId,
  copy: z.enum(COPIES).nullable(),
  heldAt: instant,
  lines: z.array(z.strictObject({ no: z.int(), what: z.string(), who: z.string(), dueAt: instant.nullable() })),
  /** Papers that are still to be brought. */
  papers: z.array(z.string()),
  next: z.union([z.literal('none'), z.strictObject({ at: instant, lead: z.string() })]).nullable(),
  /** Who was there, without herself; `phone` only of a partner of the directory. */
  people: z.array(z.strictObject({ no: z.int(), name: z.string(), phone: z.string() })),
  /** What the worker has written as a safe way to reach them. */
  reach: z.string(),
  /** The language she is interpreted in; empty: no interpreter. */
  interpreter: z.string(),
})
export type HerPage = z.output<typeof herPage>

export const pages = {
  'page.read': reads(z.strictObject({ id: meetingId, reach: optionalLine(300) }), herPage, { keeps: 'opened' }),
  /** A tagged PDF of the page on the screen, under a neutral name. Refuses `no_copy` where she wants none, `not_saved_there`. */
  'page.save': writes(['audit'], one, z.strictObject({ saved: z.boolean() })),
  /** The system's own window for printing. Refuses `no_copy`. */
  'page.print': writes(['audit'], one, z.strictObject({ printed: z.boolean() })),
} as const
