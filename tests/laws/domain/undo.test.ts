import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNextAlert } from '#shared/domain/handoff/alerts'
import { findWithdrawableAttempt } from '#shared/domain/handoff/decide/decide-attempt-correction'
import { hasExpiredTasks } from '#shared/domain/handoff/expiry'
import { WITHDRAW_WITHIN } from '#shared/domain/contact/attempt'
import { getContactDueAt } from '#shared/domain/handoff/state'
import { ATTEMPT_OUTCOMES } from '#shared/domain/core/vocabulary'
import { attempt } from '../../support/domain/commands'
import { randomScenario, runScenarioStep, startRandomScenario } from '../../support/domain/scenario-arbitrary'
import { scaleRuns } from '../../support/domain/run-count'
import type { Scenario } from '../../support/domain/scenario'

/** Everything that a worker or the clock reads of a record, without the numbers of tasks and events. */
function look({ handoff, state, openTasks, proposal, fallbackFollowed, around: { plan, policy, zone, now } }: Scenario) {
  const { attempts, tasks: _tasks, undo: _undo, version: _version, ...facts } = handoff
  return {
    ...facts,
    attempts: attempts.filter((one) => !one.withdrawn).map(({ no: _no, ...one }) => one),
    tasks: openTasks.map(({ no: _no, ...task }) => task).toSorted((a, b) => a.kind.localeCompare(b.kind) || a.dueAt - b.dueAt),
    state,
    proposal,
    fallbackFollowed,
    dueAt: getContactDueAt(handoff),
    alert: findNextAlert({
      handoff,
      plan: plan?.plan ?? null,
      policy,
      zone,
      now,
      alertedAt: handoff.createdAt,
      actedAt: handoff.createdAt,
    }),
  }
}

const slip = fc.record({
  outcome: fc.constantFrom(...ATTEMPT_OUTCOMES.filter((one) => one !== 'not_safe_stopped')),
  ago: fc.constantFrom(0, 1, WITHDRAW_WITHIN, 26 * 3_600_000),
  later: fc.constantFrom(0, 1, WITHDRAW_WITHIN),
})

test('an attempt that is taken back leaves the record exactly as without it (H13)', () => {
  let seen = 0
  fc.assert(
    fc.property(randomScenario, slip, (one, { outcome, ago, later }) => {
      const scenario = startRandomScenario(one)
      for (const step of one.steps) runScenarioStep(scenario, step)
      const twin: Scenario = startRandomScenario(one)
      for (const step of one.steps) runScenarioStep(twin, step)
      const at = Math.max(scenario.handoff.receivedAt, scenario.now - ago)
      const logged = attempt(outcome, { at: ago === 0 ? null : at })
      if (!scenario.asks(logged).ok) return
      scenario.run(logged).advance(later)
      twin.advance(later)
      const withdrawable = findWithdrawableAttempt(scenario.handoff, scenario.now)
      if (withdrawable?.no !== scenario.handoff.attempts.length) return
      // What time alone has changed meanwhile is planned anew on both.
      const lapsed = hasExpiredTasks(twin.handoff, twin.around)
      scenario.run({ kind: 'withdraw_attempt', no: withdrawable.no })
      if (lapsed) for (const each of [scenario, twin]) each.run({ kind: 'look_again' })
      expect(look(scenario)).toEqual(look(twin))
      seen += 1
    }),
    { numRuns: scaleRuns(1_000) },
  )
  // Most stories are open at their end, and end with a slip.
  expect(seen).toBeGreaterThan(scaleRuns(1_000) / 4)
})
