import { describe, expect, test } from 'vitest'
import { getRunTime, replayMeeting } from '#shared/domain/meeting/apply'
import { decideMeeting } from '#shared/domain/meeting/decide'
import { listMissingForClosing } from '#shared/domain/meeting/decide-closing'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { refusalReason, refusal } from '../../support/domain/commands'
import { tryBeginMeeting, startMeetingScenario, finishEveryStep, joinCommand, setLineCommand } from '../../support/domain/meeting-scenario'
import { amira, bo, clinic, T0 } from '../../support/domain/people'

const step = (list: 'before' | 'during' | 'after', no: number, state: 'done' | 'skipped' | 'open', reason = '') =>
  ({ kind: 'set_step', list, no, state, reason }) as const
const close = (how: 'complete' | 'she_ended_it' = 'complete', at: number | null = null) => ({ kind: 'close', how, words: '', at }) as const

describe('who is there', () => {
  test('she is the first, and the signed-in worker introduces her (M1)', () => {
    expect(startMeetingScenario().meeting.participants).toMatchObject([
      { no: 1, kind: 'her', role: 'for_herself', presence: 'on' },
      { no: 2, kind: 'staff', staffId: amira, role: 'introduces' },
    ])
  })

  test('without her it begins only with her words, and she is nobody in it (M2)', () => {
    expect(tryBeginMeeting({ withoutHer: '' })).toEqual(refusal('reason_needed', 'withoutHer'))
    const { meeting } = startMeetingScenario({ withoutHer: 'go on, I am tired' })
    expect(meeting.participants).toMatchObject([{ no: 1, kind: 'staff' }])
    expect(meeting.withoutHer).toBe('go on, I am tired')
  })

  test('she may ask us to go on without her; then she is gone, and nothing is asked of her (M2, M3)', () => {
    const scenario = startMeetingScenario()
    expect(scenario.asks({ kind: 'without_her', words: '' })).toEqual(refusal('reason_needed', 'words'))
    scenario.run({ kind: 'without_her', words: 'go on' })
    expect(scenario.meeting.participants[0]).toMatchObject({ kind: 'her', presence: 'left' })
    expect(listMissingForClosing(scenario.meeting)).not.toContainEqual({ what: 'understanding', no: 1 })
    expect(refusalReason(scenario.asks({ kind: 'presence', no: 1, presence: 'on' }))).toBe('she_is_not_there')
    expect(refusalReason(scenario.asks({ kind: 'confidence', score: 4, words: '' }))).toBe('she_is_not_there')
    expect(refusalReason(scenario.asks(close('she_ended_it')))).toBe('she_is_not_there')
  })

  test('nobody else is there for herself, nobody comes without a name, and no worker twice', () => {
    const scenario = startMeetingScenario()
    expect(scenario.asks(joinCommand({ role: 'for_herself' }))).toEqual(refusal('role_needed', 'role'))
    expect(scenario.asks(joinCommand({ partnerId: null }))).toEqual(refusal('name_needed', 'name'))
    expect(scenario.asks(joinCommand({ who: 'staff', staffId: amira }))).toEqual(refusal('already_there', 'staffId'))
    scenario.run(joinCommand({ who: 'interpreter', name: 'Lys', partnerId: clinic, role: 'interprets' }))
    expect(scenario.meeting.participants.at(-1)).toMatchObject({ no: 3, partnerId: null, name: 'Lys', presence: 'on', understanding: null })
  })

  test('a dropped line and a hold are counted from when they began, and saying so again does not begin them anew (M1)', () => {
    const scenario = startMeetingScenario().run(joinCommand())
    scenario.now += 5 * MINUTE
    scenario.run({ kind: 'presence', no: 3, presence: 'hold' })
    scenario.now += 35 * MINUTE
    scenario.run({ kind: 'presence', no: 3, presence: 'hold' })
    expect(scenario.meeting.participants[2]).toMatchObject({ presence: 'hold', since: T0 + 5 * MINUTE })
    scenario.run({ kind: 'agree_rule', no: 3, rule: 'they ring us' })
    expect(scenario.meeting.participants[2]).toMatchObject({ rule: 'they ring us', since: T0 + 5 * MINUTE })
    expect(scenario.asks({ kind: 'presence', no: 9, presence: 'on' })).toEqual(refusal('no_such_participant', 'no'))
  })
})

