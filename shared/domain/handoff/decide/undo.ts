import type { AttemptUndo, Handoff } from '../handoff'
import type { HandoffEvent } from '../event'
import type { Situation } from '../situation'
import { listOpenTasks, type Task } from '../task'

/** Whether two plain JSON values are the same. Events replayed and events just decided give different objects. */
const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/** The facts that the attempt changed and nothing has changed since, as they stood before it (H13). */
export function findRestoredFacts(handoff: Handoff, { before, after }: AttemptUndo): Partial<Pick<Handoff, 'waiting' | 'bounces'>> {
  return {
    ...(!isSame(before.waiting, after.waiting) && isSame(handoff.waiting, after.waiting) ? { waiting: before.waiting } : {}),
    ...(!isSame(before.bounces, after.bounces) && isSame(handoff.bounces, after.bounces) ? { bounces: before.bounces } : {}),
  }
}

/**
 * The task events that restore what stood before the attempt (H13): a task that it did is open again as it was, one that it moved is
 * moved back, one that it planned is closed. A task that was changed since stays as it is.
 */
export function restoreTasks(
  handoff: Handoff,
  { before, after }: AttemptUndo,
  { now, by }: Pick<Situation, 'now' | 'by'>,
): readonly HandoffEvent[] {
  const findNow = (no: number): Task | undefined => handoff.tasks[no - 1]
  const findAfter = (no: number): Task | undefined => after.tasks[no - 1]
  const planned = after.tasks.slice(before.tasks.length).filter((task) => task.doneAt === null)
  const dropped = planned.filter((task) => isSame(findNow(task.no), task))
  const staying = listOpenTasks(handoff.tasks).filter((task) => !dropped.some(({ no }) => no === task.no))
  const closed = dropped.map(({ no }): HandoffEvent => ({ at: now, by, kind: 'task_closed', no, how: 'superseded' }))
  let no = handoff.tasks.length
  const reopened = listOpenTasks(before.tasks).flatMap((task): HandoffEvent[] => {
    const then = findAfter(task.no)
    if (isSame(then, task)) return []
    if (then?.doneAt === null)
      return isSame(findNow(task.no), then)
        ? [{ at: now, by, kind: 'task_moved', no: task.no, owner: task.owner, dueAt: task.dueAt, until: task.until, byHand: task.byHand }]
        : []
    // What somebody has planned anew since takes its place.
    if (task.kind !== 'plan_line' && staying.some(({ kind }) => kind === task.kind)) return []
    no += 1
    return [{ at: now, by, kind: 'task_opened', task: { ...task, no } }]
  })
  return [...closed, ...reopened]
}
