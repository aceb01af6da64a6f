import type { PartnerId, StaffId } from '../core/ids'
import { DAY, type Instant, type Zone } from '../core/moment'
import { findNextSafeHours, listSafeStretches, type SafeHours, type Stretch, type WeeklyHours } from './safe-hours'
import type { ContactChannel } from '../core/vocabulary'

/** Section 5: how the person can be reached safely, and how not. Versioned; a version is never changed. */

export const MAY_CONTACT = ['yes', 'she_calls', 'through_partner', 'not_known'] as const
export type MayContact = (typeof MAY_CONTACT)[number]
export const WAY_KINDS = ['phone', 'email', 'post', 'in_person'] as const
export type WayKind = (typeof WAY_KINDS)[number]
export const WAY_OWNERS = ['hers_alone', 'shared', 'someone_elses', 'not_known'] as const
export type WayOwner = (typeof WAY_OWNERS)[number]
export const VOICEMAIL_RULES = ['none', 'first_name_only', 'agreed_words', 'not_known'] as const
export type VoicemailRule = (typeof VOICEMAIL_RULES)[number]
export const INTERPRETER_NEEDS = ['none', 'needed', 'not_from_her_community', 'not_known'] as const
export type InterpreterNeed = (typeof INTERPRETER_NEEDS)[number]
/** How the person speaks on a line: aloud, by text telephone, or in sign language. */
export const SPEECH_MODES = ['aloud', 'tty', 'sign', 'not_known'] as const
export type SpeechMode = (typeof SPEECH_MODES)[number]
/** Mail: to the safe address that is written down, or none at all. */
export const MAIL_RULES = ['safe_address', 'none', 'not_known'] as const
export type MailRule = (typeof MAIL_RULES)[number]

/** One number or address. `value` is null where it is known only that there is one. */
export interface ContactWay {
  readonly id: string
  readonly kind: WayKind
  readonly label: string
  readonly value: string | null
  readonly whose: WayOwner
  /** Channels that the person called safe on this device or address. */
  readonly safeFor: readonly ContactChannel[]
  readonly voicemail: VoicemailRule
  readonly agreedWords: string
  readonly hideOurNumber: boolean
  readonly rejectsHiddenNumbers: boolean
}

export interface Relay {
  readonly who: string
  readonly partnerId: PartnerId | null
  readonly agreed: boolean
}

export interface ContactPlan {
  readonly mayContact: MayContact
  readonly nameToUse: string
  readonly ways: readonly ContactWay[]
  readonly safeHours: SafeHours
  readonly neverHours: readonly WeeklyHours[]
  readonly whoMayAnswer: string
  readonly ifSomeoneElse: string
  readonly codeWords: { readonly safe: string; readonly notSafe: string; readonly police: string }
  readonly ifLineDrops: string
  /** Empty while not known. */
  readonly language: string
  readonly dialect: string
  readonly interpreter: InterpreterNeed
  readonly speech: SpeechMode
  readonly mail: MailRule
  /** A person, or a partner of the directory whose own agreement must stand as well; `agreed` is the person's consent. */
  readonly relay: Relay | null
  readonly monitoringWorry: boolean
  readonly signal: string
  /** The person agreed that the source may help to make contact (C5). */
  readonly sourceMayHelp: boolean
  readonly reverifyAfterDays: number
}

export interface Verification {
  readonly at: Instant
  readonly by: StaffId
  readonly with: 'her' | 'source'
}

export interface PlanVersion {
  readonly version: number
  readonly writtenAt: Instant
  readonly writtenBy: StaffId
  readonly plan: ContactPlan
  readonly verified: Verification | null
}

export const EMPTY_PLAN: ContactPlan = {
  mayContact: 'not_known',
  nameToUse: '',
  ways: [],
  safeHours: { kind: 'not_known' },
  neverHours: [],
  whoMayAnswer: '',
  ifSomeoneElse: '',
  codeWords: { safe: '', notSafe: '', police: '' },
  ifLineDrops: '',
  language: '',
  dialect: '',
  interpreter: 'not_known',
  speech: 'not_known',
  mail: 'not_known',
  relay: null,
  monitoringWorry: false,
  signal: '',
  sourceMayHelp: false,
  reverifyAfterDays: 7,
}

