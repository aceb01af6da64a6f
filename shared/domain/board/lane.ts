import { DUE_SOON, type Instant } from '../core/moment'
import type { HandoffState } from '../handoff/handoff'
import { isNextStepOpen, isWaitingForOthers } from '../handoff/state-questions'

/** The lanes of the board, in their order. */
export const LANES = ['overdue', 'this_shift', 'later', 'waiting', 'to_book'] as const
export type Lane = (typeof LANES)[number]
/** How urgent a row is. `soon`: within four hours (C3). A source that is only measured raises no alarm (C2), so it is never `overdue`. */
export const URGENCIES = ['overdue', 'soon', 'later', 'waiting', 'confirmed'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Says in which lane a row stands. `dueAt`, `now` and `shiftEndsAt` are UTC ms; `measured`: its source is only measured (C2). */
export function chooseLane(state: HandoffState, dueAt: Instant, measured: boolean, now: Instant, shiftEndsAt: Instant): Lane {
  if (now > dueAt) return measured ? 'later' : 'overdue'
  if (dueAt <= shiftEndsAt) return 'this_shift'
  return isWaitingForOthers(state) ? 'waiting' : isNextStepOpen(state) ? 'to_book' : 'later'
}

/** Says how urgent a row in this lane is (C2, C3). Instants are UTC ms. */
export function getUrgency(lane: Lane, state: HandoffState, dueAt: Instant, measured: boolean, now: Instant): Urgency {
  if (lane === 'overdue') return 'overdue'
  if (!measured && dueAt - now <= DUE_SOON) return 'soon'
  return lane === 'waiting' ? 'waiting' : lane === 'to_book' ? 'confirmed' : state.kind === 'on_hold' ? 'waiting' : 'later'
}
