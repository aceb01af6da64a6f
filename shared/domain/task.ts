import type { StaffId } from './ids'
import type { Instant } from './moment'
import type { TaskKind, WaitsOn } from './vocabulary'

/** One thing to do. The owner is always a member of staff, also where it waits on somebody outside (H1). */
export interface Task {
  /** 1, 2, … within its handoff. */
  readonly no: number
  readonly kind: TaskKind
  readonly owner: StaffId
  readonly dueAt: Instant
  /** Where she gave hours: the end of the safe stretch that begins at `dueAt`. */
  readonly until: Instant | null
  readonly waitsOn: WaitsOn
  /** In the worker's words, where the kind does not say it. */
  readonly what: string
  /** Set by a person: later planning leaves owner and time alone. */
  readonly byHand: boolean
  readonly doneAt: Instant | null
}

export type TaskDraft = Pick<Task, 'kind' | 'owner' | 'dueAt' | 'until' | 'waitsOn' | 'what'>

export const openTasks = (tasks: readonly Task[]): readonly Task[] => tasks.filter((task) => task.doneAt === null)

/** The soonest open task; of two at the same moment the one that was opened first. */
export const nextActionOf = (tasks: readonly Task[]): Task | null =>
  openTasks(tasks).reduce<Task | null>((soonest, task) => (soonest === null || task.dueAt < soonest.dueAt ? task : soonest), null)