describe('when it began', () => {
  test('what was held before is written down later and marked; not into the future, not before she was referred (C8)', () => {
    expect(tryBeginMeeting({ startedAt: T0 + 1 })).toEqual(refusal('in_the_future', 'startedAt'))
    expect(tryBeginMeeting({ startedAt: T0 - 4 * HOUR })).toEqual(refusal('before_received', 'startedAt'))
    const scenario = startMeetingScenario({ startedAt: T0 - HOUR })
    expect(scenario.meeting).toMatchObject({ late: true, runningSince: null, startedAt: T0 - HOUR })
    expect(scenario.asks(close('she_ended_it', T0 - 2 * HOUR))).toEqual(refusal('before_it_began', 'at'))
    expect(scenario.asks(close('she_ended_it', T0 + 1))).toEqual(refusal('in_the_future', 'at'))
    scenario.run(close('she_ended_it', T0 - 20 * MINUTE))
    expect(scenario.meeting).toMatchObject({ ran: 40 * MINUTE, closed: { at: T0 - 20 * MINUTE } })
  })

  test('it runs in elapsed time, over midnight and a clock change, and stands still while it is paused', () => {
    // Saturday 31 October 2026, 23:30 in Toronto; the clocks go back at two.
    const late = Date.UTC(2026, 10, 1, 3, 30)
    const scenario = startMeetingScenario({}, Math.max(T0, late))
    const from = scenario.now
    scenario.now = from + 4 * HOUR
    expect(getRunTime(scenario.meeting, { at: scenario.now })).toBe(4 * HOUR)
    scenario.run({ kind: 'pause' })
    scenario.now += 9 * HOUR
    expect(getRunTime(scenario.meeting, { at: scenario.now })).toBe(4 * HOUR)
    scenario.run({ kind: 'resume' })
    scenario.now += 10 * MINUTE
    expect(getRunTime(scenario.meeting, { at: scenario.now })).toBe(4 * HOUR + 10 * MINUTE)
    expect(refusalReason(scenario.asks({ kind: 'resume' }))).toBe('wrong_state')
  })

  test('a clock that was set back by hand takes no time away (T3)', () => {
    const scenario = startMeetingScenario()
    scenario.now -= HOUR
    scenario.run({ kind: 'pause' })
    expect(scenario.meeting.ran).toBe(0)
  })
})

describe('who has the call', () => {
  test('a colleague writes nothing in it until she takes it or is handed it (M4)', () => {
    const scenario = startMeetingScenario()
    scenario.by = bo
    expect(refusalReason(scenario.asks({ kind: 'retold', times: 1 }))).toBe('somebody_has_the_call')
    expect(refusalReason(scenario.asks({ kind: 'resume' }))).toBe('somebody_has_the_call')
    scenario.by = amira
    expect(scenario.asks({ kind: 'hand_to', to: amira })).toEqual(refusal('same_worker', 'to'))
    scenario.run({ kind: 'hand_to', to: bo })
    expect(scenario.meeting).toMatchObject({ lead: bo, runningSince: T0 })
    expect(scenario.meeting.participants.at(-1)).toMatchObject({ staffId: bo, presence: 'on', role: 'leads' })
    expect(refusalReason(scenario.asks({ kind: 'retold', times: 1 }))).toBe('somebody_has_the_call')
    // The worker may take it back.
    scenario.run({ kind: 'hand_to', to: amira })
    expect(scenario.meeting.participants).toHaveLength(3)
  })

  test('a paused one is gone on with on another shift, by the signed-in worker; the worker of before has left (M4)', () => {
    const scenario = startMeetingScenario().run({ kind: 'pause' })
    scenario.now += 10 * HOUR
    scenario.by = bo
    scenario.run({ kind: 'resume' })
    expect(scenario.meeting).toMatchObject({ lead: bo, runningSince: T0 + 10 * HOUR, ran: 0 })
    expect(scenario.meeting.participants).toMatchObject([
      { kind: 'her' },
      { staffId: amira, presence: 'left' },
      { staffId: bo, presence: 'on' },
    ])
    expect(listMissingForClosing(scenario.meeting)).not.toContainEqual({ what: 'understanding', no: 2 })
  })
})

