import { describe, expect, test } from 'vitest'
import type { DeadlineRisk } from '#shared/domain/handoff/confirmation'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, close, confirmation, correct, refusalReason, refusal, reopen } from '../../../support/domain/commands'
import { amira, bo, sol, T0 } from '../../../support/domain/people'
import { startScenario, incoming, internal, outgoing } from '../../../support/domain/scenario'

const earlier = { receivedAt: T0 - 3 * HOUR, earlierBecause: 'found on the desk' }
const accept = (at: number | null, worker = bo) => ({ kind: 'record_acceptance', acceptedBy: 'N.', worker, at }) as const

describe('a correction of the receipt (C1)', () => {
  test('to now, to the moment of the acceptance, and not after it', () => {
    expect(refusalReason(startScenario(incoming(earlier)).asks(correct(T0)))).toBeUndefined()
    const scenario = startScenario(outgoing(earlier)).run(accept(T0 - 2 * HOUR))
    expect(scenario.asks(correct(T0 - 2 * HOUR + 1))).toEqual(refusal('before_received', 'receivedAt'))
    expect(refusalReason(scenario.asks(correct(T0 - 2 * HOUR)))).toBeUndefined()
    expect(refusalReason(scenario.asks(correct(T0 - 4 * HOUR)))).toBeUndefined()
  })
  test('leaves a clock that began anew where it is (H2)', () => {
    const scenario = startScenario()
      .run(close('other_outcome', 'gone'))
      .advance(DAY)
      .run(reopen, correct(T0 - HOUR))
    expect(scenario.handoff).toMatchObject({ receivedAt: T0 - HOUR, clockFrom: T0 + DAY })
  })
  test('a due time that is just now is no longer ahead, so it is not told again (C3)', () => {
    const scenario = startScenario(incoming({ ...earlier, receivedAt: T0 - 30 * HOUR })).run({ kind: 'pass_due', told: sol })
    expect(scenario.run(correct(T0 - DAY)).handoff.duePassedAt).toBe(T0)
    expect(scenario.run(correct(T0 - DAY + 1)).handoff.duePassedAt).toBeNull()
  })
})

describe('her permission (section 3)', () => {
  test('is kept as she gave it', () => {
    const sourceAsked = () => startScenario(outgoing({ permissionGiven: false }))
    expect(sourceAsked().handoff.permission).toEqual({ kind: 'pending', dueAt: T0 + 4 * HOUR })
    expect(sourceAsked().run({ kind: 'answer_permission', given: true, words: '' }).handoff.permission).toEqual({ kind: 'given' })
    expect(sourceAsked().run({ kind: 'answer_permission', given: false, words: 'not now' }).handoff).toMatchObject({
      permission: { kind: 'refused' },
      closed: { as: 'she_withdrew', reason: 'not now' },
    })
  })
  test('refused and opened again, she is asked again', () => {
    const scenario = startScenario(outgoing({ permissionGiven: false })).run({ kind: 'answer_permission', given: false, words: 'not now' })
    expect(scenario.advance(DAY).run(reopen).state.kind).toBe('permission_pending')
    expect(scenario.nextTask).toMatchObject({ kind: 'ask_permission', dueAt: T0 + DAY + 4 * HOUR })
  })
  test('the question keeps its time while nobody has asked her', () => {
    const scenario = startScenario(outgoing({ permissionGiven: false }))
      .advance(HOUR)
      .run({ kind: 'look_again' })
    expect(scenario.openTasks).toMatchObject([{ kind: 'ask_permission', dueAt: T0 + 4 * HOUR, waitsOn: 'her' }])
  })
})

describe('acceptance (H9)', () => {
  test('a partner takes her without any worker of ours', () =>
    expect(refusalReason(startScenario(outgoing()).asks({ ...accept(null), worker: null }))).toBeUndefined())
  test('who takes it is no longer the one who supports it (H5)', () => {
    const scenario = startScenario(internal()).run({ kind: 'assign', to: bo, reason: 'shift' }, accept(null, amira))
    expect(scenario.handoff).toMatchObject({ assignedTo: amira, supporting: [bo] })
  })
})

describe('a confirmation (C4)', () => {
  const reached = () => startScenario().advance(HOUR).run(attempt('reached'))
  test('is not in the future, and may lie between two contacts (C8)', () => {
    expect(reached().asks(confirmation({ at: T0 + HOUR + 1 }))).toEqual(refusal('in_the_future', 'at'))
    const twice = reached()
      .advance(2 * HOUR)
      .run(attempt('she_called_us'))
    expect(refusalReason(twice.asks(confirmation({ at: T0 + 2 * HOUR })))).toBeUndefined()
  })
  test('says what of the plan is missing', () =>
    expect(reached().changeSituation({ plan: null }).asks(confirmation())).toEqual({
      ok: false,
      failure: { kind: 'refused', reason: 'plan_incomplete', field: 'way', detail: { missing: 'way' } },
    }))
  test('a next step is said in words', () => {
    const nextStep = { kind: 'appointment', what: '', date: null, waitLength: '', herWords: '' } as const
    expect(reached().asks(confirmation({ nextStep }))).toEqual(refusal('reason_needed', 'nextStep'))
  })
  test('dates beside the answer "none" are no dates', () => {
    const date: DeadlineRisk = { kind: 'court_date', date: T0 + 9 * DAY, what: '', routedTo: 'the clinic' }
    expect(reached().run(confirmation({ risks: { answer: 'none', dates: [date] } })).handoff.risks).toEqual([])
  })
  test('written late, the next step is due a day after she was confirmed, not after it was written', () => {
    const scenario = reached()
      .advance(2 * HOUR)
      .run(confirmation({ at: T0 + HOUR }))
    expect(scenario.nextTask).toMatchObject({ kind: 'book_next_step', dueAt: T0 + 25 * HOUR })
  })
  test('what comes after it lies ahead', () => {
    const scenario = reached().run(confirmation())
    for (const at of [T0 + HOUR, T0]) {
      expect(scenario.asks({ kind: 'book_meeting', at, what: '' })).toEqual(refusal('due_in_the_past', 'at'))
      expect(scenario.asks({ kind: 'put_on_hold', reviewAt: at, what: '' })).toEqual(refusal('due_in_the_past', 'at'))
    }
    expect(refusalReason(scenario.asks({ kind: 'book_meeting', at: T0 + HOUR + 1, what: '' }))).toBeUndefined()
  })
  test('a missing part is asked for by the end of the standard, and after that within the gap', () => {
    const due = (at: number) => startScenario().setTime(at).run(attempt('reached')).nextTask?.dueAt
    expect([due(T0 + DAY - 1), due(T0 + DAY), due(T0 + DAY + HOUR)]).toEqual([T0 + DAY, T0 + DAY + 2 * HOUR, T0 + DAY + 3 * HOUR])
  })
})
