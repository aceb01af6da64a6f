import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { state as stateSchema } from '#shared/contract/handoff/board'
import { findNextAlert } from '#shared/domain/handoff/alerts'
import { apply, replay } from '#shared/domain/handoff/apply'
import { decide } from '#shared/domain/handoff/decide/decide'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import { hasExpiredTasks, getNextExpiry } from '#shared/domain/handoff/expiry'
import { isInterpreterNeeded } from '#shared/domain/contact/contact-plan'
import { MINUTE, type Instant } from '#shared/domain/core/moment'
import { getContactDueAt, isOpen, listContactMoments, listValidAttempts } from '#shared/domain/handoff/state'
import { listOpenTasks } from '#shared/domain/handoff/task'
import { isContactOutcome } from '#shared/domain/core/vocabulary'
import { isSafeByTheClock } from '../../support/domain/arbitrary'
import { startRandomScenario, randomScenario, runScenarioStep } from '../../support/domain/scenario-arbitrary'
import { scaleRuns } from '../../support/domain/run-count'
import type { Scenario } from '../../support/domain/scenario'

/** Inspects a handoff after its creation and after every step; `newEvents` are the events of that step. */
type Inspect = (scenario: Scenario, before: Handoff, newEvents: readonly HandoffEvent[]) => void
const always = (inspect: Inspect, numRuns = 300) =>
  fc.assert(
    fc.property(randomScenario, (one) => {
      const scenario = startRandomScenario(one)
      inspect(scenario, scenario.handoff, scenario.events)
      for (const step of one.steps) {
        const {
          handoff: before,
          events: { length },
        } = scenario
        runScenarioStep(scenario, step)
        inspect(scenario, before, scenario.events.slice(length))
      }
    }),
    { numRuns: scaleRuns(numRuns) },
  )

const safe = ({ around: { plan, zone } }: Scenario, at: Instant): boolean =>
  plan === null || isSafeByTheClock(plan.plan.safeHours, plan.plan.neverHours, at, zone)
const insideGap = ({ handoff, around: { policy } }: Scenario, at: Instant): boolean =>
  listValidAttempts(handoff).some((attempt) => at < attempt.at + policy.gap)
const TRY_KINDS = ['reach_her', 'neutral_check'] as const
const isTry = (kind: string) => TRY_KINDS.some((one) => one === kind)
/** Lists the attempts that the engine planned in these events, not those that a worker moved. */
const planned = (newEvents: readonly HandoffEvent[], handoff: Handoff) =>
  newEvents
    .flatMap((event) =>
      event.kind === 'task_opened'
        ? [event.task]
        : event.kind === 'task_moved' && !event.byHand
          ? handoff.tasks.filter((task) => task.no === event.no).map((task) => ({ ...task, dueAt: event.dueAt }))
          : [],
    )
    .filter((task) => isTry(task.kind))

