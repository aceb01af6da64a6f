import type { Handoff } from '../handoff'
import type { HandoffCommandOfKind } from '../command'
import type { HandoffEvent, HandoffDecision } from '../event'
import { apply } from '../apply'
import { decideMeetingContact } from './decide-meeting-contact'
import { HOUR } from '../../core/moment'
import { ok, refuse } from '../../core/outcome'
import type { Situation } from '../situation'
import { listOpenTasks, type Task } from '../task'
import type { TaskKind } from '../../core/vocabulary'

type DecisionStamp = Pick<Situation, 'now' | 'by'>

// A meeting that begins a little early is the booked one all the same.
const EARLY_ARRIVAL = 2 * HOUR

/** M2, A5: whether it was a handoff meeting with the person; the others count for no accompaniment. */
const isSupportiveMeeting = ({ mode, withHer }: Pick<HandoffCommandOfKind<'close_meeting'>, 'mode' | 'withHer'>): boolean =>
  withHer && mode !== 'agency_call'

/** Records in the handoff that a meeting of it began (M1). */
export const recordMeetingBegun = (
  { meetingId, mode, withHer, startedAt }: HandoffCommandOfKind<'begin_meeting'>,
  { now, by }: DecisionStamp,
): HandoffDecision => ok([{ at: now, by, kind: 'meeting_begun', meetingId, mode, withHer, startedAt }])

/**
 * Section 7: the meeting is contact (H10), what was agreed becomes open tasks, exactly one a line, and a next meeting is booked; before contact is confirmed
 * it is a task as well, because nothing can be booked yet and a promised meeting is not forgotten.
 */
export function recordMeetingClosed(
  before: Handoff,
  command: HandoffCommandOfKind<'close_meeting'>,
  situation: Situation,
): HandoffDecision {
  const { now: at, by } = situation
  const contact = decideMeetingContact(before, command, situation)
  const handoff = contact.reduce(apply, before)
  const { meetingId, mode, withHer, how, endedAt, lines, next } = command
  const agreed = next === 'none' ? null : next
  const confirmed = handoff.confirmedAt !== null
  const openTask = (no: number, draft: Pick<Task, 'owner' | 'dueAt' | 'waitsOn' | 'what'>): HandoffEvent => ({
    at,
    by,
    kind: 'task_opened',
    task: { ...draft, no, kind: 'plan_line', until: null, byHand: true, doneAt: null },
  })
  const first = handoff.tasks.length + 1
  const tasks = lines.map(({ owner, dueAt, waitsOn, what }, index) => openTask(first + index, { owner, dueAt, waitsOn, what }))
  const promised =
    agreed && !confirmed
      ? [openTask(first + lines.length, { owner: agreed.lead, dueAt: agreed.at, waitsOn: 'nobody', what: agreed.what })]
      : []
  const isLater = handoff.meetingAt !== null && handoff.meetingAt > endedAt + EARLY_ARRIVAL
  const keepsBooking = mode === 'agency_call' || (next === null && isLater)
  const supportive = confirmed && isSupportiveMeeting(command)
  const nextAt = agreed?.at ?? (keepsBooking ? handoff.meetingAt : null)
  const done: readonly TaskKind[] = [
    ...(keepsBooking ? [] : (['meeting', 'next_meeting'] as const)),
    ...(agreed && confirmed ? (['book_next_step', 'meeting', 'next_meeting', 'review_hold'] as const) : []),
  ]
  return ok([
    ...contact,
    ...tasks,
    ...promised,
    ...listOpenTasks(handoff.tasks)
      .filter(({ kind }) => done.includes(kind))
      .map(({ no }): HandoffEvent => ({ at, by, kind: 'task_closed', no, how: 'done' })),
    {
      at,
      by,
      kind: 'meeting_closed',
      meetingId,
      mode,
      withHer,
      how,
      endedAt,
      keepsBooking,
      lines: lines.map(({ no }, index) => ({ no, task: first + index })),
    },
    ...(supportive ? [{ at, by, kind: 'meeting_held', nextAt, what: agreed?.what ?? '', meetingId } as const] : []),
    ...(confirmed && !supportive && agreed ? [{ at, by, kind: 'meeting_booked', meetingAt: agreed.at, what: agreed.what } as const] : []),
  ])
}

/** The worker who was named to lead the next meeting owns its task, whoever the record is assigned to. */
export function assignNextMeeting(
  handoff: Handoff,
  { next }: HandoffCommandOfKind<'close_meeting'>,
  events: readonly HandoffEvent[],
  { now: at, by }: DecisionStamp,
): readonly HandoffEvent[] {
  if (next === null || next === 'none') return []
  const task = listOpenTasks(events.reduce(apply, handoff).tasks).find(({ kind }) => kind === 'meeting' || kind === 'next_meeting')
  return task && task.owner !== next.lead
    ? [{ at, by, kind: 'task_moved', no: task.no, owner: next.lead, dueAt: task.dueAt, until: task.until, byHand: true }]
    : []
}

const findPlanLine = (handoff: Handoff, no: number): Task | null =>
  listOpenTasks(handoff.tasks).find((task) => task.no === no && task.kind === 'plan_line') ?? null

/** What was agreed is done; a word about it is welcome and not asked for. */
export const completePlanLine = (
  handoff: Handoff,
  { no, words }: HandoffCommandOfKind<'do_task'>,
  { now: at, by }: DecisionStamp,
): HandoffDecision =>
  findPlanLine(handoff, no)
    ? ok([
        { at, by, kind: 'plan_line_done', no, words },
        { at, by, kind: 'task_closed', no, how: 'done' },
      ])
    : refuse('no_such_task')

/** What was agreed is dropped only with a reason: the person or a participant counts on it. */
export function dropPlanLine(
  handoff: Handoff,
  { no, reason }: HandoffCommandOfKind<'drop_task'>,
  { now: at, by }: DecisionStamp,
): HandoffDecision {
  if (!findPlanLine(handoff, no)) return refuse('no_such_task')
  return reason === ''
    ? refuse('reason_needed', { field: 'reason' })
    : ok([
        { at, by, kind: 'plan_line_dropped', no, reason },
        { at, by, kind: 'task_closed', no, how: 'superseded' },
      ])
}
