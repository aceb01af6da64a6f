import { describe, expect, test } from 'vitest'
import { sentenceFor } from '#shared/domain/enquiry'
import { sourceStop } from '#shared/domain/situation'
import type { MayTellSource } from '#shared/domain/vocabulary'
import { attempt, close, confirmation, reasonOf, refused } from '../support/commands'
import { clinic, shelter } from '../support/people'
import { version } from '../support/plans'
import { begin, incoming, type Story } from '../support/story'

describe('"did you reach her?" (H6)', () => {
  const said = ({ handoff, around }: Story) => sentenceFor(handoff, around, sourceStop(handoff, around) !== null)
  const story = (mayTellSource: MayTellSource) => begin(incoming({ mayTellSource }))

  test('the default answer is the receipt alone, whatever has happened', () => {
    expect(said(story('receipt_only').does(attempt('reached'), confirmation()))).toEqual({
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
    const told = story(allowed).does(attempt(outcome))
    if (outcome === 'reached') told.does(confirmation())
    expect(said(told)).toEqual({ sentence, level })
  })
  test('a next step is told only once there is one', () =>
    expect(said(story('and_next_step').does(attempt('reached')))).toEqual({ sentence: 'reached', level: 'reached_or_not' }))
  test('nothing beyond the receipt while a release to them has ended, whatever she allowed before (R1)', () => {
    const told = story('and_next_step').does(attempt('reached'), confirmation())
    expect(sentenceFor(told.handoff, told.around, true)).toEqual({ sentence: 'received', level: 'receipt_only' })
    for (const sourceShare of ['expired', 'revoked'] as const) {
      told.with({ sourceShare })
      expect(told.asks({ kind: 'tell_source', sentence: 'reached_or_not', rangBack: true })).toEqual(refused('release_ended'))
      expect(told.asks({ kind: 'tell_source', sentence: 'receipt_only', rangBack: true }).ok).toBe(true)
    }
    told.with({ sourceShare: 'active' })
    expect(told.asks({ kind: 'tell_source', sentence: 'and_next_step', rangBack: true }).ok).toBe(true)
  })
  test('is answered only after ringing back on the number on file', () => {
    expect(story('and_next_step').asks({ kind: 'tell_source', sentence: 'receipt_only', rangBack: false })).toEqual(
      refused('ring_back_first'),
    )
    expect(reasonOf(story('receipt_only').asks({ kind: 'tell_source', sentence: 'nothing', rangBack: false }))).toBeUndefined()
  })
  test('and only as far as she allowed', () => {
    const tell = (sentence: MayTellSource) => reasonOf(story('reached_or_not').asks({ kind: 'tell_source', sentence, rangBack: true }))
    expect([tell('receipt_only'), tell('reached_or_not'), tell('and_next_step')]).toEqual([undefined, undefined, 'she_did_not_allow_it'])
  })
  test('there is no source to tell where she came by herself', () => {
    expect(begin(incoming({ source: { kind: 'herself' } })).asks({ kind: 'tell_source', sentence: 'nothing', rangBack: true })).toEqual(
      refused('wrong_state'),
    )
  })

  const ask = { kind: 'tell_source', sentence: 'ask_her_to_call', rangBack: true } as const
  test('whoever she named as her relay is asked to have her call, whatever else she allowed, until she was reached (C7)', () => {
    const relay = (partnerId: typeof clinic, agreed = true) =>
      version({ mayContact: 'she_calls', relay: { who: 'the clinic', partnerId, agreed } })
    const hers = begin(incoming({ mayTellSource: 'receipt_only' }), { plan: relay(clinic) })
    expect(said(hers)).toEqual({ sentence: 'ask_her_to_call', level: 'she_named_them' })
    expect(reasonOf(hers.asks(ask))).toBeUndefined()
    expect(reasonOf(hers.asks({ ...ask, rangBack: false }))).toBe('ring_back_first')
    for (const other of [relay(shelter), relay(clinic, false), version()]) {
      const story = begin(incoming(), { plan: other })
      expect(said(story).sentence).toBe('received')
      expect(reasonOf(story.asks(ask))).toBe('she_did_not_allow_it')
    }
    expect(said(hers.does(attempt('she_called_us'))).sentence).toBe('received')
    expect(said(begin(incoming(), { plan: relay(clinic) }).does(close('other_outcome', 'gone'))).sentence).toBe('received')
    expect(said(begin(incoming(), { plan: null })).sentence).toBe('received')
  })
  test('so is a source that was asked to help to reach her, where she allowed it, until it answers (C5)', () => {
    const helps = { plan: version({ sourceMayHelp: true }), partnerHelps: true }
    const story = begin(incoming(), helps)
    expect(said(story).sentence).toBe('received')
    story.does({ kind: 'ask_source' })
    expect(said(story)).toEqual({ sentence: 'ask_her_to_call', level: 'they_may_help' })
    expect(sentenceFor(story.handoff, { ...story.around, partnerHelps: false }, false).sentence).toBe('received')
    expect(sentenceFor({ ...story.handoff, stoppedAt: story.now }, story.around, false).sentence).toBe('received')
    story.does({ kind: 'source_answered', answer: 'cannot_help', words: '', checkAt: null })
    expect(said(story).sentence).toBe('received')
  })
})
