import { describe, expect, test } from 'vitest'
import { sentenceFor } from '#shared/domain/enquiry'
import type { MayTellSource } from '#shared/domain/vocabulary'
import { attempt, confirmation, reasonOf, refused } from '../support/commands'
import { begin, incoming } from '../support/story'

describe('"did you reach her?" (H6)', () => {
  const story = (mayTellSource: MayTellSource) => begin(incoming({ mayTellSource }))

  test('the default answer is the receipt alone, whatever has happened', () => {
    expect(sentenceFor(story('receipt_only').does(attempt('reached'), confirmation()).handoff, false)).toEqual({
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
    expect(sentenceFor(told.handoff, false)).toEqual({ sentence, level })
  })
  test('a next step is told only once there is one', () =>
    expect(sentenceFor(story('and_next_step').does(attempt('reached')).handoff, false)).toEqual({
      sentence: 'reached',
      level: 'reached_or_not',
    }))
  test('nothing beyond the receipt while a release to them has ended, whatever she allowed before (R1)', () => {
    const told = story('and_next_step').does(attempt('reached'), confirmation())
    expect(sentenceFor(told.handoff, true)).toEqual({ sentence: 'received', level: 'receipt_only' })
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
})