describe('after any sequence of commands', () => {
  test('every open handoff has a next action with owner and due time, and every closed one has none (H1)', () =>
    always(({ handoff }) => {
      const open = listOpenTasks(handoff.tasks)
      expect(open.length > 0).toBe(isOpen(handoff))
      for (const task of open) expect(task.owner && Number.isSafeInteger(task.dueAt)).toBe(true)
      // Several lines of a plan may be open at once (section 7); of everything else one.
      const planned = open.filter(({ kind }) => kind !== 'plan_line')
      expect(new Set(planned.map((task) => task.kind)).size).toBe(planned.length)
      expect(planned.length > 0).toBe(isOpen(handoff))
      expect(handoff.tasks.map((task) => task.no)).toEqual(handoff.tasks.map((_task, index) => index + 1))
    }))

  test('replay of the events equals the handoff, whose version is their number', () =>
    always(({ handoff, events }) => {
      expect(replay(events)).toStrictEqual(handoff)
      expect(handoff.version).toBe(events.length)
    }))

  test('events and handoffs survive JSON, and the bridge knows every state', () =>
    always((scenario, _before, newEvents) => {
      expect(JSON.parse(JSON.stringify(scenario.handoff))).toStrictEqual(scenario.handoff)
      expect(JSON.parse(JSON.stringify(newEvents))).toStrictEqual(newEvents)
      expect(stateSchema.parse(scenario.state)).toStrictEqual(scenario.state)
    }))

  test('what was agreed becomes exactly as many open tasks, and stays until it is done or dropped, or the record ends (section 7)', () =>
    always(({ handoff, openTasks: open }, before, newEvents) => {
      const lines = (tasks: Handoff['tasks']) => tasks.filter(({ kind }) => kind === 'plan_line')
      const closed = newEvents.find((event) => event.kind === 'meeting_closed')
      const opened = lines(handoff.tasks).length - lines(before.tasks).length
      if (closed?.kind === 'meeting_closed') {
        const promised = opened - closed.lines.length
        expect(promised === 0 || (promised === 1 && handoff.confirmedAt === null)).toBe(true)
        for (const { task } of closed.lines) expect(handoff.tasks[task - 1]).toMatchObject({ kind: 'plan_line', doneAt: null })
      } else expect(opened).toBe(0)
      for (const { no } of lines(listOpenTasks(before.tasks)))
        if (!open.some((task) => task.no === no))
          expect(
            !isOpen(handoff) || newEvents.some((event) => event.kind.startsWith('plan_line_') && 'no' in event && event.no === no),
          ).toBe(true)
    }))

  test('nobody is called while we wait for the person, nor after a stop (P4, C7)', () =>
    always(({ state, openTasks: open, handoff }) => {
      if (state.kind === 'waiting_for_her')
        expect(open.map((task) => task.kind).filter((kind) => kind !== 'plan_line')).toEqual([
          expect.stringMatching(/^(check_she_called|relay)$/),
        ])
      const { stoppedAt } = handoff
      if (stoppedAt === null) return
      expect(['contact_due', 'attempting', 'loop_back_asked']).not.toContain(state.kind)
      if (state.kind === 'reached_not_confirmed') expect(listContactMoments(handoff).some((at) => at >= stoppedAt)).toBe(true)
    }))

  test('no call to her stands at a time that she does not allow, whoever set it, once it was planned anew (P1)', () =>
    always((scenario, _before, newEvents) => {
      if (scenario.handoff.direction !== 'incoming' || !newEvents.some((event) => event.kind === 'plan_changed')) return
      for (const task of scenario.openTasks.filter((one) => isTry(one.kind))) expect(safe(scenario, task.dueAt)).toBe(true)
    }))

  test('no clock counts from before the receipt, and none was received after it was written (C1)', () =>
    always(({ handoff }) => {
      expect(handoff.clockFrom).toBeGreaterThanOrEqual(handoff.receivedAt)
      expect(handoff.receivedAt).toBeLessThanOrEqual(handoff.createdAt)
    }))

  test('what lapses is planned anew by the clock at once, and then nothing has lapsed (C5)', () =>
    always((scenario) => {
      const at = getNextExpiry(scenario.handoff, scenario.around)
      if (at === null) return
      const situation = { ...scenario.around, now: at }
      if (!hasExpiredTasks(scenario.handoff, situation)) return
      const looked = decide(scenario.handoff, { kind: 'look_again' }, situation)
      if (!looked.ok) throw new Error(looked.failure.reason)
      expect(hasExpiredTasks(looked.value.reduce(apply, scenario.handoff), situation)).toBe(false)
    }))

  test('no slot is proposed outside her safe times, inside the gap, before now or after the windows (C5, P1)', () =>
    always((scenario) => {
      const { proposal, handoff, now, around: situation } = scenario
      if (proposal.kind !== 'slot') return
      expect(proposal.at).toBeGreaterThanOrEqual(now)
      expect(insideGap(scenario, proposal.at)).toBe(false)
      expect(proposal.until).toBeGreaterThan(proposal.at)
      expect(proposal.until).toBeLessThanOrEqual(getContactDueAt(handoff) + situation.policy.secondWindow)
      if (handoff.direction === 'incoming') expect([safe(scenario, proposal.at), safe(scenario, proposal.until - 1)]).toEqual([true, true])
    }))

  test('whatever plan, policy and bookings come and go, no moment is offered outside her safe times, nor outside a booking that it names (P1, section 5)', () =>
    always((scenario) => {
      const { proposal, handoff, around: situation } = scenario
      if (handoff.direction !== 'incoming') return
      if (proposal.kind === 'no_safe_moment' && proposal.next)
        expect([safe(scenario, proposal.next.from), safe(scenario, proposal.next.until - 1)]).toEqual([true, true])
      if (proposal.kind !== 'slot') return
      // Every few minutes of the stretch, not only its ends.
      for (let at = proposal.at; at < proposal.until; at += 37 * MINUTE) expect(safe(scenario, at)).toBe(true)
      if (!proposal.because.includes('interpreter_booked')) return
      expect(situation.plan && isInterpreterNeeded(situation.plan.plan)).toBe(true)
      expect(situation.interpreter.some((one) => one.from <= proposal.at && proposal.until <= one.until)).toBe(true)
    }, 400))

  test('no try is planned outside her safe times, inside the gap or before now', () =>
    always((scenario, _before, newEvents) => {
      for (const task of planned(newEvents, scenario.handoff)) {
        expect(task.dueAt).toBeGreaterThanOrEqual(scenario.now)
        expect([insideGap(scenario, task.dueAt), safe(scenario, task.dueAt)]).toEqual([false, true])
      }
    }))

  test('the due time changes only when the receipt is corrected, the running clock only then or when contact is due anew (C1, H2)', () =>
    always((_story, before, newEvents) => {
      const { handoff } = _story
      const kinds = newEvents.map((event) => event.kind)
      if (!kinds.includes('received_corrected')) expect(handoff.receivedAt).toBe(before.receivedAt)
      const triedAgain = newEvents.some((event) => event.kind === 'bounce_settled' && event.clockFrom !== null)
      if (!triedAgain && !kinds.some((kind) => kind === 'received_corrected' || kind === 'reopened'))
        expect(getContactDueAt(handoff)).toBe(getContactDueAt(before))
      expect(handoff.standard).toBe(before.standard)
    }))

  test('attempts are only ever added to; a withdrawn one stays readable (T2)', () =>
    always(({ handoff }, before) => {
      expect(handoff.attempts.slice(0, before.attempts.length).map((one) => ({ ...one, withdrawn: false }))).toEqual(
        before.attempts.map((one) => ({ ...one, withdrawn: false })),
      )
      expect(before.attempts.every((one, index) => !one.withdrawn || handoff.attempts[index]?.withdrawn)).toBe(true)
    }))

  test('confirmed means reached, with all three parts, none of them known later than it (C4)', () =>
    always(({ handoff }) => {
      if (handoff.confirmedAt === null) return
      const { way, next_step, deadline_risks } = handoff.parts
      expect([way, next_step, deadline_risks].every((part) => part !== null && part.at <= (handoff.confirmedAt ?? 0))).toBe(true)
      expect(deadline_risks?.answer).not.toBe('not_known')
      expect(handoff.metAt.length > 0 || handoff.attempts.some((one) => isContactOutcome(one.outcome))).toBe(true)
    }))

  test('an alert is never in the past, and to ring her never outside her safe times; a measured source raises none before contact (C2, C3)', () =>
    always((scenario) => {
      const {
        handoff,
        now,
        nextTask: next,
        around: { plan, policy, zone },
      } = scenario
      const alert = findNextAlert({ handoff, plan: plan?.plan ?? null, policy, zone, now, alertedAt: now, actedAt: now })
      if (!alert) return
      expect(alert.at).toBeGreaterThanOrEqual(now)
      expect(isOpen(handoff)).toBe(true)
      if (handoff.direction === 'incoming' && next && isTry(next.kind)) expect(safe(scenario, alert.at)).toBe(true)
      if (handoff.standard.mode === 'measured')
        expect(handoff.confirmedAt !== null || handoff.bounces.some((one) => one.settledAt === null)).toBe(true)
    }))
})
