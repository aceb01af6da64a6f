import { describe, expect, test } from 'vitest'
import { findBeginning, getRunTime, replayMeeting } from '#shared/domain/meeting/apply'
import { measureElapsed, shiftReading } from '#shared/domain/core/elapsed'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { joinCommand, startMeetingScenario, type MeetingScenario } from '../../support/domain/meeting-scenario'
import { T0 } from '../../support/domain/people'

const SECOND = 1_000

const close = (at: number | null = null) => ({ kind: 'close', how: 'she_ended_it', words: '', at }) as const
const read = ({ now, setBy }: MeetingScenario) => ({ at: now, steady: { run: 'test', ms: now - setBy } })
const setClock = (scenario: MeetingScenario, by: number) => {
  scenario.now += by
  scenario.setBy += by
}

describe('a meeting of 40 real minutes in which the clock of the PC was set (T3)', () => {
  test.each([
    ['never', 0, T0],
    // A clock that was ahead and is put right: it began as long ago as it really did.
    ['ten minutes back', -10 * MINUTE, T0 - 10 * MINUTE],
    ['an hour back', -HOUR, T0 - HOUR],
    ['three days back', -3 * DAY, T0 - 3 * DAY],
    ['a year back', -365 * DAY, T0 - 365 * DAY],
    ['two seconds back', -2 * SECOND, T0 - 2 * SECOND],
    // The time service does that all day.
    ['half a second back', -SECOND / 2, T0],
    // Effective time follows a clock that goes forward, right or wrong: the beginning stands as it was written.
    ['ten minutes forward', 10 * MINUTE, T0],
    ['an hour forward', HOUR, T0],
    ['three days forward', 3 * DAY, T0],
  ])('%s', (_how, by, startedAt) => {
    const scenario = startMeetingScenario()
    scenario.now += 15 * MINUTE
    setClock(scenario, by)
    scenario.now += 25 * MINUTE
    expect(getRunTime(scenario.meeting, read(scenario))).toBe(40 * MINUTE)
    expect(findBeginning(scenario.meeting, read(scenario))).toBe(startedAt)
    scenario.run(close())
    expect(scenario.meeting).toMatchObject({ startedAt, ran: 40 * MINUTE, closed: { at: scenario.now } })
    expect(scenario.now).toBeGreaterThan(scenario.meeting.startedAt)
    expect(replayMeeting(scenario.events)).toStrictEqual(scenario.meeting)
    // What is closed stays, whatever the clock says later.
    expect(findBeginning(scenario.meeting, { at: 0 })).toBe(startedAt)
  })

  test('set in a pause, the pause counts nothing and the rest counts all', () => {
    const scenario = startMeetingScenario()
    scenario.now += 15 * MINUTE
    scenario.run({ kind: 'pause' })
    scenario.now += HOUR
    setClock(scenario, -3 * DAY)
    scenario.run({ kind: 'resume' })
    setClock(scenario, 2 * HOUR)
    scenario.now += 25 * MINUTE
    scenario.run(close())
    expect(scenario.meeting.ran).toBe(40 * MINUTE)
  })

  test('an end that is given is by the right clock, and not before the beginning by the same', () => {
    const scenario = startMeetingScenario()
    scenario.now += 15 * MINUTE
    setClock(scenario, -3 * DAY)
    scenario.now += 25 * MINUTE
    expect(scenario.asks(close(scenario.now - 41 * MINUTE))).toMatchObject({ failure: { reason: 'before_it_began' } })
    scenario.run(close(scenario.now - 10 * MINUTE))
    expect(scenario.meeting).toMatchObject({ ran: 30 * MINUTE, startedAt: T0 - 3 * DAY })
  })

  test('a hold keeps its length as well (M1)', () => {
    const scenario = startMeetingScenario().run(joinCommand())
    scenario.run({ kind: 'presence', no: 3, presence: 'hold' })
    scenario.now += 10 * MINUTE
    setClock(scenario, -HOUR)
    const held = scenario.meeting.participants[2]
    expect(held && measureElapsed({ at: held.since, steady: held.sinceSteady ?? null }, read(scenario))).toBe(10 * MINUTE)
  })

  test('of another run of the app, or of before it was kept, the PC tells; and it never ends before it began', () => {
    const scenario = startMeetingScenario()
    expect(getRunTime(scenario.meeting, { at: T0 + HOUR, steady: { run: 'other', ms: 5 } })).toBe(HOUR)
    expect(getRunTime(scenario.meeting, { at: T0 + HOUR })).toBe(HOUR)
    expect(findBeginning(scenario.meeting, { at: T0 - DAY })).toBe(T0 - DAY)
    expect(findBeginning(scenario.meeting, { at: T0 + DAY })).toBe(T0)
    expect(shiftReading({ at: 5 }, 3)).toEqual({ at: 8, steady: null })
  })
})
