import type { SafeMark } from '#shared/contract/handoff/board'
import {
  listAllowedChannels,
  hasSafeWay,
  findNextSafeStretch,
  getPlanVerificationState,
  type PlanVersion,
} from '#shared/domain/contact/contact-plan'
import { DAY, MINUTE } from '#shared/domain/core/moment'
import type { Stretch } from '#shared/domain/contact/safe-hours'
import type { Direction } from '#shared/domain/core/vocabulary'

interface HandoffReach {
  readonly direction: Direction
  readonly stopped: boolean
  readonly contactMade: boolean
}

interface CachedStretch {
  readonly zone: string
  readonly at: number
  readonly next: Stretch
}

// A version of a plan never changes (P5), so its next safe stretch stays the same until that stretch is over. The board needs all of them
// at each change, and wall-clock arithmetic is most of its work.
const stretchCache = new WeakMap<PlanVersion, CachedStretch>()

// Safe hours are in whole minutes, and so is the time on the screens: a running stretch has begun for both.
const floorToMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE

function findNextStretch(version: PlanVersion, now: number, zone: string): Stretch | null {
  const before = stretchCache.get(version)
  if (before && before.zone === zone && before.at <= now && now < before.next.until)
    return { from: floorToMinute(Math.max(before.next.from, now)), until: before.next.until }
  const next = findNextSafeStretch(version.plan, now, zone)
  // A stretch that reaches to the end of the examined days has no known end yet.
  if (next && next.until < now + 8 * DAY) stretchCache.set(version, { zone, at: now, next })
  return next && { from: floorToMinute(next.from), until: next.until }
}

/** Chooses what a row says about reaching the person (P1, P2, P4, C7). The most serious mark wins. */
export function chooseSafeMark(
  { direction, stopped, contactMade }: HandoffReach,
  version: PlanVersion | null,
  now: number,
  zone: string,
): SafeMark {
  const withoutHours = (kind: SafeMark['kind']): SafeMark => ({ kind, from: null, until: null })
  if (direction !== 'incoming') return withoutHours('not_ours')
  if (!version) return withoutHours('not_verified')
  const { plan } = version
  if (stopped) return withoutHours('do_not_contact')
  if (plan.mayContact === 'she_calls') return withoutHours('she_calls')
  if (!hasSafeWay(plan)) return withoutHours('do_not_contact')
  if (
    plan.mayContact === 'through_partner' ||
    (listAllowedChannels(plan).length === 1 && listAllowedChannels(plan)[0] === 'through_partner')
  )
    return withoutHours('through_partner')
  const next = plan.safeHours.kind === 'times' || plan.neverHours.length > 0 ? findNextStretch(version, now, zone) : null
  if (getPlanVerificationState(version, now, contactMade) !== 'verified')
    return { kind: 'not_verified', from: next?.from ?? null, until: next?.until ?? null }
  return next ? { kind: 'only_hours', from: next.from, until: next.until } : withoutHours('may_call')
}
