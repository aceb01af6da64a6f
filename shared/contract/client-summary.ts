import { z } from 'zod'
import { COPY_ANSWERS } from '#shared/domain/meeting/meeting'
import { reads, writes } from './call'
import { handoffId, instant, meetingId, optionalLine } from './values'

const meetingRef = z.strictObject({ id: meetingId })

/**
 * M4: what she may take with her. Every text is struck out as for a sheet that anybody may find; the house's own name counts as
 * kept back. No name of hers, no record number, no place.
 */
export const clientSummary = z.strictObject({
  id: meetingId,
  handoffId,
  copy: z.enum(COPY_ANSWERS).nullable(),
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
export type ClientSummary = z.output<typeof clientSummary>

/** The summary of a meeting that the person may take along (M4). */
export const clientSummaries = {
  'clientSummary.read': reads(z.strictObject({ id: meetingId, reach: optionalLine(300) }), clientSummary, { audits: 'opened' }),
  /** A tagged PDF of the page on the screen, under a neutral name. Refuses `no_copy` where she wants none, `not_saved_there`. */
  'clientSummary.save': writes(['audit'], meetingRef, z.strictObject({ saved: z.boolean() }), { runs: 'session' }),
  /** The system's own window for printing. Refuses `no_copy`. */
  'clientSummary.print': writes(['audit'], meetingRef, z.strictObject({ printed: z.boolean() }), { runs: 'session' }),
} as const
