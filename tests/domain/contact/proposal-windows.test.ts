import { describe, expect, test } from 'vitest'
import { listCountedTries } from '#shared/domain/contact/attempt'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { attempt, bounce, reopen, close, refusal, confirmation } from '../../support/domain/commands'
import { T0 } from '../../support/domain/people'
import { daily, times, version } from '../../support/domain/plans'
import { startScenario, incoming, standard } from '../../support/domain/scenario'

// T0 is 10:00 on the shelter's clock.

describe('the windows of the fallback (C5)', () => {
  test('two tries in the first 24 h, one in the second, then the bounce is due at 48 h', () => {
    const scenario = startScenario()
    expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0, nth: 1, window: 'first' })
    scenario.run(attempt())
    expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0 + 2 * HOUR, nth: 2, window: 'first', because: ['gap'] })
    scenario.advance(2 * HOUR).run(attempt())
    expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0 + 24 * HOUR, nth: 3, window: 'second', because: ['second_window'] })
    scenario.setTime(T0 + 24 * HOUR).run(attempt())
    expect(scenario.proposal).toEqual({ kind: 'tries_made', bounceDueAt: T0 + 48 * HOUR })
    expect(scenario.openTasks.map((task) => [task.kind, task.dueAt])).toEqual([['record_bounce', T0 + 48 * HOUR]])
    expect(scenario.fallbackFollowed).toBe(true)
  })

  test('under a 48 h standard the windows are 0 to 48 and 48 to 72, and the bounce is due at 72', () => {
    const scenario = startScenario(incoming({ standard: standard({ hours: 48 }) }))
      .run(attempt())
      .advance(30 * HOUR)
      .run(attempt())
    expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0 + 48 * HOUR, window: 'second' })
    scenario.setTime(T0 + 72 * HOUR - 1).run(attempt())
    expect(scenario.proposal).toEqual({ kind: 'tries_made', bounceDueAt: T0 + 72 * HOUR })
    expect(scenario.fallbackFollowed).toBe(true)
    expect(scenario.setTime(T0 + 72 * HOUR).proposal).toEqual({ kind: 'windows_over', bounceDueAt: T0 + 72 * HOUR })
  })

  test('a try a millisecond before the end of a window counts in it, one at the end in the next', () => {
    const inFirst = startScenario()
      .run(attempt())
      .setTime(T0 + 24 * HOUR - 1)
      .run(attempt())
    expect(inFirst.proposal).toMatchObject({ nth: 3, window: 'second', at: T0 + 26 * HOUR - 1 })
    const late = startScenario()
      .run(attempt())
      .setTime(T0 + 24 * HOUR)
      .run(attempt())
      .setTime(T0 + 30 * HOUR)
    expect(late.fallbackFollowed).toBe(false)
    expect(late.proposal).toMatchObject({ kind: 'slot', nth: 3, window: 'second' })
  })

  test('one try in the first window is not enough, however many follow in the second', () => {
    const scenario = startScenario()
      .run(attempt())
      .setTime(T0 + 25 * HOUR)
      .run(attempt())
      .setTime(T0 + 30 * HOUR)
      .run(attempt())
    expect(scenario.proposal.kind).toBe('tries_made')
    expect(scenario.fallbackFollowed).toBe(false)
  })

  test('without a third try in the second window it was not followed', () => {
    expect(
      startScenario()
        .run(attempt())
        .advance(3 * HOUR)
        .run(attempt())
        .advance(3 * HOUR)
        .run(attempt())
        .setTime(T0 + 49 * HOUR).fallbackFollowed,
    ).toBe(false)
  })
})