describe('steps and answers', () => {
  test('a required step is skipped only with a reason; one that may be left out needs none (M3)', () => {
    const scenario = startMeetingScenario()
    expect(scenario.asks(step('before', 1, 'skipped'))).toEqual(refusal('reason_needed', 'reason'))
    scenario.run(step('before', 1, 'skipped', 'the phone is in the hall'), step('before', 0, 'skipped'))
    expect(scenario.meeting.steps.slice(0, 2)).toMatchObject([
      { state: 'skipped', reason: '' },
      { state: 'skipped', reason: 'the phone is in the hall', by: amira, at: T0 },
    ])
    scenario.run(step('before', 1, 'open'))
    expect(scenario.meeting.steps[1]).toMatchObject({ state: 'open', reason: '', by: null, at: null })
    expect(scenario.asks(step('after', 9, 'done'))).toEqual(refusal('no_such_step', 'no'))
  })

  test('a step that asks for an answer is done only with it', () => {
    const scenario = startMeetingScenario()
    expect(scenario.asks(step('after', 0, 'done'))).toEqual(refusal('answer_missing', 'state'))
    scenario.run({ kind: 'confidence', score: 2, words: 'not yet' }, step('after', 0, 'done'))
    expect(scenario.asks(step('after', 2, 'done'))).toEqual(refusal('answer_missing', 'state'))
    expect(scenario.asks({ kind: 'next', next: { at: T0, lead: bo, what: '' } })).toEqual(refusal('due_in_the_past', 'at'))
    scenario.run({ kind: 'next', next: { at: T0 + DAY, lead: bo, what: '' } }, step('after', 2, 'done'))
  })

  test('nothing is ticked empty: situation, background and plan are done only with words (M3)', () => {
    const empty = startMeetingScenario()
    const decideWith = (texts: Readonly<Record<string, string>>, does: string) => {
      const { list, no } = empty.meeting.steps.find((one) => one.does === does)!
      return decideMeeting(empty.meeting, step(list, no, 'done'), { now: T0, by: amira, texts, risksOnRecord: 0 })
    }
    for (const does of ['situation', 'background']) {
      expect(decideWith({}, does)).toEqual(refusal('answer_missing', 'state'))
      expect(decideWith({ situation: ' \n ', background: ' ' }, does)).toEqual(refusal('answer_missing', 'state'))
      expect(decideWith({ situation: 'She has to leave by Friday', background: 'Two children' }, does)).toMatchObject({ ok: true })
    }
    expect(decideWith({}, 'plan')).toEqual(refusal('answer_missing', 'state'))
    empty.run(setLineCommand())
    expect(decideWith({}, 'plan')).toMatchObject({ ok: true })
  })

  test('an agency call has a short list of its own (A5)', () => {
    const { meeting } = startMeetingScenario({ mode: 'agency_call' })
    expect(meeting.steps.map(({ list, no, does: runCommand }) => `${list} ${no} ${runCommand}`)).toEqual([
      'before 0 permission',
      'during 0 plan',
      'during 1 understanding',
      'during 2 way_back',
      'after 0 retold',
    ])
    expect(meeting.participants[1]).toMatchObject({ role: 'supports' })
  })
})

