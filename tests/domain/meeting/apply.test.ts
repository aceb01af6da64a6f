import { expect, test } from 'vitest'
import { applyMeeting, getRunTime, replayMeeting } from '#shared/domain/meeting/apply'
import { HOUR, MINUTE } from '#shared/domain/core/moment'
import { joinCommand, setLineCommand, startMeetingScenario } from '../../support/domain/meeting-scenario'
import { amira, T0 } from '../../support/domain/people'

test('no events make no meeting', () => expect(replayMeeting([])).toBeNull())

test('a second "begun" event begins the meeting anew', () => {
  const scenario = startMeetingScenario().run({ kind: 'retold', times: 2 })
  const [begun] = scenario.events
  expect(applyMeeting(scenario.meeting, begun!)).toStrictEqual(startMeetingScenario().meeting)
})

test('a change to one participant, one line, one paper or one step leaves the others as they are', () => {
  const scenario = startMeetingScenario().run(
    joinCommand(),
    setLineCommand({ what: 'one' }),
    setLineCommand({ what: 'two' }),
    { kind: 'set_paper', no: null, name: 'Lease', direction: 'ask', state: 'open' },
    { kind: 'set_paper', no: null, name: 'Form', direction: 'give', state: 'open' },
  )
  const before = scenario.meeting
  scenario.run(
    { kind: 'agree_rule', no: 3, rule: 'we ring' },
    setLineCommand({ no: 2, what: 'two, reworded' }),
    { kind: 'set_paper', no: 2, name: 'Form', direction: 'give', state: 'done' },
    { kind: 'set_step', list: 'during', no: 0, state: 'done', reason: '' },
  )
  expect(scenario.meeting.participants.slice(0, 2)).toEqual(before.participants.slice(0, 2))
  expect(scenario.meeting.lines.map(({ what }) => what)).toEqual(['one', 'two, reworded'])
  expect(scenario.meeting.papers.map(({ name, state }) => `${name} ${state}`)).toEqual(['Lease open', 'Form done'])
  const changed = scenario.meeting.steps.filter((step, at) => step !== before.steps[at])
  expect(changed).toMatchObject([{ list: 'during', no: 0, state: 'done' }])
})

test('going on without the person ends only the presence of the person, and not a second time (M2)', () => {
  const scenario = startMeetingScenario().run(joinCommand())
  scenario.now += 5 * MINUTE
  scenario.run({ kind: 'presence', no: 1, presence: 'left' })
  scenario.now += 5 * MINUTE
  scenario.run({ kind: 'without_her', words: 'go on' })
  expect(scenario.meeting.participants).toMatchObject([
    { kind: 'her', presence: 'left', since: T0 + 5 * MINUTE },
    { kind: 'staff', presence: 'on', since: T0 },
    { kind: 'partner', presence: 'on', since: T0 },
  ])
  const present = startMeetingScenario()
  present.now += MINUTE
  present.run({ kind: 'without_her', words: 'go on' })
  expect(present.meeting.participants).toMatchObject([
    { presence: 'left', since: T0 + MINUTE },
    { staffId: amira, presence: 'on' },
  ])
})

test('what the person said of confidence and of retelling is kept as it was said', () => {
  const { meeting } = startMeetingScenario().run({ kind: 'confidence', score: 4, words: 'nearly' }, { kind: 'retold', times: 2 })
  expect(meeting).toMatchObject({ confidence: { score: 4, words: 'nearly' }, retold: 2 })
})

test('how long a meeting ran: one written down later from its beginning to its end, unless it ran by the clock', () => {
  const close = { kind: 'close', how: 'she_ended_it', words: '', at: null } as const
  const now = startMeetingScenario()
  now.now += 10 * MINUTE
  expect(now.run({ kind: 'pause' }).meeting.ran).toBe(10 * MINUTE)
  now.now += HOUR
  expect(now.run(close).meeting.ran).toBe(10 * MINUTE)

  const paused = startMeetingScenario({ startedAt: T0 - HOUR })
  expect(paused.run({ kind: 'resume' }).meeting.runningSince).toBe(T0)
  paused.now += 5 * MINUTE
  expect(getRunTime(paused.meeting, { at: paused.now })).toBe(5 * MINUTE)
  paused.run({ kind: 'pause' })
  paused.now += HOUR
  expect(paused.run(close).meeting.ran).toBe(5 * MINUTE)

  const running = startMeetingScenario({ startedAt: T0 - HOUR }).run({ kind: 'resume' })
  running.now += 7 * MINUTE
  expect(running.run(close).meeting.ran).toBe(7 * MINUTE)

  const never = startMeetingScenario().run({ kind: 'pause' })
  never.now += HOUR
  expect(never.run(close).meeting.ran).toBe(0)
})
