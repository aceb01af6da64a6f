import { describe, expect, test } from 'vitest'
import { findWithdrawableAttempt } from '#shared/domain/handoff/decide/decide-attempt-correction'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, bounce, confirmation, refusalReason, refusal } from '../../../support/domain/commands'
import { sol, T0 } from '../../../support/domain/people'
import { phone, version } from '../../../support/domain/plans'
import { startScenario, incoming, internal, outgoing } from '../../../support/domain/scenario'

const wait = (checkAt: number, why: 'she_asked' | 'she_calls_us' = 'she_asked'): HandoffCommand => ({ kind: 'agree_waiting', checkAt, why })
const withdraw = (no: number): HandoffCommand => ({ kind: 'withdraw_attempt', no })
const show = (facts: Partial<Extract<HandoffCommand, { kind: 'show_number' }>> = {}): HandoffCommand => ({
  kind: 'show_number',
  wayId: 'w1',
  channel: 'call',
  safeCheck: 'safe',
  override: null,
  ...facts,
})

describe('an agreed time lies ahead', () => {
  const sourceAsked = () =>
    startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
      .advance(2 * HOUR)
      .run({ kind: 'ask_source' })
  const answered = (checkAt: number | null): HandoffCommand => ({ kind: 'source_answered', answer: 'she_will_call', words: '', checkAt })

  test.each([
    ['after an attempt', (checkAt: number) => attempt('no_answer', { checkAt })],
    ['agreed with her', (checkAt: number) => wait(checkAt)],
    ['told by the source', (checkAt: number) => answered(checkAt)],
  ] as const)('%s: not now, not before, and a moment later is enough', (_name, command) => {
    const scenario = sourceAsked()
    for (const checkAt of [scenario.now, scenario.now - 1, T0])
      expect(scenario.asks(command(checkAt))).toEqual(refusal('due_in_the_past', 'checkAt'))
    expect(refusalReason(scenario.asks(command(scenario.now + 1)))).toBeUndefined()
  })
  test('without one we look again when the standard ends, and after that in a day', () => {
    expect(sourceAsked().run(answered(null)).state).toMatchObject({ checkAt: T0 + DAY })
    expect(startScenario().advance(HOUR).run({ kind: 'stop' }).state).toMatchObject({ checkAt: T0 + DAY })
    expect(
      startScenario()
        .setTime(T0 + DAY)
        .run({ kind: 'stop' }).state,
    ).toMatchObject({ checkAt: T0 + 2 * DAY })
  })
})

describe('waiting for her', () => {
  test('ends by hand, and there is nothing to end where nobody waits', () => {
    const scenario = startScenario().run(wait(T0 + 5 * HOUR))
    expect(scenario.run({ kind: 'end_waiting' }).state.kind).toBe('contact_due')
    expect(scenario.asks({ kind: 'end_waiting' })).toEqual(refusal('wrong_state'))
  })
  test('is ended by contact from then on, not by contact from before that is written later', () => {
    expect(startScenario().run(wait(T0 + 5 * HOUR), attempt('she_called_us')).state.kind).toBe('reached_not_confirmed')
    const scenario = startScenario()
      .advance(2 * HOUR)
      .run(wait(T0 + 5 * HOUR), attempt('reached', { at: T0 + 2 * HOUR - 1 }))
    expect(scenario.state.kind).toBe('waiting_for_her')
  })
  test('begins with a relay only where it is we who reach her (H8)', () => {
    const relayed = attempt('partner_relayed', { channel: 'through_partner', wayId: null })
    expect(startScenario().run(relayed).state).toMatchObject({ kind: 'waiting_for_her', why: 'relayed' })
    for (const facts of [outgoing(), internal()]) expect(startScenario(facts).run(relayed).state.kind).not.toBe('waiting_for_her')
  })
})

describe('a slip of the key', () => {
  const relayed = attempt('partner_relayed', { channel: 'through_partner', wayId: null })
  test('is taken back from the newest attempt alone, and from nothing where there is none', () => {
    expect(findWithdrawableAttempt(startScenario().handoff, T0)).toBeNull()
    expect(startScenario().asks(withdraw(1))).toEqual(refusal('no_such_attempt'))
    const scenario = startScenario().run(attempt(), attempt())
    expect(scenario.asks(withdraw(1))).toEqual(refusal('too_late_to_undo'))
    expect(scenario.run(withdraw(2)).asks(withdraw(2))).toEqual(refusal('no_such_attempt'))
  })
  test('a relay that is taken back ends the waiting that it began, and no other', () => {
    expect(startScenario().run(relayed, withdraw(1)).state.kind).toBe('contact_due')
    expect(startScenario().run(relayed, wait(T0 + 5 * HOUR), withdraw(1)).state).toMatchObject({
      kind: 'waiting_for_her',
      why: 'she_asked',
    })
    expect(startScenario().run(relayed, attempt(), withdraw(2)).state).toMatchObject({ kind: 'waiting_for_her', why: 'relayed' })
    expect(startScenario().run(wait(T0 + 5 * HOUR), attempt(), withdraw(1)).state).toMatchObject({ why: 'she_asked' })
  })
  test('also where nobody waits for it', () => expect(startScenario(outgoing()).run(relayed, withdraw(1)).state.kind).toBe('contact_due'))
  test('once contact is confirmed no attempt is taken back', () =>
    expect(startScenario().run(attempt('reached'), confirmation(), attempt()).asks(withdraw(2))).toEqual(refusal('too_late_to_undo')))
})

