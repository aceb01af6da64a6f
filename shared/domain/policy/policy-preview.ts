import type { HandoffId } from '../core/ids'
import { DAY, HOUR, hoursToMilliseconds, type Instant } from '../core/moment'

/** How far back a draft is replayed. */
export const PREVIEW_SPAN = 90 * DAY

/** A handoff of the past as the preview needs it; the last four are looked up only where they can be asked for. */
export interface PastHandoff {
  readonly id: HandoffId
  readonly number: number
  readonly receivedAt: Instant
  readonly firstContactAt: Instant | null
  readonly firstBouncedAt: Instant | null
  readonly endedAt: Instant | null
  /** In the words of the list (B1). */
  readonly bounce: string | null
  readonly interpreterMissing: boolean
  readonly stopped: boolean
  /** The person allows certain hours only. */
  readonly hasFewSafeHours: boolean
  readonly tries: number
}

export type LateReason =
  | { readonly kind: 'bounced'; readonly label: string }
  | { readonly kind: 'interpreter' | 'not_safe' | 'her_hours' }
  | { readonly kind: 'tries'; readonly count: number }

export interface ReplayedHandoff {
  readonly number: number
  /** Until the person was reached, else until it ended, else until now. */
  readonly hours: number
  readonly reached: boolean
  readonly late: boolean
  readonly lateNow: boolean
}

export interface PolicyPreview {
  /** Decided under both standards: reached, bounced, ended, or running for longer than either. */
  readonly of: number
  readonly late: number
  readonly lateNow: number
  /** Shortest first. */
  readonly handoffs: readonly ReplayedHandoff[]
  /** Those that would have been late, shortest first. */
  readonly those: readonly {
    readonly id: HandoffId
    readonly number: number
    readonly hours: number
    readonly reached: boolean
    readonly reason: LateReason
  }[]
}

const getEndOfWait = (past: PastHandoff, now: Instant): Instant => past.firstContactAt ?? past.endedAt ?? now

/** Not reached within so many hours, to the millisecond, the limit included (section 12); a bounce without contact was not reached at all. */
const isLate = (past: PastHandoff, standardHours: number, now: Instant): boolean =>
  (past.firstContactAt === null && past.firstBouncedAt !== null) ||
  getEndOfWait(past, now) - past.receivedAt > hoursToMilliseconds(standardHours)

/** The first that fits, from what was seen to what was merely counted. */
function findLateReason(past: PastHandoff): LateReason {
  if (past.bounce !== null) return { kind: 'bounced', label: past.bounce }
  if (past.interpreterMissing) return { kind: 'interpreter' }
  if (past.stopped) return { kind: 'not_safe' }
  return past.hasFewSafeHours ? { kind: 'her_hours' } : { kind: 'tries', count: past.tries }
}

/** C2: what a draft standard would have made of the past, beside the standard of now (hours). */
export function previewPolicy(
  past: readonly PastHandoff[],
  { draft, current, now }: { readonly draft: number; readonly current: number; readonly now: Instant },
): PolicyPreview {
  const longest = hoursToMilliseconds(Math.max(draft, current))
  const decided = past
    .filter((one) => one.firstContactAt !== null || one.firstBouncedAt !== null || one.endedAt !== null || now - one.receivedAt > longest)
    .map((one) => ({
      one,
      number: one.number,
      hours: (getEndOfWait(one, now) - one.receivedAt) / HOUR,
      reached: one.firstContactAt !== null,
      late: isLate(one, draft, now),
      lateNow: isLate(one, current, now),
    }))
    .sort((a, b) => a.hours - b.hours || a.number - b.number)
  return {
    of: decided.length,
    late: decided.filter(({ late }) => late).length,
    lateNow: decided.filter(({ lateNow }) => lateNow).length,
    handoffs: decided.map(({ one: _one, ...replayed }) => replayed),
    those: decided
      .filter(({ late }) => late)
      .map(({ one, number, hours: took, reached }) => ({ id: one.id, number, hours: took, reached, reason: findLateReason(one) })),
  }
}
