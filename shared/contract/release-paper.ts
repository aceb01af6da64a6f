import { z } from 'zod'
import { DISCLOSURE_WAYS } from '#shared/domain/release/release'
import { reads, writes } from './call'
import { instant, personId, releaseId } from './values'

const releaseRef = z.strictObject({ id: releaseId })

/**
 * Section 8: the sheet that she signs. It goes to its recipient, so it holds nothing that she keeps back from them; her name is
 * written on it by hand.
 */
export const releasePaper = z.strictObject({
  id: releaseId,
  personId,
  /** Who may tell: the house. */
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
  /** Under age: she signs, and this parent (the name may be empty); null: she signs alone. */
  parent: z.string().nullable(),
  signedAt: instant.nullable(),
  revoked: z.boolean(),
})
export type ReleasePaper = z.output<typeof releasePaper>

/** The sheet of a release that the person signs (section 8). */
export const releasePapers = {
  'releasePaper.read': reads(releaseRef, releasePaper, { audits: 'opened' }),
  /** A tagged PDF of the page on the screen, under a neutral name. Refuses `no_such_release`, `not_saved_there`. */
  'releasePaper.save': writes(['audit'], releaseRef, z.strictObject({ saved: z.boolean() }), { runs: 'session' }),
  /** The system's own window for printing. Refuses `no_such_release`. */
  'releasePaper.print': writes(['audit'], releaseRef, z.strictObject({ printed: z.boolean() }), { runs: 'session' }),
} as const
