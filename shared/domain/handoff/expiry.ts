import { calculateFallbackWindows } from '../contact/contact-clock'
import { getVerifiedUntil } from '../contact/contact-plan'
import type { Handoff } from './handoff'
import type { Instant } from '../core/moment'
import { mustEndLoopBack, type Situation } from './situation'
import { getHandoffState } from './state'
import { isContactProposed } from './state-questions'
import { listOpenTasks } from './task'
import { listDueTasks } from './due-tasks'

/**
 * C5, P2: what time alone changes. A slot that nobody used ends, a window ends, a verification or the source's agreement runs out: the next such
 * moment after now, so that the clock plans anew where no worker does. Null outside the contact states.
 */
export function getNextExpiry(
  handoff: Handoff,
  {
    now,
    policy,
    plan,
    interpreter,
    partnerHelpsUntil,
    sourceShareUntil,
  }: Pick<Situation, 'now' | 'policy' | 'plan' | 'interpreter' | 'partnerHelpsUntil' | 'sourceShareUntil'>,
): Instant | null {
  if (!isContactProposed(getHandoffState(handoff, policy.gap))) return null
  const { first, second } = calculateFallbackWindows(handoff.clockFrom, handoff.standard, policy)
  const open = listOpenTasks(handoff.tasks)
  const verified = plan && open.some((task) => task.kind === 'reach_her') ? getVerifiedUntil(plan) : null
  const booked = handoff.direction === 'incoming' ? interpreter.map(({ until }) => until) : []
  const ends = [first.until, second.until, verified, partnerHelpsUntil, sourceShareUntil, ...booked, ...open.map((task) => task.until)]
  return ends
    .filter((at) => at !== null)
    .filter((at) => at > now)
    .reduce<Instant | null>((soonest, at) => (soonest === null ? at : Math.min(soonest, at)), null)
}

/** Whether the open tasks are no longer those that are due. A try that may still be made stays where it is, however late. */
export function hasExpiredTasks(handoff: Handoff, situation: Situation): boolean {
  if (!isContactProposed(getHandoffState(handoff, situation.policy.gap))) return false
  const open = listOpenTasks(handoff.tasks).filter(({ kind }) => kind !== 'plan_line')
  const due = listDueTasks(handoff, situation)
  return (
    mustEndLoopBack(handoff, situation) ||
    open.some((task) => task.until !== null && task.until <= situation.now) ||
    open.length !== due.length ||
    !due.every((draft) => open.some((task) => task.kind === draft.kind))
  )
}
