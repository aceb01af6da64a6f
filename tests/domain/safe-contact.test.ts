import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import { allowedChannels, hasSafeWay, planStanding } from '#shared/domain/contact-plan'
import { DAY, HOUR } from '#shared/domain/moment'
import { attempt, bounce, close, confirmation, reasonOf, refused, reopen } from '../support/commands'
import { T0 } from '../support/people'
import { daily, email, phone, plan, post, sheCalls, times, version, withHer, withSource } from '../support/plans'
import { begin, incoming } from '../support/story'

const show = (facts: Partial<Extract<HandoffCommand, { kind: 'show_number' }>> = {}): HandoffCommand => ({
  kind: 'show_number',
  wayId: 'w1',
  channel: 'call',
  safeCheck: 'safe',
  override: null,
  ...facts,
})
const marksAfter = (story: ReturnType<typeof begin>) => story.handoff.attempts.at(-1)?.marks

describe('a number is shown only on a channel she allowed, inside her safe times (P1)', () => {
  test('on an allowed channel, now, it is', () => expect(reasonOf(begin().asks(show()))).toBeUndefined())
  test('outside her safe times it says when the next safe moment is', () => {
    const story = begin(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
    expect(story.asks(show())).toEqual({ ok: false, failure: { kind: 'refused', reason: 'outside_safe_times', until: T0 + 8 * HOUR } })
    expect(reasonOf(story.at(T0 + 8 * HOUR).asks(show()))).toBeUndefined()
    expect(reasonOf(story.at(T0 + 10 * HOUR).asks(show()))).toBe('outside_safe_times')
  })
  test('not on a channel that she did not call safe on this very device', () => {
    const story = begin(incoming(), { plan: version({ ways: [phone({ safeFor: ['call'] }), phone({ id: 'w9', safeFor: ['text'] })] }) })
    expect(reasonOf(story.asks(show({ channel: 'text' })))).toBe('channel_not_allowed')
    expect(reasonOf(story.asks(show({ channel: 'text', wayId: 'w9' })))).toBeUndefined()
    expect(reasonOf(story.asks(show({ wayId: 'w7' })))).toBe('no_such_way')
  })
  test('"only through a partner" never opens her own number', () => {
    const story = begin(incoming(), { plan: version({ mayContact: 'through_partner' }) })
    expect(reasonOf(story.asks(show()))).toBe('channel_not_allowed')
    expect(reasonOf(story.asks(show({ channel: 'through_partner' })))).toBe('channel_not_allowed')
    story.with({ plan: version({ mayContact: 'through_partner', ways: [phone({ label: 'the clinic', safeFor: ['through_partner'] })] }) })
    expect(reasonOf(story.asks(show({ channel: 'through_partner' })))).toBeUndefined()
  })
  test('a life-safety override opens it at any hour, and is on record without its reason being written yet', () => {
    const story = begin(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) }).does(show({ override: '' }))
    expect(story.events.at(-1)).toMatchObject({ kind: 'number_shown', override: '' })
  })
})

