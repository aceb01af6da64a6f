import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { getContactDueAt } from '#shared/domain/handoff/state'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { attempt, bounce, heldMeeting } from '../../../support/domain/commands'
import { bo, T0 } from '../../../support/domain/people'
import { daily, times, version } from '../../../support/domain/plans'
import { incoming, outgoing, startScenario, type Scenario } from '../../../support/domain/scenario'

const withdraw: HandoffCommand = { kind: 'withdraw_attempt', no: 1 }
/** What a worker sees of the record, without the numbers of its tasks. */
const look = ({ handoff, state, openTasks }: Scenario) => ({
  state,
  waiting: handoff.waiting,
  bounces: handoff.bounces,
  parts: handoff.parts,
  dueAt: getContactDueAt(handoff),
  loopBack: handoff.loopBack,
  tasks: openTasks.map(({ no: _no, ...task }) => task).toSorted((a, b) => a.kind.localeCompare(b.kind)),
})
/** The record before a slip and after it was taken back a minute later. */
function slip(scenario: Scenario, outcome: AttemptOutcome, facts: Parameters<typeof attempt>[1] = {}) {
  const before = look(scenario)
  const no = scenario.handoff.attempts.length + 1
  scenario.run(attempt(outcome, facts))
  const during = look(scenario)
  scenario.advance(MINUTE).run({ kind: 'withdraw_attempt', no })
  // Tasks are found by their number, so that numbers never leave a gap.
  expect(scenario.handoff.tasks.map((task) => task.no)).toEqual(scenario.handoff.tasks.map((_task, at) => at + 1))
  return { before, during, after: look(scenario) }
}

const waiting = (checkAt: number): HandoffCommand => ({ kind: 'agree_waiting', checkAt, why: 'she_asked' })
const asked = { plan: version({ sourceMayHelp: true }), partnerHelps: true }

