import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeadlineRisk } from '#shared/domain/handoff/confirmation'
import { isRiskAhead, findNextRiskAlert, listRiskMoments, isRiskNoteDue } from '#shared/domain/handoff/deadline-risk'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { DAY, endOfDay, HOUR, toLocalTime, MINUTE } from '#shared/domain/core/moment'
import { attempt, bounce, close, confirmation, refusalReason, refusal, reopen } from '../../support/domain/commands'
import { EDMONTON, T0 } from '../../support/domain/people'
import { scaleRuns } from '../../support/domain/run-count'
import { startScenario, incoming, type Scenario } from '../../support/domain/scenario'

const court = (facts: Partial<DeadlineRisk> = {}): DeadlineRisk => ({
  kind: 'court_date',
  date: T0 + 10 * DAY,
  what: 'hearing',
  routedTo: 'the clinic',
  ...facts,
})
const add = (facts: Partial<DeadlineRisk> = {}): HandoffCommand => ({ kind: 'add_risk', risk: court(facts) })
const note = (no = 1): HandoffCommand => ({ kind: 'acknowledge_risk', no })
const move = (to: DeadlineRisk | null, reason = 'the court moved it', no = 1): HandoffCommand => ({ kind: 'correct_risk', no, to, reason })

/** The timer's own steps until a moment: when a date alerted. `steps`: what a worker does, and when. */
function listAlerts(
  scenario: Scenario,
  until: number,
  steps: readonly (readonly [number, HandoffCommand])[] = [],
  from = scenario.now,
): number[] {
  const { policy, zone } = scenario.around
  const heard: number[] = []
  let alertedAt = from
  const open = [...steps]
  for (;;) {
    const now = Math.max(scenario.now, alertedAt)
    const next = findNextRiskAlert({ handoff: scenario.handoff, policy, zone, now, alertedAt })
    const [step] = open
    if (step !== undefined && (next === null || step[0] <= next.at)) {
      open.shift()
      scenario.setTime(step[0]).run(step[1])
    } else if (next === null || next.at > until) return heard
    else {
      scenario.setTime(next.at)
      alertedAt = next.at
      heard.push(next.at)
    }
  }
}

