import type { HandoffId, StaffId } from '../core/ids'
import { HOUR, type Instant } from '../core/moment'

/** M7: where a worker is needed for a meeting. A meeting that runs is at this moment. */
export interface MeetingTime {
  readonly handoffId: HandoffId
  /** The handoff's number, as the warning says it: the screen is seen by those who take part. */
  readonly number: number
  readonly who: StaffId
  readonly at: Instant
}

// A meeting takes about an hour, so one that begins less than an hour before or after another one is at the same time.
const MEETING_LENGTH = HOUR

/** M7: the other meetings of the same worker at the same time, soonest first. It warns, and stops nobody: a colleague may take one. */
export const listSameTime = (
  times: readonly MeetingTime[],
  { handoffId, who, at }: Pick<MeetingTime, 'handoffId' | 'who' | 'at'>,
): readonly MeetingTime[] =>
  times
    .filter((one) => one.who === who && one.handoffId !== handoffId && Math.abs(one.at - at) < MEETING_LENGTH)
    .toSorted((a, b) => a.at - b.at)

interface MeetingLists {
  readonly open: readonly {
    readonly handoffId: HandoffId
    readonly number: number
    readonly lead: { readonly id: StaffId }
    readonly runningSince: Instant | null
  }[]
  readonly booked: readonly {
    readonly handoffId: HandoffId
    readonly number: number
    readonly owner: { readonly id: StaffId }
    readonly at: Instant
  }[]
}

/** M7: where workers are needed: in the meetings that run now, and in those that are booked. A paused one binds nobody. */
export const listMeetingTimes = ({ open, booked }: MeetingLists, now: Instant): readonly MeetingTime[] => [
  ...open
    .filter(({ runningSince }) => runningSince !== null)
    .map(({ handoffId, number, lead }) => ({ handoffId, number, who: lead.id, at: now })),
  ...booked.map(({ handoffId, number, owner, at }) => ({ handoffId, number, who: owner.id, at })),
]