describe('the gap between tries (C5)', () => {
  test('a second call within two hours does not count as a new attempt, whatever the channel', () => {
    const scenario = startScenario()
      .run(attempt())
      .advance(2 * HOUR - 1)
      .run(attempt('message_sent', { channel: 'text' }))
    expect(scenario.state).toEqual({ kind: 'attempting', made: 1 })
    expect(scenario.proposal).toMatchObject({ nth: 2, at: T0 + 4 * HOUR - 1 })
  })
  test('exactly two hours later it counts', () =>
    expect(
      startScenario()
        .run(attempt())
        .advance(2 * HOUR)
        .run(attempt()).state,
    ).toEqual({ kind: 'attempting', made: 2 }))
  test('the gap is counted from the last try that counted', () => {
    const tries = [0, 90 * MINUTE, 3 * HOUR].map((at) => ({ at, outcome: 'no_answer' as const, withdrawn: false }))
    expect(listCountedTries(tries, 2 * HOUR)).toEqual([0, 3 * HOUR])
  })
  test('it is a setting', () => {
    const scenario = startScenario()
      .changeSituation({ policy: { ...startScenario().around.policy, gap: 30 * MINUTE } })
      .run(attempt())
      .advance(30 * MINUTE)
      .run(attempt())
    expect(scenario.state).toEqual({ kind: 'attempting', made: 2 })
  })
  test.each(['interpreter_missing', 'not_safe_stopped'] as const)('%s is no try', (outcome) => {
    expect(listCountedTries([{ at: T0, outcome, withdrawn: false }], HOUR)).toEqual([])
  })
  test('a withdrawn one counts for nothing', () => {
    const scenario = startScenario().run(attempt(), { kind: 'withdraw_attempt', no: 1 })
    expect(scenario.proposal).toMatchObject({ at: T0, nth: 1 })
  })
  test('it is kept to a call before a reopening too', () => {
    const scenario = startScenario().run(attempt('reached'), confirmation(), close()).advance(MINUTE).run(reopen)
    expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0 + 2 * HOUR, nth: 1, window: 'first' })
  })
})

describe('inside her safe times (C5, P1)', () => {
  test('the next slot is the earliest safe moment, and says until when', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
    expect(scenario.proposal).toMatchObject({ at: T0 + 8 * HOUR, until: T0 + 10 * HOUR, because: ['safe_times'] })
    expect(scenario.nextTask).toMatchObject({ kind: 'reach_her', dueAt: T0 + 8 * HOUR, until: T0 + 10 * HOUR })
  })
  test('never-hours are cut out', () => {
    const scenario = startScenario(incoming(), { plan: version({ neverHours: [daily('09:00', '15:30')] }) })
    expect(scenario.proposal).toMatchObject({ at: T0 + 5.5 * HOUR })
  })
  test('where they leave no room for one required try the engine goes on to the next window and says so, and it counts as followed', () => {
    // One hour a day: never two attempts, two hours apart.
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('18:00', '19:00')) }) })
      .advance(8 * HOUR)
      .run(attempt())
    expect(scenario.proposal).toMatchObject({
      kind: 'slot',
      at: T0 + 32 * HOUR,
      window: 'second',
      because: ['no_room_in_first_window', 'safe_times'],
    })
    scenario.setTime(T0 + 32 * HOUR).run(attempt())
    expect(scenario.fallbackFollowed).toBe(true)
  })
  test('room that was there and not used is not excused', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('18:00', '19:00')) }) })
      .setTime(T0 + 32 * HOUR)
      .run(attempt())
    expect(scenario.fallbackFollowed).toBe(false)
  })
  test('where they leave no safe moment at all it says so, names the next one after the windows, and it counts as followed', () => {
    // Friday 10:00 to Sunday 10:00; the person may be called on Wednesdays.
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('09:00', '10:00', [3])) }) })
    expect(scenario.proposal).toMatchObject({
      kind: 'no_safe_moment',
      bounceDueAt: T0 + 2 * DAY,
      next: { from: T0 + 5 * DAY - HOUR, until: T0 + 5 * DAY },
    })
    expect(scenario.fallbackFollowed).toBe(true)
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['reach_her', 'record_bounce'])
  })
  test('with no safe hour in any week there is no next one either', () => {
    const scenario = startScenario(incoming(), { plan: version({ neverHours: [daily('00:00', '24:00')] }) })
    expect(scenario.proposal).toEqual({ kind: 'no_safe_moment', bounceDueAt: T0 + 2 * DAY, next: null })
  })
})

