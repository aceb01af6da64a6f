import { z } from 'zod'
import { COPY_ANSWERS } from '#shared/domain/meeting/meeting'
import { DISCLOSURE_WAYS } from '#shared/domain/release/release'
import { reads, writes } from './call'
import { freeText, officeWords, partyName } from './text-kinds'
import { redactedByUseCase, subjects } from './redact'
import { handoffId, instant, meetingId, optionalLine, personId, releaseId } from './values'

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

const releaseRef = z.strictObject({ id: releaseId })

/**
 * Section 8: the sheet that the person signs. It goes to its recipient, so what the person keeps from them is redacted; the name is
 * written on it by hand.
 */
export const releasePaper = z
  .strictObject({
    id: releaseId,
    personId,
    /** Who may tell: the house. */
    house: officeWords,
    organisation: partyName,
    recipient: freeText,
    purpose: freeText,
    may: freeText,
    mayNot: freeText,
    ways: z.array(z.enum(DISCLOSURE_WAYS)),
    otherWays: freeText,
    startsAt: instant,
    expiresAt: instant,
    language: freeText,
    interpreter: freeText,
    /** Under age: the person signs, and this parent (the name may be empty); null: the person signs alone. */
    parent: freeText.nullable(),
    signedAt: instant.nullable(),
    revoked: z.boolean(),
  })
  .register(subjects, redactedByUseCase)
export type ReleasePaper = z.output<typeof releasePaper>

export const printedPages = {
  'clientSummary.read': reads(z.strictObject({ id: meetingId, reach: optionalLine(300) }), clientSummary, { audits: 'opened' }),
  /** A tagged PDF of the page on the screen, under a neutral name. Refuses `no_copy` where the person wants none, `not_saved_there`. */
  'clientSummary.save': writes(['audit'], meetingRef, z.strictObject({ saved: z.boolean() })),
  /** Opens the system's print dialog. Refuses `no_copy`. */
  'clientSummary.print': writes(['audit'], meetingRef, z.strictObject({ printed: z.boolean() })),
  'releasePaper.read': reads(releaseRef, releasePaper, { audits: 'opened' }),
  /** The same two calls for a release. Refuse `no_such_release`, and `not_saved_there`. */
  'releasePaper.save': writes(['audit'], releaseRef, z.strictObject({ saved: z.boolean() })),
  'releasePaper.print': writes(['audit'], releaseRef, z.strictObject({ printed: z.boolean() })),
} as const
