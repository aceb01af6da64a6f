import { listSeriesMeetings, ACCOMPANIMENT_STAGES, type AccompanimentStage, type AccompanimentSeries } from './stages'
import type { Policy } from '../policy/policy'

/** Why the app proposes what it does, in facts; the screen says it in words. Scores are 1 to 5. */
export type StageProposalReason =
  | { readonly why: 'not_asked' }
  | { readonly why: 'dropped' | 'rose'; readonly from: number; readonly to: number }
  | { readonly why: 'low' | 'high' | 'steady'; readonly to: number }
  /** The target is reached: so many meetings were held. */
  | { readonly why: 'target'; readonly held: number }

export interface StageProposal {
  readonly stage: AccompanimentStage
  readonly because: StageProposalReason
}

/** At two or less the person is not sure enough for the worker to step back. */
const LOW_CONFIDENCE = 2
const HIGH_CONFIDENCE = 4

/**
 * A1: what is proposed after the last meeting, or null before the first. One step back when the person is sure, or surer than
 * before, or as many meetings were held as the policy aims at; the same stage where the person is less sure than before, not sure, or was not asked. Never two
 * steps at once, and never nearer: the person asks for that. The app proposes, the person decides.
 */
export function proposeStage(series: AccompanimentSeries, { targetMeetings }: Pick<Policy, 'targetMeetings'>): StageProposal | null {
  const meetings = listSeriesMeetings(series)
  const last = meetings.at(-1)
  if (last === undefined) return null
  const back = ACCOMPANIMENT_STAGES[ACCOMPANIMENT_STAGES.indexOf(last.stage) + 1] ?? last.stage
  const to = last.meeting.confidence?.score ?? null
  if (to === null) return { stage: last.stage, because: { why: 'not_asked' } }
  // Without an earlier answer the person is neither less sure nor surer than before.
  const from =
    meetings
      .slice(0, -1)
      .map(({ meeting }) => meeting.confidence?.score ?? null)
      .findLast((score) => score !== null) ?? to
  if (to < from) return { stage: last.stage, because: { why: 'dropped', from, to } }
  if (to <= LOW_CONFIDENCE) return { stage: last.stage, because: { why: 'low', to } }
  if (to > from) return { stage: back, because: { why: 'rose', from, to } }
  if (to >= HIGH_CONFIDENCE) return { stage: back, because: { why: 'high', to } }
  return meetings.length >= targetMeetings
    ? { stage: back, because: { why: 'target', held: meetings.length } }
    : { stage: last.stage, because: { why: 'steady', to } }
}
