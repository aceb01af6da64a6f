import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { STAFF_LEFT } from '#shared/domain/staff/worker'
import { attempt, bounce, close, confirmation, refusalReason, refusal, reopen } from '../../../support/domain/commands'
import { amira, bo, sol, T0 } from '../../../support/domain/people'
import { sheCalls, version } from '../../../support/domain/plans'
import { startScenario, incoming, outgoing } from '../../../support/domain/scenario'

const settle = (then: 'close' | 'try_again'): HandoffCommand => ({ kind: 'settle_bounce', words: 'looked at', then })
const badNumber = bounce({ reason: 'bad_contact_info' })

describe('recording a bounce (B2, C6)', () => {
  test('only a retry has to say what will be different', () =>
    expect(refusalReason(startScenario().asks(bounce({ what: '' })))).toBeUndefined())
  test('"bad contact info" is said where nothing is known of her plan, and of whoever somebody else reaches (C7, H8)', () => {
    expect(refusalReason(startScenario(incoming(), { plan: null }).asks(badNumber))).toBeUndefined()
    expect(refusalReason(startScenario(outgoing(), { plan: sheCalls() }).asks(badNumber))).toBeUndefined()
    expect(refusalReason(startScenario(outgoing(), { plan: null }).asks(badNumber))).toBeUndefined()
  })
  test('while the record waits for her because no way is safe it is not, whatever the newest plan says (C7)', () => {
    const scenario = startScenario(incoming(), { plan: sheCalls() }).changeSituation({ plan: version() })
    expect(scenario.asks(badNumber)).toEqual(refusal('no_safe_way', 'reason'))
  })
  test('a stop that stands is not said again, and keeps its own moment (P4)', () => {
    const scenario = startScenario()
      .run({ kind: 'stop' })
      .advance(HOUR)
      .run(bounce({ reason: 'unsafe_to_contact' }))
    expect(scenario.events.filter(({ kind }) => kind === 'stopped_as_unsafe')).toHaveLength(1)
    expect(scenario.handoff.stoppedAt).toBe(T0)
  })
})

describe('settling it', () => {
  test('to close it leaves the clock alone, to try again begins it anew', () => {
    const closed = startScenario().run(bounce()).advance(DAY).run(settle('close'))
    expect(closed.events.find(({ kind }) => kind === 'bounce_settled')).toMatchObject({ clockFrom: null, words: 'looked at' })
    expect(closed.handoff).toMatchObject({ clockFrom: T0, closed: { as: 'after_bounce_review', reason: 'looked at', at: T0 + DAY } })
    expect(startScenario().run(bounce()).advance(DAY).run(settle('try_again')).handoff.clockFrom).toBe(T0 + DAY)
  })
  test('an earlier bounce keeps the moment at which it was settled, and nobody takes note of it any more', () => {
    const danger = bounce({ reason: 'possible_danger' })
    const scenario = startScenario().run(danger).advance(DAY).run(settle('try_again'), danger).advance(DAY)
    scenario.changeSituation({ by: sol }).run({ kind: 'acknowledge_danger', words: 'with her' })
    expect(scenario.handoff.bounces).toMatchObject([
      { settledAt: T0 + DAY, acknowledgedAt: null },
      { settledAt: null, acknowledgedAt: T0 + 2 * DAY },
    ])
    scenario.run(settle('close'))
    expect(scenario.handoff.bounces).toMatchObject([{ settledAt: T0 + DAY }, { settledAt: T0 + 2 * DAY }])
  })
})

describe('closing', () => {
  const confirmed = () => startScenario().run(attempt('reached'), confirmation())
  test('help that is scheduled or received speaks for itself, and only for somebody who was confirmed', () => {
    for (const as of ['help_scheduled', 'help_received'] as const) {
      expect(refusalReason(confirmed().asks(close(as, '')))).toBeUndefined()
      expect(startScenario().asks(close(as))).toEqual(refusal('not_confirmed_yet'))
    }
  })
  test.each(['other_outcome', 'she_withdrew'] as const)('%s needs a reason, confirmed or not', (as) => {
    for (const scenario of [startScenario(), confirmed()]) expect(scenario.asks(close(as, ''))).toEqual(refusal('reason_needed', 'reason'))
    expect(refusalReason(startScenario().asks(close(as, 'her word')))).toBeUndefined()
  })
})

describe('reopening (H2)', () => {
  const closed = () => startScenario().run(close('other_outcome', 'gone')).advance(DAY)
  test('by whoever has it still, nobody is assigned', () => {
    const scenario = closed().run(reopen)
    expect(scenario.events.slice(-2).map(({ kind }) => kind)).toEqual(['reopened', 'task_opened'])
    expect(scenario.handoff.assignedTo).toBe(amira)
  })
  test('a stop that stood all the while keeps its own moment (P4)', () => {
    const scenario = startScenario().run({ kind: 'stop' }, close('other_outcome', 'gone')).advance(DAY).run(reopen)
    expect(scenario.events.filter(({ kind }) => kind === 'stopped_as_unsafe')).toHaveLength(1)
    expect(scenario.handoff.stoppedAt).toBe(T0)
  })
  test('whoever has left it is taken by somebody else, with the reason (H4)', () => {
    const scenario = closed().run({ kind: 'reopen', reason: 'she rang again', taken: { by: bo, why: STAFF_LEFT } })
    expect(scenario.events.find(({ kind }) => kind === 'assigned')).toEqual({
      at: T0 + DAY,
      by: amira,
      kind: 'assigned',
      to: bo,
      reason: STAFF_LEFT,
    })
    expect(scenario.handoff).toMatchObject({ assignedTo: bo, supporting: [amira] })
    expect(scenario.openTasks.map(({ owner }) => owner)).toEqual([bo])
  })
})
