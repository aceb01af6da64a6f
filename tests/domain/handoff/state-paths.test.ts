import { describe, expect, test } from 'vitest'
import { HANDOFF_STATE_KINDS } from '#shared/domain/handoff/handoff'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, bounce, close, confirmation, refusalReason, refusal, reopen } from '../../support/domain/commands'
import { amira, bo, T0 } from '../../support/domain/people'
import { daily, times, version } from '../../support/domain/plans'
import { startScenario, incoming, internal, outgoing } from '../../support/domain/scenario'
import { confirmed, sourceAsked, STATE_PATHS } from '../../support/domain/state-paths'

describe('every state of section 3 is reached by what people do', () => {
  test.each(HANDOFF_STATE_KINDS)('%s, with its next action and due time (H1)', (kind) => {
    const [buildScenario, next, dueAt] = STATE_PATHS[kind]
    const scenario = buildScenario()
    expect(scenario.state.kind).toBe(kind)
    expect([scenario.nextTask?.kind ?? null, scenario.nextTask?.dueAt ?? null]).toEqual([next, dueAt])
    expect(scenario.openTasks.every((task) => task.owner !== undefined)).toBe(true)
  })

  test('permission given starts the contact, and her no closes the handoff as hers', () => {
    const pending = () => startScenario(outgoing({ permissionGiven: false })).advance(HOUR)
    expect(pending().run({ kind: 'answer_permission', given: true, words: '' }).state.kind).toBe('contact_due')
    expect(pending().run({ kind: 'answer_permission', given: false, words: 'not now' }).state).toEqual({
      kind: 'closed',
      as: 'she_withdrew',
    })
    expect(startScenario().asks({ kind: 'answer_permission', given: true, words: '' })).toEqual(refusal('wrong_state'))
  })
  test('reached, she may ask for another time: until then nobody rings, and her call ends the waiting', () => {
    const scenario = startScenario().run(attempt('reached'), { kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' })
    expect(scenario.state).toEqual({ kind: 'waiting_for_her', why: 'she_asked', checkAt: T0 + 5 * HOUR })
    expect(scenario.openTasks).toMatchObject([{ kind: 'check_she_called', dueAt: T0 + 5 * HOUR }])
    scenario.advance(2 * HOUR).run(attempt('she_called_us'))
    expect(scenario.state.kind).toBe('reached_not_confirmed')
  })
  test('a try at the agreed time ends the waiting, one before it does not', () => {
    const scenario = startScenario().run({ kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' })
    expect(scenario.setTime(T0 + 5 * HOUR - 1).run(attempt()).state.kind).toBe('waiting_for_her')
    expect(scenario.setTime(T0 + 8 * HOUR).run(attempt()).state).toEqual({ kind: 'attempting', made: 2 })
  })
  test('a hold or a meeting only after contact is confirmed', () => {
    expect(startScenario().asks({ kind: 'put_on_hold', reviewAt: T0 + DAY, what: '' })).toEqual(refusal('not_confirmed_yet'))
    expect(startScenario().asks({ kind: 'book_meeting', at: T0 + DAY, what: '' })).toEqual(refusal('not_confirmed_yet'))
  })
  test('help is scheduled or received only for somebody who was confirmed', () => {
    expect(startScenario().asks(close('help_received'))).toEqual(refusal('not_confirmed_yet'))
    expect(refusalReason(startScenario().asks(close('other_outcome', 'she is with her sister')))).toBeUndefined()
    expect(startScenario().asks(close('she_withdrew', ''))).toEqual(refusal('reason_needed', 'reason'))
  })
})

describe('a next action (H1)', () => {
  test('a person may take another time and owner, and later planning leaves it alone', () => {
    const scenario = startScenario().run({ kind: 'move_task', no: 1, owner: bo, dueAt: T0 + 6 * HOUR })
    scenario.advance(HOUR).run({ kind: 'assign', to: bo, reason: 'shift' })
    expect(scenario.openTasks).toMatchObject([{ no: 1, owner: bo, dueAt: T0 + 6 * HOUR, byHand: true }])
    expect(scenario.asks({ kind: 'move_task', no: 1, owner: bo, dueAt: T0 })).toEqual(refusal('due_in_the_past', 'dueAt'))
    expect(scenario.asks({ kind: 'move_task', no: 9, owner: bo, dueAt: T0 + DAY })).toEqual(refusal('no_such_task'))
  })
  test('whose time alone was moved goes with the handoff to its next worker (H9)', () => {
    const scenario = startScenario(internal()).run({ kind: 'move_task', no: 1, owner: amira, dueAt: T0 + 6 * HOUR })
    scenario.run({ kind: 'record_acceptance', acceptedBy: 'Bo', worker: bo, at: null })
    expect(scenario.openTasks).toMatchObject([{ kind: 'meet_her', owner: bo, dueAt: T0 + 6 * HOUR, byHand: true }])
  })
  test('is not moved to a time that she does not allow, and leaves one that she allows no longer (P1)', () => {
    const evenings = version({ safeHours: times(daily('18:00', '20:00')) })
    const move = (dueAt: number) => ({ kind: 'move_task', no: 1, owner: amira, dueAt }) as const
    expect(startScenario(incoming(), { plan: evenings }).asks(move(T0 + 11 * HOUR))).toMatchObject({
      failure: { reason: 'outside_safe_times', field: 'dueAt', until: T0 + 32 * HOUR },
    })
    const scenario = startScenario()
      .run(move(T0 + 5 * HOUR))
      .changeSituation({ plan: evenings })
      .run({ kind: 'change_plan', version: 2, verified: true })
    expect(scenario.openTasks).toMatchObject([{ kind: 'reach_her', dueAt: T0 + 8 * HOUR, byHand: false }])
  })
  test('what waits on somebody outside is still chased by a member of staff', () => {
    const scenario = sourceAsked()
    expect(scenario.openTasks.find((task) => task.waitsOn === 'source')?.owner).toBe(amira)
  })
  test('re-assigning moves what is open, and the first worker keeps a supporting role (H5)', () => {
    const scenario = startScenario().run({ kind: 'assign', to: bo, reason: 'shift' })
    expect(scenario.handoff).toMatchObject({ assignedTo: bo, supporting: [amira] })
    expect(scenario.openTasks.map((task) => task.owner)).toEqual([bo])
    expect(scenario.asks({ kind: 'assign', to: bo, reason: '' })).toEqual(refusal('same_worker', 'to'))
    expect(scenario.run({ kind: 'assign', to: amira, reason: 'back' }).handoff.supporting).toEqual([bo])
  })
})

describe('reopening (H2)', () => {
  test.each([
    ['help received', () => confirmed().run(close())],
    ['after bounce review', () => startScenario().run(bounce(), { kind: 'settle_bounce', words: 'ok', then: 'close' })],
    ['she withdrew', () => startScenario().run(close('she_withdrew', 'her word'))],
    ['entered in error', () => startScenario().run({ kind: 'mark_error', reason: 'twice' })],
    ['entered in error while bounced', () => startScenario().run(bounce(), { kind: 'mark_error', reason: 'twice' })],
  ] as const)('from %s contact is due again, from now', (_name, buildScenario) => {
    const scenario = buildScenario().advance(3 * DAY)
    expect(scenario.asks({ kind: 'reopen', reason: '' })).toEqual(refusal('reason_needed', 'reason'))
    scenario.run(reopen)
    expect(scenario.state.kind).toBe('contact_due')
    expect(scenario.handoff).toMatchObject({ clockFrom: scenario.now, receivedAt: T0 })
    expect(scenario.nextTask).toMatchObject({ kind: 'reach_her', dueAt: scenario.now })
  })
  test('the old outcome stays in the history, and the measures keep their dates', () => {
    const scenario = confirmed().run(close('help_scheduled', 'Tuesday')).advance(DAY).run(reopen)
    expect(scenario.handoff.earlierClosings).toMatchObject([{ as: 'help_scheduled', reason: 'Tuesday' }])
    expect(scenario.handoff).toMatchObject({
      confirmedAt: null,
      firstConfirmedAt: T0 + HOUR,
      parts: { way: null, next_step: null, deadline_risks: null },
    })
    expect(scenario.run(attempt('reached'), confirmation()).handoff.firstConfirmedAt).toBe(T0 + HOUR)
  })
  test('a question for her permission that was never answered gets its time anew', () => {
    const scenario = startScenario(outgoing({ permissionGiven: false }))
      .run(close('other_outcome', 'twice'))
      .advance(DAY)
      .run(reopen)
    expect(scenario.nextTask).toMatchObject({ kind: 'ask_permission', dueAt: scenario.now + 4 * HOUR })
  })
  test('an open one is not reopened, and a closed one takes nothing else', () => {
    expect(startScenario().asks(reopen)).toEqual(refusal('not_closed'))
    expect(confirmed().run(close()).asks(attempt())).toEqual(refusal('already_closed'))
  })
})

describe('who must be reached (H8)', () => {
  test('outgoing: the receiver reaches her, our worker chases, and no hours of hers bind the chase', () => {
    const scenario = startScenario(outgoing(), { plan: version({ neverHours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 }] }) })
    expect(scenario.nextTask).toMatchObject({ kind: 'chase_receiver', dueAt: T0 + 6 * HOUR, waitsOn: 'receiver', owner: amira })
    scenario.advance(6 * HOUR).run(attempt('reached', { channel: 'through_partner', wayId: null }), confirmation())
    expect(scenario.state.kind).toBe('confirmed')
  })
  test('internal: the receiving worker meets her, within the same clock and with the same parts', () => {
    const scenario = startScenario(internal())
    expect(scenario.nextTask).toMatchObject({ kind: 'meet_her', dueAt: T0 + 24 * HOUR })
    scenario.run(attempt('reached', { channel: 'in_person', wayId: null }), confirmation({ risks: null }))
    expect(scenario.state).toEqual({ kind: 'reached_not_confirmed', missing: ['deadline_risks'] })
  })
  test('nothing is confirmed or accepted while she has not been asked', () => {
    const scenario = startScenario(outgoing({ permissionGiven: false }))
    expect(scenario.asks(confirmation())).toEqual(refusal('permission_pending'))
    expect(scenario.asks({ kind: 'record_acceptance', acceptedBy: 'N.', worker: null, at: null })).toEqual(refusal('permission_pending'))
  })
  test.each([
    [incoming({ source: { kind: 'us' } }), 'source_needed'],
    [outgoing({ source: { kind: 'us' } }), 'source_needed'],
    [outgoing({ receiver: { kind: 'us' } }), 'receiver_needed'],
    [internal({ receiver: { kind: 'staff', id: amira } }), 'same_worker'],
    [incoming({ helps: [] }), 'help_needed'],
  ] as const)('a handoff from nobody, to nobody or to oneself does not begin (%#)', (facts, reason) => {
    expect(() => startScenario(facts)).toThrow(reason)
  })
})

describe('responsibility stays with the first worker until acceptance is recorded (H9)', () => {
  test('then the receiving worker owns it, with by whom and when', () => {
    const scenario = startScenario(internal()).advance(2 * HOUR)
    expect(scenario.handoff).toMatchObject({ assignedTo: amira, acceptance: null })
    scenario.run({ kind: 'record_acceptance', acceptedBy: 'Bo', worker: bo, at: T0 + HOUR })
    expect(scenario.handoff).toMatchObject({ assignedTo: bo, supporting: [amira], acceptance: { by: 'Bo', at: T0 + HOUR } })
    expect(scenario.openTasks.map((task) => task.owner)).toEqual([bo])
  })
  test('a partner outside never becomes the owner', () => {
    const scenario = startScenario(outgoing()).run({ kind: 'record_acceptance', acceptedBy: 'N. at the shelter', worker: bo, at: null })
    expect(scenario.handoff).toMatchObject({ assignedTo: amira, acceptance: { by: 'N. at the shelter', at: T0 } })
  })
  test('by nobody, before receipt, or for an incoming one it is refused', () => {
    const accept = (facts = {}) => ({ kind: 'record_acceptance', acceptedBy: 'Bo', worker: bo, at: null, ...facts }) as const
    expect(startScenario(internal()).asks(accept({ acceptedBy: '' }))).toEqual(refusal('name_needed', 'acceptedBy'))
    expect(startScenario(internal()).asks(accept({ worker: null }))).toEqual(refusal('receiver_needed', 'worker'))
    expect(startScenario(internal()).asks(accept({ at: T0 - 1 }))).toEqual(refusal('before_received', 'at'))
    expect(startScenario().asks(accept())).toEqual(refusal('wrong_state'))
  })
})
