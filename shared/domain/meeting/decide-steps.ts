import type { Meeting, MeetingStepProgress } from './meeting'
import type { MeetingSituation, MeetingCommandOfKind } from './command'
import type { MeetingDecision } from './event'
import { findBeginning } from './apply'
import { ok, refuse } from '../core/outcome'

/** A step that asks for an answer is done only with it: an empty one would look as if it had been asked. */
function isUnanswered(
  { confidence, retold, next, lines, risks }: Meeting,
  { does }: MeetingStepProgress,
  texts: MeetingSituation['texts'],
): boolean {
  switch (does) {
    case 'confidence':
      return confidence === null
    case 'retold':
      return retold === null
    case 'next_meeting':
      return next === null
    case 'risks':
      // H10: which ones, or none; who does not know is asked again.
      return risks === null || risks === 'not_known'
    case 'situation':
    case 'background':
      return (texts[does] ?? '').trim() === ''
    case 'plan':
      return lines.length === 0
    default:
      return false
  }
}

/** M3: done, skipped (a required one with a reason), or open again. */
export function setStep(
  meeting: Meeting,
  { list, no, state, reason }: MeetingCommandOfKind<'set_step'>,
  { now, by, texts }: MeetingSituation,
): MeetingDecision {
  const step = meeting.steps.find((one) => one.list === list && one.no === no)
  if (!step) return refuse('no_such_step', { field: 'no' })
  if (state === 'skipped' && step.required && reason === '') return refuse('reason_needed', { field: 'reason' })
  if (state === 'done' && isUnanswered(meeting, step, texts)) return refuse('answer_missing', { field: 'state' })
  const because = state === 'skipped' ? reason : ''
  return ok(step.state === state && step.reason === because ? [] : [{ at: now, by, kind: 'step_set', list, no, state, reason: because }])
}

const getNextNumber = (list: readonly { readonly no: number }[]): number => Math.max(0, ...list.map(({ no }) => no)) + 1

/** M3: who and by when may come later in the call; a time that has passed is no time to do it by. */
export function setLine(
  meeting: Meeting,
  command: MeetingCommandOfKind<'set_line'>,
  { now, by, steady }: MeetingSituation,
): MeetingDecision {
  const { no, what, who, owner, dueAt, waitsOn } = command
  const before = no === null ? null : meeting.lines.find((one) => one.no === no)
  if (before === undefined) return refuse('no_such_line', { field: 'no' })
  if (what === '') return refuse('reason_needed', { field: 'what' })
  // C8: of what was held before, a line may have been due before it is written down.
  const from = meeting.late ? findBeginning(meeting, { at: now, steady: steady ?? null }) : now
  if (dueAt !== null && dueAt < from && dueAt !== before?.dueAt) return refuse('due_in_the_past', { field: 'dueAt' })
  return ok([{ at: now, by, kind: 'line_set', line: { no: before?.no ?? getNextNumber(meeting.lines), what, who, owner, dueAt, waitsOn } }])
}

/** Takes a line out of the plan. Refuses `no_such_line`. */
export function removeLine(
  meeting: Meeting,
  { no }: MeetingCommandOfKind<'take_out_line'>,
  { now, by }: MeetingSituation,
): MeetingDecision {
  return meeting.lines.some((one) => one.no === no)
    ? ok([{ at: now, by, kind: 'line_taken_out', no }])
    : refuse('no_such_line', { field: 'no' })
}

/** Papers to give and to ask for: their names only. */
export function setPaper(
  meeting: Meeting,
  { no, name, direction, state }: MeetingCommandOfKind<'set_paper'>,
  { now, by }: MeetingSituation,
): MeetingDecision {
  if (no !== null && !meeting.papers.some((one) => one.no === no)) return refuse('no_such_paper', { field: 'no' })
  if (name === '') return refuse('name_needed', { field: 'name' })
  return ok([{ at: now, by, kind: 'paper_set', paper: { no: no ?? getNextNumber(meeting.papers), name, direction, state } }])
}

/** H10: which dates outside our control there are: those on the record, or none. Refuses `answer_missing` for "these" without one. */
export function answerRisks(
  meeting: Meeting,
  { answer }: MeetingCommandOfKind<'risks'>,
  { now, by, risksOnRecord }: MeetingSituation,
): MeetingDecision {
  if (meeting.withoutHer !== null) return refuse('she_is_not_there')
  if (answer === 'dates' && risksOnRecord === 0) return refuse('answer_missing', { field: 'answer' })
  return ok([{ at: now, by, kind: 'risks_answered', answer }])
}