describe('a date outside our control', () => {
  test('alerts seven days before, two days before, and when the first shift of its day begins', () => {
    const date = T0 + 10 * DAY
    const heard = listAlerts(startScenario(incoming({ risks: [court()] })), T0 + 20 * DAY)
    expect(heard.slice(0, 2)).toEqual([date - 7 * DAY, date - 2 * DAY])
    expect(toLocalTime(heard[2] ?? 0, EDMONTON)).toMatchObject({ date: toLocalTime(date, EDMONTON).date, minute: 7 * 60 })
    expect(heard).toHaveLength(3)
  })

  test('of one in the night the last shift before it is told, not one after it', () => {
    const midnight = endOfDay(T0 + 9 * DAY, EDMONTON)
    const [, , morning = 0] = listRiskMoments({ date: midnight + HOUR }, startScenario().around.policy, EDMONTON)
    expect(midnight - morning).toBe(5 * HOUR)
  })

  test.each([
    ['waiting to be reached', []],
    ['confirmed', [attempt('reached'), confirmation()]],
    ['on hold', [attempt('reached'), confirmation(), { kind: 'put_on_hold', reviewAt: T0 + 30 * DAY, what: '' }]],
    ['bounced', [bounce()]],
    ['closed', [close('other_outcome')]],
  ] as const)('%s it alerts all the same', (_state, commands) => {
    const scenario = startScenario(incoming({ risks: [court()] })).run(...(commands as readonly HandoffCommand[]))
    expect(listAlerts(scenario, T0 + 20 * DAY)).toHaveLength(3)
  })

  test('entered in error it alerts no more', () => {
    const scenario = startScenario(incoming({ risks: [court()] })).run({ kind: 'mark_error', reason: 'twice' })
    expect(listAlerts(scenario, T0 + 20 * DAY)).toEqual([])
  })

  test('who takes note quiets what has called, never what comes', () => {
    const scenario = startScenario(incoming({ risks: [court()] }))
    expect(listAlerts(scenario, T0 + 20 * DAY, [[T0 + HOUR, note()]])).toHaveLength(3)
    const { policy } = scenario.around
    const other = startScenario(incoming({ risks: [court()] })).setTime(T0 + 4 * DAY)
    const waits = () => other.handoff.risks.map((risk) => isRiskNoteDue(risk, other.now, policy, EDMONTON))
    expect(waits()).toEqual([true])
    other.run(note())
    expect(waits()).toEqual([false])
    expect(other.handoff.risks[0]?.acknowledged).toEqual({ at: T0 + 4 * DAY, by: other.around.by })
    // The PC slept through the first one; a worker who acknowledged it meanwhile does not hear it.
    expect(listAlerts(other, T0 + 20 * DAY, [], T0)).toHaveLength(2)
  })

  test('moments that passed in a sleep make one alert, and none once its day is over', () => {
    const scenario = startScenario(incoming({ risks: [court()] })).setTime(T0 + 9 * DAY)
    expect(listAlerts(scenario, T0 + 20 * DAY, [], T0)).toEqual([T0 + 9 * DAY, expect.any(Number)])
    const late = startScenario(incoming({ risks: [court()] })).setTime(T0 + 12 * DAY)
    expect(listAlerts(late, T0 + 20 * DAY, [], T0)).toEqual([])
  })

  test('one that is written down three days ahead does not call for what would have been a week before', () => {
    const scenario = startScenario().run(add({ date: T0 + 3 * DAY }))
    expect(listAlerts(scenario, T0 + 20 * DAY)).toHaveLength(2)
  })

  test('moved or taken out only with a reason; at its new date it calls anew', () => {
    const scenario = startScenario(incoming({ risks: [court()] }))
    expect(scenario.asks(move(null, ''))).toEqual(refusal('reason_needed', 'reason'))
    expect(scenario.asks(move(court({ routedTo: '' })))).toEqual(refusal('reason_needed', 'routedTo'))
    expect(refusalReason(scenario.asks(move(null, 'why', 7)))).toBe('no_such_date')
    scenario.setTime(T0 + 4 * DAY).run(note(), move(court({ date: T0 + 20 * DAY })))
    expect(scenario.handoff.risks).toMatchObject([{ no: 1, date: T0 + 20 * DAY, since: T0 + 4 * DAY, acknowledged: null }])
    expect(listAlerts(scenario, T0 + 30 * DAY)).toHaveLength(3)
    expect(scenario.run(move(null)).handoff.risks).toEqual([])
  })

  test('a number is never used twice, and the same date is not written twice', () => {
    const scenario = startScenario(incoming({ risks: [court()] }))
    expect(scenario.asks(add())).toEqual(refusal('date_is_there', 'date'))
    expect(scenario.asks(add({ date: T0 - 1 }))).toEqual(refusal('due_in_the_past', 'date'))
    expect(scenario.asks(add({ kind: 'other', routedTo: '' }))).toEqual(refusal('reason_needed', 'routedTo'))
    scenario.run(move(null), add({ kind: 'other' }))
    expect(scenario.handoff.risks).toMatchObject([{ no: 2 }])
  })

  test('asking her takes nothing out: "none" leaves what stands, another answer adds to it (C4 c)', () => {
    const scenario = startScenario(incoming({ risks: [court()] })).run(
      attempt('reached'),
      confirmation({ risks: { answer: 'none', dates: [] } }),
    )
    expect(scenario.handoff.risks).toMatchObject([{ no: 1, kind: 'court_date' }])
    const other = startScenario(incoming({ risks: [court({ routedTo: '' })] })).run(
      attempt('reached'),
      confirmation({ risks: { answer: 'dates', dates: [court(), court({ kind: 'order_expiry' })] } }),
    )
    expect(other.handoff.risks).toMatchObject([
      { no: 1, routedTo: 'the clinic' },
      { no: 2, kind: 'order_expiry' },
    ])
  })

  test('a record from before: what an old event named is what stands', () => {
    const scenario = startScenario(incoming({ risks: [court()] })).run(attempt('reached'), confirmation())
    expect(refusalReason(scenario.asks(note()))).toBeUndefined()
    expect(scenario.run(close('other_outcome')).asks(note()).ok).toBe(true)
    expect(refusalReason(scenario.run(note(), reopen).asks(note()))).toBeUndefined()
  })
})

const STATES: readonly (readonly HandoffCommand[])[] = [
  [],
  [attempt()],
  [attempt('reached')],
  [attempt('reached'), confirmation()],
  [bounce()],
  [close('other_outcome')],
  [{ kind: 'agree_waiting', checkAt: T0 + 40 * DAY, why: 'she_asked' }],
]

test('every date alerts exactly at its moments whatever the state, but those that somebody took note of meanwhile', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STATES),
      fc.integer({ min: 60, max: 30 * 24 * 60 }),
      fc.array(fc.integer({ min: 1, max: 31 * 24 * 60 }), { maxLength: 4 }),
      fc.integer({ min: 0, max: 12 * 24 * 60 }),
      (commands, inMinutes, notes, asleepUntil) => {
        const date = T0 + inMinutes * MINUTE
        const scenario = startScenario(incoming({ risks: [court({ date })] })).run(...commands)
        const { policy } = scenario.around
        const noted = notes.map((minutes) => T0 + minutes * MINUTE).sort((a, b) => a - b)
        const wakes = T0 + asleepUntil * MINUTE
        const awake = noted.filter((at) => at >= wakes)
        scenario.setTime(wakes)
        const heard = listAlerts(
          scenario,
          T0 + 40 * DAY,
          awake.map((at) => [at, note()] as const),
          T0,
        )
        const ahead = listRiskMoments({ date }, policy, EDMONTON).filter((at) => at > T0)
        const after = ahead.filter((at) => at > wakes)
        const missed = ahead.some((at) => at <= wakes) && isRiskAhead({ date }, wakes, EDMONTON) && awake[0] !== wakes
        expect(heard).toEqual([...(missed ? [wakes] : []), ...after.filter((at) => !awake.includes(at))])
      },
    ),
    { numRuns: scaleRuns(300) },
  )
})
