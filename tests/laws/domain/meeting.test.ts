import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getRunTime, replayMeeting } from '#shared/domain/meeting/apply'
import { isUnderstandingAsked, isCompleteLine } from '#shared/domain/meeting/decide-closing'
import { shiftReading } from '#shared/domain/core/elapsed'
import { HOUR } from '#shared/domain/core/moment'
import { runRandomMeeting, randomMeeting, type MeetingScenario } from '../../support/domain/meeting-scenario'
import { T0 } from '../../support/domain/people'
import { scaleRuns } from '../../support/domain/run-count'

const always = (inspect: (call: MeetingScenario) => void) =>
  fc.assert(
    fc.property(randomMeeting, (life) => runRandomMeeting(life, inspect)),
    { numRuns: scaleRuns(400) },
  )

describe('after any sequence of commands', () => {
  test('replay of the events equals the meeting, whose version is their number, and both survive JSON', () =>
    always(({ meeting, events }) => {
      expect(replayMeeting(events)).toStrictEqual(meeting)
      expect(meeting.version).toBe(events.length)
      expect(JSON.parse(JSON.stringify(meeting))).toStrictEqual(meeting)
    }))

  test('a closed meeting has a person and a date on every line (M3)', () =>
    always(({ meeting }) => {
      if (meeting.closed) expect(meeting.lines.filter((line) => !isCompleteLine(line))).toEqual([])
    }))

  test('one that is closed as complete has no required step open, and everybody has said what happens next (M3)', () =>
    always(({ meeting }) => {
      if (meeting.closed?.how !== 'complete') return
      expect(meeting.steps.filter(({ required, state }) => required && state === 'open')).toEqual([])
      expect(meeting.steps.filter(({ required, state, reason }) => required && state === 'skipped' && reason === '')).toEqual([])
      expect(meeting.participants.filter((one) => isUnderstandingAsked(meeting, one) && one.understanding === null)).toEqual([])
    }))

  test('it never ran for less than nothing, nor for longer than real time went by, however the clock was set (T3)', () =>
    always(({ meeting, now: at, setBy }) => {
      const now = { at, steady: { run: 'test', ms: at - setBy } }
      expect(getRunTime(meeting, now)).toBeGreaterThanOrEqual(0)
      // C8: of one that is written down later a worker says when it began and ended.
      if (!meeting.late) expect(getRunTime(meeting, now)).toBeLessThanOrEqual(at - setBy - T0)
      expect(getRunTime(meeting, shiftReading(now, HOUR)) - getRunTime(meeting, now)).toBe(meeting.runningSince === null ? 0 : HOUR)
      if (meeting.closed) expect(meeting.runningSince).toBeNull()
    }))

  test('none ends before it began, and one that was never paused ran for as long as it really took (T3)', () =>
    always(({ meeting, events, now, setBy }) => {
      if (!meeting.closed) return
      expect(meeting.closed.at).toBeGreaterThanOrEqual(meeting.startedAt)
      if (meeting.late || events.some(({ kind }) => kind === 'paused') || meeting.closed.at !== events.at(-1)?.at) return
      const closedAt = events.at(-1)?.steady?.ms ?? 0
      expect(meeting.ran).toBe(closedAt - T0)
      expect(closedAt).toBeLessThanOrEqual(now - setBy)
    }))

  test('whoever has the call is one of those who are there, and nobody is there twice (M4)', () =>
    always(({ meeting }) => {
      const staff = meeting.participants.map(({ staffId }) => staffId).filter((id) => id !== null)
      expect(new Set(staff).size).toBe(staff.length)
      expect(staff).toContain(meeting.lead)
      expect(meeting.participants.map(({ no }) => no)).toEqual(meeting.participants.map((_one, index) => index + 1))
      expect(meeting.participants.filter(({ role }) => role === 'for_herself').every(({ kind }) => kind === 'her')).toBe(true)
    }))

  test('without her nobody says how confident she is, and she is not on the line (M2)', () =>
    always(({ meeting }) => {
      if (meeting.withoutHer === null) return
      expect(meeting.participants.some(({ kind, presence }) => kind === 'her' && presence !== 'left')).toBe(false)
    }))
})