describe('a number is shown', () => {
  test('only where there is a plan with one', () => {
    expect(startScenario(incoming(), { plan: null }).asks(show())).toEqual(refusal('no_such_way'))
    expect(startScenario(incoming(), { plan: version({ ways: [phone({ value: null })] }) }).asks(show())).toEqual(refusal('no_such_way'))
  })
  test('the relay’s without a verification, because nobody speaks to her over it (P2)', () => {
    const ways = [phone({ safeFor: ['through_partner'] })]
    const relay = { who: 'the clinic', partnerId: null, agreed: true }
    const scenario = startScenario(incoming(), { plan: version({ mayContact: 'through_partner', ways, relay }, null) })
    expect(refusalReason(scenario.asks(show({ channel: 'through_partner' })))).toBeUndefined()
  })
  test('as it should be it is no override', () => expect(startScenario().run(show()).handoff.overrides).toEqual([]))
  test('of several overrides each is explained by itself, by whoever opened it (P1)', () => {
    const scenario = startScenario()
      .changeSituation({ by: sol })
      .run(show({ override: '' }), show({ override: '' }))
    const [first = 0, second = 0] = scenario.handoff.overrides.map(({ no }) => no)
    expect(scenario.handoff.overrides.map(({ by }) => by)).toEqual([sol, sol])
    expect(scenario.asks({ kind: 'explain_override', no: second, words: '' })).toEqual(refusal('reason_needed', 'words'))
    scenario.run({ kind: 'explain_override', no: first, words: 'she was cut off' })
    expect(scenario.handoff.overrides.map(({ explainedIn }) => explainedIn)).toEqual([scenario.handoff.version, null])
    expect(refusalReason(scenario.asks({ kind: 'explain_override', no: second, words: 'and again' }))).toBeUndefined()
  })
})

describe('the source (C5)', () => {
  const answer = { kind: 'source_answered', answer: 'new_way', words: 'her sister has a phone', checkAt: null } as const
  const sourceAsked = () =>
    startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).run({ kind: 'ask_source' })
  test('its answer is kept with the question, and any other than "she will call" lets us go on', () => {
    const scenario = sourceAsked().advance(HOUR).run(answer)
    expect(scenario.handoff.loopBack).toEqual({ askedAt: T0, answerDueAt: T0 + DAY, answer: 'new_way', answeredAt: T0 + HOUR })
    expect(scenario.events.find(({ kind }) => kind === 'loop_back_answered')).toMatchObject({ words: 'her sister has a phone' })
    expect(scenario.state.kind).toBe('contact_due')
    expect(scenario.openTasks.map(({ kind }) => kind)).toEqual(['reach_her'])
  })
  test('may be asked again once it has answered', () =>
    expect(sourceAsked().run(answer, { kind: 'ask_source' }).state.kind).toBe('loop_back_asked'))
  test('and is not proposed a second time', () => {
    const scenario = sourceAsked()
      .run(answer)
      .setTime(T0 + 25 * HOUR)
      .run({ kind: 'look_again' })
    expect(scenario.openTasks.map(({ kind }) => kind)).toEqual(['reach_her'])
  })
})

describe('a stop (P4)', () => {
  const stoppedAfterContact = () => startScenario().run(attempt('reached')).advance(HOUR).run({ kind: 'stop' })
  test('is not undone by taking back the contact that came after it', () => {
    const scenario = stoppedAfterContact().advance(HOUR).run(attempt(), attempt('she_called_us'))
    expect(scenario.state.kind).toBe('reached_not_confirmed')
    scenario.run(withdraw(3))
    expect(scenario.state).toMatchObject({ kind: 'waiting_for_her', why: 'not_safe' })
    expect(scenario.openTasks.map(({ kind }) => kind)).toEqual(['check_she_called'])
  })
  test('her word in the same moment counts as after it, and a try that reached nobody does not', () => {
    expect(stoppedAfterContact().run(attempt('she_called_us')).state.kind).toBe('reached_not_confirmed')
    const tried = stoppedAfterContact().run(attempt('she_called_us'), attempt())
    expect(tried.advance(HOUR).run({ kind: 'look_again' }).state.kind).toBe('reached_not_confirmed')
  })
})

describe('reached although we had stopped trying', () => {
  test('in the very moment of the bounce it is settled', () =>
    expect(startScenario().run(bounce(), attempt('reached')).state.kind).toBe('reached_not_confirmed'))
  test('contact from before the clock that runs now settles nothing', () => {
    const scenario = startScenario()
      .run(bounce())
      .advance(DAY)
      .run({ kind: 'settle_bounce', words: 'she has a new number', then: 'try_again' }, bounce())
    expect(scenario.run(attempt('reached', { at: T0 + DAY - 1 })).state.kind).toBe('bounced')
  })
})

test('a way that is dead leaves the relay, and a relay beside a way of her own is not what comes first', () => {
  const relay = { who: 'her aunt', partnerId: null, agreed: true }
  const scenario = startScenario(incoming(), { plan: version({ relay }) })
  expect(scenario.nextTask).toMatchObject({ kind: 'reach_her', waitsOn: 'nobody' })
  expect(scenario.run(attempt('number_not_in_service')).nextTask).toMatchObject({ kind: 'relay', waitsOn: 'source' })
})
