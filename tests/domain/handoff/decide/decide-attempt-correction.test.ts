import { describe, expect, test } from 'vitest'
import { apply } from '#shared/domain/handoff/apply'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, refusal } from '../../../support/domain/commands'
import { amira, T0 } from '../../../support/domain/people'
import { startScenario, type Scenario } from '../../../support/domain/scenario'

const withdraw = (no: number): HandoffCommand => ({ kind: 'withdraw_attempt', no })
const correct = (no: number, at = T0): HandoffCommand => ({ kind: 'correct_attempt', no, at, reason: 'the clock was wrong' })
const waiting = (checkAt: number): HandoffCommand => ({ kind: 'agree_waiting', checkAt, why: 'she_asked' })

describe('an attempt that is taken back', () => {
  test('restores only what it changed itself, not what another one changed since (H13)', () => {
    const scenario = startScenario()
      .setTime(T0 + 3 * DAY)
      .run(attempt())
      .setTime(T0 + HOUR)
      .run(waiting(T0 + 9 * HOUR), attempt('reached'))
    expect(scenario.state.kind).toBe('reached_not_confirmed')
    scenario.run(withdraw(1))
    expect(scenario.state.kind).toBe('reached_not_confirmed')
    expect(scenario.handoff.waiting).toBeNull()
  })

  test('leaves nothing to be taken back a second time, and neither does a correction or a record of an earlier version', () => {
    expect(startScenario().run(attempt()).handoff.undo).toMatchObject({ no: 1 })
    expect(startScenario().run(attempt(), withdraw(1)).handoff.undo).toBeNull()
    const ahead = startScenario()
      .setTime(T0 + 3 * DAY)
      .run(attempt())
      .setTime(T0 + HOUR)
    expect(ahead.handoff.undo).not.toBeNull()
    expect(ahead.run(correct(1)).handoff.undo).toBeNull()
    const scenario = startScenario().run(attempt())
    const logged = scenario.events.find((event) => event.kind === 'attempt_logged')!
    expect(apply(startScenario().handoff, { ...logged, consequences: undefined } as never).undo).toBeNull()
  })

  test('every event that it makes says when and by whom', () => {
    const scenario = startScenario().run(attempt('reached'))
    const count = scenario.events.length
    scenario.run(withdraw(1))
    expect(scenario.events.length).toBeGreaterThan(count + 1)
    for (const event of scenario.events.slice(count)) expect(event).toMatchObject({ at: T0, by: amira })
  })

  test('where a record of an earlier version does not say what it changed, only a message that was passed on ends its wait', () => {
    const relayed = attempt('partner_relayed', { channel: 'through_partner', wayId: null })
    const forget = (scenario: Scenario): Scenario => {
      scenario.handoff = { ...scenario.handoff, undo: null }
      return scenario
    }
    expect(forget(startScenario().run(relayed)).run(withdraw(1)).handoff.waiting).toBeNull()
    const waits = forget(startScenario().run(relayed, waiting(T0 + 9 * HOUR))).run(withdraw(1))
    expect(waits.handoff.waiting).toMatchObject({ why: 'she_asked', checkAt: T0 + 9 * HOUR })
    expect(forget(startScenario().run(attempt('partner_relayed'), attempt())).run(withdraw(2)).handoff.waiting).toMatchObject({
      why: 'relayed',
    })
    expect(forget(startScenario().run(attempt())).run(withdraw(1)).handoff.waiting).toBeNull()
  })
})

describe('an attempt whose time is put right (C9)', () => {
  test('is the one of its number, and not one that was taken back', () => {
    const ahead = startScenario()
      .setTime(T0 + 3 * DAY)
      .run(attempt(), attempt())
      .setTime(T0 + HOUR)
    expect(ahead.run(correct(2)).handoff.attempts.map(({ at }) => at)).toEqual([T0 + 3 * DAY, T0])
    expect(ahead.run(withdraw(1)).asks(correct(1))).toEqual(refusal('no_such_attempt'))
    expect(ahead.asks(correct(9))).toEqual(refusal('no_such_attempt'))
  })

  test('keeps the mark that it went past a rule for the safety of the person (P1)', () => {
    const scenario = startScenario()
      .setTime(T0 + 3 * DAY)
      .run(attempt('no_answer', { override: true }), attempt())
      .setTime(T0 + HOUR)
      .run(correct(1), correct(2))
    expect(scenario.handoff.attempts.map(({ marks }) => marks.includes('override'))).toEqual([true, false])
  })
})
