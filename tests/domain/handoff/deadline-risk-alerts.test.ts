import { describe, expect, test } from 'vitest'
import type { DeadlineRisk } from '#shared/domain/handoff/confirmation'
import { isRiskAhead, findNextRiskAlert, listRiskMoments, isRiskNoteDue, replaceRisks } from '#shared/domain/handoff/deadline-risk'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { DAY, endOfDay, HOUR } from '#shared/domain/core/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy/policy'
import { attempt, confirmation, refusalReason, refusal } from '../../support/domain/commands'
import { EDMONTON, sol, T0 } from '../../support/domain/people'
import { startScenario, incoming } from '../../support/domain/scenario'

// T0 is 10:00 on the shelter's clock; its shifts begin at 7:00 and 19:00.
const court = (facts: Partial<DeadlineRisk> = {}): DeadlineRisk => ({
  kind: 'court_date',
  date: T0 + 10 * DAY,
  what: 'hearing',
  routedTo: 'the clinic',
  ...facts,
})
const order = court({ kind: 'order_expiry', date: T0 + 12 * DAY, what: 'order ends' })
const add = (facts: Partial<DeadlineRisk> = {}): HandoffCommand => ({ kind: 'add_risk', risk: court(facts) })
const change = (to: DeadlineRisk | null, no = 1): HandoffCommand => ({ kind: 'correct_risk', no, to, reason: 'the court wrote' })
const note = (no: number): HandoffCommand => ({ kind: 'acknowledge_risk', no })
const two = () => startScenario(incoming({ risks: [court(), order] }))

describe('when a date outside our control calls for somebody', () => {
  test.each([
    ['in the morning itself', -3, -3],
    ['in the day', 4, -3],
    ['in the evening', 11, -3],
  ] as const)('of one %s the first shift of its day is told', (_when, hour, first) => {
    const day = T0 + 10 * DAY
    expect(listRiskMoments({ date: day + hour * HOUR }, DEFAULT_POLICY, EDMONTON)).toEqual([
      day + hour * HOUR - 7 * DAY,
      day + hour * HOUR - 2 * DAY,
      day + first * HOUR,
    ])
  })
  test('its day is over at midnight, not a moment later', () => {
    const date = T0 + 10 * DAY
    const midnight = endOfDay(date, EDMONTON)
    expect([isRiskAhead({ date }, midnight - 1, EDMONTON), isRiskAhead({ date }, midnight, EDMONTON)]).toEqual([true, false])
    const { handoff, around: situation } = startScenario(incoming({ risks: [court()] }))
    const asked = { handoff, policy: situation.policy, zone: EDMONTON, alertedAt: T0 }
    expect(findNextRiskAlert({ ...asked, now: midnight - 1 })).toEqual({ at: midnight - 1, level: 'date', dueAt: date })
    expect(findNextRiskAlert({ ...asked, now: midnight })).toBeNull()
  })
  test('of several the soonest, whichever was written first', () => {
    for (const risks of [
      [court(), order],
      [order, court()],
    ]) {
      const { handoff, around: situation } = startScenario(incoming({ risks }))
      expect(findNextRiskAlert({ handoff, policy: situation.policy, zone: EDMONTON, now: T0, alertedAt: T0 })).toEqual({
        at: T0 + 3 * DAY,
        level: 'date',
        dueAt: T0 + 10 * DAY,
      })
    }
  })
  test('it waits for a note from its moment on, and no longer from the moment of the note', () => {
    const risk = { ...court(), no: 1, since: T0, acknowledged: null }
    const waits = (
      now: number,
      facts: Partial<typeof risk> | { readonly acknowledged: { readonly at: number; readonly by: typeof sol } } = {},
    ) => isRiskNoteDue({ ...risk, ...facts }, now, DEFAULT_POLICY, EDMONTON)
    const first = T0 + 3 * DAY
    expect([waits(first - 1), waits(first)]).toEqual([false, true])
    expect([waits(first, { since: first }), waits(first, { since: first - 1 }), waits(first + HOUR, { since: first + 1 })]).toEqual([
      false,
      true,
      false,
    ])
    expect(waits(first, { acknowledged: { at: first, by: sol } })).toBe(false)
    expect(waits(first, { acknowledged: { at: first - 1, by: sol } })).toBe(true)
  })
})

describe('several dates on one record', () => {
  test('each is acknowledged by itself, by whoever did it', () => {
    const scenario = two().advance(HOUR).changeSituation({ by: sol }).run(note(2))
    expect(scenario.handoff.risks.map(({ acknowledged }) => acknowledged)).toEqual([null, { at: T0 + HOUR, by: sol }])
    expect(scenario.events.at(-1)).toMatchObject({ kind: 'risk_acknowledged', no: 2, risk: 'order_expiry', date: T0 + 12 * DAY })
    expect(scenario.asks(note(3))).toEqual(refusal('no_such_date'))
  })
  test('one is corrected, the other stays; the event keeps what stood', () => {
    const scenario = two().run(change(court({ date: T0 + 20 * DAY })))
    expect(scenario.handoff.risks).toMatchObject([
      { no: 1, date: T0 + 20 * DAY },
      { no: 2, date: T0 + 12 * DAY },
    ])
    expect(scenario.events.at(-1)).toMatchObject({ kind: 'risk_corrected', was: court(), to: court({ date: T0 + 20 * DAY }) })
    expect(scenario.run(change(null)).handoff.risks).toMatchObject([{ no: 2 }])
  })
  test('said in other words it keeps its number, its moment and who took note of it', () => {
    const scenario = two()
      .run(note(1))
      .advance(HOUR)
      .run(change(court({ what: 'second hearing' })))
    expect(scenario.handoff.risks[0]).toMatchObject({ no: 1, what: 'second hearing', since: T0, acknowledged: { at: T0 } })
  })
  test('no date is moved onto another that is written down, only onto itself', () => {
    expect(two().asks(change(order))).toEqual(refusal('date_is_there', 'date'))
    expect(refusalReason(two().asks(change(court({ what: 'the same' }))))).toBeUndefined()
    expect(refusalReason(two().asks(change(null)))).toBeUndefined()
    expect(refusalReason(startScenario(incoming({ risks: [court()] })).asks(change(court())))).toBeUndefined()
  })
  test('the same kind on another day is another date, and one that is just now is none', () => {
    expect(refusalReason(two().asks(add({ date: T0 + 11 * DAY })))).toBeUndefined()
    expect(two().asks(add({ date: T0 }))).toEqual(refusal('due_in_the_past', 'date'))
    expect(refusalReason(two().asks(add({ date: T0 + 1 })))).toBeUndefined()
  })
  test('asked anew, each keeps its number, also where one was written twice', () => {
    const twice = replaceRisks({ risks: [], risksEver: 0 }, [court(), court()], T0)
    expect(twice.risks.map(({ no }) => no)).toEqual([1, 2])
    expect(replaceRisks(twice, [court(), court(), order], T0 + HOUR)).toMatchObject({
      risks: [{ no: 1 }, { no: 2 }, { no: 3, since: T0 + HOUR }],
      risksEver: 3,
    })
    const other = two().run(
      attempt('reached'),
      confirmation({ risks: { answer: 'dates', dates: [order, court({ what: 'hearing, room 4' })] } }),
    )
    expect(other.handoff.risks).toMatchObject([{ no: 1, what: 'hearing, room 4' }, { no: 2 }])
  })
})
