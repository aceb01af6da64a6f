import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { listAllowedChannels, hasSafeWay, getPlanVerificationState } from '#shared/domain/contact/contact-plan'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, bounce, close, confirmation, refusalReason, refusal, reopen } from '../../../support/domain/commands'
import { T0 } from '../../../support/domain/people'
import { daily, email, phone, plan, post, sheCalls, times, version, withHer, withSource } from '../../../support/domain/plans'
import { startScenario, incoming } from '../../../support/domain/scenario'

const show = (facts: Partial<Extract<HandoffCommand, { kind: 'show_number' }>> = {}): HandoffCommand => ({
  kind: 'show_number',
  wayId: 'w1',
  channel: 'call',
  safeCheck: 'safe',
  override: null,
  ...facts,
})
const marksAfter = (scenario: ReturnType<typeof startScenario>) => scenario.handoff.attempts.at(-1)?.marks

describe('a number is shown only on a channel she allowed, inside her safe times (P1)', () => {
  test('on an allowed channel, now, it is', () => expect(refusalReason(startScenario().asks(show()))).toBeUndefined())
  test('outside her safe times it says when the next safe moment is', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
    expect(scenario.asks(show())).toEqual({ ok: false, failure: { kind: 'refused', reason: 'outside_safe_times', until: T0 + 8 * HOUR } })
    expect(refusalReason(scenario.setTime(T0 + 8 * HOUR).asks(show()))).toBeUndefined()
    expect(refusalReason(scenario.setTime(T0 + 10 * HOUR).asks(show()))).toBe('outside_safe_times')
  })
  test('not on a channel that she did not call safe on this very device', () => {
    const scenario = startScenario(incoming(), {
      plan: version({ ways: [phone({ safeFor: ['call'] }), phone({ id: 'w9', safeFor: ['text'] })] }),
    })
    expect(refusalReason(scenario.asks(show({ channel: 'text' })))).toBe('channel_not_allowed')
    expect(refusalReason(scenario.asks(show({ channel: 'text', wayId: 'w9' })))).toBeUndefined()
    expect(refusalReason(scenario.asks(show({ wayId: 'w7' })))).toBe('no_such_way')
  })
  test('"only through a partner" never opens her own number', () => {
    const relay = { who: 'the clinic', partnerId: null, agreed: true }
    const scenario = startScenario(incoming(), { plan: version({ mayContact: 'through_partner', relay }) })
    expect(refusalReason(scenario.asks(show()))).toBe('channel_not_allowed')
    expect(refusalReason(scenario.asks(show({ channel: 'through_partner' })))).toBe('channel_not_allowed')
    scenario.changeSituation({
      plan: version({ mayContact: 'through_partner', relay, ways: [phone({ label: 'the clinic', safeFor: ['through_partner'] })] }),
    })
    expect(refusalReason(scenario.asks(show({ channel: 'through_partner' })))).toBeUndefined()
  })
  test('a life-safety override opens it at any hour, and is on record without its reason being written yet', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) }).run(show({ override: '' }))
    expect(scenario.events.at(-1)).toMatchObject({ kind: 'number_shown', override: '' })
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
  ])('%s', (_name, situation, facts, marks) =>
    expect(marksAfter(startScenario(incoming(), situation).run(attempt('no_answer', facts)))).toEqual(marks),
  )

  test('a device that she did not call safe, and a voicemail that she did not agree to, are marked', () => {
    const ways = [phone({ voicemail: 'agreed_words' }), phone({ id: 'w4', safeFor: ['text'] }), phone({ id: 'w5' })]
    const marks = (outcome: 'no_answer' | 'voicemail_left', wayId: string) =>
      marksAfter(startScenario(incoming(), { plan: version({ ways }) }).run(attempt(outcome, { wayId })))
    expect([marks('voicemail_left', 'w1'), marks('no_answer', 'w5')]).toEqual([[], []])
    expect([marks('voicemail_left', 'w5'), marks('no_answer', 'w4')]).toEqual([['channel_not_allowed'], ['channel_not_allowed']])
  })
  test('her own call, and what a partner did, are never out of hours', () => {
    const scenario = startScenario(incoming(), { plan: version({ mayContact: 'she_calls', safeHours: times(daily('18:00', '20:00')) }) })
    expect(marksAfter(scenario.run(attempt('she_called_us')))).toEqual([])
    expect(marksAfter(scenario.run(attempt('partner_relayed', { channel: 'through_partner' })))).toEqual([])
  })
})

