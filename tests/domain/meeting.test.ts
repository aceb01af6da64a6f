import { describe, expect, test } from 'vitest'
import { ranAt, replayMeeting } from '#shared/domain/apply-meeting'
import { missingIn } from '#shared/domain/decide-closing'
import { DAY, HOUR, MINUTE } from '#shared/domain/moment'
import { reasonOf, refused } from '../support/commands'
import { asked, callOf, carriedThrough, joins, line } from '../support/meetings'
import { amira, bo, clinic, T0 } from '../support/people'

const step = (list: 'before' | 'during' | 'after', no: number, state: 'done' | 'skipped' | 'open', reason = '') =>
  ({ kind: 'set_step', list, no, state, reason }) as const
const close = (how: 'complete' | 'she_ended_it' = 'complete', at: number | null = null) => ({ kind: 'close', how, words: '', at }) as const

describe('who is there', () => {
  test('she is the first, and the worker at the desk introduces her (M1)', () => {
    expect(callOf().meeting.participants).toMatchObject([
      { no: 1, kind: 'her', role: 'for_herself', presence: 'on' },
      { no: 2, kind: 'staff', staffId: amira, role: 'introduces' },
    ])
  })

  test('without her it begins only with her words, and she is nobody in it (M2)', () => {
    expect(asked({ withoutHer: '' })).toEqual(refused('reason_needed', 'withoutHer'))
    const { meeting } = callOf({ withoutHer: 'go on, I am tired' })
    expect(meeting.participants).toMatchObject([{ no: 1, kind: 'staff' }])
    expect(meeting.withoutHer).toBe('go on, I am tired')
  })

  test('she may ask us to go on without her; then she is gone, and nothing is asked of her (M2, M3)', () => {
    const call = callOf()
    expect(call.asks({ kind: 'without_her', words: '' })).toEqual(refused('reason_needed', 'words'))
    call.does({ kind: 'without_her', words: 'go on' })
    expect(call.meeting.participants[0]).toMatchObject({ kind: 'her', presence: 'left' })
    expect(missingIn(call.meeting)).not.toContainEqual({ what: 'understanding', no: 1 })
    expect(reasonOf(call.asks({ kind: 'presence', no: 1, presence: 'on' }))).toBe('she_is_not_there')
    expect(reasonOf(call.asks({ kind: 'confidence', score: 4, words: '' }))).toBe('she_is_not_there')
    expect(reasonOf(call.asks(close('she_ended_it')))).toBe('she_is_not_there')
  })

  test('nobody else is there for herself, nobody comes without a name, and no worker twice', () => {
    const call = callOf()
    expect(call.asks(joins({ role: 'for_herself' }))).toEqual(refused('role_needed', 'role'))
    expect(call.asks(joins({ partnerId: null }))).toEqual(refused('name_needed', 'name'))
    expect(call.asks(joins({ who: 'staff', staffId: amira }))).toEqual(refused('already_there', 'staffId'))
    call.does(joins({ who: 'interpreter', name: 'Lys', partnerId: clinic, role: 'interprets' }))
    expect(call.meeting.participants.at(-1)).toMatchObject({ no: 3, partnerId: null, name: 'Lys', presence: 'on', understanding: null })
  })

  test('a dropped line and a hold are counted from when they began, and saying so again does not begin them anew (M1)', () => {
    const call = callOf().does(joins())
    call.now += 5 * MINUTE
    call.does({ kind: 'presence', no: 3, presence: 'hold' })
    call.now += 35 * MINUTE
    call.does({ kind: 'presence', no: 3, presence: 'hold' })
    expect(call.meeting.participants[2]).toMatchObject({ presence: 'hold', since: T0 + 5 * MINUTE })
    call.does({ kind: 'agree_rule', no: 3, rule: 'they ring us' })
    expect(call.meeting.participants[2]).toMatchObject({ rule: 'they ring us', since: T0 + 5 * MINUTE })
    expect(call.asks({ kind: 'presence', no: 9, presence: 'on' })).toEqual(refused('no_such_participant', 'no'))
  })
})

