import { meetingsOf, RUNGS, TARGET_MEETINGS, type Rung, type Series } from './accompaniment'

/** Why the app proposes what it does, in facts; the screen says it in words. Scores are 1 to 5. */
export type ProposalBecause =
  | { readonly why: 'not_asked' }
  | { readonly why: 'dropped' | 'rose'; readonly from: number; readonly to: number }
  | { readonly why: 'low' | 'high' | 'steady'; readonly to: number }
  /** The target is reached: so many meetings were held. */
  | { readonly why: 'target'; readonly held: number }

export interface StepProposal {
  readonly rung: Rung
  readonly because: ProposalBecause
}

/** Two or less: she is not sure enough to be left with more of it. */
const LOW = 2
const HIGH = 4

/**
 * A1: what is proposed after the last meeting, or null before the first. One step back when she is sure, or surer than
 * before, or four meetings were held; the same where she is less sure than before, not sure, or was not asked. Never two
 * steps at once, and never nearer: that is hers to ask for. It proposes, she decides.
 */
export function proposeStep(series: Series): StepProposal | null {
  const meetings = meetingsOf(series)
  const last = meetings.at(-1)
  if (last === undefined) return null
  const back = RUNGS[Math.min(RUNGS.indexOf(last.rung) + 1, RUNGS.length - 1)] ?? last.rung
  const to = last.meeting.confidence?.score ?? null
  if (to === null) return { rung: last.rung, because: { why: 'not_asked' } }
  const from = meetings
    .slice(0, -1)
    .map(({ meeting }) => meeting.confidence?.score ?? null)
    .findLast((score) => score !== null)
  if (from !== undefined && to < from) return { rung: last.rung, because: { why: 'dropped', from, to } }
  if (to <= LOW) return { rung: last.rung, because: { why: 'low', to } }
  if (from !== undefined && to > from) return { rung: back, because: { why: 'rose', from, to } }
  if (to >= HIGH) return { rung: back, because: { why: 'high', to } }
  return meetings.length >= TARGET_MEETINGS
    ? { rung: back, because: { why: 'target', held: meetings.length } }
    : { rung: last.rung, because: { why: 'steady', to } }
}
