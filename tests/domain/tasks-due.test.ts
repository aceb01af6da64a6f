import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy'
import { deadWays } from '#shared/domain/tasks-due'
import { attempt, confirmation } from '../support/commands'
import { amira, T0 } from '../support/people'
import { daily, email, phone, times, version } from '../support/plans'
import { begin, incoming, internal, outgoing, type Story } from '../support/story'

// T0 is 10:00 on the shelter's clock.
const relay = { who: 'her aunt', partnerId: null, agreed: true }
const evenings = times(daily('18:00', '20:00'))
const mayHelp = { plan: version({ sourceMayHelp: true }), partnerHelps: true }
const open = (story: Story) => story.open.map(({ kind, dueAt }) => [kind, (dueAt - T0) / HOUR])
const look = { kind: 'look_again' } as const

describe('what is to be done, by whom, when, and who is waited for (H1)', () => {
  test('a call to her is a task with all that belongs to it', () =>
    expect(begin().open).toEqual([
      {
        no: 1,
        kind: 'reach_her',
        owner: amira,
        dueAt: T0,
        until: T0 + DAY,
        waitsOn: 'nobody',
        what: '',
        byHand: false,
        doneAt: null,
      },
    ]))
  test('a relay waits on whoever carries it', () => {
    expect(begin(incoming(), { plan: version({ ways: [], relay }) }).next).toMatchObject({
      kind: 'relay',
      waitsOn: 'source',
      until: T0 + DAY,
    })
    expect(begin(incoming(), { plan: version({ relay }) }).does({ kind: 'stop' }).next).toMatchObject({ kind: 'relay', waitsOn: 'source' })
  })
  test('where she asked for another time nobody carries her anything: we look whether she called', () => {
    const story = begin(incoming(), { plan: version({ relay }) }).does({ kind: 'agree_waiting', checkAt: T0 + HOUR, why: 'she_asked' })
    expect(story.next).toMatchObject({ kind: 'check_she_called', waitsOn: 'her' })
  })
  test('a hold waits on the receiver', () => {
    const story = begin().does(attempt('reached'), confirmation(), { kind: 'put_on_hold', reviewAt: T0 + DAY, what: '' })
    expect(story.next).toMatchObject({ kind: 'review_hold', waitsOn: 'receiver' })
  })
})

describe('ways that turned out to be dead (C5)', () => {
  test('a number out of service and a mail that came back, of those that are written down', () => {
    const story = begin(incoming(), { plan: version({ ways: [phone(), email()] }) }).does(
      attempt('number_not_in_service'),
      attempt('email_bounced', { wayId: 'w2', channel: 'email' }),
      attempt('number_not_in_service', { wayId: null }),
    )
    expect(deadWays(story.handoff)).toEqual(['w1', 'w2'])
    expect(open(story)).toEqual([['find_another_way', 2]])
  })
  test('with one of two dead the other is tried', () => {
    const story = begin(incoming(), { plan: version({ ways: [phone(), phone({ id: 'w9' })] }) }).does(attempt('number_not_in_service'))
    expect(open(story)).toEqual([['reach_her', 2]])
  })
  test('with all of them dead the source’s answer is waited for, where it was asked', () => {
    const story = begin(incoming(), mayHelp).does({ kind: 'ask_source' }, attempt('number_not_in_service'))
    expect(open(story)).toEqual([['chase_source', 24]])
  })
})

describe('the source is asked beside the last tries, and only then (C5)', () => {
  const tried = () =>
    begin(incoming(), mayHelp)
      .does(attempt())
      .after(3 * HOUR)
      .does(attempt())
      .at(T0 + 25 * HOUR)
  test('also when all tries are made and nobody has asked it', () => {
    expect(open(tried().does(attempt()))).toEqual([
      ['ask_source', 25],
      ['record_bounce', 48],
    ])
  })
  test('not where the policy does not ask it', () => {
    const story = tried().with({ policy: { ...DEFAULT_POLICY, askSource: false } })
    expect(open(story.does(attempt()))).toEqual([['record_bounce', 48]])
  })
})

describe('where her hours leave no room (C5)', () => {
  test('the next safe moment stands beside the bounce, with its end', () => {
    const story = begin(incoming(), { plan: version({ safeHours: times(daily('09:00', '10:00', [3])) }) })
    expect(story.next).toMatchObject({ kind: 'record_bounce' })
    expect(story.open.find(({ kind }) => kind === 'reach_her')).toMatchObject({ dueAt: T0 + 5 * DAY - HOUR, until: T0 + 5 * DAY })
  })
  test('an interpreter is booked for it first, unless one is there at the time (section 5)', () => {
    // Wednesday 9:00 to 10:00 is five days less an hour after now.
    const hers = version({ interpreter: 'needed', safeHours: times(daily('09:00', '10:00', [3])) })
    const kinds = (...from: readonly number[]) =>
      begin(incoming(), {
        plan: hers,
        interpreter: from.map((hour) => ({ from: T0 + hour * HOUR, until: T0 + (hour + 1) * HOUR })),
      }).open.map(({ kind }) => kind)
    const [first, ...rest] = ['book_interpreter', 'reach_her', 'record_bounce']
    for (const bookings of [[], [118], [120], [118, 120]]) expect(kinds(...bookings)).toEqual([first, ...rest])
    for (const bookings of [[119], [118, 119], [119, 120]]) expect(kinds(...bookings)).toEqual(rest)
  })
  test('without any the bounce stands alone', () =>
    expect(open(begin(incoming(), { plan: version({ neverHours: [daily('00:00', '24:00')] }) }))).toEqual([['record_bounce', 48]]))
})

describe('an interpreter to be booked (section 5)', () => {
  test('keeps the time at which it was first asked for, whatever else is planned anew', () => {
    const story = begin()
      .after(HOUR)
      .with({ plan: version({ interpreter: 'needed', safeHours: evenings }) })
      .does({ kind: 'change_plan', version: 2, verified: true })
    expect(open(story)).toEqual([
      ['reach_her', 8],
      ['book_interpreter', 1],
    ])
    expect(open(story.after(HOUR).does(look))).toEqual([
      ['reach_her', 8],
      ['book_interpreter', 1],
    ])
  })
  test('is nothing to the chase of a receiver, who reaches her (H8)', () => {
    const story = begin(outgoing(), { plan: version({ interpreter: 'needed' }) })
    expect(story.proposal).toMatchObject({ kind: 'slot', because: [] })
    expect(open(story)).toEqual([['chase_receiver', 6]])
  })
})

describe('the receiving worker meets her (H8)', () => {
  test('by the standard, after it at the next slot, and once all tries are made the bounce is due', () => {
    const story = begin(internal())
    expect(open(story)).toEqual([['meet_her', 24]])
    expect(open(story.at(T0 + 25 * HOUR).does(look))).toEqual([['meet_her', 25]])
    const tried = begin(internal())
      .does(attempt())
      .after(3 * HOUR)
      .does(attempt())
      .at(T0 + DAY)
      .does(attempt())
    expect(open(tried)).toEqual([['record_bounce', 48]])
  })
})