describe('a slip that is taken back restores what stood before it (H13)', () => {
  const CASES: readonly (readonly [string, () => Scenario, AttemptOutcome])[] = [
    [
      'waiting until she calls, "reached"',
      () =>
        startScenario()
          .run(waiting(T0 + 9 * HOUR))
          .advance(2 * HOUR),
      'reached',
    ],
    [
      'waiting until she calls, "she called us"',
      () =>
        startScenario()
          .run(waiting(T0 + 9 * HOUR))
          .advance(2 * HOUR),
      'she_called_us',
    ],
    [
      'waiting until she calls, "not now" after the agreed time',
      () =>
        startScenario()
          .run(waiting(T0 + HOUR))
          .advance(2 * HOUR),
      'no_answer',
    ],
    [
      'an open bounce with an owned action, "reached"',
      () =>
        startScenario()
          .advance(50 * HOUR)
          .run(bounce())
          .advance(HOUR),
      'reached',
    ],
    [
      'an open bounce, "she called us"',
      () =>
        startScenario()
          .advance(50 * HOUR)
          .run(bounce())
          .advance(HOUR),
      'she_called_us',
    ],
    ['the source was asked, "reached"', () => startScenario(incoming(), asked).run({ kind: 'ask_source' }).advance(HOUR), 'reached'],
    ['nothing yet, "passed on by a partner"', () => startScenario().advance(HOUR), 'partner_relayed'],
    ['nothing yet, "the number is dead"', () => startScenario().advance(HOUR), 'number_not_in_service'],
    [
      'a call that a worker had moved to the evening, "no answer"',
      () =>
        startScenario()
          .run({ kind: 'move_task', no: 1, owner: bo, dueAt: T0 + 9 * HOUR })
          .advance(HOUR),
      'no_answer',
    ],
    ['an outgoing referral that the receiver is asked about', () => startScenario(outgoing()).advance(HOUR), 'no_answer'],
  ]
  test.each(CASES)('%s', (_name, start, outcome) => {
    const { before, during, after } = slip(start(), outcome)
    expect(during).not.toEqual(before)
    expect(after).toEqual(before)
  })

  test('the two of the office that lost a wait and a bounce (named regressions)', () => {
    const lost = slip(
      startScenario()
        .run(waiting(T0 + 9 * HOUR))
        .advance(2 * HOUR),
      'reached',
    )
    expect(lost.during.state.kind).toBe('reached_not_confirmed')
    expect(lost.after.state).toEqual({ kind: 'waiting_for_her', why: 'she_asked', checkAt: T0 + 9 * HOUR })
    const settled = slip(
      startScenario()
        .advance(50 * HOUR)
        .run(bounce())
        .advance(HOUR),
      'reached',
    )
    expect(settled.after.tasks).toMatchObject([{ kind: 'bounce_action', owner: bo, dueAt: T0 + 10 * DAY }])
    expect(settled.after.dueAt).toBe(T0 + DAY)
  })

  test.each(CASES)('%s, read from the database in between', (_name, start, outcome) => {
    const scenario = start()
    const reread = () => {
      scenario.handoff = JSON.parse(JSON.stringify(scenario.handoff)) as typeof scenario.handoff
    }
    reread()
    const before = look(scenario)
    scenario.run(attempt(outcome))
    reread()
    scenario.advance(MINUTE).run({ kind: 'withdraw_attempt', no: scenario.handoff.attempts.length })
    expect(look(scenario)).toEqual(before)
  })

  test('a task that the attempt left alone is left alone', () => {
    const scenario = startScenario().run(heldMeeting(T0 + 3 * DAY), attempt('reached'))
    const count = scenario.events.length
    scenario.run(withdraw)
    const line = scenario.openTasks.find(({ kind }) => kind === 'plan_line')
    expect(line).toMatchObject({ dueAt: T0 + 3 * DAY })
    expect(scenario.events.slice(count).filter((event) => event.kind === 'task_moved' && event.no === line?.no)).toEqual([])
  })

  test('a task that the attempt moved, and a worker moved again since, stays where the worker put it', () => {
    const scenario = startScenario().run({ kind: 'move_task', no: 1, owner: bo, dueAt: T0 + 9 * HOUR })
    scenario.advance(HOUR).run(attempt())
    const no = scenario.nextTask?.no ?? 0
    scenario.run({ kind: 'move_task', no, owner: bo, dueAt: T0 + 11 * HOUR }, withdraw)
    expect(scenario.openTasks).toMatchObject([{ kind: 'reach_her', owner: bo, dueAt: T0 + 11 * HOUR }])
  })

  test('what was really done since stays', () => {
    const moved = startScenario().run(attempt())
    const task = moved.nextTask?.no ?? 0
    moved.run({ kind: 'move_task', no: task, owner: bo, dueAt: T0 + 9 * HOUR }, withdraw)
    expect(moved.openTasks).toMatchObject([{ kind: 'reach_her', owner: bo, dueAt: T0 + 9 * HOUR, byHand: true }])
    const agreed = startScenario().run(waiting(T0 + 9 * HOUR), attempt('reached'), waiting(T0 + 20 * HOUR), withdraw)
    expect(agreed.state).toMatchObject({ kind: 'waiting_for_her', checkAt: T0 + 20 * HOUR })
    const bouncedAgain = startScenario()
      .advance(50 * HOUR)
      .run(bounce(), attempt('reached'), bounce({ dueAt: T0 + 12 * DAY }), withdraw)
    expect(bouncedAgain.handoff.bounces.map(({ settledAt }) => settledAt === null)).toEqual([false, true])
    const changed = startScenario().run(attempt())
    changed.changeSituation({ plan: version({ safeHours: times(daily('18:00', '20:00')) }, undefined, 2) })
    changed.run({ kind: 'change_plan', version: 2, verified: true }, withdraw)
    expect(changed.nextTask).toMatchObject({ kind: 'reach_her', dueAt: T0 + 8 * HOUR })
  })

  test('a slot that ended meanwhile is planned anew', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('10:00', '10:10'), daily('18:00', '20:00')) }) })
    scenario
      .run(attempt())
      .advance(12 * MINUTE)
      .run(withdraw)
    expect(scenario.nextTask).toMatchObject({ kind: 'reach_her', dueAt: T0 + 8 * HOUR })
  })

  test('an attempt of an earlier version, which does not say what it changed, is taken back as far as is known', () => {
    const scenario = startScenario().run(attempt('partner_relayed', { channel: 'through_partner', wayId: null }))
    scenario.handoff = { ...scenario.handoff, undo: null }
    expect(scenario.run(withdraw).state.kind).toBe('contact_due')
  })
})

describe('a contact that is written down late (C1, C8)', () => {
  test('reached at hour 23, written at hour 47 after a bounce: the due time stays, and the entry is late', () => {
    const scenario = startScenario()
      .advance(46 * HOUR)
      .run(bounce())
      .advance(HOUR)
    scenario.run(attempt('reached', { at: T0 + 23 * HOUR }))
    expect(scenario.handoff.bounces[0]?.settledAt).toBe(T0 + 47 * HOUR)
    expect(getContactDueAt(scenario.handoff)).toBe(T0 + 24 * HOUR)
    expect(scenario.handoff.attempts[0]?.marks).toContain('late_entry')
    expect(scenario.state.kind).toBe('reached_not_confirmed')
  })
  test('a withdrawn attempt does not stand in the way of a corrected receipt', () => {
    const scenario = startScenario(incoming(), {})
      .advance(2 * HOUR)
      .run(attempt('no_answer', { at: T0 + HOUR }), withdraw)
    const correct: HandoffCommand = { kind: 'correct_received', receivedAt: T0, reason: 'read wrongly' }
    expect(scenario.asks({ ...correct, receivedAt: T0 - HOUR }).ok).toBe(true)
    const late = startScenario(incoming({ receivedAt: T0 - 3 * HOUR, earlierBecause: 'paper' })).run(
      attempt('no_answer', { at: T0 - 2 * HOUR }),
    )
    expect(late.asks({ kind: 'correct_received', receivedAt: T0 - HOUR, reason: 'paper' })).toMatchObject({ ok: false })
    expect(late.run(withdraw).asks({ kind: 'correct_received', receivedAt: T0 - HOUR, reason: 'paper' }).ok).toBe(true)
  })
})