describe('what is agreed', () => {
  test('who and by when may come later; a time that has passed is refused, and so is a line that is not there', () => {
    const scenario = startMeetingScenario().run(setLineCommand({ owner: null, dueAt: null }), setLineCommand({ what: 'A second one' }))
    expect(scenario.meeting.lines.map(({ no }) => no)).toEqual([1, 2])
    expect(scenario.asks(setLineCommand({ no: 7 }))).toEqual(refusal('no_such_line', 'no'))
    expect(scenario.asks(setLineCommand({ dueAt: T0 - 1 }))).toEqual(refusal('due_in_the_past', 'dueAt'))
    scenario.run({ kind: 'take_out_line', no: 1 })
    expect(scenario.meeting.lines.map(({ no }) => no)).toEqual([2])
    // Rewording what was due this morning needs no new time.
    scenario.now += 3 * DAY
    scenario.run(setLineCommand({ no: 2, what: 'In other words' }))
  })

  test('papers are names only, to give and to ask for', () => {
    const scenario = startMeetingScenario().run({ kind: 'set_paper', no: null, name: 'Lease', direction: 'ask', state: 'open' })
    expect(scenario.asks({ kind: 'set_paper', no: 4, name: 'Lease', direction: 'ask', state: 'done' })).toEqual(
      refusal('no_such_paper', 'no'),
    )
    scenario.run({ kind: 'set_paper', no: 1, name: 'Lease', direction: 'ask', state: 'missing' })
    expect(scenario.meeting.papers).toEqual([{ no: 1, name: 'Lease', direction: 'ask', state: 'missing' }])
  })
})

describe('closing (M3)', () => {
  test('it says which step is open, then which line lacks a person or a date, then who has not said what happens next', () => {
    const scenario = startMeetingScenario().run(setLineCommand({ dueAt: null }))
    expect(scenario.asks(close())).toMatchObject({ ok: false, failure: { reason: 'steps_open', field: 'before', detail: { no: 1 } } })
    finishEveryStep(scenario)
    scenario.run(joinCommand())
    expect(scenario.asks(close())).toMatchObject({ failure: { reason: 'line_not_whole', field: 'lines', detail: { no: 1 } } })
    scenario.run(setLineCommand({ no: 1 }))
    expect(scenario.asks(close())).toMatchObject({ failure: { reason: 'not_said_yet', field: 'participants', detail: { no: 3 } } })
    scenario.run({ kind: 'understood', no: 3, words: 'we send the form' }, close())
    expect(scenario.meeting.closed).toMatchObject({ how: 'complete', by: amira })
    expect(scenario.events.at(-1)).toMatchObject({ kind: 'closed', texts: { situation: 'she has to leave by Friday' } })
  })

  test('when she ended it nothing more is asked, but what was agreed has a person and a date', () => {
    const scenario = startMeetingScenario().run(setLineCommand({ owner: null }))
    expect(scenario.asks(close('she_ended_it'))).toMatchObject({ failure: { reason: 'line_not_whole' } })
    scenario.run({ kind: 'take_out_line', no: 1 }, close('she_ended_it'))
    expect(scenario.meeting.closed?.how).toBe('she_ended_it')
    expect(scenario.meeting.participants[0]?.understanding).toBeNull()
  })

  test('whoever interprets says the words of others, and is not asked for her own', () => {
    const scenario = finishEveryStep(startMeetingScenario()).run(joinCommand({ who: 'interpreter', name: 'Lys', role: 'interprets' }))
    expect(listMissingForClosing(scenario.meeting)).toEqual([])
  })

  test('a closed one takes nothing more', () => {
    const scenario = finishEveryStep(startMeetingScenario()).run(close())
    for (const command of [close(), setLineCommand(), { kind: 'pause' } as const, { kind: 'hand_to', to: bo } as const])
      expect(refusalReason(scenario.asks(command))).toBe('meeting_closed')
  })

  test('replay makes it again', () => {
    const scenario = finishEveryStep(startMeetingScenario().run(joinCommand(), setLineCommand())).run(close())
    expect(replayMeeting(scenario.events)).toStrictEqual(scenario.meeting)
    expect(replayMeeting(scenario.events.slice(1))).toBeNull()
  })
})