describe('what has happened is always recorded, with a mark (P1)', () => {
  test.each([
    ['outside her safe times', { plan: version({ safeHours: times(daily('18:00', '20:00')) }) }, {}, ['outside_safe_times']],
    ['on a channel she did not allow', { plan: version({ ways: [phone({ safeFor: ['text'] })] }) }, {}, ['channel_not_allowed']],
    ['without a verified plan', { plan: version({}, null) }, {}, ['not_verified']],
    ['without any plan', { plan: null }, {}, ['channel_not_allowed', 'not_verified']],
    ['without the question (P3)', {}, { safeCheck: 'not_asked' as const }, ['safety_not_checked']],
    ['by override', {}, { override: true }, ['override']],
  ])('%s', (_name, around, facts, marks) => expect(marksAfter(begin(incoming(), around).does(attempt('no_answer', facts)))).toEqual(marks))

  test('a device that she did not call safe, and a voicemail that she did not agree to, are marked', () => {
    const ways = [phone({ voicemail: 'agreed_words' }), phone({ id: 'w4', safeFor: ['text'] }), phone({ id: 'w5' })]
    const marks = (outcome: 'no_answer' | 'voicemail_left', wayId: string) =>
      marksAfter(begin(incoming(), { plan: version({ ways }) }).does(attempt(outcome, { wayId })))
    expect([marks('voicemail_left', 'w1'), marks('no_answer', 'w5')]).toEqual([[], []])
    expect([marks('voicemail_left', 'w5'), marks('no_answer', 'w4')]).toEqual([['channel_not_allowed'], ['channel_not_allowed']])
  })
  test('her own call, and what a partner did, are never out of hours', () => {
    const story = begin(incoming(), { plan: version({ mayContact: 'she_calls', safeHours: times(daily('18:00', '20:00')) }) })
    expect(marksAfter(story.does(attempt('she_called_us')))).toEqual([])
    expect(marksAfter(story.does(attempt('partner_relayed', { channel: 'through_partner' })))).toEqual([])
  })
})

describe('not verified, or expired, is good for a neutral check only (P2)', () => {
  test('what she verified holds for the days of her plan, to the millisecond', () => {
    const hers = version({ reverifyAfterDays: 7 })
    expect(planStanding(hers, T0 + 7 * DAY - 1, true)).toBe('verified')
    expect(planStanding(hers, T0 + 7 * DAY, false)).toBe('expired')
    expect(planStanding(version({}, null), T0, false)).toBe('not_verified')
  })
  test('what the source verified with her holds for a day, and for the first contact alone', () => {
    const fromSource = version({}, withSource())
    expect(planStanding(fromSource, T0 + DAY - 1, false)).toBe('verified')
    expect(planStanding(fromSource, T0 + DAY, false)).toBe('expired')
    expect(planStanding(fromSource, T0 + 1, true)).toBe('expired')
  })
  test('the next action is a neutral check, and a call to her again once verified', () => {
    const story = begin(incoming(), { plan: version({}, null) })
    expect(story.next?.kind).toBe('neutral_check')
    story
      .after(HOUR)
      .with({ plan: version({}, withHer(T0 + HOUR), 2) })
      .does({ kind: 'change_plan', version: 2, verified: true })
    expect(story.open.map((task) => task.kind)).toEqual(['reach_her'])
  })
  test('the number is shown for a call, and never for a message', () => {
    const story = begin(incoming(), { plan: version({ ways: [phone(), email(), post()] }, null) })
    expect(reasonOf(story.asks(show()))).toBeUndefined()
    expect(reasonOf(story.asks(show({ channel: 'text' })))).toBe('not_verified')
    expect(reasonOf(story.asks(show({ wayId: 'w2', channel: 'email' })))).toBe('not_verified')
    expect(reasonOf(story.asks(show({ wayId: 'w3', channel: 'letter' })))).toBe('not_verified')
  })
  test('a number that nobody called unsafe may be tried neutrally while she could not be asked', () => {
    expect(allowedChannels(plan({ mayContact: 'not_known', ways: [phone({ safeFor: [] })] }))).toEqual(['call'])
    expect(allowedChannels(plan({ mayContact: 'yes', ways: [phone({ safeFor: [] })] }))).toEqual([])
  })
})

