import type { SafeMark } from '#shared/contract/board'
import { allowedChannels, hasSafeWay, nextSafeStretch, planStanding, type PlanVersion } from '#shared/domain/contact-plan'
import { DAY, MINUTE } from '#shared/domain/moment'
import type { Stretch } from '#shared/domain/safe-hours'
import type { Direction } from '#shared/domain/vocabulary'

interface Reachable {
  readonly direction: Direction
  readonly stopped: boolean
  readonly contactMade: boolean
}

interface Known {
  readonly zone: string
  readonly at: number
  readonly next: Stretch
}

// A version is never changed (P5), so its next safe stretch stays the same until that stretch is over. The board asks
// for all of them at each change, and the wall clock's arithmetic is most of its work.
const known = new WeakMap<PlanVersion, Known>()

// Her hours are in whole minutes, and so is the time on the screens: a stretch that runs has begun for both.
const minute = (at: number): number => Math.floor(at / MINUTE) * MINUTE

function nextStretch(version: PlanVersion, now: number, zone: string): Stretch | null {
  const before = known.get(version)
  if (before && before.zone === zone && before.at <= now && now < before.next.until)
    return { from: minute(Math.max(before.next.from, now)), until: before.next.until }
  const next = nextSafeStretch(version.plan, now, zone)
  // One that reaches as far as was looked has no end yet.
  if (next && next.until < now + 8 * DAY) known.set(version, { zone, at: now, next })
  return next && { from: minute(next.from), until: next.until }
}

/** What a row says about reaching her (P1, P2, P4, C7); the heaviest mark wins. */
export function safeMarkOf(
  { direction, stopped, contactMade }: Reachable,
  version: PlanVersion | null,
  now: number,
  zone: string,
): SafeMark {
  const bare = (kind: SafeMark['kind']): SafeMark => ({ kind, from: null, until: null })
  if (direction !== 'incoming') return bare('not_ours')
  if (!version) return bare('not_verified')
  const { plan } = version
  if (stopped) return bare('do_not_contact')
  if (plan.mayContact === 'she_calls') return bare('she_calls')
  if (!hasSafeWay(plan)) return bare('do_not_contact')
  if (plan.mayContact === 'through_partner' || (allowedChannels(plan).length === 1 && allowedChannels(plan)[0] === 'through_partner'))
    return bare('through_partner')
  const next = plan.safeHours.kind === 'times' || plan.neverHours.length > 0 ? nextStretch(version, now, zone) : null
  if (planStanding(version, now, contactMade) !== 'verified')
    return { kind: 'not_verified', from: next?.from ?? null, until: next?.until ?? null }
  return next ? { kind: 'only_hours', from: next.from, until: next.until } : bare('may_call')
}
