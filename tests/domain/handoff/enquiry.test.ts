import { describe, expect, test } from 'vitest'
import { chooseSourceSentence } from '#shared/domain/handoff/enquiry'
import { handoffSourceRefusal } from '#shared/domain/handoff/situation'
import type { MayTellSource } from '#shared/domain/core/vocabulary'
import { attempt, close, confirmation, refusalReason, refusal } from '../../support/domain/commands'
import { clinic, shelter } from '../../support/domain/people'
import { version } from '../../support/domain/plans'
import { startScenario, incoming, type Scenario } from '../../support/domain/scenario'

describe('"did you reach her?" (H6)', () => {
  const sentenceToSource = ({ handoff, around: situation }: Scenario) =>
    chooseSourceSentence(handoff, situation, handoffSourceRefusal(handoff, situation) !== null)
  const scenario = (mayTellSource: MayTellSource) => startScenario(incoming({ mayTellSource }))

  test('the default answer is the receipt alone, whatever has happened', () => {
    expect(sentenceToSource(scenario('receipt_only').run(attempt('reached'), confirmation()))).toEqual({
      sentence: 'received',
      level: 'receipt_only',
    })
  })
  test.each([
    ['reached_or_not', 'no_answer', 'not_reached_yet', 'reached_or_not'],
    ['reached_or_not', 'reached', 'reached', 'reached_or_not'],
    ['and_next_step', 'no_answer', 'not_reached_yet', 'reached_or_not'],
    ['and_next_step', 'reached', 'reached_and_next_step', 'and_next_step'],
  ] as const)('where she allowed %s and the outcome is %s it is "%s", which tells %s', (allowed, outcome, sentence, level) => {
    const told = scenario(allowed).run(attempt(outcome))
    if (outcome === 'reached') told.run(confirmation())
    expect(sentenceToSource(told)).toEqual({ sentence, level })
  })
  test('a next step is told only once there is one', () =>
    expect(sentenceToSource(scenario('and_next_step').run(attempt('reached')))).toEqual({ sentence: 'reached', level: 'reached_or_not' }))
  test('nothing beyond the receipt while a release to them has ended, whatever she allowed before (R1)', () => {
    const told = scenario('and_next_step').run(attempt('reached'), confirmation())
    expect(chooseSourceSentence(told.handoff, told.around, true)).toEqual({ sentence: 'received', level: 'receipt_only' })
    for (const sourceShare of ['expired', 'revoked'] as const) {
      told.changeSituation({ sourceShare })
      expect(told.asks({ kind: 'tell_source', sentence: 'reached_or_not', rangBack: true })).toEqual(refusal('release_ended'))
      expect(told.asks({ kind: 'tell_source', sentence: 'receipt_only', rangBack: true }).ok).toBe(true)
    }
    told.changeSituation({ sourceShare: 'active' })
    expect(told.asks({ kind: 'tell_source', sentence: 'and_next_step', rangBack: true }).ok).toBe(true)
  })
  test('is answered only after ringing back on the number on file', () => {
    expect(scenario('and_next_step').asks({ kind: 'tell_source', sentence: 'receipt_only', rangBack: false })).toEqual(
      refusal('ring_back_first'),
    )
    expect(refusalReason(scenario('receipt_only').asks({ kind: 'tell_source', sentence: 'nothing', rangBack: false }))).toBeUndefined()
  })
  test('and only as far as she allowed', () => {
    const tell = (sentence: MayTellSource) =>
      refusalReason(scenario('reached_or_not').asks({ kind: 'tell_source', sentence, rangBack: true }))
    expect([tell('receipt_only'), tell('reached_or_not'), tell('and_next_step')]).toEqual([undefined, undefined, 'she_did_not_allow_it'])
  })
  test('there is no source to tell where she came by herself', () => {
    expect(
      startScenario(incoming({ source: { kind: 'herself' } })).asks({ kind: 'tell_source', sentence: 'nothing', rangBack: true }),
    ).toEqual(refusal('wrong_state'))
  })

  const ask = { kind: 'tell_source', sentence: 'ask_her_to_call', rangBack: true } as const
  test('whoever she named as her relay is asked to have her call, whatever else she allowed, until she was reached (C7)', () => {
    const relay = (partnerId: typeof clinic, agreed = true) =>
      version({ mayContact: 'she_calls', relay: { who: 'the clinic', partnerId, agreed } })
    const withRelay = startScenario(incoming({ mayTellSource: 'receipt_only' }), { plan: relay(clinic) })
    expect(sentenceToSource(withRelay)).toEqual({ sentence: 'ask_her_to_call', level: 'she_named_them' })
    expect(refusalReason(withRelay.asks(ask))).toBeUndefined()
    expect(refusalReason(withRelay.asks({ ...ask, rangBack: false }))).toBe('ring_back_first')
    for (const other of [relay(shelter), relay(clinic, false), version()]) {
      const scenario = startScenario(incoming(), { plan: other })
      expect(sentenceToSource(scenario).sentence).toBe('received')
      expect(refusalReason(scenario.asks(ask))).toBe('she_did_not_allow_it')
    }
    expect(sentenceToSource(withRelay.run(attempt('she_called_us'))).sentence).toBe('received')
    expect(sentenceToSource(startScenario(incoming(), { plan: relay(clinic) }).run(close('other_outcome', 'gone'))).sentence).toBe(
      'received',
    )
    expect(sentenceToSource(startScenario(incoming(), { plan: null })).sentence).toBe('received')
  })
  test('so is a source that was asked to help to reach her, where she allowed it, until it answers (C5)', () => {
    const helps = { plan: version({ sourceMayHelp: true }), partnerHelps: true }
    const scenario = startScenario(incoming(), helps)
    expect(sentenceToSource(scenario).sentence).toBe('received')
    scenario.run({ kind: 'ask_source' })
    expect(sentenceToSource(scenario)).toEqual({ sentence: 'ask_her_to_call', level: 'they_may_help' })
    expect(chooseSourceSentence(scenario.handoff, { ...scenario.around, partnerHelps: false }, false).sentence).toBe('received')
    expect(chooseSourceSentence({ ...scenario.handoff, stoppedAt: scenario.now }, scenario.around, false).sentence).toBe('received')
    scenario.run({ kind: 'source_answered', answer: 'cannot_help', words: '', checkAt: null })
    expect(sentenceToSource(scenario).sentence).toBe('received')
  })
})
