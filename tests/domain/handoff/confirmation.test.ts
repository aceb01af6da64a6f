import { describe, expect, test } from 'vitest'
import { HOUR } from '#shared/domain/core/moment'
import { getContactDueAt, getShownDueAt } from '#shared/domain/handoff/state'
import { attempt, confirmation, NOTHING_CONFIRMED, refusalReason, refusal } from '../../support/domain/commands'
import { T0 } from '../../support/domain/people'
import { email, phone, sheCalls, version } from '../../support/domain/plans'
import { startScenario, incoming } from '../../support/domain/scenario'

const step = confirmation().nextStep
const reached = () => startScenario().advance(HOUR).run(attempt('reached'))

describe('confirmed means all three parts (C4)', () => {
  test('she was reached and her way verified, she understands the next step, deadline risks were asked about', () => {
    const scenario = reached().run(confirmation())
    expect(scenario.state.kind).toBe('confirmed')
    expect(scenario.handoff.confirmedAt).toBe(T0 + HOUR)
    expect(scenario.handoff.parts).toMatchObject({
      way: { planVersion: 1 },
      next_step: { what: 'Intake talk' },
      deadline_risks: { answer: 'none' },
    })
  })

  test.each([
    ['way', { wayVerified: false }],
    ['next_step', { nextStep: null }],
    ['deadline_risks', { risks: null }],
  ] as const)('without the part %s it is reached, not confirmed, and that part is the next action', (part, missing) => {
    const scenario = reached().run(confirmation(missing))
    expect(scenario.state).toEqual({ kind: 'reached_not_confirmed', missing: [part] })
    expect(scenario.nextTask).toMatchObject({ kind: 'complete_confirmation', dueAt: T0 + 24 * HOUR })
    scenario.advance(HOUR).run(
      confirmation({
        ...NOTHING_CONFIRMED,
        ...(part === 'way' ? { wayVerified: true } : part === 'next_step' ? { nextStep: step } : { risks: { answer: 'none', dates: [] } }),
      }),
    )
    expect(scenario.state.kind).toBe('confirmed')
  })

  test('a partial confirmation does not stop the clock, and near its end asks for the part no later than the standard', () => {
    const scenario = startScenario()
      .setTime(T0 + 23.5 * HOUR)
      .run(attempt('reached'), confirmation({ risks: null }))
    expect(getShownDueAt(scenario.handoff, scenario.state)).toBe(T0 + 24 * HOUR)
    expect(scenario.handoff.confirmedAt).toBeNull()
    expect(scenario.nextTask?.dueAt).toBe(T0 + 24 * HOUR)
    expect(getContactDueAt(scenario.handoff)).toBe(T0 + 24 * HOUR)
  })

  test('"not known" is kept as her answer, and the part stays open', () => {
    const scenario = reached().run(confirmation({ risks: { answer: 'not_known', dates: [] } }))
    expect(scenario.state).toEqual({ kind: 'reached_not_confirmed', missing: ['deadline_risks'] })
    expect(scenario.handoff.parts.deadline_risks?.answer).toBe('not_known')
  })

  test('dates are each written down and routed, or the part is refused', () => {
    const date = { kind: 'court_date', date: T0 + 90 * HOUR, what: 'hearing', routedTo: 'the clinic' } as const
    expect(reached().asks(confirmation({ risks: { answer: 'dates', dates: [] } }))).toEqual(refusal('reason_needed', 'risks'))
    expect(reached().asks(confirmation({ risks: { answer: 'dates', dates: [date, { ...date, routedTo: '' }] } }))).toEqual(
      refusal('reason_needed', 'risks'),
    )
    expect(reached().run(confirmation({ risks: { answer: 'dates', dates: [date] } })).handoff.risks).toMatchObject([date])
  })

  test('a wait list is understood only with its real length', () => {
    const wait = { kind: 'wait_list', what: 'a flat', date: null, waitLength: '', herWords: '' } as const
    expect(reached().asks(confirmation({ nextStep: wait }))).toEqual(refusal('reason_needed', 'waitLength'))
    expect(refusalReason(reached().asks(confirmation({ nextStep: { ...wait, waitLength: 'about four months' } })))).toBeUndefined()
  })

  test('preferred way, language and safe times must be stated before they can be verified', () => {
    const scenario = reached().changeSituation({ plan: version({ language: '', safeHours: { kind: 'not_known' }, ways: [] }) })
    expect(scenario.asks(confirmation())).toMatchObject({
      failure: { reason: 'plan_incomplete', detail: { missing: 'way language safe_hours' } },
    })
    expect(refusalReason(scenario.changeSituation({ plan: null }).asks(confirmation()))).toBe('plan_incomplete')
    expect(
      refusalReason(scenario.changeSituation({ plan: version({ ways: [phone({ safeFor: [] }), email()] }) }).asks(confirmation())),
    ).toBeUndefined()
    expect(refusalReason(scenario.changeSituation({ plan: sheCalls() }).asks(confirmation()))).toBeUndefined()
  })

  test('nobody is confirmed who was not reached, nor before she was', () => {
    expect(startScenario().run(attempt('no_answer')).asks(confirmation())).toEqual(refusal('not_reached_yet'))
    const scenario = reached().advance(HOUR)
    expect(scenario.asks(confirmation({ at: T0 + HOUR - 1 }))).toEqual(refusal('before_contact', 'at'))
    expect(scenario.run(confirmation({ at: T0 + HOUR })).handoff.confirmedAt).toBe(T0 + HOUR)
  })

  test('"she called us" is contact as well', () => {
    expect(startScenario().run(attempt('she_called_us'), confirmation()).state.kind).toBe('confirmed')
  })

  test('a late entry of one part does not make a part that was known later any older', () => {
    const scenario = startScenario()
      .setTime(T0 + 23 * HOUR)
      .run(attempt('reached'))
    scenario
      .setTime(T0 + 25 * HOUR)
      .run(confirmation({ risks: null }), confirmation({ ...NOTHING_CONFIRMED, at: T0 + 23 * HOUR, risks: { answer: 'none', dates: [] } }))
    expect(scenario.handoff.confirmedAt).toBe(T0 + 25 * HOUR)
  })

  test('confirmed once, it is not confirmed again', () => {
    expect(reached().run(confirmation()).asks(confirmation())).toEqual(refusal('wrong_state'))
  })

  test('after it a worker books the next step, by the date that she was told', () => {
    expect(reached().run(confirmation()).nextTask).toMatchObject({ kind: 'book_next_step', dueAt: T0 + 25 * HOUR })
    expect(
      reached().run(
        confirmation({ nextStep: { kind: 'clinic', what: 'legal clinic', date: T0 + 60 * HOUR, waitLength: '', herWords: '' } }),
      ).nextTask?.dueAt,
    ).toBe(T0 + 60 * HOUR)
  })
})

test('dates that the source knew of do not answer for her (C4 c)', () => {
  const known = { kind: 'order_expiry', date: T0 + 50 * HOUR, what: 'order ends', routedTo: 'the clinic' } as const
  const scenario = startScenario(incoming({ risks: [known] }))
    .advance(HOUR)
    .run(attempt('reached'), confirmation({ risks: null }))
  expect(scenario.state).toMatchObject({ missing: ['deadline_risks'] })
  expect(scenario.handoff.risks).toMatchObject([{ ...known, no: 1, acknowledged: null }])
})
