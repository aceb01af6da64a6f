import { describe, expect, test } from 'vitest'
import { isWithinStandard, calculateDueAt } from '#shared/domain/contact/contact-clock'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import {
  DEFAULT_POLICY,
  createFirstPolicy,
  PILOT_DURATION,
  policyRefusal,
  findStandard,
  type PartnerStandard,
} from '#shared/domain/policy/policy'
import { getContactDueAt } from '#shared/domain/handoff/state'
import { decideCreation } from '#shared/domain/handoff/create'
import { attempt, confirmation, correct, refusalReason, refusal } from '../../support/domain/commands'
import { T0 } from '../../support/domain/people'
import { startScenario, incoming, situation, standard } from '../../support/domain/scenario'

describe('the clock starts at receipt (C1)', () => {
  test('not when somebody wrote it down', () => {
    const scenario = startScenario(incoming({ receivedAt: T0 - 5 * HOUR, earlierBecause: 'the mail came in the night' }))
    expect(getContactDueAt(scenario.handoff)).toBe(T0 + 19 * HOUR)
    expect(scenario.handoff.createdAt).toBe(T0)
  })

  test('it may be set back only with a reason, and never into the future', () => {
    expect(decideCreation(incoming({ receivedAt: T0 - 5 * HOUR }), situation())).toEqual(refusal('reason_needed', 'earlierBecause'))
    expect(decideCreation(incoming({ receivedAt: T0 + 1, earlierBecause: 'hm' }), situation())).toEqual(
      refusal('in_the_future', 'receivedAt'),
    )
    expect(refusalReason(decideCreation(incoming({ receivedAt: T0 - MINUTE }), situation()))).toBeUndefined()
  })

  test.each([
    ['autumn in Toronto, a day of 25 hours', Date.UTC(2026, 9, 31, 16)],
    ['spring in Toronto, a day of 23 hours', Date.UTC(2027, 2, 13, 17)],
  ])('24 h across a clock change is 24 h: %s', (_name, receivedAt) => {
    expect(getContactDueAt(startScenario(incoming(), { now: receivedAt, zone: 'America/Toronto' }).handoff)).toBe(receivedAt + 86_400_000)
    expect(calculateDueAt(receivedAt, standard({ hours: 48 }))).toBe(receivedAt + 172_800_000)
  })

  test('a correction moves the due time under the same standard and policy version, and is kept as an event', () => {
    const scenario = startScenario(incoming({ standard: standard({ hours: 48, policyVersion: 3 }) }))
      .advance(HOUR)
      .run(correct(T0 - 2 * HOUR))
    expect(getContactDueAt(scenario.handoff)).toBe(T0 + 46 * HOUR)
    expect(scenario.handoff.standard).toEqual(standard({ hours: 48, policyVersion: 3 }))
    expect(scenario.events.find((event) => event.kind === 'received_corrected')).toMatchObject({
      was: T0,
      receivedAt: T0 - 2 * HOUR,
      reason: 'the letter was dated',
    })
  })

  test('a correction needs a reason, is not in the future, and not after a try that was made or the record that was written', () => {
    const scenario = startScenario(incoming({ receivedAt: T0 - 3 * HOUR, earlierBecause: 'found on the desk' }))
    scenario.run(attempt('no_answer', { at: T0 - HOUR })).advance(HOUR)
    expect(scenario.asks(correct(T0 - 2 * HOUR, ''))).toEqual(refusal('reason_needed', 'reason'))
    expect(scenario.asks(correct(T0 + 3 * HOUR))).toEqual(refusal('in_the_future', 'receivedAt'))
    expect(scenario.asks(correct(T0 + 1))).toEqual(refusal('after_it_was_written', 'receivedAt'))
    expect(scenario.asks(correct(T0 - HOUR + 1))).toEqual(refusal('before_received', 'receivedAt'))
    expect(refusalReason(scenario.asks(correct(T0 - HOUR)))).toBeUndefined()
    expect(refusalReason(startScenario().advance(HOUR).asks(correct(T0)))).toBeUndefined()
  })

  test('a due time that lies ahead again after a correction is told again when it passes (C3)', () => {
    const scenario = startScenario(incoming({ receivedAt: T0 - 30 * HOUR, earlierBecause: 'found on the desk' }))
    scenario.run({ kind: 'pass_due', told: scenario.around.supervisor })
    expect(scenario.handoff.duePassedAt).toBe(T0)
    expect(scenario.run(correct(T0 - 32 * HOUR)).handoff.duePassedAt).toBe(T0)
    expect(scenario.run(correct(T0 - HOUR)).handoff.duePassedAt).toBeNull()
  })
})

