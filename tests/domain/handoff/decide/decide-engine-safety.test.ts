import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { ContactPlan, PlanVersion } from '#shared/domain/contact/contact-plan'
import { listUsableChannels } from '#shared/domain/contact/contact-plan'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, confirmation } from '../../../support/domain/commands'
import { T0 } from '../../../support/domain/people'
import { email, phone, sheCalls, version, withHer, withSource } from '../../../support/domain/plans'
import { incoming, outgoing, startScenario, type Scenario } from '../../../support/domain/scenario'

const agreed = { who: 'the aunt', partnerId: null, agreed: true }
const asked = { ...agreed, agreed: false }
const textOnly = { ways: [phone({ safeFor: ['text'] })] }
const next = (plan: PlanVersion) => startScenario(incoming(), { plan }).nextTask?.kind

describe('what the engine offers (P2, P8, C7)', () => {
  const CASES: readonly (readonly [string, Partial<ContactPlan>, 'her' | 'source' | 'nobody', string | undefined])[] = [
    ['calls, verified', {}, 'her', 'reach_her'],
    ['calls, verified by the source today', {}, 'source', 'reach_her'],
    ['calls, not verified: a neutral check', {}, 'nobody', 'neutral_check'],
    ['text only, verified', textOnly, 'her', 'reach_her'],
    ['text only, not verified: no neutral check exists', textOnly, 'nobody', 'check_she_called'],
    ['text only, not verified, a relay agreed', { ...textOnly, relay: agreed }, 'nobody', 'relay'],
    ['text only, not verified, a relay asked but not agreed', { ...textOnly, relay: asked }, 'nobody', 'check_she_called'],
    ['email only, not verified', { ways: [email()] }, 'nobody', 'check_she_called'],
    ['only through a partner, no relay', { mayContact: 'through_partner' }, 'her', 'check_she_called'],
    ['only through a partner, not agreed', { mayContact: 'through_partner', relay: asked }, 'her', 'check_she_called'],
    ['only through a partner, agreed', { mayContact: 'through_partner', relay: agreed }, 'her', 'relay'],
    ['the person calls us', { mayContact: 'she_calls' }, 'her', 'check_she_called'],
  ]
  test.each(CASES)('%s', (_name, facts, by, kind) =>
    expect(next(version(facts, by === 'her' ? withHer() : by === 'source' ? withSource() : null))).toBe(kind),
  )

  test('a verification that runs out leaves a plan of texts waiting, and a new one ends the wait', () => {
    const scenario = startScenario(incoming(), { plan: version(textOnly) })
    scenario.advance(8 * DAY).run({ kind: 'look_again' })
    expect(scenario.state).toMatchObject({ kind: 'waiting_for_her', why: 'no_safe_way' })
    scenario.changeSituation({ plan: version(textOnly, withHer(scenario.now), 2) })
    expect(scenario.run({ kind: 'change_plan', version: 2, verified: true }).state.kind).not.toBe('waiting_for_her')
  })
  test('the channels of a moment', () => {
    expect(listUsableChannels(version({}, null), T0, false)).toEqual(['call'])
    expect(listUsableChannels(version(), T0, false)).toEqual(['call', 'text'])
    expect(listUsableChannels(version(), T0 + 8 * DAY, false)).toEqual(['call'])
    expect(listUsableChannels(version({}, withSource()), T0, true)).toEqual(['call'])
    expect(listUsableChannels(version(), T0, false, ['w1'])).toEqual([])
  })
})

describe('a question to the source ends at once when it may not be asked any more (C5, R1)', () => {
  const look: HandoffCommand = { kind: 'look_again' }
  const askedSource = () =>
    startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
      .advance(HOUR)
      .run({ kind: 'ask_source' })
  const CASES: readonly (readonly [string, (scenario: Scenario) => Scenario])[] = [
    [
      'she withdraws it',
      (one) => one.changeSituation({ plan: version({}, withHer(T0 + HOUR), 2) }).run({ kind: 'change_plan', version: 2, verified: true }),
    ],
    ['the partner stops helping', (one) => one.changeSituation({ partnerHelps: false }).run(look)],
    ['its release ended', (one) => one.changeSituation({ sourceShare: 'expired' }).run(look)],
  ]
  test.each(CASES)('%s: the worker’s own next action comes up', (_name, change) => {
    const before = askedSource()
    expect(before.state.kind).toBe('loop_back_asked')
    const after = change(before)
    expect(after.state.kind).toBe('contact_due')
    expect(after.openTasks.map(({ kind }) => kind)).toEqual(['reach_her'])
    expect(after.asks({ kind: 'source_answered', answer: 'new_way', words: '', checkAt: null })).toMatchObject({ ok: false })
    // The question stays in the record with when it was asked and when it ended.
    expect(after.handoff.loopBack).toEqual({
      askedAt: T0 + HOUR,
      answerDueAt: expect.any(Number) as number,
      answer: null,
      answeredAt: null,
      endedAt: T0 + HOUR,
    })
  })
  test('allowed again, it may be asked again', () => {
    const scenario = askedSource().changeSituation({ partnerHelps: false }).run(look).changeSituation({ partnerHelps: true })
    expect(scenario.run({ kind: 'ask_source' }).state.kind).toBe('loop_back_asked')
  })
  test('while nothing stands against it, it stays', () => expect(askedSource().run(look).state.kind).toBe('loop_back_asked'))
})

describe('an outgoing referral (H8)', () => {
  test('the receiver’s word confirms, although our plan of her is not complete', () => {
    const scenario = startScenario(outgoing(), { plan: sheCalls({ language: '' }) })
      .advance(HOUR)
      .run(attempt('reached'), confirmation())
    expect(scenario.state.kind).toBe('confirmed')
    expect(startScenario(outgoing(), { plan: null }).run(attempt('reached'), confirmation()).state.kind).toBe('confirmed')
  })
  test('an incoming one still asks for it', () =>
    expect(
      startScenario(incoming(), { plan: version({ language: '' }) })
        .run(attempt('reached'))
        .asks(confirmation()),
    ).toMatchObject({
      ok: false,
      failure: { reason: 'plan_incomplete' },
    }))
})
