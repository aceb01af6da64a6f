import { expect, test } from 'vitest'
import { isUnderstandingAsked, listMissingForClosing } from '#shared/domain/meeting/decide-closing'
import { HOUR } from '#shared/domain/core/moment'
import { finishEveryStep, joinCommand, startMeetingScenario } from '../../support/domain/meeting-scenario'
import { T0 } from '../../support/domain/people'

test.each([
  ['her', 'on', null, true],
  ['her', 'left', null, true],
  ['her', 'left', 'go on', false],
  ['staff', 'on', null, true],
  ['staff', 'on', 'go on', true],
  ['staff', 'left', null, false],
  ['partner', 'on', null, true],
  ['partner', 'left', null, true],
  ['partner', 'left', 'go on', true],
  ['interpreter', 'on', null, false],
  ['other', 'left', null, true],
] as const)(
  'of %s who is %s, with the meeting going on alone %j, what happens next is asked: %s (M3)',
  (kind, presence, withoutHer, asked) => expect(isUnderstandingAsked({ withoutHer }, { kind, presence })).toBe(asked),
)

test('what is missing names the participant who has not said what happens next', () => {
  const scenario = finishEveryStep(startMeetingScenario()).run(joinCommand())
  expect(listMissingForClosing(scenario.meeting)).toEqual([{ what: 'understanding', no: 3 }])
})

test('it may end in this moment, and in the moment when it began', () => {
  const close = (at: number) => ({ kind: 'close', how: 'she_ended_it', words: '', at }) as const
  const scenario = startMeetingScenario({ startedAt: T0 - HOUR })
  expect(scenario.asks(close(T0))).toMatchObject({ ok: true })
  expect(scenario.asks(close(T0 - HOUR))).toMatchObject({ ok: true })
})