describe('the standard of a source (C2)', () => {
  const own = (facts: Partial<PartnerStandard>): PartnerStandard => ({ from: T0, hours: 24, mode: 'committed', ...facts })

  test('without one of its own it is the house standard of 24 h', () => {
    expect(findStandard(T0, [], DEFAULT_POLICY)).toEqual({ hours: 24, mode: 'committed', policyVersion: 1 })
  })
  test('it counts from its date on, and the newest that has begun counts', () => {
    const list = [own({ hours: 48 }), own({ from: T0 + DAY, hours: 72 })]
    expect(findStandard(T0 - 1, list, DEFAULT_POLICY).hours).toBe(24)
    expect(findStandard(T0, list, DEFAULT_POLICY).hours).toBe(48)
    expect(findStandard(T0 + DAY, list, DEFAULT_POLICY).hours).toBe(72)
  })
  test('a source may first be measured', () => expect(findStandard(T0, [own({ mode: 'measured' })], DEFAULT_POLICY).mode).toBe('measured'))
  test('a pilot is 24 h for 30 days, whatever hours were typed', () => {
    const pilot = [own({ mode: 'pilot', hours: 48 })]
    expect(findStandard(T0 + PILOT_DURATION - 1, pilot, DEFAULT_POLICY)).toEqual({ hours: 24, mode: 'pilot', policyVersion: 1 })
    expect(findStandard(T0 + PILOT_DURATION, pilot, DEFAULT_POLICY).mode).toBe('committed')
  })
  test('a record keeps the standard and policy version it started under', () => {
    const scenario = startScenario(incoming({ standard: standard({ hours: 48, policyVersion: 1 }) }))
    scenario
      .changeSituation({ policy: { ...DEFAULT_POLICY, version: 2, standardHours: 12 } })
      .advance(HOUR)
      .run(attempt(), correct(T0 - HOUR))
    expect(scenario.handoff.standard).toEqual(standard({ hours: 48, policyVersion: 1 }))
    expect(getContactDueAt(scenario.handoff)).toBe(T0 + 47 * HOUR)
  })
})

describe('on time is to the millisecond (C4, section 12)', () => {
  test.each([
    [24 * HOUR - 1, true],
    [24 * HOUR, true],
    [24 * HOUR + 1, false],
  ])('confirmed %i ms after receipt: in time is %s', (ms, inTime) => {
    const scenario = startScenario()
      .setTime(T0 + ms)
      .run(attempt('reached'), confirmation())
    expect(scenario.state.kind).toBe('confirmed')
    expect(isWithinStandard(scenario.handoff.receivedAt, scenario.handoff.confirmedAt ?? NaN, 24)).toBe(inTime)
  })
})

describe('late entry (C8)', () => {
  test('not in the future, not before receipt, and the limits are allowed', () => {
    const scenario = startScenario().advance(3 * HOUR)
    expect(scenario.asks(attempt('no_answer', { at: scenario.now + 1 }))).toEqual(refusal('in_the_future', 'at'))
    expect(scenario.asks(attempt('no_answer', { at: T0 - 1 }))).toEqual(refusal('before_received', 'at'))
    scenario.run(attempt('no_answer', { at: T0 }), attempt('no_answer', { at: scenario.now }))
    expect(scenario.handoff.attempts.map((one) => one.at)).toEqual([T0, T0 + 3 * HOUR])
  })
  test('written more than a quarter of an hour after it happened it is marked, and keeps both times', () => {
    const scenario = startScenario()
      .advance(HOUR)
      .run(attempt('no_answer', { at: T0 + 45 * MINUTE }), attempt('no_answer', { at: T0 + 45 * MINUTE - 1 }))
    expect(scenario.handoff.attempts.map((one) => one.marks)).toEqual([[], ['late_entry']])
    expect(scenario.handoff.attempts[1]).toMatchObject({ at: T0 + 45 * MINUTE - 1, writtenAt: T0 + HOUR })
  })
  test('a late entry counts where it happened, not where it was written', () => {
    const scenario = startScenario()
      .setTime(T0 + 30 * HOUR)
      .run(attempt('no_answer', { at: T0 + HOUR }), attempt('no_answer', { at: T0 + 5 * HOUR }))
    expect(scenario.proposal).toMatchObject({ kind: 'slot', nth: 3, window: 'second' })
  })
  test('contact that a part of C4 rests on is not taken back by a key', () => {
    const scenario = startScenario().run(attempt('reached'), confirmation({ risks: null }))
    expect(scenario.asks({ kind: 'withdraw_attempt', no: 1 })).toEqual(refusal('too_late_to_undo'))
  })
  test('a slip of the key is withdrawn within a quarter of an hour, and stays readable', () => {
    const scenario = startScenario().advance(HOUR).run(attempt())
    expect(refusalReason(scenario.advance(15 * MINUTE).asks({ kind: 'withdraw_attempt', no: 1 }))).toBeUndefined()
    expect(scenario.advance(1).asks({ kind: 'withdraw_attempt', no: 1 })).toEqual(refusal('too_late_to_undo'))
    scenario.advance(-1).run({ kind: 'withdraw_attempt', no: 1 })
    expect(scenario.state.kind).toBe('contact_due')
    expect(scenario.handoff.attempts).toHaveLength(1)
  })
})

describe('nothing irreversible is automatic (C6)', () => {
  test('days after every window the handoff is still open, and asks a person to record the bounce', () => {
    const scenario = startScenario()
      .setTime(T0 + 9 * DAY)
      .run({ kind: 'pass_due', told: situation().supervisor }, attempt())
    expect(scenario.handoff.closed).toBeNull()
    expect(scenario.handoff.bounces).toEqual([])
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['record_bounce'])
  })
})

describe('the policy that a shelter begins with', () => {
  test.each([
    [1, 1, []],
    [2, 1, [HOUR]],
    [3, 2, [HOUR]],
    [4, 2, [HOUR]],
    [24, 2, [4 * HOUR, HOUR]],
    [72, 2, [4 * HOUR, HOUR]],
  ] as const)('under %i h asks for %i tries first, alerts inside the standard, and can be met', (hours, tries, alerts) => {
    const policy = createFirstPolicy(hours, ['19:00', '07:00'])
    expect([policy.tries.first, policy.alertsBefore, policy.shiftStarts]).toEqual([tries, alerts, ['07:00', '19:00']])
    expect(policyRefusal(policy)).toBeNull()
  })
})