describe('not verified, or expired, is good for a neutral check only (P2)', () => {
  test('what she verified holds for the days of her plan, to the millisecond', () => {
    const planVersion = version({ reverifyAfterDays: 7 })
    expect(getPlanVerificationState(planVersion, T0 + 7 * DAY - 1, true)).toBe('verified')
    expect(getPlanVerificationState(planVersion, T0 + 7 * DAY, false)).toBe('expired')
    expect(getPlanVerificationState(version({}, null), T0, false)).toBe('not_verified')
  })
  test('what the source verified with her holds for a day, and for the first contact alone', () => {
    const fromSource = version({}, withSource())
    expect(getPlanVerificationState(fromSource, T0 + DAY - 1, false)).toBe('verified')
    expect(getPlanVerificationState(fromSource, T0 + DAY, false)).toBe('expired')
    expect(getPlanVerificationState(fromSource, T0 + 1, true)).toBe('expired')
  })
  test('the next action is a neutral check, and a call to her again once verified', () => {
    const scenario = startScenario(incoming(), { plan: version({}, null) })
    expect(scenario.nextTask?.kind).toBe('neutral_check')
    scenario
      .advance(HOUR)
      .changeSituation({ plan: version({}, withHer(T0 + HOUR), 2) })
      .run({ kind: 'change_plan', version: 2, verified: true })
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['reach_her'])
  })
  test('the number is shown for a call, and never for a message', () => {
    const scenario = startScenario(incoming(), { plan: version({ ways: [phone(), email(), post()] }, null) })
    expect(refusalReason(scenario.asks(show()))).toBeUndefined()
    expect(refusalReason(scenario.asks(show({ channel: 'text' })))).toBe('not_verified')
    expect(refusalReason(scenario.asks(show({ wayId: 'w2', channel: 'email' })))).toBe('not_verified')
    expect(refusalReason(scenario.asks(show({ wayId: 'w3', channel: 'letter' })))).toBe('not_verified')
  })
  test('a number that nobody called unsafe may be tried neutrally while she could not be asked', () => {
    expect(listAllowedChannels(plan({ mayContact: 'not_known', ways: [phone({ safeFor: [] })] }))).toEqual(['call'])
    expect(listAllowedChannels(plan({ mayContact: 'yes', ways: [phone({ safeFor: [] })] }))).toEqual([])
  })
})

