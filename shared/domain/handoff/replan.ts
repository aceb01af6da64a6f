import { apply } from './apply'
import { isSafeMoment } from '../contact/contact-plan'
import type { Handoff } from './handoff'
import type { HandoffEvent } from './event'
import type { Situation } from './situation'
import { isOpen } from './state'
import { listOpenTasks, type Task, type TaskDraft } from './task'
import { listDueTasks } from './due-tasks'
import type { TaskKind } from '../core/vocabulary'

const isSameDraft = (task: Task, draft: TaskDraft): boolean =>
  task.owner === draft.owner && task.dueAt === draft.dueAt && task.until === draft.until

/** P1: a time that a worker chose for a call is kept only while it is one of the person's safe times. */
export const mayKeepManualTime = (
  { kind, dueAt }: Pick<Task, 'kind' | 'dueAt'>,
  { direction }: Handoff,
  { plan, zone }: Pick<Situation, 'plan' | 'zone'>,
): boolean =>
  direction !== 'incoming' || plan === null || (kind !== 'reach_her' && kind !== 'neutral_check') || isSafeMoment(plan.plan, dueAt, zone)

/**
 * The task events that bring the open tasks of a handoff to what is due (H1): fulfilled ones are closed as done, those
 * no longer asked for as superseded, changed ones moved, new ones opened. A task that a worker moved stays as it was set,
 * unless it would now be a call outside the safe times (P1); only its owner follows when the handoff passes on (H4, H9).
 */
export function replanTasks(
  handoff: Handoff,
  fulfils: readonly TaskKind[],
  situation: Situation,
  ownerBefore = handoff.assignedTo,
): readonly HandoffEvent[] {
  const decisionStamp = { at: situation.now, by: situation.by }
  const events: HandoffEvent[] = []
  const remaining: Task[] = []
  for (const task of listOpenTasks(handoff.tasks)) {
    // Section 7: what was agreed in a meeting stands until it is done or dropped by hand; it ends with the record.
    if (task.kind === 'plan_line') {
      if (!isOpen(handoff)) events.push({ ...decisionStamp, kind: 'task_closed', no: task.no, how: 'superseded' })
    } else if (fulfils.includes(task.kind)) events.push({ ...decisionStamp, kind: 'task_closed', no: task.no, how: 'done' })
    else remaining.push(task)
  }
  const drafts = listDueTasks(events.reduce(apply, handoff), situation)
  for (const task of remaining) {
    const draft = drafts.find((one) => one.kind === task.kind)
    if (!draft) events.push({ ...decisionStamp, kind: 'task_closed', no: task.no, how: 'superseded' })
    else if (task.byHand && mayKeepManualTime(task, handoff, situation)) {
      if (task.owner === ownerBefore && ownerBefore !== handoff.assignedTo)
        events.push({
          ...decisionStamp,
          kind: 'task_moved',
          no: task.no,
          owner: draft.owner,
          dueAt: task.dueAt,
          until: task.until,
          byHand: true,
        })
    } else if (task.byHand || !isSameDraft(task, draft))
      events.push({
        ...decisionStamp,
        kind: 'task_moved',
        no: task.no,
        owner: draft.owner,
        dueAt: draft.dueAt,
        until: draft.until,
        byHand: false,
      })
  }
  let no = handoff.tasks.length
  for (const draft of drafts) {
    if (remaining.some((task) => task.kind === draft.kind)) continue
    no += 1
    events.push({ ...decisionStamp, kind: 'task_opened', task: { ...draft, no, byHand: false, doneAt: null } })
  }
  return events
}