describe('the loop-back to the source (C5)', () => {
  const allowed = { plan: version({ sourceMayHelp: true }), partnerHelps: true }
  const toSecond = (situation: Parameters<typeof startScenario>[1]) =>
    startScenario(incoming(), situation)
      .run(attempt())
      .advance(3 * HOUR)
      .run(attempt())
      .advance(HOUR)

  test('stands beside the third attempt', () => {
    const scenario = toSecond(allowed)
    expect(scenario.openTasks.map((task) => [task.kind, task.dueAt])).toEqual([
      ['reach_her', T0 + 24 * HOUR],
      ['ask_source', T0 + 24 * HOUR],
    ])
  })
  test.each([
    ['she did not allow it', { plan: version({ sourceMayHelp: false }), partnerHelps: true }],
    ['the source made no agreement', { plan: version({ sourceMayHelp: true }), partnerHelps: false }],
  ])('is neither proposed nor taken when %s', (_name, situation) => {
    const scenario = toSecond(situation)
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['reach_her'])
    expect(scenario.asks({ kind: 'ask_source' })).toEqual(refusal('loop_back_not_allowed'))
    expect(scenario.setTime(T0 + 24 * HOUR).run(attempt()).fallbackFollowed).toBe(true)
  })
  test('is not possible when she came by herself', () => {
    expect(startScenario(incoming({ source: { kind: 'herself' } }), allowed).asks({ kind: 'ask_source' })).toEqual(
      refusal('loop_back_not_allowed'),
    )
  })
  test('allowed and not asked, the fallback was not followed', () => {
    const scenario = toSecond(allowed)
      .setTime(T0 + 24 * HOUR)
      .run(attempt())
    expect(scenario.fallbackFollowed).toBe(false)
    expect(scenario.run({ kind: 'ask_source' }).fallbackFollowed).toBe(true)
  })
  test('asked at the end of the windows it came too late', () => {
    const scenario = toSecond(allowed)
      .setTime(T0 + 24 * HOUR)
      .run(attempt())
      .setTime(T0 + 48 * HOUR)
      .run({ kind: 'ask_source' })
    expect(scenario.fallbackFollowed).toBe(false)
  })
  test('is chased by a member of staff for 24 h, and is asked once at a time', () => {
    const scenario = toSecond(allowed)
      .setTime(T0 + 25 * HOUR)
      .run({ kind: 'ask_source' })
    expect(scenario.state).toEqual({ kind: 'loop_back_asked', answerDueAt: T0 + 49 * HOUR })
    expect(scenario.openTasks.find((task) => task.kind === 'chase_source')).toMatchObject({
      dueAt: T0 + 49 * HOUR,
      waitsOn: 'source',
      owner: scenario.handoff.assignedTo,
    })
    expect(scenario.asks({ kind: 'ask_source' })).toEqual(refusal('loop_back_open'))
  })
  test('its answer ends the chase, and "she will call" waits for her', () => {
    const scenario = toSecond(allowed).run(
      { kind: 'ask_source' },
      { kind: 'source_answered', answer: 'she_will_call', words: '', checkAt: T0 + 20 * HOUR },
    )
    expect(scenario.state).toEqual({ kind: 'waiting_for_her', why: 'she_calls_us', checkAt: T0 + 20 * HOUR })
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['check_she_called'])
    expect(scenario.asks({ kind: 'source_answered', answer: 'new_way', words: '', checkAt: null })).toEqual(refusal('no_loop_back_open'))
  })
})

test('whether the fallback was followed is kept with the bounce, also when a person records it early (C6)', () => {
  const early = startScenario().run(attempt()).advance(HOUR).run(bounce())
  expect(early.handoff.bounces[0]).toMatchObject({ fallbackFollowed: false, at: T0 + HOUR })
  const full = startScenario()
    .run(attempt())
    .advance(3 * HOUR)
    .run(attempt())
    .setTime(T0 + 25 * HOUR)
    .run(attempt())
    .setTime(T0 + 48 * HOUR)
    .run(bounce())
  expect(full.handoff.bounces[0]?.fallbackFollowed).toBe(true)
})
