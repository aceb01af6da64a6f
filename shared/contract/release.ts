import { z } from 'zod'
import {
  DISCLOSURE_WAYS,
  RELEASE_COPIES,
  RELEASE_STATES,
  REVOKED_HOW,
  TOLD_HER,
  WITHOUT_CONSENT_WHYS,
} from '#shared/domain/release/release'
import { reads, writes } from './call'
import { handoffId, instant, line, meetingId, noInput, note, optionalLine, partnerId, personId, releaseId, staffId } from './values'

const disclosureWay = z.enum(DISCLOSURE_WAYS)
const done = z.strictObject({ done: z.literal(true) })
const releaseRef = z.strictObject({ id: releaseId })
const entryId = z.uuid()
/** `at` null: now; `witness` null: whoever is at the desk. */
const signature = z.strictObject({ at: instant.nullable(), witness: staffId.nullable() })
const state = z.enum(RELEASE_STATES)

const minor = z.strictObject({ minorSigned: z.boolean(), parent: optionalLine(200), parentIsNotAbusive: z.boolean() })

/** Section 8: what she agrees to. `organisation` may be empty where the partner is of the directory. */
export const releaseTerms = z.strictObject({
  partnerId: partnerId.nullable(),
  organisation: optionalLine(200),
  recipient: line(200),
  purpose: note(2_000),
  may: note(5_000),
  mayNot: note(5_000),
  ways: z.array(disclosureWay).min(1).max(DISCLOSURE_WAYS.length),
  risksTold: z.boolean(),
  otherWays: note(2_000),
  rightsTold: z.boolean(),
  startsAt: instant,
  expiresAt: instant,
  copy: z.enum(RELEASE_COPIES),
  language: optionalLine(100),
  interpreter: optionalLine(200),
  minor: minor.nullable(),
})

const releaseLine = z.strictObject({
  id: releaseId,
  /** As it was called when this was written: what she signed stays. */
  organisation: z.string(),
  recipient: z.string(),
  state: state,
  startsAt: instant,
  expiresAt: instant,
  /** It ends within 72 hours (section 11). */
  ending: z.boolean(),
  revoked: z.strictObject({ at: instant, how: z.enum(REVOKED_HOW), words: z.string(), byName: z.string() }).nullable(),
  /** How often something was told under it, and when last. */
  disclosureCount: z.int(),
  lastToldAt: instant.nullable(),
})
export type ReleaseLine = z.output<typeof releaseLine>

export const releaseView = z.strictObject({
  ...releaseTerms.shape,
  ...releaseLine.shape,
  personId,
  /** Initials or alias. */
  label: z.string(),
  /** Of the record that it was written for, or null. */
  number: z.int().nullable(),
  handoffId: handoffId.nullable(),
  ways: z.array(disclosureWay),
  recipient: z.string(),
  purpose: z.string(),
  may: z.string(),
  mayNot: z.string(),
  otherWays: z.string(),
  language: z.string(),
  interpreter: z.string(),
  minor: z.strictObject({ minorSigned: z.boolean(), parent: z.string(), parentIsNotAbusive: z.boolean() }).nullable(),
  signed: z.strictObject({ at: instant, witness: z.string() }).nullable(),
  written: z.strictObject({ at: instant, byName: z.string() }),
  renews: releaseId.nullable(),
  /** Newest first; struck out where she keeps something back (M5). */
  disclosures: z.array(
    z.strictObject({
      id: entryId,
      at: instant,
      what: z.string(),
      toWhom: z.string(),
      how: disclosureWay,
      byName: z.string(),
      /** Written down later than it was told. */
      late: z.boolean(),
    }),
  ),
})
export type ReleaseView = z.output<typeof releaseView>

/** R4: a line of the register of what was told without her leave. */
const withoutConsent = z.strictObject({
  id: entryId,
  at: instant,
  what: z.string(),
  toWhom: z.string(),
  why: z.enum(WITHOUT_CONSENT_WHYS),
  basis: z.string(),
  byName: z.string(),
  late: z.boolean(),
  authorised: z.strictObject({ by: z.string(), at: instant }).nullable(),
  toldHer: z.enum(TOLD_HER),
  toldHerAt: instant.nullable(),
})
export type WithoutConsentView = z.output<typeof withoutConsent>

