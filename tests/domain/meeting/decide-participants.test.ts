import { expect, test } from 'vitest'
import { refusal } from '../../support/domain/commands'
import { joinCommand, startMeetingScenario } from '../../support/domain/meeting-scenario'
import { bo, clinic } from '../../support/domain/people'

test('a worker joins as a member of staff, and only a worker does', () => {
  const scenario = startMeetingScenario()
  expect(scenario.asks(joinCommand({ who: 'staff', name: 'Bo', staffId: null, partnerId: null }))).toEqual(
    refusal('no_such_staff', 'staffId'),
  )
  scenario.run(
    joinCommand({ who: 'staff', staffId: bo, role: 'listens' }),
    joinCommand({ who: 'partner', staffId: bo, partnerId: clinic }),
    joinCommand({ who: 'other', name: 'Her sister', staffId: bo, role: 'supports' }),
  )
  expect(scenario.meeting.participants.slice(2)).toMatchObject([
    { no: 3, kind: 'staff', staffId: bo, partnerId: null },
    { no: 4, kind: 'partner', staffId: null, partnerId: clinic },
    { no: 5, kind: 'other', staffId: null, partnerId: null },
  ])
})

test('after the person asked us to go on alone, the others still come and go', () => {
  const scenario = startMeetingScenario().run(joinCommand(), { kind: 'without_her', words: 'go on' })
  expect(scenario.asks({ kind: 'presence', no: 3, presence: 'dropped' })).toMatchObject({ ok: true })
  expect(scenario.asks({ kind: 'presence', no: 1, presence: 'on' })).toEqual(refusal('she_is_not_there'))
  expect(scenario.asks({ kind: 'without_her', words: 'again' })).toEqual(refusal('she_is_not_there'))
  expect(startMeetingScenario().asks({ kind: 'presence', no: 1, presence: 'hold' })).toMatchObject({ ok: true })
})

test('what happens next is said in words, by a participant who is there (M3)', () => {
  const scenario = startMeetingScenario()
  expect(scenario.asks({ kind: 'understood', no: 9, words: 'I ring' })).toEqual(refusal('no_such_participant', 'no'))
  expect(scenario.asks({ kind: 'understood', no: 2, words: '' })).toEqual(refusal('reason_needed', 'words'))
  scenario.run({ kind: 'understood', no: 2, words: 'I ring' })
  expect(scenario.meeting.participants.map(({ understanding }) => understanding)).toEqual([null, 'I ring'])
})

test('a rule for a line that drops belongs to a participant who is there', () =>
  expect(startMeetingScenario().asks({ kind: 'agree_rule', no: 9, rule: 'we ring' })).toEqual(refusal('no_such_participant', 'no')))
