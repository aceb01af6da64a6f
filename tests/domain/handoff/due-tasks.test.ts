import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy/policy'
import { listDeadWays } from '#shared/domain/handoff/due-tasks'
import { attempt, confirmation } from '../../support/domain/commands'
import { amira, T0 } from '../../support/domain/people'
import { daily, email, phone, times, version } from '../../support/domain/plans'
import { startScenario, incoming, internal, outgoing, type Scenario } from '../../support/domain/scenario'

// T0 is 10:00 on the shelter's clock.
const relay = { who: 'her aunt', partnerId: null, agreed: true }
const evenings = times(daily('18:00', '20:00'))
const mayHelp = { plan: version({ sourceMayHelp: true }), partnerHelps: true }
const open = (scenario: Scenario) => scenario.openTasks.map(({ kind, dueAt }) => [kind, (dueAt - T0) / HOUR])
const inspect = { kind: 'look_again' } as const

describe('what is to be done, by whom, when, and who is waited for (H1)', () => {
  test('a call to her is a task with all that belongs to it', () =>
    expect(startScenario().openTasks).toEqual([
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
    expect(startScenario(incoming(), { plan: version({ ways: [], relay }) }).nextTask).toMatchObject({
      kind: 'relay',
      waitsOn: 'source',
      until: T0 + DAY,
    })
    expect(startScenario(incoming(), { plan: version({ relay }) }).run({ kind: 'stop' }).nextTask).toMatchObject({
      kind: 'relay',
      waitsOn: 'source',
    })
  })
  test('where she asked for another time nobody carries her anything: we look whether she called', () => {
    const scenario = startScenario(incoming(), { plan: version({ relay }) }).run({
      kind: 'agree_waiting',
      checkAt: T0 + HOUR,
      why: 'she_asked',
    })
    expect(scenario.nextTask).toMatchObject({ kind: 'check_she_called', waitsOn: 'her' })
  })
  test('a hold waits on the receiver', () => {
    const scenario = startScenario().run(attempt('reached'), confirmation(), { kind: 'put_on_hold', reviewAt: T0 + DAY, what: '' })
    expect(scenario.nextTask).toMatchObject({ kind: 'review_hold', waitsOn: 'receiver' })
  })
})

describe('ways that turned out to be dead (C5)', () => {
  test('a number out of service and a mail that came back, of those that are written down', () => {
    const scenario = startScenario(incoming(), { plan: version({ ways: [phone(), email()] }) }).run(
      attempt('number_not_in_service'),
      attempt('email_bounced', { wayId: 'w2', channel: 'email' }),
      attempt('number_not_in_service', { wayId: null }),
    )
    expect(listDeadWays(scenario.handoff)).toEqual(['w1', 'w2'])
    expect(open(scenario)).toEqual([['find_another_way', 2]])
  })
  test('with one of two dead the other is tried', () => {
    const scenario = startScenario(incoming(), { plan: version({ ways: [phone(), phone({ id: 'w9' })] }) }).run(
      attempt('number_not_in_service'),
    )
    expect(open(scenario)).toEqual([['reach_her', 2]])
  })
  test('with all of them dead the source’s answer is waited for, where it was asked', () => {
    const scenario = startScenario(incoming(), mayHelp).run({ kind: 'ask_source' }, attempt('number_not_in_service'))
    expect(open(scenario)).toEqual([['chase_source', 24]])
  })
})

describe('the source is asked beside the last tries, and only then (C5)', () => {
  const tried = () =>
    startScenario(incoming(), mayHelp)
      .run(attempt())
      .advance(3 * HOUR)
      .run(attempt())
      .setTime(T0 + 25 * HOUR)
  test('also when all tries are made and nobody has asked it', () => {
    expect(open(tried().run(attempt()))).toEqual([
      ['ask_source', 25],
      ['record_bounce', 48],
    ])
  })
  test('not where the policy does not ask it', () => {
    const scenario = tried().changeSituation({ policy: { ...DEFAULT_POLICY, askSource: false } })
    expect(open(scenario.run(attempt()))).toEqual([['record_bounce', 48]])
  })
})

describe('where her hours leave no room (C5)', () => {
  test('the next safe moment stands beside the bounce, with its end', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('09:00', '10:00', [3])) }) })
    expect(scenario.nextTask).toMatchObject({ kind: 'record_bounce' })
    expect(scenario.openTasks.find(({ kind }) => kind === 'reach_her')).toMatchObject({ dueAt: T0 + 5 * DAY - HOUR, until: T0 + 5 * DAY })
  })
  test('an interpreter is booked for it first, unless one is there at the time (section 5)', () => {
    // Wednesday 9:00 to 10:00 is five days less an hour after now.
    const planVersion = version({ interpreter: 'needed', safeHours: times(daily('09:00', '10:00', [3])) })
    const kinds = (...from: readonly number[]) =>
      startScenario(incoming(), {
        plan: planVersion,
        interpreter: from.map((hour) => ({ from: T0 + hour * HOUR, until: T0 + (hour + 1) * HOUR })),
      }).openTasks.map(({ kind }) => kind)
    const [first, ...rest] = ['book_interpreter', 'reach_her', 'record_bounce']
    for (const bookings of [[], [118], [120], [118, 120]]) expect(kinds(...bookings)).toEqual([first, ...rest])
    for (const bookings of [[119], [118, 119], [119, 120]]) expect(kinds(...bookings)).toEqual(rest)
  })
  test('without any the bounce stands alone', () =>
    expect(open(startScenario(incoming(), { plan: version({ neverHours: [daily('00:00', '24:00')] }) }))).toEqual([['record_bounce', 48]]))
})

describe('an interpreter to be booked (section 5)', () => {
  test('keeps the time at which it was first asked for, whatever else is planned anew', () => {
    const scenario = startScenario()
      .advance(HOUR)
      .changeSituation({ plan: version({ interpreter: 'needed', safeHours: evenings }) })
      .run({ kind: 'change_plan', version: 2, verified: true })
    expect(open(scenario)).toEqual([
      ['reach_her', 8],
      ['book_interpreter', 1],
    ])
    expect(open(scenario.advance(HOUR).run(inspect))).toEqual([
      ['reach_her', 8],
      ['book_interpreter', 1],
    ])
  })
  test('is nothing to the chase of a receiver, who reaches her (H8)', () => {
    const scenario = startScenario(outgoing(), { plan: version({ interpreter: 'needed' }) })
    expect(scenario.proposal).toMatchObject({ kind: 'slot', because: [] })
    expect(open(scenario)).toEqual([['chase_receiver', 6]])
  })
})

describe('the receiving worker meets her (H8)', () => {
  test('by the standard, after it at the next slot, and once all tries are made the bounce is due', () => {
    const scenario = startScenario(internal())
    expect(open(scenario)).toEqual([['meet_her', 24]])
    expect(open(scenario.setTime(T0 + 25 * HOUR).run(inspect))).toEqual([['meet_her', 25]])
    const tried = startScenario(internal())
      .run(attempt())
      .advance(3 * HOUR)
      .run(attempt())
      .setTime(T0 + DAY)
      .run(attempt())
    expect(open(tried)).toEqual([['record_bounce', 48]])
  })
})