describe('when it began', () => {
  test('what was held before is written down later and marked; not into the future, not before she was referred (C8)', () => {
    expect(asked({ startedAt: T0 + 1 })).toEqual(refused('in_the_future', 'startedAt'))
    expect(asked({ startedAt: T0 - 4 * HOUR })).toEqual(refused('before_received', 'startedAt'))
    const call = callOf({ startedAt: T0 - HOUR })
    expect(call.meeting).toMatchObject({ late: true, runningSince: null, startedAt: T0 - HOUR })
    expect(call.asks(close('she_ended_it', T0 - 2 * HOUR))).toEqual(refused('before_it_began', 'at'))
    expect(call.asks(close('she_ended_it', T0 + 1))).toEqual(refused('in_the_future', 'at'))
    call.does(close('she_ended_it', T0 - 20 * MINUTE))
    expect(call.meeting).toMatchObject({ ran: 40 * MINUTE, closed: { at: T0 - 20 * MINUTE } })
  })

  test('it runs in elapsed time, over midnight and a clock change, and stands still while it is paused', () => {
    // Saturday 31 October 2026, 23:30 in Toronto; the clocks go back at two.
    const late = Date.UTC(2026, 10, 1, 3, 30)
    const call = callOf({}, Math.max(T0, late))
    const from = call.now
    call.now = from + 4 * HOUR
    expect(ranAt(call.meeting, call.now)).toBe(4 * HOUR)
    call.does({ kind: 'pause' })
    call.now += 9 * HOUR
    expect(ranAt(call.meeting, call.now)).toBe(4 * HOUR)
    call.does({ kind: 'resume' })
    call.now += 10 * MINUTE
    expect(ranAt(call.meeting, call.now)).toBe(4 * HOUR + 10 * MINUTE)
    expect(reasonOf(call.asks({ kind: 'resume' }))).toBe('wrong_state')
  })

  test('a clock that was set back by hand takes no time away (T3)', () => {
    const call = callOf()
    call.now -= HOUR
    call.does({ kind: 'pause' })
    expect(call.meeting.ran).toBe(0)
  })
})

describe('who has the call', () => {
  test('a colleague writes nothing in it until she takes it or is handed it (M4)', () => {
    const call = callOf()
    call.by = bo
    expect(reasonOf(call.asks({ kind: 'retold', times: 1 }))).toBe('somebody_has_the_call')
    expect(reasonOf(call.asks({ kind: 'resume' }))).toBe('somebody_has_the_call')
    call.by = amira
    expect(call.asks({ kind: 'hand_to', to: amira })).toEqual(refused('same_worker', 'to'))
    call.does({ kind: 'hand_to', to: bo })
    expect(call.meeting).toMatchObject({ lead: bo, runningSince: T0 })
    expect(call.meeting.participants.at(-1)).toMatchObject({ staffId: bo, presence: 'on', role: 'leads' })
    expect(reasonOf(call.asks({ kind: 'retold', times: 1 }))).toBe('somebody_has_the_call')
    // She may take it back herself.
    call.does({ kind: 'hand_to', to: amira })
    expect(call.meeting.participants).toHaveLength(3)
  })

  test('a paused one is gone on with on another shift, by whoever is at the desk; the worker of before has left (M4)', () => {
    const call = callOf().does({ kind: 'pause' })
    call.now += 10 * HOUR
    call.by = bo
    call.does({ kind: 'resume' })
    expect(call.meeting).toMatchObject({ lead: bo, runningSince: T0 + 10 * HOUR, ran: 0 })
    expect(call.meeting.participants).toMatchObject([
      { kind: 'her' },
      { staffId: amira, presence: 'left' },
      { staffId: bo, presence: 'on' },
    ])
    expect(missingIn(call.meeting)).not.toContainEqual({ what: 'understanding', no: 2 })
  })
})