describe('"unsafe to contact" is a stop, never a retry (P4)', () => {
  const stopped = (around = {}) =>
    begin(incoming(), around)
      .does(attempt())
      .after(3 * HOUR)
      .does(attempt('not_safe_stopped', { safeCheck: 'not_safe' }))
  const noProposal = (story: ReturnType<typeof begin>) => {
    expect(story.state).toMatchObject({ kind: 'waiting_for_her', why: 'not_safe' })
    expect(story.open.map((task) => task.kind)).toEqual(['check_she_called'])
  }

  test('we wait for her call, and no number is shown', () => {
    const story = stopped()
    noProposal(story)
    expect(story.asks(show())).toEqual(refused('stopped_as_unsafe'))
    expect(reasonOf(story.asks({ kind: 'end_waiting' }))).toBe('stopped_as_unsafe')
  })
  test('or for the relay that she agreed to', () => {
    expect(stopped({ plan: version({ relay: { who: 'her aunt', partnerId: null, agreed: true } }) }).open.map((task) => task.kind)).toEqual(
      ['relay'],
    )
    expect(
      stopped({ plan: version({ relay: { who: 'her aunt', partnerId: null, agreed: false } }) }).open.map((task) => task.kind),
    ).toEqual(['check_she_called'])
  })
  test('it holds where she had been reached before: nobody rings her for a missing part', () => {
    const reached = () =>
      begin()
        .does(attempt('reached'), confirmation({ risks: null }))
        .after(HOUR)
    noProposal(reached().does(attempt('not_safe_stopped', { safeCheck: 'not_safe' })))
    noProposal(reached().does({ kind: 'stop' }))
  })
  test('her own call is contact all the same, and one from before the stop that is written later is not', () => {
    expect(stopped().after(HOUR).does(attempt('she_called_us')).state.kind).toBe('reached_not_confirmed')
    noProposal(
      stopped()
        .after(HOUR)
        .does(attempt('reached', { at: T0 + HOUR })),
    )
  })
  test('a key does not take it back', () =>
    expect(stopped().asks({ kind: 'withdraw_attempt', no: 2 })).toEqual(refused('too_late_to_undo')))
  test('it outlives a bounce that is tried again, a reopening, and a relay that is taken back', () => {
    noProposal(stopped().does(bounce(), { kind: 'settle_bounce', words: 'we go on', then: 'try_again' }))
    noProposal(stopped().does(close('other_outcome', 'left town')).after(DAY).does(reopen))
    const relayed = stopped({ plan: version() }).does(attempt('partner_relayed', { channel: 'through_partner' }))
    expect(relayed.state).toMatchObject({ why: 'relayed' })
    noProposal(relayed.does({ kind: 'withdraw_attempt', no: 3 }))
  })
  test('a changed plan does not end it, one verified anew does', () => {
    const story = stopped()
    noProposal(story.with({ plan: version({}, withHer(), 2) }).does({ kind: 'change_plan', version: 2, verified: false }))
    story.with({ plan: version({}, withHer(story.now), 3) }).does({ kind: 'change_plan', version: 3, verified: true })
    expect(story.handoff.stoppedAt).toBeNull()
    expect(story.next).toMatchObject({ kind: 'reach_her', dueAt: T0 + 5 * HOUR })
  })
  test('it is not bounced as "bad contact info" (C7), nor with a retry', () => {
    expect(stopped().asks(bounce({ reason: 'bad_contact_info' }))).toEqual(refused('no_safe_way', 'reason'))
    expect(stopped().asks(bounce({ action: 'retry', what: 'in the morning' }))).toEqual(refused('stopped_as_unsafe', 'action'))
  })
  test('a bounce for that reason is a stop too', () => {
    expect(begin().asks(bounce({ reason: 'unsafe_to_contact', action: 'retry', what: 'another day' }))).toEqual(
      refused('stopped_as_unsafe', 'action'),
    )
    const story = begin().does(bounce({ reason: 'unsafe_to_contact' }))
    expect(story.handoff).toMatchObject({ stoppedAt: T0, bounces: [{ fallbackFollowed: true }] })
    expect(story.asks(show())).toEqual(refused('stopped_as_unsafe'))
    noProposal(story.does({ kind: 'settle_bounce', words: 'look again', then: 'try_again' }))
  })
  test('the fallback counts as followed from the stop on', () => expect(stopped().at(T0 + 60 * HOUR).fallbackFollowed).toBe(true))
  test('what happens after it is recorded with a mark', () => expect(marksAfter(stopped().does(attempt()))).toEqual(['after_stop']))
})