/** P5: a version is never changed, so one of an earlier form lacks what was asked for later: it was not asked then. */
export const readStoredPlan = (stored: ContactPlan): ContactPlan => ({
  ...EMPTY_PLAN,
  ...stored,
  relay: stored.relay && { who: stored.relay.who, partnerId: stored.relay.partnerId ?? null, agreed: stored.relay.agreed },
})

/** Section 5: a call to the person needs an interpreter; speech by text telephone alone asks for none. */
export const isInterpreterNeeded = ({ interpreter, speech }: Pick<ContactPlan, 'interpreter' | 'speech'>): boolean =>
  interpreter === 'needed' || interpreter === 'not_from_her_community' || speech === 'sign'

/** A relay through a partner stands only while that partner has agreed to carry messages; the person agreed to it as it was then. */
export const applyRelayAgreement = (plan: ContactPlan, partnerAgrees: boolean): ContactPlan =>
  plan.relay === null || plan.relay.partnerId === null || partnerAgrees ? plan : { ...plan, relay: { ...plan.relay, agreed: false } }

/**
 * P2. What the person verified holds for the plan's days. What the source verified with the person holds for 24 h and for the first
 * contact only ("today" in the rule; a referral at 23:50 must not lapse at midnight).
 */
export function getVerifiedUntil(version: PlanVersion): Instant | null {
  if (!version.verified) return null
  return version.verified.at + (version.verified.with === 'her' ? version.plan.reverifyAfterDays * DAY : DAY)
}

export const PLAN_VERIFICATION_STATES = ['verified', 'not_verified', 'expired'] as const
export type PlanVerificationState = (typeof PLAN_VERIFICATION_STATES)[number]

/** Returns how a version stands at `now` (P2). `contactMade`: the person was reached, so what only the source verified has expired. */
export function getPlanVerificationState(version: PlanVersion, now: Instant, contactMade: boolean): PlanVerificationState {
  const until = getVerifiedUntil(version)
  if (until === null) return 'not_verified'
  return now >= until || (version.verified?.with === 'source' && contactMade) ? 'expired' : 'verified'
}

/** Which channels a kind of way can carry. */
export const CHANNELS_BY_WAY_KIND: Readonly<Record<WayKind, readonly ContactChannel[]>> = {
  phone: ['call', 'text'],
  email: ['email', 'partner_portal'],
  post: ['letter'],
  in_person: ['in_person'],
}

/** P2, P8: a number of which nothing is known; one that was called safe for texts alone was called unsafe for a call. */
export const isForNeutralCall = ({ kind, safeFor }: Pick<ContactWay, 'kind' | 'safeFor'>): boolean =>
  kind === 'phone' && (safeFor.length === 0 || safeFor.includes('call'))

/** Channels that this plan allows at all, whatever the hour (P1). */
export function listAllowedChannels(plan: ContactPlan, ways: readonly ContactWay[] = plan.ways): readonly ContactChannel[] {
  if (plan.mayContact === 'she_calls') return []
  // P8: a relay that the person has not agreed to does not exist, and nobody else is put in its place.
  if (plan.mayContact === 'through_partner') return plan.relay?.agreed === true ? ['through_partner'] : []
  const own = ways.flatMap((way) =>
    way.safeFor.filter((channel) => CHANNELS_BY_WAY_KIND[way.kind].includes(channel) && !(channel === 'letter' && plan.mail === 'none')),
  )
  // A number that nobody has called unsafe may be tried neutrally while the person could not be asked (P2); one for texts alone may not (P8).
  const unknown = plan.mayContact === 'not_known' ? ways.filter(isForNeutralCall).map(() => 'call' as const) : []
  return [...new Set([...own, ...unknown, ...(plan.relay?.agreed ? (['through_partner'] as const) : [])])]
}

/**
 * The channels that may be used at `now` (UTC ms), whatever the hour. P2: without a standing verification only a neutral check, which is
 * a call and exists only where calls are allowed, or the relay that the person agreed to. `deadWays`: ways that turned out to be dead.
 */
export function listUsableChannels(
  version: PlanVersion,
  now: Instant,
  contactMade: boolean,
  deadWays: readonly string[] = [],
): readonly ContactChannel[] {
  const allowed = listAllowedChannels(
    version.plan,
    version.plan.ways.filter((way) => !deadWays.includes(way.id)),
  )
  return getPlanVerificationState(version, now, contactMade) === 'verified'
    ? allowed
    : allowed.filter((channel) => channel === 'call' || channel === 'through_partner')
}

