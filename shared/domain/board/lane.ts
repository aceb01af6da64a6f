import { DUE_SOON, type Instant } from '../core/moment'
import type { TaskKind } from '../core/vocabulary'
import type { HandoffState } from '../handoff/handoff'
import { isNextStepOpen, isWaitingForOthers } from '../handoff/state-questions'

/** The lanes of the board, in their order. */
export const LANES = ['overdue', 'this_shift', 'later', 'waiting', 'to_book'] as const
export type Lane = (typeof LANES)[number]
/** How urgent a row is. `soon`: within four hours (C3). A source that is only measured raises no alarm (C2), so it is never `overdue`. */
export const URGENCIES = ['overdue', 'soon', 'later', 'waiting', 'confirmed'] as const
export type Urgency = (typeof URGENCIES)[number]

/** The tasks in which we reach the person ourselves: a row says "call her now" once the time for one has come. */
export const CONTACT_TASKS: readonly TaskKind[] = ['reach_her', 'neutral_check', 'relay']

/**
 * Says in which lane a row stands. `dueAt`, `now` and `shiftEndsAt` are UTC ms; `measured`: its source is only measured (C2).
 * `isContactNow`: its next action is a contact that may be made now, so it never stands under "later".
 */
export function chooseLane(
  state: HandoffState,
  dueAt: Instant,
  measured: boolean,
  now: Instant,
  shiftEndsAt: Instant,
  isContactNow = false,
): Lane {
  if (now > dueAt && !measured) return 'overdue'
  if ((now <= dueAt && dueAt <= shiftEndsAt) || isContactNow) return 'this_shift'
  if (now > dueAt) return 'later'
  return isWaitingForOthers(state) ? 'waiting' : isNextStepOpen(state) ? 'to_book' : 'later'
}

/** Says how urgent a row in this lane is (C2, C3). Instants are UTC ms. */
export function getUrgency(lane: Lane, state: HandoffState, dueAt: Instant, measured: boolean, now: Instant): Urgency {
  if (lane === 'overdue') return 'overdue'
  if (!measured && dueAt - now <= DUE_SOON) return 'soon'
  return lane === 'waiting' ? 'waiting' : lane === 'to_book' ? 'confirmed' : state.kind === 'on_hold' ? 'waiting' : 'later'
}
