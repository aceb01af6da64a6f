import type { StaffId } from '../core/ids'
import type { Instant } from '../core/moment'
import { TASK_KINDS, type TaskKind, type WaitsOn } from '../core/vocabulary'

/** One thing to do. The owner is always a member of staff, also where it waits on the person or on somebody outside (H1). */
export interface Task {
  /** 1, 2, … within its handoff. */
  readonly no: number
  readonly kind: TaskKind
  readonly owner: StaffId
  readonly dueAt: Instant
  /** Where the person gave hours: the end of the safe stretch that begins at `dueAt`. */
  readonly until: Instant | null
  readonly waitsOn: WaitsOn
  /** In the worker's words, where the kind does not say it. */
  readonly what: string
  /** Set by a person: later planning leaves owner and time alone. */
  readonly byHand: boolean
  readonly doneAt: Instant | null
}

export type TaskDraft = Pick<Task, 'kind' | 'owner' | 'dueAt' | 'until' | 'waitsOn' | 'what'>

/** Lists the tasks that are not done, in their order. */
export const listOpenTasks = (tasks: readonly Task[]): readonly Task[] => tasks.filter((task) => task.doneAt === null)

/** The soonest first; of two at the same moment in the order of the vocabulary: the person before the source (C5). */
export const compareByDueAt = (a: Task, b: Task): number =>
  a.dueAt - b.dueAt || TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind) || a.no - b.no

/** Finds the soonest open task (H1); null when none is open. */
export const findNextAction = (tasks: readonly Task[]): Task | null => [...listOpenTasks(tasks)].sort(compareByDueAt)[0] ?? null