/** How the screens speak of contact (P8), in the order in which one is chosen. */
export const REACH_BY = ['call', 'text', 'email', 'letter', 'in_person', 'partner'] as const
export type ReachBy = (typeof REACH_BY)[number]

/** Which word stands for a channel (P8). */
export const REACH_BY_CHANNEL: Readonly<Record<ContactChannel, ReachBy>> = {
  call: 'call',
  text: 'text',
  email: 'email',
  partner_portal: 'email',
  letter: 'letter',
  in_person: 'in_person',
  through_partner: 'partner',
}

/**
 * P8: chooses how the next contact is spoken of: a call where calls may be used at `now` (UTC ms), else the next channel that may, else
 * one that the plan allows at all. Without a plan, or with none of them, a call.
 */
export function chooseReachBy(version: PlanVersion | null, now: Instant, contactMade: boolean): ReachBy {
  if (version === null) return 'call'
  const usable = listUsableChannels(version, now, contactMade)
  const channels = usable.length > 0 ? usable : listAllowedChannels(version.plan)
  return REACH_BY.find((by) => channels.some((channel) => REACH_BY_CHANNEL[channel] === by)) ?? 'call'
}

/** C7: no safe way at all, so it is never tried and never "bad contact info". */
export const hasSafeWay = (plan: ContactPlan, deadWays: readonly string[] = []): boolean =>
  listAllowedChannels(
    plan,
    plan.ways.filter((way) => !deadWays.includes(way.id)),
  ).length > 0

/** A way of the person's own, not counting the relay: without one a handoff is never retried (C7). */
export const hasOwnSafeWay = (plan: ContactPlan): boolean => listAllowedChannels(plan).some((channel) => channel !== 'through_partner')

/** Whether an instant (UTC ms) lies in the safe hours of the plan (P1). */
export const isSafeMoment = (plan: ContactPlan, at: Instant, zone: Zone): boolean =>
  listSafeStretches(plan.safeHours, plan.neverHours, at, at + 1, zone).length > 0

/** Finds the safe stretch that holds `at` or begins next after it, within eight days (P1); null when there is none. */
export const findNextSafeStretch = (plan: ContactPlan, at: Instant, zone: Zone): Stretch | null =>
  findNextSafeHours(plan.safeHours, plan.neverHours, at, zone)

/**
 * H7: whether the plan leaves any hour for contact in the two weeks from `now`. Safe hours from which never-hours take everything
 * are a slip of the pen, unless the person calls us. Two weeks, because a clock change may take the only hour of one week.
 */
export const hasSafeHour = (plan: ContactPlan, now: Instant, zone: Zone): boolean =>
  plan.mayContact === 'she_calls' || listSafeStretches(plan.safeHours, plan.neverHours, now, now + 14 * DAY, zone).length > 0

/** Whether a letter may be sent: mail is not excluded, and an address is known and safe for letters. */
export const hasSafeAddress = (plan: ContactPlan): boolean =>
  plan.mail !== 'none' && plan.ways.some((way) => way.kind === 'post' && way.value !== null && way.safeFor.includes('letter'))

/** C4 (a): preferred way, language and safe times are stated, so that they can be verified with the person. */
export function listMissingForVerification(plan: ContactPlan): readonly ('way' | 'language' | 'safe_hours')[] {
  const way = plan.mayContact === 'she_calls' || (plan.mayContact !== 'not_known' && listAllowedChannels(plan).length > 0)
  return [
    way ? null : ('way' as const),
    plan.language ? null : ('language' as const),
    plan.safeHours.kind === 'not_known' && plan.mayContact !== 'she_calls' ? ('safe_hours' as const) : null,
  ].filter((missing) => missing !== null)
}

type PlanTexts = Pick<ContactPlan, 'nameToUse' | 'whoMayAnswer' | 'ifSomeoneElse' | 'ifLineDrops' | 'dialect' | 'signal'>

/** H7: what of a plan, or of a form for one, is written in words, for what the data owner asks for. */
export const getPlanTexts = ({ nameToUse, whoMayAnswer, ifSomeoneElse, ifLineDrops, dialect, signal }: PlanTexts): PlanTexts => ({
  nameToUse,
  whoMayAnswer,
  ifSomeoneElse,
  ifLineDrops,
  dialect,
  signal,
})
