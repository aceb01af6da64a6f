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

/** How many steps further back `to` is than `from`; negative: nearer to the person. */
export const countStepsBack = (from: AccompanimentStage, to: AccompanimentStage): number =>
  ACCOMPANIMENT_STAGES.indexOf(to) - ACCOMPANIMENT_STAGES.indexOf(from)

/** A supportive meeting that was held with the person: what these rules ask of it. */
export interface HeldMeeting {
  readonly id: MeetingId
  /** When it began. */
  readonly at: Instant
  readonly confidence: Meeting['confidence']
}

/** What the person decided at a meeting, or asked for between two (`meetingId` null). Never changed; a later one of the same meeting corrects it. */
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

/** A meeting with the place of the first worker in it, or the moment at which the person asked for more. */
export interface StageEntry {
  readonly at: Instant
  readonly stage: AccompanimentStage
  readonly meeting: HeldMeeting | null
  /** The decision that holds; null while the person has not been asked. */
  readonly step: AccompanimentStep | null
}

export interface AccompanimentSeries {
  /** In the order of time, not of writing: a meeting may be written down later (C8). */
  readonly entries: readonly StageEntry[]
  /** Where the first worker is from now on. */
  readonly stage: AccompanimentStage
  readonly ended: AccompanimentStep | null
}

/** A5, M2: meetings with the person; sitting beside the person during a call to an agency is none of them. */
export const isAccompanied = ({ mode, withoutHer, closed }: { mode: MeetingMode } & Pick<Meeting, 'withoutHer' | 'closed'>): boolean =>
  closed !== null && withoutHer === null && mode !== 'agency_call'

/** A1: whose series it is: the first worker, where that is a member of staff; null where a partner or the person made the referral. */
export function findFirstWorker({
  direction,
  source,
  supporting,
  assignedTo,
}: Pick<Handoff, 'direction' | 'source' | 'supporting' | 'assignedTo'>): StaffId | null {
  if (source.kind === 'staff') return source.id
  // H5: the workers who had it before keep a supporting role, the first one at the head.
  return direction === 'incoming' ? null : (supporting[0] ?? assignedTo)
}

/** A1: builds the stages from the meetings that were held and what the person decided. Nothing else of them is stored. */
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
