import { isWithinStandard } from '#shared/domain/contact/contact-clock'
import type { Handoff } from '#shared/domain/handoff/handoff'
import { findFirstContactAt, listRunningAttempts, getShownDueAt, getHandoffState } from '#shared/domain/handoff/state'
import { listCountedTries } from '#shared/domain/contact/attempt'
import { findNextAction } from '#shared/domain/handoff/task'
import { hasReachedPerson } from '#shared/domain/handoff/due-tasks'
import { handoff as handoffTable } from '../schema'

/** A handoff as it is stored. */
export type HandoffRow = typeof handoffTable.$inferSelect
/** The columns that the timer and the alerts keep beside the facts. */
export type WakeTimes = Pick<HandoffRow, 'alertedAt' | 'actedAt' | 'riskAlertedAt' | 'wakeAt'>

/**
 * Computes the current row of a handoff from its facts (and the gap within which two attempts count as one, C5), so that replaying the
 * events gives the same row.
 */
export function toHandoffRow(handoff: Handoff, gap: number, wakeTimes: WakeTimes): HandoffRow {
  const state = getHandoffState(handoff, gap)
  const next = findNextAction(handoff.tasks)
  const running = listRunningAttempts(handoff)
  const risk = [...handoff.risks].sort((a, b) => a.date - b.date)[0]
  const { source, receiver } = handoff
  return {
    id: handoff.id,
    number: handoff.number,
    version: handoff.version,
    direction: handoff.direction,
    personId: handoff.personId,
    sourcePartner: source.kind === 'partner' ? source.id : null,
    sourceStaff: source.kind === 'staff' ? source.id : null,
    receiverPartner: receiver.kind === 'partner' ? receiver.id : null,
    receiverStaff: receiver.kind === 'staff' ? receiver.id : null,
    helps: handoff.helps,
    prompt: handoff.prompt,
    receivedAt: handoff.receivedAt,
    standardHours: handoff.standard.hours,
    standardMode: handoff.standard.mode,
    policyVersion: handoff.standard.policyVersion,
    standardRules: handoff.standard.rules ?? {},
    assignedTo: handoff.assignedTo,
    state,
    clockFrom: handoff.clockFrom,
    clockAt: getShownDueAt(handoff, state),
    attemptsAt: running.map((attempt) => attempt.at),
    tries: listCountedTries(running, gap).length,
    stopped: handoff.stoppedAt !== null,
    contactMade: hasReachedPerson(handoff),
    riskKind: risk?.kind ?? null,
    riskDate: risk?.date ?? null,
    firstContactAt: findFirstContactAt(handoff),
    firstConfirmedAt: handoff.firstConfirmedAt,
    firstBouncedAt: handoff.bounces[0]?.at ?? null,
    endedAt: handoff.closed?.at ?? handoff.enteredInError?.at ?? null,
    closedAs: handoff.closed?.as ?? null,
    enteredInError: handoff.enteredInError !== null,
    nextTaskNo: next?.no ?? null,
    nextTaskOpen: next ? 1 : null,
    ...wakeTimes,
  }
}

/** Tells whether the handoff was confirmed in time (section 12). Returns null while it is not confirmed. */
export const isConfirmedInTime = (handoff: Handoff): boolean | null =>
  handoff.firstConfirmedAt === null ? null : isWithinStandard(handoff.receivedAt, handoff.firstConfirmedAt, handoff.standard.hours)
