import { describe, expect, test } from 'vitest'
import { HOUR } from '#shared/domain/moment'
import { contactDueAt, shownClock } from '#shared/domain/standing'
import { attempt, confirmation, nothingKnown, reasonOf, refused } from '../support/commands'
import { T0 } from '../support/people'
import { email, phone, sheCalls, version } from '../support/plans'
import { begin, incoming } from '../support/story'

const step = confirmation().nextStep
const reached = () => begin().after(HOUR).does(attempt('reached'))

describe('confirmed means all three parts (C4)', () => {
  test('she was reached and her way verified, she understands the next step, deadline risks were asked about', () => {
    const story = reached().does(confirmation())
    expect(story.state.kind).toBe('confirmed')
    expect(story.handoff.confirmedAt).toBe(T0 + HOUR)
    expect(story.handoff.parts).toMatchObject({
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
    const story = reached().does(confirmation(missing))
    expect(story.state).toEqual({ kind: 'reached_not_confirmed', missing: [part] })
    expect(story.next).toMatchObject({ kind: 'complete_confirmation', dueAt: T0 + 24 * HOUR })
    story.after(HOUR).does(
      confirmation({
        ...nothingKnown,
        ...(part === 'way' ? { wayVerified: true } : part === 'next_step' ? { nextStep: step } : { risks: { answer: 'none', dates: [] } }),
      }),
    )
    expect(story.state.kind).toBe('confirmed')
  })

  test('a partial confirmation does not stop the clock, and near its end asks for the part no later than the standard', () => {
    const story = begin()
      .at(T0 + 23.5 * HOUR)
      .does(attempt('reached'), confirmation({ risks: null }))
    expect(shownClock(story.handoff, story.state)).toBe(T0 + 24 * HOUR)
    expect(story.handoff.confirmedAt).toBeNull()
    expect(story.next?.dueAt).toBe(T0 + 24 * HOUR)
    expect(contactDueAt(story.handoff)).toBe(T0 + 24 * HOUR)
  })

  test('"not known" is kept as her answer, and the part stays open', () => {
    const story = reached().does(confirmation({ risks: { answer: 'not_known', dates: [] } }))
    expect(story.state).toEqual({ kind: 'reached_not_confirmed', missing: ['deadline_risks'] })
    expect(story.handoff.parts.deadline_risks?.answer).toBe('not_known')
  })

  test('dates are each written down and routed, or the part is refused', () => {
    const date = { kind: 'court_date', date: T0 + 90 * HOUR, what: 'hearing', routedTo: 'the clinic' } as const
    expect(reached().asks(confirmation({ risks: { answer: 'dates', dates: [] } }))).toEqual(refused('reason_needed', 'risks'))
    expect(reached().asks(confirmation({ risks: { answer: 'dates', dates: [date, { ...date, routedTo: '' }] } }))).toEqual(
      refused('reason_needed', 'risks'),
    )
    expect(reached().does(confirmation({ risks: { answer: 'dates', dates: [date] } })).handoff.risks).toMatchObject([date])
  })

  test('a wait list is understood only with its real length', () => {
    const wait = { kind: 'wait_list', what: 'a flat', date: null, waitLength: '', herWords: '' } as const
    expect(reached().asks(confirmation({ nextStep: wait }))).toEqual(refused('reason_needed', 'waitLength'))
    expect(reasonOf(reached().asks(confirmation({ nextStep: { ...wait, waitLength: 'about four months' } })))).toBeUndefined()
  })

  test('preferred way, language and safe times must be stated before they can be verified', () => {
    const story = reached().with({ plan: version({ language: '', safeHours: { kind: 'not_known' }, ways: [] }) })
    expect(story.asks(confirmation())).toMatchObject({
      failure: { reason: 'plan_incomplete', detail: { missing: 'way language safe_hours' } },
    })
    expect(reasonOf(story.with({ plan: null }).asks(confirmation()))).toBe('plan_incomplete')
    expect(reasonOf(story.with({ plan: version({ ways: [phone({ safeFor: [] }), email()] }) }).asks(confirmation()))).toBeUndefined()
    expect(reasonOf(story.with({ plan: sheCalls() }).asks(confirmation()))).toBeUndefined()
  })

  test('nobody is confirmed who was not reached, nor before she was', () => {
    expect(begin().does(attempt('no_answer')).asks(confirmation())).toEqual(refused('not_reached_yet'))
    const story = reached().after(HOUR)
    expect(story.asks(confirmation({ at: T0 + HOUR - 1 }))).toEqual(refused('before_contact', 'at'))
    expect(story.does(confirmation({ at: T0 + HOUR })).handoff.confirmedAt).toBe(T0 + HOUR)
  })

  test('"she called us" is contact as well', () => {
    expect(begin().does(attempt('she_called_us'), confirmation()).state.kind).toBe('confirmed')
  })

  test('a late entry of one part does not make a part that was known later any older', () => {
    const story = begin()
      .at(T0 + 23 * HOUR)
      .does(attempt('reached'))
    story
      .at(T0 + 25 * HOUR)
      .does(confirmation({ risks: null }), confirmation({ ...nothingKnown, at: T0 + 23 * HOUR, risks: { answer: 'none', dates: [] } }))
    expect(story.handoff.confirmedAt).toBe(T0 + 25 * HOUR)
  })

  test('confirmed once, it is not confirmed again', () => {
    expect(reached().does(confirmation()).asks(confirmation())).toEqual(refused('wrong_state'))
  })

  test('after it a worker books the next step, by the date that she was told', () => {
    expect(reached().does(confirmation()).next).toMatchObject({ kind: 'book_next_step', dueAt: T0 + 25 * HOUR })
    expect(
      reached().does(
        confirmation({ nextStep: { kind: 'clinic', what: 'legal clinic', date: T0 + 60 * HOUR, waitLength: '', herWords: '' } }),
      ).next?.dueAt,
    ).toBe(T0 + 60 * HOUR)
  })
})

test('dates that the source knew of do not answer for her (C4 c)', () => {
  const known = { kind: 'order_expiry', date: T0 + 50 * HOUR, what: 'order ends', routedTo: 'the clinic' } as const
  const story = begin(incoming({ risks: [known] }))
    .after(HOUR)
    .does(attempt('reached'), confirmation({ risks: null }))
  expect(story.state).toMatchObject({ missing: ['deadline_risks'] })
  expect(story.handoff.risks).toMatchObject([{ ...known, no: 1, acknowledged: null }])
})
