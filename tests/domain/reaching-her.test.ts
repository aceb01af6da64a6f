import { describe, expect, test } from 'vitest'
import { mayWithdraw } from '#shared/domain/decide-contact'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import { DAY, HOUR } from '#shared/domain/moment'
import { attempt, bounce, confirmation, reasonOf, refused } from '../support/commands'
import { sol, T0 } from '../support/people'
import { phone, version } from '../support/plans'
import { begin, incoming, internal, outgoing } from '../support/story'

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
  const asked = () =>
    begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
      .after(2 * HOUR)
      .does({ kind: 'ask_source' })
  const answered = (checkAt: number | null): HandoffCommand => ({ kind: 'source_answered', answer: 'she_will_call', words: '', checkAt })

  test.each([
    ['after an attempt', (checkAt: number) => attempt('no_answer', { checkAt })],
    ['agreed with her', (checkAt: number) => wait(checkAt)],
    ['told by the source', (checkAt: number) => answered(checkAt)],
  ] as const)('%s: not now, not before, and a moment later is enough', (_name, command) => {
    const story = asked()
    for (const checkAt of [story.now, story.now - 1, T0])
      expect(story.asks(command(checkAt))).toEqual(refused('due_in_the_past', 'checkAt'))
    expect(reasonOf(story.asks(command(story.now + 1)))).toBeUndefined()
  })
  test('without one we look again when the standard ends, and after that in a day', () => {
    expect(asked().does(answered(null)).state).toMatchObject({ checkAt: T0 + DAY })
    expect(begin().after(HOUR).does({ kind: 'stop' }).state).toMatchObject({ checkAt: T0 + DAY })
    expect(
      begin()
        .at(T0 + DAY)
        .does({ kind: 'stop' }).state,
    ).toMatchObject({ checkAt: T0 + 2 * DAY })
  })
})

describe('waiting for her', () => {
  test('ends by hand, and there is nothing to end where nobody waits', () => {
    const story = begin().does(wait(T0 + 5 * HOUR))
    expect(story.does({ kind: 'end_waiting' }).state.kind).toBe('contact_due')
    expect(story.asks({ kind: 'end_waiting' })).toEqual(refused('wrong_state'))
  })
  test('is ended by contact from then on, not by contact from before that is written later', () => {
    expect(begin().does(wait(T0 + 5 * HOUR), attempt('she_called_us')).state.kind).toBe('reached_not_confirmed')
    const story = begin()
      .after(2 * HOUR)
      .does(wait(T0 + 5 * HOUR), attempt('reached', { at: T0 + 2 * HOUR - 1 }))
    expect(story.state.kind).toBe('waiting_for_her')
  })
  test('begins with a relay only where it is we who reach her (H8)', () => {
    const relayed = attempt('partner_relayed', { channel: 'through_partner', wayId: null })
    expect(begin().does(relayed).state).toMatchObject({ kind: 'waiting_for_her', why: 'relayed' })
    for (const facts of [outgoing(), internal()]) expect(begin(facts).does(relayed).state.kind).not.toBe('waiting_for_her')
  })
})

describe('a slip of the key', () => {
  const relayed = attempt('partner_relayed', { channel: 'through_partner', wayId: null })
  test('is taken back from the newest attempt alone, and from nothing where there is none', () => {
    expect(mayWithdraw(begin().handoff, T0)).toBeNull()
    expect(begin().asks(withdraw(1))).toEqual(refused('no_such_attempt'))
    const story = begin().does(attempt(), attempt())
    expect(story.asks(withdraw(1))).toEqual(refused('too_late_to_undo'))
    expect(story.does(withdraw(2)).asks(withdraw(2))).toEqual(refused('no_such_attempt'))
  })
  test('a relay that is taken back ends the waiting that it began, and no other', () => {
    expect(begin().does(relayed, withdraw(1)).state.kind).toBe('contact_due')
    expect(begin().does(relayed, wait(T0 + 5 * HOUR), withdraw(1)).state).toMatchObject({ kind: 'waiting_for_her', why: 'she_asked' })
    expect(begin().does(relayed, attempt(), withdraw(2)).state).toMatchObject({ kind: 'waiting_for_her', why: 'relayed' })
    expect(begin().does(wait(T0 + 5 * HOUR), attempt(), withdraw(1)).state).toMatchObject({ why: 'she_asked' })
  })
  test('also where nobody waits for it', () => expect(begin(outgoing()).does(relayed, withdraw(1)).state.kind).toBe('contact_due'))
  test('once contact is confirmed no attempt is taken back', () =>
    expect(begin().does(attempt('reached'), confirmation(), attempt()).asks(withdraw(2))).toEqual(refused('too_late_to_undo')))
})