describe('"unsafe to contact" is a stop, never a retry (P4)', () => {
  const stopped = (situation = {}) =>
    startScenario(incoming(), situation)
      .run(attempt())
      .advance(3 * HOUR)
      .run(attempt('not_safe_stopped', { safeCheck: 'not_safe' }))
  const noProposal = (scenario: ReturnType<typeof startScenario>) => {
    expect(scenario.state).toMatchObject({ kind: 'waiting_for_her', why: 'not_safe' })
    expect(scenario.openTasks.map((task) => task.kind)).toEqual(['check_she_called'])
  }

  test('we wait for her call, and no number is shown', () => {
    const scenario = stopped()
    noProposal(scenario)
    expect(scenario.asks(show())).toEqual(refusal('stopped_as_unsafe'))
    expect(refusalReason(scenario.asks({ kind: 'end_waiting' }))).toBe('stopped_as_unsafe')
  })
  test('or for the relay that she agreed to', () => {
    expect(
      stopped({ plan: version({ relay: { who: 'her aunt', partnerId: null, agreed: true } }) }).openTasks.map((task) => task.kind),
    ).toEqual(['relay'])
    expect(
      stopped({ plan: version({ relay: { who: 'her aunt', partnerId: null, agreed: false } }) }).openTasks.map((task) => task.kind),
    ).toEqual(['check_she_called'])
  })
  test('it holds where she had been reached before: nobody rings her for a missing part', () => {
    const reached = () =>
      startScenario()
        .run(attempt('reached'), confirmation({ risks: null }))
        .advance(HOUR)
    noProposal(reached().run(attempt('not_safe_stopped', { safeCheck: 'not_safe' })))
    noProposal(reached().run({ kind: 'stop' }))
  })
  test('her own call is contact all the same, and one from before the stop that is written later is not', () => {
    expect(stopped().advance(HOUR).run(attempt('she_called_us')).state.kind).toBe('reached_not_confirmed')
    noProposal(
      stopped()
        .advance(HOUR)
        .run(attempt('reached', { at: T0 + HOUR })),
    )
  })
  test('a stop that came with another record of the person holds, unless the person has spoken to us since', () => {
    const joined = (stoppedAt: number, since: readonly Parameters<typeof attempt>[] = []) => {
      const scenario = startScenario()
        .run(attempt('reached'), confirmation({ risks: null }))
        .advance(HOUR)
      for (const one of since) scenario.run(attempt(...one))
      return scenario.run({ kind: 'merge_person', personId: scenario.handoff.personId, stoppedAt, waiting: null })
    }
    noProposal(joined(T0 + 1))
    noProposal(joined(T0 + 1, [['no_answer']]))
    expect(joined(T0).state.kind).toBe('reached_not_confirmed')
    expect(joined(T0 - 1).state.kind).toBe('reached_not_confirmed')
    expect(joined(T0 + 1, [['she_called_us']]).state.kind).toBe('reached_not_confirmed')
  })
  test('a key does not take it back', () =>
    expect(stopped().asks({ kind: 'withdraw_attempt', no: 2 })).toEqual(refusal('too_late_to_undo')))
  test('it outlives a bounce that is tried again, a reopening, and a relay that is taken back', () => {
    noProposal(stopped().run(bounce(), { kind: 'settle_bounce', words: 'we go on', then: 'try_again' }))
    noProposal(stopped().run(close('other_outcome', 'left town')).advance(DAY).run(reopen))
    const relayed = stopped({ plan: version() }).run(attempt('partner_relayed', { channel: 'through_partner' }))
    expect(relayed.state).toMatchObject({ why: 'relayed' })
    noProposal(relayed.run({ kind: 'withdraw_attempt', no: 3 }))
  })
  test('a changed plan does not end it, one verified anew does', () => {
    const scenario = stopped()
    noProposal(scenario.changeSituation({ plan: version({}, withHer(), 2) }).run({ kind: 'change_plan', version: 2, verified: false }))
    scenario.changeSituation({ plan: version({}, withHer(scenario.now), 3) }).run({ kind: 'change_plan', version: 3, verified: true })
    expect(scenario.handoff.stoppedAt).toBeNull()
    expect(scenario.nextTask).toMatchObject({ kind: 'reach_her', dueAt: T0 + 5 * HOUR })
  })
  test('it is not bounced as "bad contact info" (C7), nor with a retry', () => {
    expect(stopped().asks(bounce({ reason: 'bad_contact_info' }))).toEqual(refusal('no_safe_way', 'reason'))
    expect(stopped().asks(bounce({ action: 'retry', what: 'in the morning' }))).toEqual(refusal('stopped_as_unsafe', 'action'))
  })
  test('a bounce for that reason is a stop too', () => {
    expect(startScenario().asks(bounce({ reason: 'unsafe_to_contact', action: 'retry', what: 'another day' }))).toEqual(
      refusal('stopped_as_unsafe', 'action'),
    )
    const scenario = startScenario().run(bounce({ reason: 'unsafe_to_contact' }))
    expect(scenario.handoff).toMatchObject({ stoppedAt: T0, bounces: [{ fallbackFollowed: true }] })
    expect(scenario.asks(show())).toEqual(refusal('stopped_as_unsafe'))
    noProposal(scenario.run({ kind: 'settle_bounce', words: 'look again', then: 'try_again' }))
  })
  test('the fallback counts as followed from the stop on', () => expect(stopped().setTime(T0 + 60 * HOUR).fallbackFollowed).toBe(true))
  test('what happens after it is recorded with a mark', () => expect(marksAfter(stopped().run(attempt()))).toEqual(['after_stop']))
})

