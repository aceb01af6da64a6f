import { z } from 'zod'
import { COPY_ANSWERS } from '#shared/domain/meeting/meeting'
import { reads, writes } from '../call'
import { handoffId, instant, meetingId, optionalLine } from '../values'
import { freeText } from '../text-kinds'
import { redactedByUseCase, subjects } from '../redact'

const meetingRef = z.strictObject({ id: meetingId })

/**
 * M4: what the person may take along. Every text is redacted as for a sheet that anybody may find, and the name of the house is
 * redacted too. No name of the person, no record number, no place.
 */
export const clientSummary = z
  .strictObject({
    id: meetingId,
    handoffId,
    copy: z.enum(COPY_ANSWERS).nullable(),
    heldAt: instant,
    lines: z.array(z.strictObject({ no: z.int(), what: freeText, who: freeText, dueAt: instant.nullable() })),
    /** Papers that are still to be brought. */
    papers: z.array(freeText),
    next: z.union([z.literal('none'), z.strictObject({ at: instant, lead: freeText })]).nullable(),
    /** Who was there, without the person; `phone` only of a partner of the directory. */
    people: z.array(z.strictObject({ no: z.int(), name: freeText, phone: freeText })),
    /** What the worker has written as a safe way to reach them. */
    reach: freeText,
    /** The language of the interpreter; empty: no interpreter. */
    interpreter: freeText,
  })
  .register(subjects, redactedByUseCase)
export type ClientSummary = z.output<typeof clientSummary>

/** The summary of a meeting that the person may take along (M4). */
export const clientSummaries = {
  'clientSummary.read': reads(z.strictObject({ id: meetingId, reach: optionalLine(300) }), clientSummary, { audits: 'opened' }),
  /** A tagged PDF of the page on the screen, under a neutral name. Refuses `no_copy` where the person wants none, `not_saved_there`. */
  'clientSummary.save': writes(['audit'], meetingRef, z.strictObject({ saved: z.boolean() }), { runs: 'session' }),
  /** The system's own window for printing. Refuses `no_copy`. */
  'clientSummary.print': writes(['audit'], meetingRef, z.strictObject({ printed: z.boolean() }), { runs: 'session' }),
} as const
