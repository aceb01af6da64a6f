import { describe, expect, test } from 'vitest'
import { STATE_KINDS, type StateKind } from '#shared/domain/handoff'
import { DAY, HOUR, shiftEnd } from '#shared/domain/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy'
import { laneOf, standingOf } from '#shared/domain/standing'
import type { TaskKind } from '#shared/domain/vocabulary'
import { attempt, bounce, close, confirmation, reasonOf, refused, reopen } from '../support/commands'
import { amira, bo, EDMONTON, T0 } from '../support/people'
import { daily, times, version } from '../support/plans'
import { begin, incoming, internal, outgoing, type Story } from '../support/story'

const confirmed = () => begin().after(HOUR).does(attempt('reached'), confirmation())
const booked = () => confirmed().does({ kind: 'book_meeting', at: T0 + 20 * HOUR, what: 'first talk' })
const asked = () => begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).does({ kind: 'ask_source' })

/** Section 3: how each state is come to, its next action, and when that is due. */
const PATHS: Readonly<Record<StateKind, readonly [tell: () => Story, next: TaskKind | null, dueAt: number | null]>> = {
  permission_pending: [() => begin(outgoing({ permissionGiven: false })), 'ask_permission', T0 + 4 * HOUR],
  contact_due: [() => begin(), 'reach_her', T0],
  attempting: [() => begin().does(attempt()), 'reach_her', T0 + 2 * HOUR],
  reached_not_confirmed: [() => begin().does(attempt('reached')), 'complete_confirmation', T0 + 24 * HOUR],
  waiting_for_her: [
    () => begin().does({ kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' }),
    'check_she_called',
    T0 + 5 * HOUR,
  ],
  loop_back_asked: [asked, 'reach_her', T0],
  confirmed: [confirmed, 'book_next_step', T0 + 25 * HOUR],
  meeting_booked: [booked, 'meeting', T0 + 20 * HOUR],
  accompanying: [
    () =>
      booked()
        .at(T0 + 21 * HOUR)
        .does({ kind: 'meeting_held', nextAt: T0 + 7 * DAY, what: '' }),
    'next_meeting',
    T0 + 7 * DAY,
  ],
  on_hold: [() => confirmed().does({ kind: 'put_on_hold', reviewAt: T0 + 3 * DAY, what: 'wait list' }), 'review_hold', T0 + 3 * DAY],
  bounced: [() => begin().does(bounce()), 'bounce_action', T0 + 10 * DAY],
  closed: [() => confirmed().does(close()), null, null],
  entered_in_error: [() => begin().does({ kind: 'mark_error', reason: 'twice' }), null, null],
}

describe('every state of section 3 is reached by what people do', () => {
  test.each(STATE_KINDS)('%s, with its next action and due time (H1)', (kind) => {
    const [tell, next, dueAt] = PATHS[kind]
    const story = tell()
    expect(story.state.kind).toBe(kind)
    expect([story.next?.kind ?? null, story.next?.dueAt ?? null]).toEqual([next, dueAt])
    expect(story.open.every((task) => task.owner !== undefined)).toBe(true)
  })

  test('permission given starts the contact, and her no closes the handoff as hers', () => {
    const pending = () => begin(outgoing({ permissionGiven: false })).after(HOUR)
    expect(pending().does({ kind: 'answer_permission', given: true, words: '' }).state.kind).toBe('contact_due')
    expect(pending().does({ kind: 'answer_permission', given: false, words: 'not now' }).state).toEqual({
      kind: 'closed',
      as: 'she_withdrew',
    })
    expect(begin().asks({ kind: 'answer_permission', given: true, words: '' })).toEqual(refused('wrong_state'))
  })
  test('reached, she may ask for another time: until then nobody rings, and her call ends the waiting', () => {
    const story = begin().does(attempt('reached'), { kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' })
    expect(story.state).toEqual({ kind: 'waiting_for_her', why: 'she_asked', checkAt: T0 + 5 * HOUR })
    expect(story.open).toMatchObject([{ kind: 'check_she_called', dueAt: T0 + 5 * HOUR }])
    story.after(2 * HOUR).does(attempt('she_called_us'))
    expect(story.state.kind).toBe('reached_not_confirmed')
  })
  test('a try at the agreed time ends the waiting, one before it does not', () => {
    const story = begin().does({ kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' })
    expect(story.at(T0 + 5 * HOUR - 1).does(attempt()).state.kind).toBe('waiting_for_her')
    expect(story.at(T0 + 8 * HOUR).does(attempt()).state).toEqual({ kind: 'attempting', made: 2 })
  })
  test('a meeting is held only where one was booked, and a hold or a meeting only after contact is confirmed', () => {
    expect(confirmed().asks({ kind: 'meeting_held', nextAt: T0 + DAY, what: '' })).toEqual(refused('wrong_state'))
    expect(begin().asks({ kind: 'put_on_hold', reviewAt: T0 + DAY, what: '' })).toEqual(refused('not_confirmed_yet'))
    expect(begin().asks({ kind: 'book_meeting', at: T0 + DAY, what: '' })).toEqual(refused('not_confirmed_yet'))
  })
  test('help is scheduled or received only for somebody who was confirmed', () => {
    expect(begin().asks(close('help_received'))).toEqual(refused('not_confirmed_yet'))
    expect(reasonOf(begin().asks(close('other_outcome', 'she is with her sister')))).toBeUndefined()
    expect(begin().asks(close('she_withdrew', ''))).toEqual(refused('reason_needed', 'reason'))
  })
})

describe('a next action (H1)', () => {
  test('a person may take another time and owner, and later planning leaves it alone', () => {
    const story = begin().does({ kind: 'move_task', no: 1, owner: bo, dueAt: T0 + 6 * HOUR })
    story.after(HOUR).does({ kind: 'assign', to: bo, reason: 'shift' })
    expect(story.open).toMatchObject([{ no: 1, owner: bo, dueAt: T0 + 6 * HOUR, byHand: true }])
    expect(story.asks({ kind: 'move_task', no: 1, owner: bo, dueAt: T0 })).toEqual(refused('due_in_the_past', 'dueAt'))
    expect(story.asks({ kind: 'move_task', no: 9, owner: bo, dueAt: T0 + DAY })).toEqual(refused('no_such_task'))
  })
  test('whose time alone was moved goes with the handoff to its next worker (H9)', () => {
    const story = begin(internal()).does({ kind: 'move_task', no: 1, owner: amira, dueAt: T0 + 6 * HOUR })
    story.does({ kind: 'record_acceptance', acceptedBy: 'Bo', worker: bo, at: null })
    expect(story.open).toMatchObject([{ kind: 'meet_her', owner: bo, dueAt: T0 + 6 * HOUR, byHand: true }])
  })
  test('is not moved to a time that she does not allow, and leaves one that she allows no longer (P1)', () => {
    const evenings = version({ safeHours: times(daily('18:00', '20:00')) })
    const move = (dueAt: number) => ({ kind: 'move_task', no: 1, owner: amira, dueAt }) as const
    expect(begin(incoming(), { plan: evenings }).asks(move(T0 + 11 * HOUR))).toMatchObject({
      failure: { reason: 'outside_safe_times', field: 'dueAt', until: T0 + 32 * HOUR },
    })
    const story = begin()
      .does(move(T0 + 5 * HOUR))
      .with({ plan: evenings })
      .does({ kind: 'change_plan', version: 2, verified: true })
    expect(story.open).toMatchObject([{ kind: 'reach_her', dueAt: T0 + 8 * HOUR, byHand: false }])
  })
  test('what waits on somebody outside is still chased by a member of staff', () => {
    const story = asked()
    expect(story.open.find((task) => task.waitsOn === 'source')?.owner).toBe(amira)
  })
  test('re-assigning moves what is open, and the first worker keeps a supporting role (H5)', () => {
    const story = begin().does({ kind: 'assign', to: bo, reason: 'shift' })
    expect(story.handoff).toMatchObject({ assignedTo: bo, supporting: [amira] })
    expect(story.open.map((task) => task.owner)).toEqual([bo])
    expect(story.asks({ kind: 'assign', to: bo, reason: '' })).toEqual(refused('same_worker', 'to'))
    expect(story.does({ kind: 'assign', to: amira, reason: 'back' }).handoff.supporting).toEqual([bo])
  })
})

describe('reopening (H2)', () => {
  test.each([
    ['help received', () => confirmed().does(close())],
    ['after bounce review', () => begin().does(bounce(), { kind: 'settle_bounce', words: 'ok', then: 'close' })],
    ['she withdrew', () => begin().does(close('she_withdrew', 'her word'))],
    ['entered in error', () => begin().does({ kind: 'mark_error', reason: 'twice' })],
    ['entered in error while bounced', () => begin().does(bounce(), { kind: 'mark_error', reason: 'twice' })],
  ] as const)('from %s contact is due again, from now', (_name, tell) => {
    const story = tell().after(3 * DAY)
    expect(story.asks({ kind: 'reopen', reason: '' })).toEqual(refused('reason_needed', 'reason'))
    story.does(reopen)
    expect(story.state.kind).toBe('contact_due')
    expect(story.handoff).toMatchObject({ clockFrom: story.now, receivedAt: T0 })
    expect(story.next).toMatchObject({ kind: 'reach_her', dueAt: story.now })
  })
  test('the old outcome stays in the history, and the measures keep their dates', () => {
    const story = confirmed().does(close('help_scheduled', 'Tuesday')).after(DAY).does(reopen)
    expect(story.handoff.earlierClosings).toMatchObject([{ as: 'help_scheduled', reason: 'Tuesday' }])
    expect(story.handoff).toMatchObject({
      confirmedAt: null,
      firstConfirmedAt: T0 + HOUR,
      parts: { way: null, next_step: null, deadline_risks: null },
    })
    expect(story.does(attempt('reached'), confirmation()).handoff.firstConfirmedAt).toBe(T0 + HOUR)
  })
  test('a question for her permission that was never answered gets its time anew', () => {
    const story = begin(outgoing({ permissionGiven: false }))
      .does(close('other_outcome', 'twice'))
      .after(DAY)
      .does(reopen)
    expect(story.next).toMatchObject({ kind: 'ask_permission', dueAt: story.now + 4 * HOUR })
  })
  test('an open one is not reopened, and a closed one takes nothing else', () => {
    expect(begin().asks(reopen)).toEqual(refused('not_closed'))
    expect(confirmed().does(close()).asks(attempt())).toEqual(refused('already_closed'))
  })
})

describe('who must be reached (H8)', () => {
  test('outgoing: the receiver reaches her, our worker chases, and no hours of hers bind the chase', () => {
    const story = begin(outgoing(), { plan: version({ neverHours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }] }) })
    expect(story.next).toMatchObject({ kind: 'chase_receiver', dueAt: T0 + 6 * HOUR, waitsOn: 'receiver', owner: amira })
    story.after(6 * HOUR).does(attempt('reached', { channel: 'through_partner', wayId: null }), confirmation())
    expect(story.state.kind).toBe('confirmed')
  })
  test('internal: the receiving worker meets her, within the same clock and with the same parts', () => {
    const story = begin(internal())
    expect(story.next).toMatchObject({ kind: 'meet_her', dueAt: T0 + 24 * HOUR })
    story.does(attempt('reached', { channel: 'in_person', wayId: null }), confirmation({ risks: null }))
    expect(story.state).toEqual({ kind: 'reached_not_confirmed', missing: ['deadline_risks'] })
  })
  test('nothing is confirmed or accepted while she has not been asked', () => {
    const story = begin(outgoing({ permissionGiven: false }))
    expect(story.asks(confirmation())).toEqual(refused('permission_pending'))
    expect(story.asks({ kind: 'record_acceptance', acceptedBy: 'N.', worker: null, at: null })).toEqual(refused('permission_pending'))
  })
  test.each([
    [incoming({ source: { kind: 'us' } }), 'source_needed'],
    [outgoing({ source: { kind: 'us' } }), 'source_needed'],
    [outgoing({ receiver: { kind: 'us' } }), 'receiver_needed'],
    [internal({ receiver: { kind: 'staff', id: amira } }), 'same_worker'],
    [incoming({ helps: [] }), 'help_needed'],
  ] as const)('a handoff from nobody, to nobody or to oneself does not begin (%#)', (facts, reason) => {
    expect(() => begin(facts)).toThrow(reason)
  })
})

describe('responsibility stays with the first worker until acceptance is recorded (H9)', () => {
  test('then the receiving worker owns it, with by whom and when', () => {
    const story = begin(internal()).after(2 * HOUR)
    expect(story.handoff).toMatchObject({ assignedTo: amira, acceptance: null })
    story.does({ kind: 'record_acceptance', acceptedBy: 'Bo', worker: bo, at: T0 + HOUR })
    expect(story.handoff).toMatchObject({ assignedTo: bo, supporting: [amira], acceptance: { by: 'Bo', at: T0 + HOUR } })
    expect(story.open.map((task) => task.owner)).toEqual([bo])
  })
  test('a partner outside never becomes the owner', () => {
    const story = begin(outgoing()).does({ kind: 'record_acceptance', acceptedBy: 'N. at the shelter', worker: bo, at: null })
    expect(story.handoff).toMatchObject({ assignedTo: amira, acceptance: { by: 'N. at the shelter', at: T0 } })
  })
  test('by nobody, before receipt, or for an incoming one it is refused', () => {
    const accept = (facts = {}) => ({ kind: 'record_acceptance', acceptedBy: 'Bo', worker: bo, at: null, ...facts }) as const
    expect(begin(internal()).asks(accept({ acceptedBy: '' }))).toEqual(refused('name_needed', 'acceptedBy'))
    expect(begin(internal()).asks(accept({ worker: null }))).toEqual(refused('receiver_needed', 'worker'))
    expect(begin(internal()).asks(accept({ at: T0 - 1 }))).toEqual(refused('before_received', 'at'))
    expect(begin().asks(accept())).toEqual(refused('wrong_state'))
  })
})

describe('the lane of a row', () => {
  const shiftEndsAt = shiftEnd(T0, DEFAULT_POLICY.shiftStarts, EDMONTON)
  const lane = (kind: StateKind, clock: number, measured = false) => laneOf(PATHS[kind][0]().state, clock, measured, T0, shiftEndsAt)

  test('the shift ends at 19:00', () => expect(shiftEndsAt).toBe(T0 + 9 * HOUR))
  test.each(STATE_KINDS)('%s is overdue a millisecond after its clock, and due this shift until the shift ends', (kind) => {
    expect(lane(kind, T0 - 1)).toBe('overdue')
    expect(lane(kind, T0)).toBe('this_shift')
    expect(lane(kind, shiftEndsAt)).toBe('this_shift')
    expect(lane(kind, shiftEndsAt + 1)).not.toBe('this_shift')
  })
  test.each([
    ['contact_due', 'later'],
    ['attempting', 'later'],
    ['reached_not_confirmed', 'later'],
    ['bounced', 'later'],
    ['waiting_for_her', 'waiting'],
    ['loop_back_asked', 'waiting'],
    ['on_hold', 'waiting'],
    ['permission_pending', 'waiting'],
    ['confirmed', 'to_book'],
    ['meeting_booked', 'to_book'],
    ['accompanying', 'to_book'],
  ] as const)('after this shift %s stands under %s', (kind, expected) => expect(lane(kind, shiftEndsAt + 1)).toBe(expected))
  test('a source that is only measured raises no alarm: never overdue, never soon (C2)', () => {
    const { state } = begin()
    expect(lane('contact_due', T0 - 1, true)).toBe('later')
    expect(standingOf('later', state, T0 - 1, true, T0)).toBe('later')
    expect(standingOf('this_shift', state, T0 + HOUR, true, T0)).toBe('later')
  })
  test.each([
    ['contact_due', T0 - 1, 'overdue'],
    ['contact_due', T0 + 4 * HOUR, 'soon'],
    ['contact_due', T0 + 4 * HOUR + 1, 'later'],
    ['waiting_for_her', T0 + DAY, 'waiting'],
    ['on_hold', T0 + DAY, 'waiting'],
    ['confirmed', T0 + DAY, 'confirmed'],
    ['bounced', T0 + DAY, 'later'],
  ] as const)('%s with its clock at %i stands as %s (C3)', (kind, clock, standing) => {
    expect(standingOf(lane(kind, clock), PATHS[kind][0]().state, clock, false, T0)).toBe(standing)
  })
})
