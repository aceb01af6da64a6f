import { describe, expect, test } from 'vitest'
import { hasExpiredTasks, getNextExpiry } from '#shared/domain/handoff/expiry'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt } from '../../support/domain/commands'
import { T0 } from '../../support/domain/people'
import { daily, times, version, withHer, withSource } from '../../support/domain/plans'
import { startScenario, incoming, outgoing, type Scenario } from '../../support/domain/scenario'

// T0 is 10:00 on the shelter's clock.
const open = (scenario: Scenario) => scenario.openTasks.map((task) => [task.kind, task.dueAt])
/** The clock goes on to its next look, as the timer does. */
const lookAgain = (scenario: Scenario): Scenario => {
  scenario.setTime(getNextExpiry(scenario.handoff, scenario.around) ?? scenario.now)
  return hasExpiredTasks(scenario.handoff, scenario.around) ? scenario.run({ kind: 'look_again' }) : scenario
}

describe('what time alone changes (C5)', () => {
  test('a slot that nobody used gives way to the next one', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
    expect(getNextExpiry(scenario.handoff, scenario.around)).toBe(T0 + 10 * HOUR)
    expect(open(lookAgain(scenario))).toEqual([['reach_her', T0 + 32 * HOUR]])
    expect(scenario.events.at(-1)?.by).toBeNull()
  })
  test('a try that may still be made stays where it was, however late', () => {
    const scenario = startScenario().setTime(T0 + 20 * HOUR)
    expect(hasExpiredTasks(scenario.handoff, scenario.around)).toBe(false)
  })
  test('in the second window the source is to be asked, and at its end the bounce is due', () => {
    const scenario = startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
    expect(open(lookAgain(scenario))).toEqual([
      ['reach_her', T0 + DAY],
      ['ask_source', T0 + DAY],
    ])
    expect(open(lookAgain(scenario))).toEqual([['record_bounce', T0 + 2 * DAY]])
    expect(getNextExpiry(scenario.handoff, scenario.around)).toBeNull()
  })
  test('the source is no longer to be asked when its agreement ends', () => {
    const until = T0 + 30 * HOUR
    const scenario = startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true, partnerHelpsUntil: until })
    expect(open(lookAgain(scenario)).map(([kind]) => kind)).toEqual(['reach_her', 'ask_source'])
    expect(getNextExpiry(scenario.handoff, scenario.around)).toBe(until)
    scenario.changeSituation({ partnerHelps: false, partnerHelpsUntil: null }).setTime(until)
    expect(hasExpiredTasks(scenario.handoff, scenario.around)).toBe(true)
    expect(open(scenario.run({ kind: 'look_again' })).map(([kind]) => kind)).toEqual(['reach_her'])
  })
  test('a verification that runs out leaves a neutral check (P2)', () => {
    const scenario = startScenario(incoming(), { plan: version({ reverifyAfterDays: 7 }, withSource(T0 - 20 * HOUR)) })
    expect(scenario.nextTask?.kind).toBe('reach_her')
    expect(lookAgain(scenario)).toMatchObject({ now: T0 + 4 * HOUR, nextTask: { kind: 'neutral_check' } })
  })
  test('she herself is tried before the source is asked, also where her try was planned anew (C5)', () => {
    const scenario = startScenario(incoming(), { plan: version({ sourceMayHelp: true }, withSource()), partnerHelps: true })
      .run(attempt())
      .advance(3 * HOUR)
      .run(attempt())
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['reach_her', 'ask_source'])
    expect(scenario.setTime(T0 + DAY).run({ kind: 'look_again' }).nextTask).toMatchObject({ kind: 'neutral_check', dueAt: T0 + DAY })
  })
  test('with the source to be asked beside it, a slot and a verification run out all the same (P2)', () => {
    const twice = times(daily('12:00', '13:00'), daily('18:00', '20:00'))
    const facts = { sourceMayHelp: true, safeHours: twice, reverifyAfterDays: 1 }
    const scenario = startScenario(incoming(), { plan: version(facts, withHer(T0 + 6 * HOUR)), partnerHelps: true })
      .setTime(T0 + DAY)
      .run({ kind: 'look_again' })
    expect(open(scenario)).toEqual([
      ['reach_her', T0 + 26 * HOUR],
      ['ask_source', T0 + 26 * HOUR],
    ])
    expect(hasExpiredTasks(scenario.handoff, scenario.around)).toBe(false)
    expect(getNextExpiry(scenario.handoff, scenario.around)).toBe(T0 + 27 * HOUR)
    // The slot is over; the next one is of the same kind.
    expect(hasExpiredTasks(scenario.handoff, { ...scenario.around, now: T0 + 27 * HOUR })).toBe(true)
    scenario.setTime(T0 + 27 * HOUR).run({ kind: 'look_again' })
    expect(getNextExpiry(scenario.handoff, scenario.around)).toBe(T0 + 30 * HOUR)
    // The slot is still to come; what she verified is over.
    expect(hasExpiredTasks(scenario.handoff, { ...scenario.around, now: T0 + 30 * HOUR })).toBe(true)
    expect(hasExpiredTasks(scenario.handoff, { ...scenario.around, now: T0 + 30 * HOUR - 1 })).toBe(false)
  })
  test('once the windows are over, a safe moment that lies after them is no longer planned', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('09:00', '10:00', [3])) }) })
    expect(scenario.openTasks.map(({ kind }) => kind)).toEqual(['reach_her', 'record_bounce'])
    expect(hasExpiredTasks(scenario.handoff, scenario.around)).toBe(false)
    expect(hasExpiredTasks(scenario.handoff, { ...scenario.around, now: T0 + 2 * DAY })).toBe(true)
  })
  test('the end of an interpreter’s booking is looked at, but not where somebody else reaches her (H8)', () => {
    const interpreter = [
      { from: T0 + HOUR, until: T0 + 2 * HOUR },
      { from: T0 + 3 * HOUR, until: T0 + 4 * HOUR },
    ]
    const ours = startScenario(incoming(), {
      plan: version({ interpreter: 'needed', safeHours: times(daily('18:00', '20:00')) }),
      interpreter,
    })
    expect(getNextExpiry(ours.handoff, ours.around)).toBe(T0 + 2 * HOUR)
    expect(getNextExpiry(ours.handoff, { ...ours.around, now: T0 + 2 * HOUR })).toBe(T0 + 4 * HOUR)
    const theirs = startScenario(outgoing(), { plan: version({ interpreter: 'needed' }), interpreter })
    expect(getNextExpiry(theirs.handoff, theirs.around)).toBe(T0 + DAY)
  })
  test('nothing lapses while we wait for her, after contact or at the end', () => {
    const waiting = startScenario().run({ kind: 'agree_waiting', checkAt: T0 + HOUR, why: 'she_asked' })
    for (const scenario of [waiting, startScenario().run(attempt('reached'))]) {
      expect(getNextExpiry(scenario.handoff, scenario.around)).toBeNull()
      expect(hasExpiredTasks(scenario.handoff, { ...scenario.around, now: T0 + 9 * DAY })).toBe(false)
    }
  })
})
