import { apply, replay } from './apply'
import type { DeadlineRisk } from './confirmation'
import { planEvents } from './decide-contact'
import type { Handoff, Party } from './handoff'
import type { HandoffEvent } from './handoff-event'
import type { HandoffId, PersonId, StaffId } from './ids'
import { MINUTE, type Instant } from './moment'
import { ok, refuse, type Outcome } from './outcome'
import type { Standard } from './policy'
import { replan } from './replan'
import type { Situation } from './situation'
import type { Direction, KindOfHelp, MayTellSource, Prompt } from './vocabulary'

export interface Start {
  readonly id: HandoffId
  readonly number: number
  readonly direction: Direction
  readonly personId: PersonId
  readonly source: Party
  readonly receiver: Party
  readonly helps: readonly KindOfHelp[]
  readonly prompt: Prompt
  readonly note: string
  /** Null: now. Set back with a reason, never into the future (C1). */
  readonly receivedAt: Instant | null
  readonly earlierBecause: string
  readonly standard: Standard
  readonly assignedTo: StaffId
  readonly mayTellSource: MayTellSource
  /** Dates that the source already knows of; she is asked all the same (C4 c). */
  readonly risks: readonly DeadlineRisk[]
  readonly repeatIntakeAvoided: boolean
  /** H7: null where no number was taken down. */
  readonly numberReadBack: boolean | null
  /** Outgoing and internal: has she been asked, and said yes? */
  readonly permissionGiven: boolean
}

/** A handoff begins (sections 3, 4): the clock from receipt, her permission where we pass her on, and at once a next action (H1). */
export function start(
  { receivedAt: earlier, permissionGiven, ...facts }: Start,
  situation: Situation,
): Outcome<{ readonly events: readonly HandoffEvent[]; readonly handoff: Handoff }> {
  const { now, by, policy } = situation
  const receivedAt = earlier ?? now
  if (receivedAt > now) return refuse('in_the_future', { field: 'receivedAt' })
  if (now - receivedAt > MINUTE && !facts.earlierBecause) return refuse('reason_needed', { field: 'earlierBecause' })
  if (facts.helps.length === 0) return refuse('help_needed', { field: 'helps' })
  const wrong = wrongParties(facts.direction, facts.source, facts.receiver)
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
  // P4: a stop is hers, not a record's; a second referral does not undo it.
  const stop: HandoffEvent[] =
    situation.stoppedAt !== null && facts.direction === 'incoming' ? [{ at: now, by, kind: 'stopped_as_unsafe' }] : []
  const plan = [...stop, ...planEvents(stop.reduce(apply, handoff), situation.plan, situation)]
  const planned = plan.reduce(apply, handoff)
  const tasks = replan(planned, [], situation)
  return ok({ events: [created, ...plan, ...tasks], handoff: tasks.reduce(apply, planned) })
}

function wrongParties(direction: Direction, source: Party, receiver: Party): ReturnType<typeof refuse> | null {
  if (direction === 'incoming')
    return source.kind === 'partner' || source.kind === 'herself' ? null : refuse('source_needed', { field: 'source' })
  if (source.kind !== 'staff') return refuse('source_needed', { field: 'source' })
  if (direction === 'outgoing') return receiver.kind === 'partner' ? null : refuse('receiver_needed', { field: 'receiver' })
  if (receiver.kind !== 'staff') return refuse('receiver_needed', { field: 'receiver' })
  return receiver.id === source.id ? refuse('same_worker', { field: 'receiver' }) : null
}
