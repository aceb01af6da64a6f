import { DAY, HOUR, type Instant } from '../core/moment'

/** A partner's card speaks of the last 90 days, and of nothing that was there fewer than five times. */
export const RELIABILITY_SPAN = 90 * DAY
export const MIN_COUNT = 5

/** What our own records say of a partner, received in the span and without people who are hidden (I3). Instants in UTC ms. */
export interface PartnerFacts {
  /** Loop-backs (C5) in their order. */
  readonly asked: readonly { readonly askedAt: Instant; readonly answeredAt: Instant | null }[]
  readonly sent: readonly {
    readonly receivedAt: Instant
    readonly standardHours: number
    readonly firstContactAt: Instant | null
    /** The person's safe hours were on the form when it came. */
    readonly safeHours: boolean
  }[]
  /** Reasons of the bounces among those. */
  readonly cameBack: readonly string[]
  /** Passed on to them. */
  readonly taken: readonly { readonly askedAt: Instant; readonly acceptedAt: Instant | null; readonly full: boolean }[]
}

export interface Reliability {
  /** `medianMs`: how long an answer took, of those that came. */
  readonly answers: { readonly asked: number; readonly answered: number; readonly medianMs: number | null } | null
  /** `inTime` of `decided`: reached within the record's own standard, of those that were reached or whose standard has passed (section 12). `hours`: that standard, null where they had several. */
  readonly sent: { readonly sent: number; readonly decided: number; readonly inTime: number | null; readonly hours: number | null } | null
  readonly cameBack: { readonly count: number; readonly reasons: readonly { readonly reason: string; readonly count: number }[] } | null
  readonly safeHours: { readonly known: number; readonly of: number } | null
  readonly taken: { readonly sent: number; readonly accepted: number; readonly full: number; readonly medianMs: number | null } | null
}

/** Nearest rank, as every measure of ours has it (section 12). */
function calculateMedian(lengths: readonly number[]): number | null {
  const sorted = [...lengths].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null
}

/** Measures how reliable a partner is, from our own records. What happened fewer than five times is null, because it says nothing. */
export function measureReliability({ asked, sent, cameBack, taken }: PartnerFacts, now: Instant): Reliability {
  const answerTimes = asked.flatMap(({ askedAt, answeredAt }) => (answeredAt === null ? [] : [answeredAt - askedAt]))
  const acceptTimes = taken.flatMap(({ askedAt, acceptedAt }) => (acceptedAt === null ? [] : [Math.max(0, acceptedAt - askedAt)]))
  const decided = sent.filter(
    ({ receivedAt, standardHours, firstContactAt }) => firstContactAt !== null || now - receivedAt > standardHours * HOUR,
  )
  const inTime = decided.filter(
    ({ receivedAt, standardHours, firstContactAt }) => firstContactAt !== null && firstContactAt - receivedAt <= standardHours * HOUR,
  ).length
  const standards = new Set(sent.map(({ standardHours }) => standardHours))
  const isEnough = sent.length >= MIN_COUNT
  return {
    answers:
      asked.length < MIN_COUNT
        ? null
        : {
            asked: asked.length,
            answered: answerTimes.length,
            medianMs: answerTimes.length < MIN_COUNT ? null : calculateMedian(answerTimes),
          },
    sent: isEnough
      ? {
          sent: sent.length,
          decided: decided.length,
          inTime: decided.length < MIN_COUNT ? null : inTime,
          hours: standards.size === 1 ? ([...standards][0] ?? null) : null,
        }
      : null,
    cameBack: isEnough ? { count: cameBack.length, reasons: countReasons(cameBack) } : null,
    safeHours: isEnough ? { known: sent.filter(({ safeHours }) => safeHours).length, of: sent.length } : null,
    taken:
      taken.length < MIN_COUNT
        ? null
        : {
            sent: taken.length,
            accepted: acceptTimes.length,
            full: taken.filter(({ full }) => full).length,
            medianMs: acceptTimes.length < MIN_COUNT ? null : calculateMedian(acceptTimes),
          },
  }
}

/** The commonest first; of two as common, by name, so that the same records always say the same. */
function countReasons(reasons: readonly string[]): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}