describe('no safe way to reach her (C7)', () => {
  test('is never tried: we wait for her call', () => {
    const story = begin(incoming(), { plan: sheCalls() })
    expect(story.state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
    expect(story.next).toMatchObject({ kind: 'check_she_called', waitsOn: 'her', dueAt: T0 + 24 * HOUR })
    expect(story.asks(show())).toEqual(refused('no_safe_way'))
    expect(story.fallbackFollowed).toBe(true)
  })
  test('or use the relay she agreed to', () => {
    const relay = { who: 'her aunt', partnerId: null, agreed: true }
    expect(begin(incoming(), { plan: sheCalls({ relay }) }).next?.kind).toBe('relay')
    expect(begin(incoming(), { plan: version({ ways: [phone({ safeFor: [] })], relay }) }).next?.kind).toBe('relay')
    expect(begin(incoming(), { plan: version({ mayContact: 'through_partner' }) }).next?.kind).toBe('relay')
  })
  test('waiting is not ended by hand; another time for it keeps the reason and the relay', () => {
    const story = begin(incoming(), { plan: sheCalls({ relay: { who: 'her aunt', partnerId: null, agreed: true } }) })
    story.does({ kind: 'agree_waiting', checkAt: T0 + HOUR, why: 'she_calls_us' })
    expect(story.state).toEqual({ kind: 'waiting_for_her', why: 'no_safe_way', checkAt: T0 + HOUR })
    expect(story.next).toMatchObject({ kind: 'relay', dueAt: T0 + HOUR })
    expect(reasonOf(story.asks({ kind: 'end_waiting' }))).toBe('no_safe_way')
  })
  test('what is logged at the agreed time looks ahead again, and stays without a try', () => {
    const story = begin(incoming(), { plan: sheCalls() })
      .at(T0 + DAY)
      .does(attempt('someone_else_answered'))
    expect(story.state).toEqual({ kind: 'waiting_for_her', why: 'no_safe_way', checkAt: T0 + 2 * DAY })
    expect(story.open).toMatchObject([{ kind: 'check_she_called', dueAt: T0 + 2 * DAY }])
  })
  test('is never "bad contact info" and never bounced with a retry, also after a relay', () => {
    const story = begin(incoming(), { plan: sheCalls({ relay: { who: 'her aunt', partnerId: null, agreed: true } }) })
    expect(story.asks(bounce({ reason: 'bad_contact_info' }))).toEqual(refused('no_safe_way', 'reason'))
    story.does(attempt('partner_relayed', { channel: 'through_partner' }))
    expect(story.asks(bounce({ reason: 'bad_contact_info' }))).toEqual(refused('no_safe_way', 'reason'))
    expect(story.asks(bounce({ action: 'retry', what: 'next week' }))).toEqual(refused('no_safe_way', 'action'))
    expect(reasonOf(story.asks(bounce({ reason: 'she_declined', side: 'her_choice' })))).toBeUndefined()
  })
  test('a plan with a safe way begins the tries, and one without ends them', () => {
    const story = begin(incoming(), { plan: sheCalls() })
      .with({ plan: version({}, withHer(), 2) })
      .does({ kind: 'change_plan', version: 2, verified: true })
    expect(story.state.kind).toBe('contact_due')
    story.with({ plan: sheCalls() }).does({ kind: 'change_plan', version: 3, verified: true })
    expect(story.state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
  })
  test('a number that turned out dead is something else: another way is looked for, or the source is asked', () => {
    const dead = attempt('number_not_in_service')
    expect(begin().does(dead).next?.kind).toBe('find_another_way')
    expect(begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).does(dead).next?.kind).toBe('ask_source')
    expect(
      reasonOf(
        begin()
          .does(dead)
          .asks(bounce({ reason: 'bad_contact_info' })),
      ),
    ).toBeUndefined()
    expect(hasSafeWay(plan(), ['w1'])).toBe(false)
  })
  test('reached all the same, she is confirmed like anybody', () => {
    expect(begin(incoming(), { plan: sheCalls() }).does(attempt('she_called_us'), confirmation()).state.kind).toBe('confirmed')
  })
})
