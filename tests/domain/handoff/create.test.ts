import { describe, expect, test } from 'vitest'
import { apply, replay } from '#shared/domain/handoff/apply'
import { DAY } from '#shared/domain/core/moment'
import { decideCreation, type HandoffToCreate } from '#shared/domain/handoff/create'
import { attempt, refusal } from '../../support/domain/commands'
import { amira, bo, clinic, T0 } from '../../support/domain/people'
import { startScenario, incoming, internal, outgoing, situation } from '../../support/domain/scenario'

describe('a handoff begins (sections 3, 4)', () => {
  test.each<[string, HandoffToCreate, Parameters<typeof refusal>]>([
    ['for no help', incoming({ helps: [] }), ['help_needed', 'helps']],
    ['received from nobody', incoming({ source: { kind: 'us' } }), ['source_needed', 'source']],
    ['received from a worker', incoming({ source: { kind: 'staff', id: amira } }), ['source_needed', 'source']],
    ['passed on by nobody', outgoing({ source: { kind: 'us' } }), ['source_needed', 'source']],
    ['passed on by a partner', internal({ source: { kind: 'partner', id: clinic } }), ['source_needed', 'source']],
    ['passed on to nobody outside', outgoing({ receiver: { kind: 'staff', id: bo } }), ['receiver_needed', 'receiver']],
    ['passed on to nobody inside', internal({ receiver: { kind: 'us' } }), ['receiver_needed', 'receiver']],
    ['passed on to a partner inside', internal({ receiver: { kind: 'partner', id: clinic } }), ['receiver_needed', 'receiver']],
    ['passed on to oneself', internal({ receiver: { kind: 'staff', id: amira } }), ['same_worker', 'receiver']],
  ])('not %s', (_what, facts, [reason, field]) => expect(decideCreation(facts, situation())).toEqual(refusal(reason, field)))

  test('from a partner or from herself; with her permission where we pass her on', () => {
    for (const kind of ['herself', 'partner'] as const)
      expect(startScenario(incoming({ source: kind === 'partner' ? { kind, id: clinic } : { kind } })).handoff.permission).toEqual({
        kind: 'not_needed',
      })
    expect(startScenario(outgoing()).handoff.permission).toEqual({ kind: 'given' })
    expect(startScenario(internal()).handoff.permission).toEqual({ kind: 'given' })
  })
  test('who wrote it down is kept, whoever it is given to', () =>
    expect(startScenario(incoming({ assignedTo: bo })).handoff).toMatchObject({ createdBy: amira, assignedTo: bo }))
  test('a stop of hers holds for a second referral, but only where we are to reach her (P4)', () => {
    const scenario = startScenario(incoming(), { stoppedAt: T0 - DAY })
    expect(scenario.events.map(({ kind }) => kind)).toEqual(['created', 'stopped_as_unsafe', 'waiting_began', 'task_opened'])
    expect(scenario.events[1]).toEqual({ at: T0, by: amira, kind: 'stopped_as_unsafe' })
    expect(scenario.state).toMatchObject({ kind: 'waiting_for_her', why: 'not_safe' })
    expect(startScenario(outgoing(), { stoppedAt: T0 - DAY }).events.map(({ kind }) => kind)).toEqual(['created', 'task_opened'])
  })
})

describe('the handoff that its events made', () => {
  test('begins with its beginning, and is nothing without it', () => {
    const { events, handoff } = startScenario().run(attempt())
    expect(replay(events)).toStrictEqual(handoff)
    expect([replay([]), replay(events.slice(1))]).toEqual([null, null])
  })
  test('its beginning makes it anew, whatever it is applied to', () => {
    const scenario = startScenario().run(attempt())
    const [created] = scenario.events
    if (!created) throw new Error('a story has a beginning')
    expect(apply(scenario.handoff, created)).toStrictEqual(replay([created]))
  })
  test('what a worker did without being known as who she is stands with whom the record is with', () => {
    const [created] = startScenario(incoming({ assignedTo: bo })).events
    if (!created) throw new Error('a story has a beginning')
    expect(replay([{ ...created, by: null }])?.createdBy).toBe(bo)
  })
})
