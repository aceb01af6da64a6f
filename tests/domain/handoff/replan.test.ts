import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import { HOUR } from '#shared/domain/core/moment'
import { attempt, refusalReason } from '../../support/domain/commands'
import { amira, bo, sol, T0 } from '../../support/domain/people'
import { daily, sheCalls, times, version } from '../../support/domain/plans'
import { startScenario, incoming, outgoing, type Scenario } from '../../support/domain/scenario'

// T0 is 10:00 on the shelter's clock.
const evenings = (verified = version().verified) => version({ safeHours: times(daily('18:00', '20:00')) }, verified)
const move = (dueAt: number, owner = amira, no = 1): HandoffCommand => ({ kind: 'move_task', no, owner, dueAt })
/** Returns how a command changes the open tasks, without when and by whom. */
const runAndListEvents = (scenario: Scenario, command: HandoffCommand) => {
  const outcome = scenario.asks(command)
  return outcome.ok ? outcome.value.filter(({ kind }) => kind.startsWith('task_')).map(summarize) : outcome.failure.reason
}
const summarize = (event: HandoffEvent) =>
  event.kind === 'task_opened'
    ? `opened ${event.task.kind}`
    : event.kind === 'task_closed'
      ? `${event.how} ${event.no}`
      : event.kind === 'task_moved'
        ? `moved ${event.no} to ${event.owner === bo ? 'bo' : event.owner === amira ? 'amira' : 'sol'} at ${(event.dueAt - T0) / HOUR}`
        : event.kind

describe('the open tasks follow what is due (H1)', () => {
  test('nothing is written where nothing changes', () => expect(runAndListEvents(startScenario(), { kind: 'look_again' })).toEqual([]))
  test('what a command did is done, what is no longer asked for is superseded', () => {
    expect(runAndListEvents(startScenario(), attempt())).toEqual(['done 1', 'opened reach_her'])
    expect(
      runAndListEvents(startScenario().changeSituation({ plan: sheCalls() }), { kind: 'change_plan', version: 2, verified: true }),
    ).toEqual(['superseded 1', 'opened check_she_called'])
  })
  test('a slip that is taken back opens the task again that it had done (H13)', () => {
    const scenario = startScenario().run(attempt())
    expect(runAndListEvents(scenario, { kind: 'withdraw_attempt', no: 1 })).toEqual(['superseded 2', 'opened reach_her'])
    expect(scenario.run({ kind: 'withdraw_attempt', no: 1 }).nextTask).toMatchObject({ kind: 'reach_her', dueAt: T0 })
  })
  test('so does the end of its slot alone', () => {
    const scenario = startScenario().changeSituation({ plan: version({ safeHours: times(daily('10:00', '12:00')) }) })
    expect(scenario.run({ kind: 'change_plan', version: 2, verified: true }).nextTask).toMatchObject({ dueAt: T0, until: T0 + 2 * HOUR })
  })
})

describe('a task that a person moved', () => {
  test('stays as she set it, and nothing is written about it', () => {
    const scenario = startScenario().run(move(T0 + 5 * HOUR))
    expect(runAndListEvents(scenario.advance(HOUR), { kind: 'look_again' })).toEqual([])
  })
  test('goes on with the handoff where it was the worker’s own, and stays where she gave it to somebody else (H4, H9)', () => {
    const pass = { kind: 'assign', to: bo, reason: '' } as const
    expect(runAndListEvents(startScenario().run(move(T0 + 5 * HOUR)), pass)).toEqual(['moved 1 to bo at 5'])
    expect(runAndListEvents(startScenario().run(move(T0 + 5 * HOUR, sol)), pass)).toEqual([])
  })
  test('a neutral check is no more moved outside her safe times than a call to her (P1)', () => {
    expect(runAndListEvents(startScenario(incoming(), { plan: evenings(null) }), move(T0 + 5 * HOUR))).toBe('outside_safe_times')
    expect(runAndListEvents(startScenario(incoming(), { plan: evenings() }), move(T0 + 5 * HOUR))).toBe('outside_safe_times')
  })
  test('what rings nobody, or is not ours to ring, may be done at any hour (H8)', () => {
    const waiting = startScenario(incoming(), { plan: evenings() }).run({ kind: 'agree_waiting', checkAt: T0 + 2 * HOUR, why: 'she_asked' })
    expect(refusalReason(waiting.asks(move(T0 + 5 * HOUR, amira, 2)))).toBeUndefined()
    expect(refusalReason(startScenario(outgoing(), { plan: evenings() }).asks(move(T0 + 5 * HOUR)))).toBeUndefined()
    const unknown = startScenario(incoming(), { plan: null }).run(move(T0 + 5 * HOUR))
    expect(runAndListEvents(unknown, { kind: 'look_again' })).toEqual([])
  })
  test('and is kept there when all is planned anew', () => {
    for (const scenario of [startScenario(outgoing(), { plan: evenings() }), startScenario(incoming(), { plan: evenings(null) })]) {
      const at = scenario.handoff.direction === 'outgoing' ? T0 + 5 * HOUR : T0 + 9 * HOUR
      expect(runAndListEvents(scenario.run(move(at)), { kind: 'look_again' })).toEqual([])
    }
  })
})
