import { z } from 'zod'
import {
  DISCLOSURE_WAYS,
  RELEASE_COPIES,
  RELEASE_STATES,
  REVOKED_HOW,
  TOLD_HER,
  WITHOUT_CONSENT_WHYS,
} from '#shared/domain/release/release'
import { reads, writes } from '../call'
import { done, handoffId, instant, line, meetingId, noInput, note, optionalLine, partnerId, personId, releaseId, staffId } from '../values'
import { contactValue, freeText, markText, partyName, personName, signedWords, workerName } from '../text-kinds'
import { answersAbout, speaksOf, subjects } from '../redact'

const disclosureWay = z.enum(DISCLOSURE_WAYS)
const releaseRef = z.strictObject({ id: releaseId })
const entryId = z.uuid()
/** `at` null: now; `witness` null: the caller. */
const signature = z.strictObject({ at: instant.nullable(), witness: staffId.nullable() })
const state = z.enum(RELEASE_STATES)

const minor = z.strictObject({ minorSigned: z.boolean(), parent: optionalLine(200), parentIsNotAbusive: z.boolean() })

/** Section 8: what the person agrees to. `organisation` may be empty where the partner is of the directory. */
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
  /** As it was called when this was written: what the person signed stays. */
  organisation: partyName,
  recipient: signedWords,
  state: state,
  startsAt: instant,
  expiresAt: instant,
  /** True when it ends within 72 hours (section 11). */
  ending: z.boolean(),
  revoked: z.strictObject({ at: instant, how: z.enum(REVOKED_HOW), words: freeText, byName: workerName }).nullable(),
  /** How often something was told under it, and when last. */
  disclosureCount: z.int(),
  lastToldAt: instant.nullable(),
})
export type ReleaseLine = z.output<typeof releaseLine>

export const releaseView = z
  .strictObject({
    ...releaseTerms.shape,
    ...releaseLine.shape,
    personId,
    /** Initials or alias. */
    label: personName,
    /** Of the record that it was written for, or null. */
    number: z.int().nullable(),
    handoffId: handoffId.nullable(),
    ways: z.array(disclosureWay),
    recipient: signedWords,
    purpose: signedWords,
    may: signedWords,
    mayNot: signedWords,
    otherWays: signedWords,
    language: signedWords,
    interpreter: signedWords,
    minor: z.strictObject({ minorSigned: z.boolean(), parent: signedWords, parentIsNotAbusive: z.boolean() }).nullable(),
    signed: z.strictObject({ at: instant, witness: workerName }).nullable(),
    written: z.strictObject({ at: instant, byName: workerName }),
    renews: releaseId.nullable(),
    /** Newest first. */
    disclosures: z.array(
      z.strictObject({
        id: entryId,
        at: instant,
        what: freeText,
        toWhom: freeText,
        how: disclosureWay,
        byName: workerName,
        /** Written down later than it was told. */
        late: z.boolean(),
      }),
    ),
  })
  .register(subjects, speaksOf('person', 'personId'))
export type ReleaseView = z.output<typeof releaseView>

/** R4: a line of the register of what was told without the person's consent. */
const withoutConsent = z.strictObject({
  id: entryId,
  at: instant,
  what: freeText,
  toWhom: freeText,
  why: z.enum(WITHOUT_CONSENT_WHYS),
  basis: freeText,
  byName: workerName,
  late: z.boolean(),
  authorised: z.strictObject({ by: partyName, at: instant }).nullable(),
  toldHer: z.enum(TOLD_HER),
  toldHerAt: instant.nullable(),
})
export type WithoutConsentView = z.output<typeof withoutConsent>

/** Releases of information (section 8). A missing release blocks telling, never recording (R1). */
export const releases = {
  /** The person's releases: active first, the soonest end first; then unsigned and coming; then ended, newest first. */
  'release.list': reads(
    z.strictObject({ personId }),
    z
      .strictObject({
        label: personName,
        /** The person's newest handoff; null: none that this worker sees. */
        record: z.strictObject({ handoffId, number: z.int() }).nullable(),
        releases: z.array(releaseLine),
        /** R4, newest first. */
        withoutConsent: z.array(withoutConsent),
        /** What a new one begins with: the language of the contact plan, the end that the policy proposes for a start now, whether the person is under 18. */
        proposed: z.strictObject({
          language: contactValue,
          interpreter: z.boolean(),
          days: z.int(),
          expiresAt: instant,
          minor: z.boolean(),
        }),
      })
      .register(subjects, answersAbout('person', 'personId')),
    { audits: 'opened' },
  ),
  'release.read': reads(releaseRef, releaseView, { audits: 'opened' }),
  /**
   * Writes one down, and `signed` where the person has signed it, else unsigned; with an `id` it replaces the words of one that is not
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
  /**
   * Writes a new unsigned release with the terms of this one and the end that the policy proposes. An unsigned one that exists already is
   * used.
   */
  'release.renew': writes(['releases'], releaseRef, releaseRef, { audits: 'release_changed' }),
  /** Records what was told under a release (section 8). `at` null: now; a late entry is judged by the release of that time (R1). */
  'release.recordDisclosure': writes(
    ['releases'],
    z
      .strictObject({
        id: releaseId,
        what: line(2_000),
        toWhom: optionalLine(200),
        how: disclosureWay,
        at: instant.nullable(),
        meetingId: meetingId.nullable(),
      })
      .register(subjects, speaksOf('release', 'id')),
    z.strictObject({ id: entryId }),
    { audits: 'disclosed' },
  ),
  /** Revokes a release in one step, at once, also during a meeting (R2). `at` null: now. Refuses `already_revoked`. */
  'release.revoke': writes(
    ['releases', 'meetings', 'handoffs'],
    z
      .strictObject({ id: releaseId, how: z.enum(REVOKED_HOW), words: optionalLine(500), at: instant.nullable() })
      .register(subjects, speaksOf('release', 'id')),
    done,
    { audits: 'revoked' },
  ),
  /** Lists the active releases that end within 72 hours, soonest first, for the board (section 11). */
  'release.listEnding': reads(
    noInput,
    z.array(z.strictObject({ id: releaseId, personId, label: personName, organisation: partyName, expiresAt: instant })),
  ),
  /** Records a disclosure without consent (R4). In danger it is told first and authorised later: `authorisedBy` may be empty. */
  'withoutConsent.write': writes(
    ['releases'],
    z
      .strictObject({
        personId,
        at: instant.nullable(),
        what: line(2_000),
        toWhom: line(200),
        why: z.enum(WITHOUT_CONSENT_WHYS),
        basis: line(500),
        authorisedBy: markText('party_name', optionalLine(200)),
        toldHer: z.enum(TOLD_HER),
      })
      .register(subjects, speaksOf('person', 'personId')),
    z.strictObject({ id: entryId }),
    { audits: 'told_without_consent' },
  ),
  /** R4: who authorised it, once; and when the person was told. Refuses `no_such_entry`, `already_authorised`, `she_knows_already`. */
  'withoutConsent.authorise': writes(['releases'], z.strictObject({ id: entryId, by: line(200) }), done, {
    audits: 'told_without_consent',
  }),
  'withoutConsent.recordToldPerson': writes(['releases'], z.strictObject({ id: entryId, at: instant.nullable() }), done, {
    audits: 'told_without_consent',
  }),
} as const
