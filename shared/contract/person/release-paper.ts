import { z } from 'zod'
import { DISCLOSURE_WAYS } from '#shared/domain/release/release'
import { reads, writes } from '../call'
import { redactedByUseCase, subjects } from '../redact'
import { freeText, officeWords, partyName } from '../text-kinds'
import { instant, personId, releaseId } from '../values'

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

/** The sheet of a release that the person signs (section 8). */
export const releasePapers = {
  'releasePaper.read': reads(releaseRef, releasePaper, { audits: 'opened' }),
  /** A tagged PDF of the page on the screen, under a neutral name. Refuses `no_such_release`, `not_saved_there`. */
  'releasePaper.save': writes(['audit'], releaseRef, z.strictObject({ saved: z.boolean() }), { runs: 'session' }),
  /** The system's own window for printing. Refuses `no_such_release`. */
  'releasePaper.print': writes(['audit'], releaseRef, z.strictObject({ printed: z.boolean() }), { runs: 'session' }),
} as const