describe('steps and answers', () => {
  test('a required step is skipped only with a reason; one that may be left out needs none (M3)', () => {
    const call = callOf()
    expect(call.asks(step('before', 1, 'skipped'))).toEqual(refused('reason_needed', 'reason'))
    call.does(step('before', 1, 'skipped', 'the phone is in the hall'), step('before', 0, 'skipped'))
    expect(call.meeting.steps.slice(0, 2)).toMatchObject([
      { state: 'skipped', reason: '' },
      { state: 'skipped', reason: 'the phone is in the hall', by: amira, at: T0 },
    ])
    call.does(step('before', 1, 'open'))
    expect(call.meeting.steps[1]).toMatchObject({ state: 'open', reason: '', by: null, at: null })
    expect(call.asks(step('after', 9, 'done'))).toEqual(refused('no_such_step', 'no'))
  })

  test('a step that asks for an answer is done only with it', () => {
    const call = callOf()
    expect(call.asks(step('after', 0, 'done'))).toEqual(refused('answer_missing', 'state'))
    call.does({ kind: 'confidence', score: 2, words: 'not yet' }, step('after', 0, 'done'))
    expect(call.asks(step('after', 2, 'done'))).toEqual(refused('answer_missing', 'state'))
    expect(call.asks({ kind: 'next', next: { at: T0, lead: bo, what: '' } })).toEqual(refused('due_in_the_past', 'at'))
    call.does({ kind: 'next', next: { at: T0 + DAY, lead: bo, what: '' } }, step('after', 2, 'done'))
  })

  test('an agency call has a short list of its own (A5)', () => {
    const { meeting } = callOf({ mode: 'agency_call' })
    expect(meeting.steps.map(({ list, no, does }) => `${list} ${no} ${does}`)).toEqual([
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
    const call = callOf().does(line({ owner: null, dueAt: null }), line({ what: 'A second one' }))
    expect(call.meeting.lines.map(({ no }) => no)).toEqual([1, 2])
    expect(call.asks(line({ no: 7 }))).toEqual(refused('no_such_line', 'no'))
    expect(call.asks(line({ dueAt: T0 - 1 }))).toEqual(refused('due_in_the_past', 'dueAt'))
    call.does({ kind: 'take_out_line', no: 1 })
    expect(call.meeting.lines.map(({ no }) => no)).toEqual([2])
    // Other words for what was due this morning need no other time.
    call.now += 3 * DAY
    call.does(line({ no: 2, what: 'In other words' }))
  })

  test('papers are names only, to give and to ask for', () => {
    const call = callOf().does({ kind: 'set_paper', no: null, name: 'Lease', direction: 'ask', state: 'open' })
    expect(call.asks({ kind: 'set_paper', no: 4, name: 'Lease', direction: 'ask', state: 'done' })).toEqual(refused('no_such_paper', 'no'))
    call.does({ kind: 'set_paper', no: 1, name: 'Lease', direction: 'ask', state: 'missing' })
    expect(call.meeting.papers).toEqual([{ no: 1, name: 'Lease', direction: 'ask', state: 'missing' }])
  })
})

describe('closing (M3)', () => {
  test('it says which step is open, then which line lacks a person or a date, then who has not said what happens next', () => {
    const call = callOf().does(line({ dueAt: null }))
    expect(call.asks(close())).toMatchObject({ ok: false, failure: { reason: 'steps_open', field: 'before', detail: { no: 1 } } })
    carriedThrough(call)
    call.does(joins())
    expect(call.asks(close())).toMatchObject({ failure: { reason: 'line_not_whole', field: 'lines', detail: { no: 1 } } })
    call.does(line({ no: 1 }))
    expect(call.asks(close())).toMatchObject({ failure: { reason: 'not_said_yet', field: 'participants', detail: { no: 3 } } })
    call.does({ kind: 'understood', no: 3, words: 'we send the form' }, close())
    expect(call.meeting.closed).toMatchObject({ how: 'complete', by: amira })
    expect(call.events.at(-1)).toMatchObject({ kind: 'closed', texts: { situation: 'she has to leave by Friday' } })
  })

  test('when she ended it nothing more is asked, but what was agreed has a person and a date', () => {
    const call = callOf().does(line({ owner: null }))
    expect(call.asks(close('she_ended_it'))).toMatchObject({ failure: { reason: 'line_not_whole' } })
    call.does({ kind: 'take_out_line', no: 1 }, close('she_ended_it'))
    expect(call.meeting.closed?.how).toBe('she_ended_it')
    expect(call.meeting.participants[0]?.understanding).toBeNull()
  })

  test('whoever interprets says the words of others, and is not asked for her own', () => {
    const call = carriedThrough(callOf()).does(joins({ who: 'interpreter', name: 'Lys', role: 'interprets' }))
    expect(missingIn(call.meeting)).toEqual([])
  })

  test('a closed one takes nothing more', () => {
    const call = carriedThrough(callOf()).does(close())
    for (const command of [close(), line(), { kind: 'pause' } as const, { kind: 'hand_to', to: bo } as const])
      expect(reasonOf(call.asks(command))).toBe('meeting_closed')
  })

  test('replay makes it again', () => {
    const call = carriedThrough(callOf().does(joins(), line())).does(close())
    expect(replayMeeting(call.events)).toStrictEqual(call.meeting)
    expect(replayMeeting(call.events.slice(1))).toBeNull()
  })
})
