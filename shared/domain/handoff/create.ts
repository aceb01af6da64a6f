import { apply, replay } from './apply'
import { decidePlanEvents } from './decide/decide-contact'
import type { Handoff, Party } from './handoff'
import type { HandoffCreated, HandoffEvent } from './event'
import { MINUTE, type Instant } from '../core/moment'
import { ok, refuse, type Outcome } from '../core/outcome'
import { replanTasks } from './replan'
import type { Situation } from './situation'
import type { Direction } from '../core/vocabulary'

/** What is known when a handoff begins. `risks`: dates that the source already knows of; the person is asked all the same (C4 c). */
export interface HandoffToCreate extends Omit<HandoffCreated, 'receivedAt' | 'permission'> {
  /** Null: now. Set back with a reason, never into the future (C1). */
  readonly receivedAt: Instant | null
  /** Outgoing and internal: whether the person was asked, and said yes. */
  readonly permissionGiven: boolean
}

/** Decides the creation of a handoff (sections 3, 4): the clock from receipt, the person's permission where we refer onward, and at once a next action (H1). Refuses a receipt in the future, an earlier one without a reason (C1), no kind of help, and parties that do not fit the direction. */
export function decideCreation(
  { receivedAt: earlier, permissionGiven, ...facts }: HandoffToCreate,
  situation: Situation,
): Outcome<{ readonly events: readonly HandoffEvent[]; readonly handoff: Handoff }> {
  const { now, by, policy } = situation
  const receivedAt = earlier ?? now
  if (receivedAt > now) return refuse('in_the_future', { field: 'receivedAt' })
  if (now - receivedAt > MINUTE && !facts.earlierBecause) return refuse('reason_needed', { field: 'earlierBecause' })
  if (facts.helps.length === 0) return refuse('help_needed', { field: 'helps' })
  const wrong = partiesRefusal(facts.direction, facts.source, facts.receiver)
  if (wrong) return wrong
  const permission =
    facts.direction === 'incoming'
      ? { kind: 'not_needed' as const }
      : permissionGiven
        ? { kind: 'given' as const }
        : { kind: 'pending' as const, dueAt: now + policy.permission }
  const created: HandoffEvent = { at: now, by, kind: 'created', ...facts, receivedAt, permission }
  const handoff = replay([created])
  if (!handoff) throw new Error('a created event always makes a handoff')
  // P4: a stop belongs to the person, not to a record; a second referral does not undo it.
  const stop: HandoffEvent[] =
    situation.stoppedAt !== null && facts.direction === 'incoming' ? [{ at: now, by, kind: 'stopped_as_unsafe' }] : []
  const plan = [...stop, ...decidePlanEvents(stop.reduce(apply, handoff), situation.plan, situation)]
  const planned = plan.reduce(apply, handoff)
  const tasks = replanTasks(planned, [], situation)
  return ok({ events: [created, ...plan, ...tasks], handoff: tasks.reduce(apply, planned) })
}

function partiesRefusal(direction: Direction, source: Party, receiver: Party): ReturnType<typeof refuse> | null {
  if (direction === 'incoming')
    return source.kind === 'partner' || source.kind === 'herself' ? null : refuse('source_needed', { field: 'source' })
  if (source.kind !== 'staff') return refuse('source_needed', { field: 'source' })
  if (direction === 'outgoing') return receiver.kind === 'partner' ? null : refuse('receiver_needed', { field: 'receiver' })
  if (receiver.kind !== 'staff') return refuse('receiver_needed', { field: 'receiver' })
  return receiver.id === source.id ? refuse('same_worker', { field: 'receiver' }) : null
}
