import type { Meeting, Participant, PlanLine, CompletePlanLine } from './meeting'
import type { MeetingSituation, MeetingCommandOfKind } from './command'
import type { MeetingDecision } from './event'
import type { StepList } from './steps'
import { findBeginning } from './apply'
import { ok, refuse } from '../core/outcome'

type CloseCommand = MeetingCommandOfKind<'close'>

/** M3: what still stands in the way of closing it. */
export type MissingForClosing =
  | { readonly what: 'step'; readonly list: StepList; readonly no: number }
  | { readonly what: 'line'; readonly no: number }
  | { readonly what: 'understanding'; readonly no: number }

/** M3: who does it, and by when. `who` is what was said aloud; the member of staff who sees to it is what counts (H1). */
export const isCompleteLine = (line: PlanLine): line is CompletePlanLine => line.owner !== null && line.dueAt !== null

/**
 * M3: whose understanding is marked. Not the person's, who asked us to go on alone; not that of a worker who handed the call on
 * and left (who took it says it instead), and not an interpreter's, who says the words of others.
 */
export const isUnderstandingAsked = (
  { withoutHer }: Pick<Meeting, 'withoutHer'>,
  { kind, presence }: Pick<Participant, 'kind' | 'presence'>,
): boolean => !(kind === 'her' && withoutHer !== null) && !(kind === 'staff' && presence === 'left') && kind !== 'interpreter'

const listIncompleteLines = ({ lines }: Meeting): readonly MissingForClosing[] =>
  lines.filter((line) => !isCompleteLine(line)).map(({ no }) => ({ what: 'line', no }))

/** M3: everything that must be there before it may close as complete, in the order of the checklist; empty: it may. */
export const listMissingForClosing = (meeting: Meeting): readonly MissingForClosing[] => [
  ...meeting.steps
    .filter(({ required, state }) => required && state === 'open')
    .map(({ list, no }): MissingForClosing => ({ what: 'step', list, no })),
  ...listIncompleteLines(meeting),
  ...meeting.participants
    .filter((one) => isUnderstandingAsked(meeting, one) && one.understanding === null)
    .map(({ no }): MissingForClosing => ({ what: 'understanding', no })),
]

/**
 * M3. When the person ended it the checklist stays as far as it came, and what would have been said last stays unsaid: nobody
 * may be kept on the line for our form. What was agreed is another matter: every line has a person and a date, or is taken out.
 */
export function closeMeeting(meeting: Meeting, { how, words, at }: CloseCommand, situation: MeetingSituation): MeetingDecision {
  const { now, by, texts, steady = null } = situation
  const startedAt = findBeginning(meeting, { at: now, steady })
  if (at !== null && at > now) return refuse('in_the_future', { field: 'at' })
  if (at !== null && at < startedAt) return refuse('before_it_began', { field: 'at' })
  if (how === 'she_ended_it' && meeting.withoutHer !== null) return refuse('she_is_not_there')
  const missing = how === 'complete' ? listMissingForClosing(meeting) : listIncompleteLines(meeting)
  const [first] = missing
  if (first) {
    const detail = { no: first.no, missing: missing.length }
    if (first.what === 'step') return refuse('steps_open', { field: first.list, detail })
    return first.what === 'line'
      ? refuse('line_not_whole', { field: 'lines', detail })
      : refuse('not_said_yet', { field: 'participants', detail })
  }
  const corrected = startedAt === meeting.startedAt ? {} : { startedAt }
  return ok([{ at: now, by, kind: 'closed', how, words, endedAt: at ?? now, texts, ...corrected }])
}