describe('a number is shown', () => {
  test('only where there is a plan with one', () => {
    expect(begin(incoming(), { plan: null }).asks(show())).toEqual(refused('no_such_way'))
    expect(begin(incoming(), { plan: version({ ways: [phone({ value: null })] }) }).asks(show())).toEqual(refused('no_such_way'))
  })
  test('the relay’s without a verification, because nobody speaks to her over it (P2)', () => {
    const ways = [phone({ safeFor: ['through_partner'] })]
    const story = begin(incoming(), { plan: version({ mayContact: 'through_partner', ways }, null) })
    expect(reasonOf(story.asks(show({ channel: 'through_partner' })))).toBeUndefined()
  })
  test('as it should be it is no override', () => expect(begin().does(show()).handoff.overrides).toEqual([]))
  test('of several overrides each is explained by itself, by whoever opened it (P1)', () => {
    const story = begin()
      .with({ by: sol })
      .does(show({ override: '' }), show({ override: '' }))
    const [first = 0, second = 0] = story.handoff.overrides.map(({ no }) => no)
    expect(story.handoff.overrides.map(({ by }) => by)).toEqual([sol, sol])
    expect(story.asks({ kind: 'explain_override', no: second, words: '' })).toEqual(refused('reason_needed', 'words'))
    story.does({ kind: 'explain_override', no: first, words: 'she was cut off' })
    expect(story.handoff.overrides.map(({ explainedIn }) => explainedIn)).toEqual([story.handoff.version, null])
    expect(reasonOf(story.asks({ kind: 'explain_override', no: second, words: 'and again' }))).toBeUndefined()
  })
})

describe('the source (C5)', () => {
  const answer = { kind: 'source_answered', answer: 'new_way', words: 'her sister has a phone', checkAt: null } as const
  const asked = () => begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).does({ kind: 'ask_source' })
  test('its answer is kept with the question, and any other than "she will call" lets us go on', () => {
    const story = asked().after(HOUR).does(answer)
    expect(story.handoff.loopBack).toEqual({ askedAt: T0, answerDueAt: T0 + DAY, answer: 'new_way', answeredAt: T0 + HOUR })
    expect(story.events.find(({ kind }) => kind === 'loop_back_answered')).toMatchObject({ words: 'her sister has a phone' })
    expect(story.state.kind).toBe('contact_due')
    expect(story.open.map(({ kind }) => kind)).toEqual(['reach_her'])
  })
  test('may be asked again once it has answered', () =>
    expect(asked().does(answer, { kind: 'ask_source' }).state.kind).toBe('loop_back_asked'))
  test('and is not proposed a second time', () => {
    const story = asked()
      .does(answer)
      .at(T0 + 25 * HOUR)
      .does({ kind: 'look_again' })
    expect(story.open.map(({ kind }) => kind)).toEqual(['reach_her'])
  })
})

describe('a stop (P4)', () => {
  const stoppedAfterContact = () => begin().does(attempt('reached')).after(HOUR).does({ kind: 'stop' })
  test('is not undone by taking back the contact that came after it', () => {
    const story = stoppedAfterContact().after(HOUR).does(attempt(), attempt('she_called_us'))
    expect(story.state.kind).toBe('reached_not_confirmed')
    story.does(withdraw(3))
    expect(story.state).toMatchObject({ kind: 'waiting_for_her', why: 'not_safe' })
    expect(story.open.map(({ kind }) => kind)).toEqual(['check_she_called'])
  })
  test('her word in the same moment counts as after it, and a try that reached nobody does not', () => {
    expect(stoppedAfterContact().does(attempt('she_called_us')).state.kind).toBe('reached_not_confirmed')
    const tried = stoppedAfterContact().does(attempt('she_called_us'), attempt())
    expect(tried.after(HOUR).does({ kind: 'look_again' }).state.kind).toBe('reached_not_confirmed')
  })
})

describe('reached although we had stopped trying', () => {
  test('in the very moment of the bounce it is settled', () =>
    expect(begin().does(bounce(), attempt('reached')).state.kind).toBe('reached_not_confirmed'))
  test('contact from before the clock that runs now settles nothing', () => {
    const story = begin()
      .does(bounce())
      .after(DAY)
      .does({ kind: 'settle_bounce', words: 'she has a new number', then: 'try_again' }, bounce())
    expect(story.does(attempt('reached', { at: T0 + DAY - 1 })).state.kind).toBe('bounced')
  })
})

test('a way that is dead leaves the relay, and a relay beside a way of her own is not what comes first', () => {
  const relay = { who: 'her aunt', partnerId: null, agreed: true }
  const story = begin(incoming(), { plan: version({ relay }) })
  expect(story.next).toMatchObject({ kind: 'reach_her', waitsOn: 'nobody' })
  expect(story.does(attempt('number_not_in_service')).next).toMatchObject({ kind: 'relay', waitsOn: 'source' })
})
