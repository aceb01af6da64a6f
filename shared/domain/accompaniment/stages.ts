import type { Handoff } from '../handoff/handoff'
import type { MeetingId, StaffId } from '../core/ids'
import type { Meeting, MeetingMode } from '../meeting/meeting'
import type { Instant } from '../core/moment'

/** A1: from leading to having stepped back. */
export const ACCOMPANIMENT_STAGES = ['leads', 'shares_the_lead', 'present', 'on_call', 'stepped_back'] as const
export type AccompanimentStage = (typeof ACCOMPANIMENT_STAGES)[number]
/** A2. */
export const ACCOMPANIMENT_ENDS = ['she_goes_on', 'ended_early', 'lost_touch'] as const
export type AccompanimentEnd = (typeof ACCOMPANIMENT_ENDS)[number]

/** A1: three to four meetings. */
export const TARGET_MEETINGS = 4

/** How many steps further back `to` is than `from`; negative: nearer to her. */
export const countStepsBack = (from: AccompanimentStage, to: AccompanimentStage): number =>
  ACCOMPANIMENT_STAGES.indexOf(to) - ACCOMPANIMENT_STAGES.indexOf(from)

/** A supportive meeting that was held with her: what is asked of it here. */
export interface HeldMeeting {
  readonly id: MeetingId
  /** When it began. */
  readonly at: Instant
  readonly confidence: Meeting['confidence']
}

/** What she decided at a meeting, or asked for between two (`meetingId` null). Never changed; a later one of the same meeting corrects it. */
export interface AccompanimentStep {
  readonly no: number
  readonly at: Instant
  readonly meetingId: MeetingId | null
  /** Where the first worker was until then. */
  readonly stage: AccompanimentStage
  readonly proposed: AccompanimentStage
  readonly decided: AccompanimentStage
  readonly words: string
  /** A2; null: it goes on. */
  readonly ends: AccompanimentEnd | null
  readonly by: StaffId
}

/** A meeting with the place of the first worker in it, or the moment at which she asked for more. */
export interface StageEntry {
  readonly at: Instant
  readonly stage: AccompanimentStage
  readonly meeting: HeldMeeting | null
  /** What holds of it; null: she has not been asked yet. */
  readonly step: AccompanimentStep | null
}

export interface AccompanimentSeries {
  /** In the order of time, not of writing: a meeting may be written down later (C8). */
  readonly entries: readonly StageEntry[]
  /** Where the first worker is from now on. */
  readonly stage: AccompanimentStage
  readonly ended: AccompanimentStep | null
}

/** A5, M2: meetings with her; sitting beside her while she calls an agency is none of them. */
export const isAccompanied = ({ mode, withoutHer, closed }: { mode: MeetingMode } & Pick<Meeting, 'withoutHer' | 'closed'>): boolean =>
  closed !== null && withoutHer === null && mode !== 'agency_call'

/** A1: whose series it is: the first worker, where she is one of ours; null where a partner or she herself brought her. */
export function findFirstWorker({
  direction,
  source,
  supporting,
  assignedTo,
}: Pick<Handoff, 'direction' | 'source' | 'supporting' | 'assignedTo'>): StaffId | null {
  if (source.kind === 'staff') return source.id
  // H5: whoever had it before stays beside her, the first one at the head.
  return direction === 'incoming' ? null : (supporting[0] ?? assignedTo)
}

/** A1: the staircase, from the meetings that were held and what she decided. Nothing else is stored of it. */
export function buildSeries(meetings: readonly HeldMeeting[], steps: readonly AccompanimentStep[]): AccompanimentSeries {
  const findStep = (id: MeetingId) => steps.findLast(({ meetingId }) => meetingId === id) ?? null
  const stepsBetweenMeetings = steps.filter(({ meetingId, ends }) => meetingId === null && ends === null)
  const moments = [
    ...meetings.map((meeting) => ({ at: meeting.at, meeting, step: findStep(meeting.id) })),
    ...stepsBetweenMeetings.map((step) => ({ at: step.at, meeting: null, step })),
  ].toSorted((a, b) => a.at - b.at || (a.step?.no ?? 0) - (b.step?.no ?? 0))
  let stage: AccompanimentStage = 'leads'
  const entries = moments.map(({ at, meeting, step }): StageEntry => {
    const here = meeting === null && step ? step.decided : stage
    stage = step?.decided ?? stage
    return { at, stage: here, meeting, step }
  })
  const last = steps.at(-1)
  return { entries, stage, ended: last && last.ends !== null ? last : null }
}

/** The meetings of it, oldest first. */
export const listSeriesMeetings = ({ entries }: AccompanimentSeries): readonly (StageEntry & { readonly meeting: HeldMeeting })[] =>
  entries.filter((stair): stair is StageEntry & { readonly meeting: HeldMeeting } => stair.meeting !== null)
