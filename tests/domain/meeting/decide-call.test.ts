import { describe, expect, test } from 'vitest'
import { applyMeeting } from '#shared/domain/meeting/apply'
import { reassignMeeting } from '#shared/domain/meeting/decide-call'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { refusal } from '../../support/domain/commands'
import { setLineCommand, startMeetingScenario, type MeetingScenario } from '../../support/domain/meeting-scenario'
import { amira, bo, sol, T0 } from '../../support/domain/people'

describe('who has the call (M4)', () => {
  test('a worker who was not there comes in as the one who leads, with nothing said yet', () => {
    const scenario = startMeetingScenario()
    scenario.now += HOUR
    scenario.run({ kind: 'hand_to', to: bo })
    expect(scenario.meeting.participants.at(-1)).toStrictEqual({
      no: 3,
      kind: 'staff',
      name: '',
      staffId: bo,
      partnerId: null,
      role: 'leads',
      presence: 'on',
      since: T0 + HOUR,
      sinceSteady: { run: 'test', ms: T0 + HOUR },
      rule: '',
      understanding: null,
    })
  })

  test('a worker who had left is on the line again, and one who is on it stays as before', () => {
    const scenario = startMeetingScenario().run({ kind: 'hand_to', to: bo })
    scenario.by = bo
    scenario.run({ kind: 'presence', no: 2, presence: 'left' })
    scenario.now += HOUR
    scenario.run({ kind: 'hand_to', to: amira })
    expect(scenario.meeting.participants[1]).toMatchObject({ staffId: amira, presence: 'on', since: T0 + HOUR })
    expect(scenario.events.at(-1)).toMatchObject({ at: T0 + HOUR, by: bo, kind: 'presence_changed', no: 2, presence: 'on' })
    scenario.by = amira
    scenario.run({ kind: 'hand_to', to: bo })
    expect(scenario.events.at(-1)).toMatchObject({ at: T0 + HOUR, by: amira, kind: 'handed_to', to: bo })
    expect(scenario.meeting.participants[2]).toMatchObject({ staffId: bo, presence: 'on', since: T0 })
  })

  test('the call is handed on by the worker who has it, or taken by the worker who goes on; never given between two others', () => {
    const scenario = startMeetingScenario()
    scenario.by = bo
    expect(scenario.asks({ kind: 'hand_to', to: sol })).toEqual(refusal('somebody_has_the_call'))
    scenario.run({ kind: 'hand_to', to: bo })
    expect(scenario.meeting.lead).toBe(bo)
  })

  test('the worker who has it goes on after a pause, and nobody has left or joined', () => {
    const scenario = startMeetingScenario().run({ kind: 'pause' })
    const { participants } = scenario.meeting
    scenario.run({ kind: 'resume' })
    expect(scenario.events.slice(-1)).toMatchObject([{ at: T0, by: amira, kind: 'resumed' }])
    expect(scenario.meeting.participants).toEqual(participants)
    expect(scenario.asks({ kind: 'pause' })).toMatchObject({ ok: true })
    expect(scenario.run({ kind: 'pause' }).asks({ kind: 'pause' })).toEqual(refusal('wrong_state'))
  })

  test('a worker who had left before the pause has not left a second time', () => {
    const scenario = startMeetingScenario().run({ kind: 'presence', no: 2, presence: 'left' }, { kind: 'pause' })
    scenario.by = bo
    const count = scenario.events.length
    scenario.run({ kind: 'resume' })
    expect(scenario.events.slice(count).map(({ kind }) => kind)).toEqual(['handed_to', 'joined', 'resumed'])
  })
})

describe('what a worker who leaves had in an open meeting goes to another (H4)', () => {
  const reassign = (scenario: MeetingScenario, from = amira) => {
    const events = reassignMeeting(scenario.meeting, from, bo, { now: scenario.now, by: sol })
    return { kinds: events.map(({ kind }) => kind), meeting: events.reduce(applyMeeting, scenario.meeting) }
  }

  test('the call, the lines of the plan and the next meeting', () => {
    const scenario = startMeetingScenario().run(
      setLineCommand({ what: 'one' }),
      setLineCommand({ what: 'two', owner: sol }),
      setLineCommand({ what: 'three', owner: null }),
      { kind: 'next', next: { at: T0 + DAY, lead: amira, what: 'at the clinic' } },
    )
    const { kinds, meeting } = reassign(scenario)
    expect(kinds).toEqual(['handed_to', 'joined', 'line_set', 'next_agreed'])
    expect(meeting).toMatchObject({ lead: bo, next: { at: T0 + DAY, lead: bo, what: 'at the clinic' } })
    expect(meeting.lines).toMatchObject([
      { what: 'one', owner: bo, dueAt: T0 + 2 * DAY },
      { what: 'two', owner: sol },
      { what: 'three', owner: null },
    ])
  })

  test('what belongs to others, and a next meeting that is not asked or not wanted, stays as it is', () => {
    const others = startMeetingScenario().run(setLineCommand({ owner: bo }), {
      kind: 'next',
      next: { at: T0 + DAY, lead: bo, what: '' },
    })
    expect(reassign(others, sol)).toEqual({ kinds: [], meeting: others.meeting })
    expect(reassign(startMeetingScenario()).kinds).toEqual(['handed_to', 'joined'])
    expect(reassign(startMeetingScenario().run({ kind: 'next', next: 'none' })).kinds).toEqual(['handed_to', 'joined'])
  })
})
