import { z } from 'zod'
import { COPY_ANSWERS } from '#shared/domain/meeting/meeting'
import { DISCLOSURE_WAYS } from '#shared/domain/release/release'
import { reads, writes } from './call'
import { handoffId, instant, meetingId, optionalLine, personId, releaseId } from './values'

const meetingRef = z.strictObject({ id: meetingId })

/**
 * The summary that the person may take along (M4). Every text is redacted as for a sheet that anyone may find; the shelter's own name
 * counts as withheld. No name of the person, no record number, no place.
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
  /** Who was there besides the person; `phone` only of a partner of the directory. */
  people: z.array(z.strictObject({ no: z.int(), name: z.string(), phone: z.string() })),
  /** What the worker has written as a safe way to reach them. */
  reach: z.string(),
  /** The language of the interpreter; empty: no interpreter. */
  interpreter: z.string(),
})
export type ClientSummary = z.output<typeof clientSummary>

const releaseRef = z.strictObject({ id: releaseId })

/**
 * The sheet that the person signs (section 8). It goes to its recipient, so it holds nothing that is withheld from them; the person's
 * name is written on it by hand.
 */
export const releasePaper = z.strictObject({
  id: releaseId,
  personId,
  /** Who may tell: the shelter. */
  house: z.string(),
  organisation: z.string(),
  recipient: z.string(),
  purpose: z.string(),
  may: z.string(),
  mayNot: z.string(),
  ways: z.array(z.enum(DISCLOSURE_WAYS)),
  otherWays: z.string(),
  startsAt: instant,
  expiresAt: instant,
  language: z.string(),
  interpreter: z.string(),
  /** For a minor: a parent signs too (the name may be empty); null: the person signs alone. */
  parent: z.string().nullable(),
  signedAt: instant.nullable(),
  revoked: z.boolean(),
})
export type ReleasePaper = z.output<typeof releasePaper>

export const printedPages = {
  'clientSummary.read': reads(z.strictObject({ id: meetingId, reach: optionalLine(300) }), clientSummary, { audits: 'opened' }),
  /**
   * Saves a tagged PDF of the page on the screen, under a neutral name. Refuses `no_copy` where the person wants none, `not_saved_there`.
   */
  'clientSummary.save': writes(['audit'], meetingRef, z.strictObject({ saved: z.boolean() })),
  /** Opens the system's print dialog. Refuses `no_copy`. */
  'clientSummary.print': writes(['audit'], meetingRef, z.strictObject({ printed: z.boolean() })),
  'releasePaper.read': reads(releaseRef, releasePaper, { audits: 'opened' }),
  /** The same two calls for a release. Refuse `no_such_release`, and `not_saved_there`. */
  'releasePaper.save': writes(['audit'], releaseRef, z.strictObject({ saved: z.boolean() })),
  'releasePaper.print': writes(['audit'], releaseRef, z.strictObject({ printed: z.boolean() })),
} as const