/** Releases of information (section 8). What is blocked is telling, never the writing down (R1). */
export const releases = {
  /** Hers: active first, the soonest end first; then unsigned and coming; then ended, newest first. */
  'release.list': reads(
    z.strictObject({ personId }),
    z.strictObject({
      label: z.string(),
      /** Her newest record; null: none that this worker sees. */
      record: z.strictObject({ handoffId, number: z.int() }).nullable(),
      releases: z.array(releaseLine),
      /** R4, newest first. */
      withoutConsent: z.array(withoutConsent),
      /** What a new one begins with: the language of her plan, the end that the policy proposes for a start now, whether she is under 18. */
      proposed: z.strictObject({ language: z.string(), interpreter: z.boolean(), days: z.int(), expiresAt: instant, minor: z.boolean() }),
    }),
    { audits: 'opened' },
  ),
  'release.read': reads(releaseRef, releaseView, { audits: 'opened' }),
  /**
   * Writes one down, and `signed` where she has signed it, else unsigned; with an `id` it replaces the words of one that is not
   * signed yet. Refuses `one_recipient` (R3), `tell_her_first`,
   * `release_would_be_over`, `release_ends_before_it_starts`, `release_too_long`, `minor_signs_with_parent`, `parent_may_not_sign`,
   * `name_needed` without an organisation, `release_signed`.
   */
  'release.write': writes(
    ['releases', 'meetings', 'handoffs'],
    z.strictObject({
      id: releaseId.nullable(),
      personId,
      handoffId: handoffId.nullable(),
      terms: releaseTerms,
      signed: signature.nullable(),
    }),
    releaseRef,
    { audits: 'release_changed' },
  ),
  /** A new one, unsigned, with the words of this one and the end that the policy proposes; one that lies there unsigned already is taken. */
  'release.renew': writes(['releases'], releaseRef, releaseRef, { audits: 'release_changed' }),
  /** Section 8: what was told under it. `at` null: now; later entry counts as it stood then (R1). */
  'release.recordDisclosure': writes(
    ['releases'],
    z.strictObject({
      id: releaseId,
      what: line(2_000),
      toWhom: optionalLine(200),
      how: disclosureWay,
      at: instant.nullable(),
      meetingId: meetingId.nullable(),
    }),
    z.strictObject({ id: entryId }),
    { audits: 'disclosed' },
  ),
  /** R2: one step, at once, also in a running meeting. `at` null: now. Refuses `already_revoked`. */
  'release.revoke': writes(
    ['releases', 'meetings', 'handoffs'],
    z.strictObject({ id: releaseId, how: z.enum(REVOKED_HOW), words: optionalLine(500), at: instant.nullable() }),
    done,
    { audits: 'revoked' },
  ),
  /** For the board: those that are active and end within 72 hours, soonest first (section 11). */
  'release.listEnding': reads(
    noInput,
    z.array(z.strictObject({ id: releaseId, personId, label: z.string(), organisation: z.string(), expiresAt: instant })),
  ),
  /** R4: a register of its own. In danger it is told first and authorised later: `authorisedBy` may be empty. */
  'withoutConsent.write': writes(
    ['releases'],
    z.strictObject({
      personId,
      at: instant.nullable(),
      what: line(2_000),
      toWhom: line(200),
      why: z.enum(WITHOUT_CONSENT_WHYS),
      basis: line(500),
      authorisedBy: optionalLine(200),
      toldHer: z.enum(TOLD_HER),
    }),
    z.strictObject({ id: entryId }),
    { audits: 'told_without_consent' },
  ),
  /** R4: who authorised it, once; and when she was told. Refuses `no_such_entry`, `already_authorised`, `she_knows_already`. */
  'withoutConsent.authorise': writes(['releases'], z.strictObject({ id: entryId, by: line(200) }), done, {
    audits: 'told_without_consent',
  }),
  'withoutConsent.recordToldPerson': writes(['releases'], z.strictObject({ id: entryId, at: instant.nullable() }), done, {
    audits: 'told_without_consent',
  }),
} as const
