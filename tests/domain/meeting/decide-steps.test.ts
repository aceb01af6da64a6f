import { expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { refusal } from '../../support/domain/commands'
import { setLineCommand, startMeetingScenario } from '../../support/domain/meeting-scenario'
import { T0 } from '../../support/domain/people'

const set = (state: 'open' | 'done' | 'skipped', reason = '', no = 0) => ({ kind: 'set_step', list: 'before', no, state, reason }) as const

test('a step keeps a reason only while it is skipped, and saying the same again writes nothing', () => {
  const scenario = startMeetingScenario()
  const count = () => scenario.events.length
  scenario.run(set('done', 'a reason that is not asked'))
  expect(scenario.meeting.steps[0]).toMatchObject({ state: 'done', reason: '' })
  const before = count()
  scenario.run(set('done', 'another'))
  expect(count()).toBe(before)
  scenario.run(set('skipped', 'no time'))
  expect(scenario.meeting.steps[0]).toMatchObject({ state: 'skipped', reason: 'no time' })
  scenario.run(set('skipped', 'no time'))
  expect(count()).toBe(before + 1)
  scenario.run(set('skipped', 'she was in a hurry'))
  expect(scenario.meeting.steps[0]).toMatchObject({ state: 'skipped', reason: 'she was in a hurry' })
})

test('how often the story was told again is an answer, and so is "never"', () => {
  const scenario = startMeetingScenario()
  const { list, no } = scenario.meeting.steps.find(({ does }) => does === 'retold')!
  const done = { kind: 'set_step', list, no, state: 'done', reason: '' } as const
  expect(scenario.asks(done)).toEqual(refusal('answer_missing', 'state'))
  scenario.run({ kind: 'retold', times: 0 }, done)
})

test('a line says what is to be done; "now" is a time to do it by', () => {
  const scenario = startMeetingScenario()
  expect(scenario.asks(setLineCommand({ what: '' }))).toEqual(refusal('reason_needed', 'what'))
  scenario.run(setLineCommand({ dueAt: T0 }))
  expect(scenario.meeting.lines).toMatchObject([{ dueAt: T0 }])
})

test('of a meeting that is written down later, a line may have been due since it began (C8)', () => {
  const scenario = startMeetingScenario({ startedAt: T0 - 2 * HOUR })
  expect(scenario.asks(setLineCommand({ dueAt: T0 - 2 * HOUR - 1 }))).toEqual(refusal('due_in_the_past', 'dueAt'))
  scenario.run(setLineCommand({ dueAt: T0 - 2 * HOUR }))
})

test('only a line that is there is taken out', () => {
  const scenario = startMeetingScenario()
  expect(scenario.asks({ kind: 'take_out_line', no: 1 })).toEqual(refusal('no_such_line', 'no'))
  scenario.run(setLineCommand({ dueAt: T0 + DAY }))
  expect(scenario.asks({ kind: 'take_out_line', no: 2 })).toEqual(refusal('no_such_line', 'no'))
})

test('a paper has a name; one of several is changed by its number', () => {
  const paper = (no: number | null, name: string) => ({ kind: 'set_paper', no, name, direction: 'ask', state: 'open' }) as const
  const scenario = startMeetingScenario().run(paper(null, 'Lease'), paper(null, 'Form'))
  expect(scenario.asks(paper(null, ''))).toEqual(refusal('name_needed', 'name'))
  scenario.run(paper(1, 'The lease'))
  expect(scenario.meeting.papers.map(({ name }) => name)).toEqual(['The lease', 'Form'])
})

test('no further meeting, and whether a copy is safe to hold, are answers', () => {
  const scenario = startMeetingScenario().run({ kind: 'next', next: 'none' }, { kind: 'copy', copy: 'unsafe' })
  expect(scenario.meeting).toMatchObject({ next: 'none', copy: 'unsafe' })
})
