import { describe, expect, test } from 'vitest'
import { replay } from '#shared/domain/handoff/apply'
import { decide } from '#shared/domain/handoff/decide/decide'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { PersonId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy/policy'
import { STAFF_AWAY } from '#shared/domain/staff/worker'
import { attempt, bounce, close, confirmation, correct, refusalReason, refusal, reopen } from '../../../support/domain/commands'
import { amira, bo, sol, T0 } from '../../../support/domain/people'
import { daily, sheCalls, times, version } from '../../../support/domain/plans'
import { startScenario, incoming, outgoing, type Scenario } from '../../../support/domain/scenario'

/** Returns the events of one command that are not about tasks. */
const decideAndListEvents = (scenario: Scenario, command: HandoffCommand): readonly HandoffEvent[] | string => {
  const outcome = scenario.asks(command)
  return outcome.ok ? outcome.value.filter(({ kind }) => !kind.startsWith('task_')) : outcome.failure.reason
}
const stamp = { at: T0, by: amira }

describe('what a person did carries her name, what the clock did nobody’s (T1)', () => {
  test('with every event of it, those about tasks included', () => {
    const scenario = startScenario().changeSituation({ by: bo }).run(attempt('reached'))
    expect(new Set(scenario.events.slice(2).map(({ by }) => by))).toEqual(new Set([bo]))
  })
  test('the clock alone looks again, and tells whom it tells', () => {
    const outcome = startScenario()
      .changeSituation({ plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
      .asks({ kind: 'look_again' })
    expect(outcome.ok && outcome.value.map(({ kind, by }) => [kind, by])).toEqual([['task_moved', null]])
    expect(decideAndListEvents(startScenario(), { kind: 'pass_due', told: sol })).toEqual([
      { at: T0, by: null, kind: 'due_passed', told: sol },
    ])
  })
})

describe('what is known changes, and is kept as an event', () => {
  test('an interpreter is booked, or called off (section 5)', () => {
    const when = { from: T0 + HOUR, until: T0 + 2 * HOUR }
    expect(decideAndListEvents(startScenario(), { kind: 'book_interpreter', ...when })).toEqual([
      { ...stamp, kind: 'interpreter_booked', ...when },
    ])
    expect(decideAndListEvents(startScenario(), { kind: 'cancel_interpreter', ...when })).toEqual([
      { ...stamp, kind: 'interpreter_cancelled', ...when },
    ])
  })
  test('a note, in our words or in hers, and none without words', () => {
    for (const herWords of [true, false])
      expect(decideAndListEvents(startScenario(), { kind: 'add_note', note: 'says she is well', herWords })).toEqual([
        { ...stamp, kind: 'note_added', note: 'says she is well', herWords },
      ])
    expect(startScenario().asks({ kind: 'add_note', note: '', herWords: false })).toEqual(refusal('reason_needed', 'note'))
  })
  test('what may be said to the source, and what was said (H6)', () => {
    const scenario = startScenario().run({ kind: 'set_may_tell', mayTellSource: 'reached_or_not' })
    expect(scenario.events.at(-1)).toEqual({ ...stamp, kind: 'may_tell_changed', mayTellSource: 'reached_or_not' })
    expect(scenario.handoff.mayTellSource).toBe('reached_or_not')
    const said = { kind: 'tell_source', sentence: 'reached_or_not', rangBack: true } as const
    const before = scenario.handoff
    expect(scenario.run(said).events.at(-1)).toEqual({ ...stamp, kind: 'source_told', sentence: 'reached_or_not', rangBack: true })
    expect(scenario.handoff).toEqual({ ...before, version: before.version + 1 })
  })
  test('her record is joined to another of hers, and parted again', () => {
    const other = '01936a00-0000-7000-8000-000000000012' as PersonId
    const held = { personId: other, stoppedAt: T0 - DAY, waiting: { checkAt: T0 + HOUR, why: 'not_safe', since: T0 - DAY } } as const
    const scenario = startScenario().run({ kind: 'merge_person', ...held })
    expect(scenario.events.find(({ kind }) => kind === 'person_merged')).toEqual({ ...stamp, kind: 'person_merged', ...held })
    expect(scenario.handoff).toMatchObject(held)
    expect(scenario.openTasks.map(({ kind }) => kind)).toEqual(['check_she_called'])
    const before = { personId: startScenario().handoff.personId, stoppedAt: null, waiting: null }
    scenario.run({ kind: 'unmerge_person', ...before })
    expect(scenario.events.find(({ kind }) => kind === 'person_unmerged')).toEqual({ ...stamp, kind: 'person_unmerged', ...before })
    expect(scenario.handoff).toMatchObject(before)
    expect(scenario.openTasks.map(({ kind }) => kind)).toEqual(['reach_her'])
    expect(replay(scenario.events)).toStrictEqual(scenario.handoff)
  })
})

describe('entered in error', () => {
  const error = (reason = 'twice') => ({ kind: 'mark_error', reason }) as const
  test('needs a reason, is said once, and keeps both', () => {
    expect(startScenario().asks(error(''))).toEqual(refusal('reason_needed', 'reason'))
    const scenario = startScenario().run(error())
    expect(scenario.handoff.enteredInError).toEqual({ reason: 'twice', at: T0 })
    expect(scenario.asks(error())).toEqual(refusal('already_closed'))
  })
  test('a closed one may still turn out to be an error', () =>
    expect(refusalReason(startScenario().run(close('other_outcome', 'gone')).asks(error()))).toBeUndefined())
})

describe('what a closed handoff still takes, and nothing else', () => {
  const closed = () => startScenario(incoming({ risks: [{ kind: 'court_date', date: T0 + 9 * DAY, what: '', routedTo: 'the clinic' }] }))
  test('what is known, said or put right', () => {
    const scenario = closed().run({ kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: '' })
    const no = scenario.handoff.version
    scenario.run(close('other_outcome', 'gone'))
    const held = { personId: scenario.handoff.personId, stoppedAt: null, waiting: null }
    const taken: readonly HandoffCommand[] = [
      reopen,
      { kind: 'mark_error', reason: 'twice' },
      { kind: 'add_note', note: 'she wrote', herWords: false },
      { kind: 'tell_source', sentence: 'nothing', rangBack: false },
      { kind: 'set_may_tell', mayTellSource: 'receipt_only' },
      correct(T0 - HOUR),
      { kind: 'merge_person', ...held },
      { kind: 'unmerge_person', ...held },
      { kind: 'add_risk', risk: { kind: 'other', date: T0 + DAY, what: '', routedTo: 'us' } },
      { kind: 'acknowledge_risk', no: 1 },
      { kind: 'correct_risk', no: 1, to: null, reason: 'it was moved' },
      { kind: 'explain_override', no, words: 'she rang and was cut off' },
    ]
    expect(taken.filter((command) => !scenario.asks(command).ok).map(({ kind }) => kind)).toEqual([])
    // None of them gives a closed handoff a task (H1).
    for (const command of taken.slice(1)) expect(decideAndListEvents(scenario, command)).toEqual(listEvents(scenario, command))
  })
  const listEvents = (scenario: Scenario, command: HandoffCommand) => {
    const outcome = scenario.asks(command)
    return outcome.ok ? outcome.value : []
  }
  test.each<HandoffCommand>([
    attempt(),
    confirmation(),
    bounce(),
    close(),
    { kind: 'assign', to: bo, reason: '' },
    { kind: 'stop' },
    { kind: 'look_again' },
    { kind: 'pass_due', told: sol },
    { kind: 'tell_supervisor' },
    { kind: 'ask_source' },
    { kind: 'end_waiting' },
    { kind: 'move_task', no: 1, owner: bo, dueAt: T0 + DAY },
    { kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: null },
    { kind: 'change_plan', version: 2, verified: true },
  ])('$kind', (command) => expect(closed().run(close('other_outcome', 'gone')).asks(command)).toEqual(refusal('already_closed')))
})

describe('what changes only what is known plans nothing anew', () => {
  // The plan allows another time by now; only commands about the work consider it.
  const scenario = () => startScenario().changeSituation({ plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
  test.each<HandoffCommand>([
    { kind: 'add_note', note: 'she wrote', herWords: false },
    { kind: 'tell_source', sentence: 'nothing', rangBack: false },
    { kind: 'set_may_tell', mayTellSource: 'receipt_only' },
    { kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: '' },
    { kind: 'move_task', no: 1, owner: bo, dueAt: T0 },
    { kind: 'pass_due', told: sol },
    { kind: 'add_risk', risk: { kind: 'other', date: T0 + DAY, what: '', routedTo: 'us' } },
  ])('$kind', (command) => {
    const outcome = scenario().asks(command)
    expect(outcome.ok && outcome.value).toHaveLength(1)
  })
  test('nor do its answers later on', () => {
    const later = scenario().run(
      { kind: 'add_risk', risk: { kind: 'other', date: T0 + DAY, what: '', routedTo: 'us' } },
      { kind: 'show_number', wayId: 'w1', channel: 'call', safeCheck: 'safe', override: '' },
    )
    for (const command of [
      { kind: 'explain_override', no: later.handoff.version, words: 'she was cut off' },
      { kind: 'acknowledge_risk', no: 1 },
      { kind: 'correct_risk', no: 1, to: null, reason: 'it was moved' },
    ] as const) {
      const outcome = later.asks(command)
      expect(outcome.ok && outcome.value).toHaveLength(1)
    }
  })
})

describe('who is told that the standard has passed (C3)', () => {
  test('the workflow owner once', () => {
    const scenario = startScenario().setTime(T0 + DAY)
    expect(scenario.run({ kind: 'pass_due', told: sol }).asks({ kind: 'pass_due', told: sol })).toEqual(refusal('wrong_state'))
  })
  test('the supervisor so long after it as the policy says, not a moment before, once, and never without such a rule', () => {
    const tell = { kind: 'tell_supervisor' } as const
    const scenario = startScenario(incoming(), { policy: { ...DEFAULT_POLICY, supervisorAfter: 3 * HOUR } }).setTime(T0 + 27 * HOUR - 1)
    expect(scenario.asks(tell)).toEqual(refusal('wrong_state'))
    scenario.setTime(T0 + 27 * HOUR).run(tell)
    expect(scenario.events.at(-1)).toEqual({ at: T0 + 27 * HOUR, by: null, kind: 'supervisor_told', told: sol })
    expect(scenario.handoff.supervisorToldAt).toBe(T0 + 27 * HOUR)
    expect(scenario.advance(HOUR).asks(tell)).toEqual(refusal('wrong_state'))
    expect(
      startScenario()
        .setTime(T0 + 9 * DAY)
        .asks(tell),
    ).toEqual(refusal('wrong_state'))
  })
})

describe('a task that a person moves (H1)', () => {
  const move = (no: number, dueAt: number) => ({ kind: 'move_task', no, owner: bo, dueAt }) as const
  test('is one that is still open, and goes to now at the earliest', () => {
    const scenario = startScenario().run(attempt())
    expect(scenario.asks(move(1, T0 + DAY))).toEqual(refusal('no_such_task'))
    expect(refusalReason(scenario.asks(move(2, T0)))).toBeUndefined()
    expect(scenario.asks(move(2, T0 - 1))).toEqual(refusal('due_in_the_past', 'dueAt'))
  })
  test('overdue, or at a time that she allows no longer, it may be given to somebody else as it is', () => {
    expect(
      startScenario()
        .advance(5 * HOUR)
        .run(move(1, T0)).nextTask,
    ).toMatchObject({ owner: bo, dueAt: T0, byHand: true })
    const evenings = version({ safeHours: times(daily('18:00', '20:00')) })
    expect(refusalReason(startScenario().changeSituation({ plan: evenings }).asks(move(1, T0)))).toBeUndefined()
  })
  test('where she has no safe time at all the refusal names none', () => {
    const never = version({ neverHours: [daily('00:00', '24:00')] })
    expect(
      startScenario()
        .changeSituation({ plan: never })
        .asks(move(1, T0 + HOUR)),
    ).toEqual(refusal('outside_safe_times', 'dueAt'))
  })
})

test('a stop is an event of its own, said once (P4)', () => {
  const scenario = startScenario().run({ kind: 'stop' })
  expect(scenario.events.find(({ kind }) => kind === 'stopped_as_unsafe')).toEqual({ ...stamp, kind: 'stopped_as_unsafe' })
  expect(scenario.handoff).toMatchObject({ personId: startScenario().handoff.personId, stoppedAt: T0 })
  expect(scenario.asks({ kind: 'stop' })).toEqual(refusal('stopped_as_unsafe'))
})

test('only what we are to reach ourselves waits where she has no safe way (C7, H8)', () => {
  expect(startScenario(outgoing(), { plan: sheCalls() }).state.kind).toBe('contact_due')
  expect(startScenario(incoming(), { plan: sheCalls() }).state.kind).toBe('waiting_for_her')
})

test('reopened, a stop is what her plan says now, not what stood when it was closed (P4)', () => {
  const stopped = startScenario().run({ kind: 'stop' }, close('other_outcome', 'left town')).advance(DAY)
  const now = { ...stopped.around, stoppedAt: null }
  const over = decide(stopped.handoff, reopen, now)
  expect(over.ok && over.value.slice(0, 2)).toMatchObject([{ kind: 'reopened' }, { kind: 'plan_changed', version: 1, verified: true }])
  const kept = decide(stopped.handoff, reopen, { ...now, plan: null })
  expect(kept.ok && kept.value.map(({ kind }) => kind)).not.toContain('plan_changed')

  const begun = (scenario: Scenario) =>
    decide(
      scenario.run(close('other_outcome', 'left town')).handoff,
      { kind: 'reopen', reason: 'she rang again', taken: { by: bo, why: STAFF_AWAY } },
      {
        ...scenario.around,
        stoppedAt: T0 - DAY,
      },
    )
  const [ours, partnersEvents] = [begun(startScenario()), begun(startScenario(outgoing()))]
  const kinds = ['reopened', 'assigned', 'stopped_as_unsafe', 'waiting_began', 'task_opened']
  expect(ours.ok && ours.value.map(({ kind }) => kind)).toEqual(kinds)
  expect(partnersEvents.ok && partnersEvents.value.map(({ kind }) => kind)).toEqual(['reopened', 'assigned', 'task_opened'])
})
