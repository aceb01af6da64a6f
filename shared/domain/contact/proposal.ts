import type { Attempt } from './attempt'
import { calculateFallbackWindows, countTriesByWindow } from './contact-clock'
import type { ContactPlan, PlanVersion } from './contact-plan'
import type { Instant, Zone } from '../core/moment'
import type { Policy, Standard } from '../policy/policy'
import { findNextSafeHours, listSafeStretches, type Stretch } from './safe-hours'

/** Why the moment is what it is, for the sentence "…, because she allows calls until 19:00 and two hours must lie between tries". */
export const CONTACT_PROPOSAL_REASONS = [
  'gap',
  'safe_times',
  'second_window',
  'no_room_in_first_window',
  'her_safe_times_end_before',
  'interpreter_booked',
  'interpreter_needed',
] as const
export type ContactProposalReason = (typeof CONTACT_PROPOSAL_REASONS)[number]

export type ContactProposal =
  /** `at` is the earliest moment that keeps C5; `until` the end of that safe stretch; `nth` the try it would be. */
  | {
      readonly kind: 'slot'
      readonly at: Instant
      readonly until: Instant
      readonly nth: number
      readonly window: 'first' | 'second' | 'after'
      readonly because: readonly ContactProposalReason[]
    }
  /** All required tries are made; the bounce is due at `bounceDueAt`, and a person records it (C6). */
  | { readonly kind: 'tries_made'; readonly bounceDueAt: Instant }
  /** The windows are over. */
  | { readonly kind: 'windows_over'; readonly bounceDueAt: Instant }
  /** The person's safe times leave no room: the screen says so, and the fallback counts as followed (C5). `next`: the next safe stretch after the windows, if any. */
  | { readonly kind: 'no_safe_moment'; readonly bounceDueAt: Instant; readonly next: Stretch | null }

export interface ContactProposalContext {
  readonly now: Instant
  readonly zone: Zone
  readonly policy: Policy
  readonly standard: Standard
  /** The moment the running clock counts from: receipt, or reopening. */
  readonly from: Instant
  /** All attempts: tries count from `from`, but the gap is kept to an earlier one too. */
  readonly attempts: readonly Attempt[]
  /** Null where no safe hours bind us: we chase the receiver, not the person (H8). */
  readonly plan: Pick<ContactPlan, 'safeHours' | 'neverHours'> | null
  /** When an interpreter is booked for the person, from now on; null where none is needed. */
  readonly interpreter: readonly Stretch[] | null
}

/** What two lists of stretches have in common, in order. */
const intersectStretches = (some: readonly Stretch[], others: readonly Stretch[]): Stretch[] =>
  some
    .flatMap((one) => others.map((other) => ({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) })))
    .filter((both) => both.from < both.until)
    .toSorted((a, b) => a.from - b.from)

/** The bookings that lie inside the person's safe times from `from` on, as far as they do (P1). */
export const listUsableBookings = (
  bookings: readonly Stretch[],
  plan: ContactProposalContext['plan'],
  from: Instant,
  zone: Zone,
): readonly Stretch[] =>
  bookings.flatMap((one) => {
    const ahead = { from: Math.max(one.from, from), until: one.until }
    if (ahead.from >= ahead.until) return []
    return plan === null ? [ahead] : listSafeStretches(plan.safeHours, plan.neverHours, ahead.from, ahead.until, zone)
  })

