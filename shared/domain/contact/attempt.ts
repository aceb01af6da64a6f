import { listAllowedChannels, isSafeMoment, getPlanVerificationState, type PlanVersion } from './contact-plan'
import type { StaffId } from '../core/ids'
import { MINUTE, type Instant, type Zone } from '../core/moment'
import { isCountableOutcome, type AttemptMark, type AttemptOutcome, type ContactChannel, type SafeCheck } from '../core/vocabulary'

/** One try to reach the person. Append-only: a mistaken one is withdrawn, and both stay readable (T2). */
export interface Attempt {
  /** 1, 2, … within its handoff. */
  readonly no: number
  /** When it happened, and when it was written (C8). */
  readonly at: Instant
  readonly writtenAt: Instant
  readonly by: StaffId
  readonly channel: ContactChannel
  readonly wayId: string | null
  readonly outcome: AttemptOutcome
  readonly safeCheck: SafeCheck
  readonly marks: readonly AttemptMark[]
  readonly note: string
  readonly withdrawn: boolean
}

/** An attempt written more than this after it happened is a late entry (C8). */
export const LATE_ENTRY_AFTER = 15 * MINUTE
/** A slip of the key may be taken back for this long; later it is corrected by a note. */
export const WITHDRAW_WITHIN = 15 * MINUTE

/** Whether the PC's clock was ahead when an attempt was written, and has been put right since: the entry lies ahead of `now` (UTC ms). */
export const isWrittenByWrongClock = ({ at, writtenAt }: Pick<Attempt, 'at' | 'writtenAt'>, now: Instant): boolean =>
  at > now || writtenAt > now

interface AttemptFacts {
  readonly at: Instant
  readonly channel: ContactChannel
  readonly wayId: string | null
  readonly outcome: AttemptOutcome
  readonly safeCheck: SafeCheck
  readonly override: boolean
}
interface AttemptSituation {
  readonly now: Instant
  readonly zone: Zone
  readonly plan: PlanVersion | null
  readonly stoppedAt: Instant | null
  readonly contactMade: boolean
}

/** P1: what has already happened is always recorded, with these marks. A call by the person, and what others did for us, are never out of hours. */
export function findAttemptMarks(
  attempt: AttemptFacts,
  { now, zone, plan, stoppedAt, contactMade }: AttemptSituation,
): readonly AttemptMark[] {
  const isOurCall =
    attempt.outcome !== 'she_called_us' && attempt.channel !== 'through_partner' && attempt.outcome !== 'interpreter_missing'
  // On the very device that was used; a voicemail only where the person said what may be left.
  const ways = plan?.plan.ways.filter((way) => attempt.wayId === null || way.id === attempt.wayId)
  const allowed = plan !== null && listAllowedChannels(plan.plan, ways).includes(attempt.channel)
  const voicemail =
    attempt.outcome !== 'voicemail_left' ||
    ways?.some((way) => way.voicemail === 'first_name_only' || way.voicemail === 'agreed_words') === true
  const marks: (AttemptMark | false)[] = [
    now - attempt.at > LATE_ENTRY_AFTER && 'late_entry',
    isOurCall && plan !== null && !isSafeMoment(plan.plan, attempt.at, zone) && 'outside_safe_times',
    isOurCall && attempt.channel !== 'in_person' && !(allowed && voicemail) && 'channel_not_allowed',
    isOurCall &&
      attempt.channel !== 'in_person' &&
      (plan === null || getPlanVerificationState(plan, attempt.at, contactMade) !== 'verified') &&
      'not_verified',
    isOurCall && stoppedAt !== null && attempt.at >= stoppedAt && attempt.outcome !== 'not_safe_stopped' && 'after_stop',
    isOurCall && attempt.safeCheck === 'not_asked' && 'safety_not_checked',
    attempt.override && 'override',
  ]
  return marks.filter((mark) => mark !== false)
}

/** C5: tries within the gap count as one, whatever the channel. `gap` in ms; a try exactly one gap later counts. Instants, ascending. */
export function listCountedTries(attempts: readonly Pick<Attempt, 'at' | 'outcome' | 'withdrawn'>[], gap: number): readonly Instant[] {
  const counted: Instant[] = []
  const tries = attempts
    .filter((attempt) => !attempt.withdrawn && isCountableOutcome(attempt.outcome))
    .map((attempt) => attempt.at)
    .sort((a, b) => a - b)
  for (const at of tries) if (counted.length === 0 || at - (counted.at(-1) ?? at) >= gap) counted.push(at)
  return counted
}