describe('no safe way to reach her (C7)', () => {
  test('is never tried: we wait for her call', () => {
    const scenario = startScenario(incoming(), { plan: sheCalls() })
    expect(scenario.state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
    expect(scenario.nextTask).toMatchObject({ kind: 'check_she_called', waitsOn: 'her', dueAt: T0 + 24 * HOUR })
    expect(scenario.asks(show())).toEqual(refusal('no_safe_way'))
    expect(scenario.fallbackFollowed).toBe(true)
  })
  test('or use the relay she agreed to', () => {
    const relay = { who: 'her aunt', partnerId: null, agreed: true }
    expect(startScenario(incoming(), { plan: sheCalls({ relay }) }).nextTask?.kind).toBe('relay')
    expect(startScenario(incoming(), { plan: version({ ways: [phone({ safeFor: [] })], relay }) }).nextTask?.kind).toBe('relay')
    expect(startScenario(incoming(), { plan: version({ mayContact: 'through_partner', relay }) }).nextTask?.kind).toBe('relay')
  })
  test('waiting is not ended by hand; another time for it keeps the reason and the relay', () => {
    const scenario = startScenario(incoming(), { plan: sheCalls({ relay: { who: 'her aunt', partnerId: null, agreed: true } }) })
    scenario.run({ kind: 'agree_waiting', checkAt: T0 + HOUR, why: 'she_calls_us' })
    expect(scenario.state).toEqual({ kind: 'waiting_for_her', why: 'no_safe_way', checkAt: T0 + HOUR })
    expect(scenario.nextTask).toMatchObject({ kind: 'relay', dueAt: T0 + HOUR })
    expect(refusalReason(scenario.asks({ kind: 'end_waiting' }))).toBe('no_safe_way')
  })
  test('what is logged at the agreed time looks ahead again, and stays without a try', () => {
    const scenario = startScenario(incoming(), { plan: sheCalls() })
      .setTime(T0 + DAY)
      .run(attempt('someone_else_answered'))
    expect(scenario.state).toEqual({ kind: 'waiting_for_her', why: 'no_safe_way', checkAt: T0 + 2 * DAY })
    expect(scenario.openTasks).toMatchObject([{ kind: 'check_she_called', dueAt: T0 + 2 * DAY }])
  })
  test('is never "bad contact info" and never bounced with a retry, also after a relay', () => {
    const scenario = startScenario(incoming(), { plan: sheCalls({ relay: { who: 'her aunt', partnerId: null, agreed: true } }) })
    expect(scenario.asks(bounce({ reason: 'bad_contact_info' }))).toEqual(refusal('no_safe_way', 'reason'))
    scenario.run(attempt('partner_relayed', { channel: 'through_partner' }))
    expect(scenario.asks(bounce({ reason: 'bad_contact_info' }))).toEqual(refusal('no_safe_way', 'reason'))
    expect(scenario.asks(bounce({ action: 'retry', what: 'next week' }))).toEqual(refusal('no_safe_way', 'action'))
    expect(refusalReason(scenario.asks(bounce({ reason: 'she_declined', side: 'her_choice' })))).toBeUndefined()
  })
  test('a plan with a safe way begins the tries, and one without ends them', () => {
    const scenario = startScenario(incoming(), { plan: sheCalls() })
      .changeSituation({ plan: version({}, withHer(), 2) })
      .run({ kind: 'change_plan', version: 2, verified: true })
    expect(scenario.state.kind).toBe('contact_due')
    scenario.changeSituation({ plan: sheCalls() }).run({ kind: 'change_plan', version: 3, verified: true })
    expect(scenario.state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
  })
  test('a number that turned out dead is something else: another way is looked for, or the source is asked', () => {
    const dead = attempt('number_not_in_service')
    expect(startScenario().run(dead).nextTask?.kind).toBe('find_another_way')
    expect(startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).run(dead).nextTask?.kind).toBe(
      'ask_source',
    )
    expect(
      refusalReason(
        startScenario()
          .run(dead)
          .asks(bounce({ reason: 'bad_contact_info' })),
      ),
    ).toBeUndefined()
    expect(hasSafeWay(plan(), ['w1'])).toBe(false)
  })
  test('reached all the same, she is confirmed like anybody', () => {
    expect(startScenario(incoming(), { plan: sheCalls() }).run(attempt('she_called_us'), confirmation()).state.kind).toBe('confirmed')
  })
})