/** C5: the next slot is the earliest moment inside the person's safe times, in the window, and at least the gap after the last try. */
export function proposeContact({
  now,
  zone,
  policy,
  standard,
  from,
  attempts,
  plan,
  interpreter,
}: ContactProposalContext): ContactProposal {
  const windows = calculateFallbackWindows(from, standard, policy)
  // An entry of a wrong clock lies ahead of now: until it is corrected it counts for nothing.
  const past = attempts.filter((one) => one.at <= now)
  const tries = countTriesByWindow(past, from, standard, policy)
  const wanted = policy.tries.first + policy.tries.second
  const last = past.filter((one) => !one.withdrawn).reduce((latest, one) => Math.max(latest, one.at), -Infinity)
  const free = Math.max(now, last + policy.gap)
  // Bookings that help nobody (outside the safe hours, over, after the last window) are like none: the person is not left waiting for them.
  const booked =
    interpreter === null ? [] : listUsableBookings(interpreter, plan, free, zone).filter((one) => one.from < windows.bounceDueAt)
  const listFreeStretches = (within: Stretch): Stretch[] => {
    const part = { from: Math.max(free, within.from), until: within.until }
    if (part.from >= part.until) return []
    const safe = plan === null ? [part] : listSafeStretches(plan.safeHours, plan.neverHours, part.from, part.until, zone)
    return booked.length === 0 ? safe : intersectStretches(safe, booked)
  }
  const createSlot = (
    stretch: Stretch,
    window: 'first' | 'second' | 'after',
    extra: readonly ContactProposalReason[] = [],
  ): ContactProposal => {
    const earliest = Math.max(free, window === 'second' ? windows.second.from : from)
    const because: (ContactProposalReason | false)[] = [
      free > now && stretch.from <= free && 'gap',
      stretch.from > earliest && booked.length === 0 && 'safe_times',
      stretch.from === windows.second.from && 'second_window',
      booked.length > 0 && 'interpreter_booked',
      interpreter !== null && booked.length === 0 && 'interpreter_needed',
    ]
    return {
      kind: 'slot',
      at: stretch.from,
      until: stretch.until,
      nth: tries.all.length + 1,
      window,
      because: [...extra, ...because.filter((reason) => reason !== false)],
    }
  }

  const findNextAfter = (at: Instant): Stretch | null =>
    listUsableBookings(interpreter ?? [], plan, at, zone).toSorted((a, b) => a.from - b.from)[0] ??
    (plan ? findNextSafeHours(plan.safeHours, plan.neverHours, at, zone) : null)

  if (now >= windows.bounceDueAt) return { kind: 'windows_over', bounceDueAt: windows.bounceDueAt }
  const inFirst = tries.first < policy.tries.first ? listFreeStretches(windows.first)[0] : undefined
  if (inFirst) return createSlot(inFirst, 'first')
  // A try missed in the first window is still worth making in the second: the second asks for its own and for those.
  if (tries.second >= policy.tries.second && tries.all.length >= wanted) return { kind: 'tries_made', bounceDueAt: windows.bounceDueAt }
  if (tries.second >= policy.tries.second && !listFreeStretches(windows.second)[0])
    return { kind: 'tries_made', bounceDueAt: windows.bounceDueAt }
  const inSecond = listFreeStretches(windows.second)[0]
  const noRoom = now < windows.first.until && tries.first < policy.tries.first
  if (inSecond) return createSlot(inSecond, 'second', noRoom ? ['no_room_in_first_window'] : [])
  return {
    kind: 'no_safe_moment',
    bounceDueAt: windows.bounceDueAt,
    next: findNextAfter(Math.max(free, windows.bounceDueAt)),
  }
}

export interface FallbackFacts extends Omit<ContactProposalContext, 'now' | 'interpreter' | 'plan'> {
  /** All versions of the plan, oldest first (C9); none where no safe hours bind us (H8). */
  readonly plans: readonly PlanVersion[]

  readonly loopBackAllowed: boolean
  readonly loopBackAskedAt: Instant | null
  /** P4 or C7 ended the tries at this moment. */
  readonly stoppedAt: Instant | null
}

/** The safe stretches of a window, each part of it by the plan that stood then (C9). The first plan also holds for the time before it. */
const listSafeStretchesByPlan = (plans: readonly PlanVersion[], window: Stretch, zone: Zone): readonly Stretch[] =>
  plans.flatMap(({ plan, writtenAt }, index) => {
    const from = index === 0 ? window.from : Math.max(window.from, writtenAt)
    const until = Math.min(window.until, plans[index + 1]?.writtenAt ?? window.until)
    return listSafeStretches(plan.safeHours, plan.neverHours, from, until, zone)
  })

/** What of the fallback was not made: a try of the first or the second window, or asking the source (C5). */
export const FALLBACK_GAPS = ['first_window', 'second_window', 'source'] as const
export type FallbackGap = (typeof FALLBACK_GAPS)[number]

/** C5 and section 12: every required try and the loop-back made in its window, or stopped by P4/C7, or without a safe moment in it. */
export const hasFollowedFallback = (facts: FallbackFacts): boolean => listFallbackGaps(facts).length === 0

/** Lists what is missing for the fallback to count as followed, as far as it was required. */
export function listFallbackGaps({
  zone,
  policy,
  standard,
  from,
  attempts,
  plans,
  loopBackAllowed,
  loopBackAskedAt,
  stoppedAt,
}: FallbackFacts): readonly FallbackGap[] {
  const windows = calculateFallbackWindows(from, standard, policy)
  const tries = countTriesByWindow(attempts, from, standard, policy)
  const safe = (window: Stretch): readonly Stretch[] => (plans.length === 0 ? [window] : listSafeStretchesByPlan(plans, window, zone))
  const countAskedTries = (window: Stretch, wanted: number): number =>
    stoppedAt !== null && stoppedAt < window.until ? 0 : countPossibleTries(safe(window), policy.gap, wanted)
  const isSourceAsked =
    !loopBackAllowed ||
    (loopBackAskedAt !== null && loopBackAskedAt < windows.bounceDueAt) ||
    (stoppedAt !== null && stoppedAt < windows.second.until)
  const isMissing: Readonly<Record<FallbackGap, boolean>> = {
    first_window: tries.first < countAskedTries(windows.first, policy.tries.first),
    second_window: tries.second < countAskedTries(windows.second, policy.tries.second),
    source: !isSourceAsked,
  }
  return FALLBACK_GAPS.filter((gap) => isMissing[gap])
}

/** How many of the wanted tries, a gap apart, the person's safe times leave room for (C5). */
function countPossibleTries(stretches: readonly Stretch[], gap: number, wanted: number): number {
  let count = 0
  let free = -Infinity
  for (const stretch of stretches) {
    for (let at = Math.max(stretch.from, free); at < stretch.until && count < wanted; at = free) {
      count += 1
      free = at + gap
    }
  }
  return count
}
