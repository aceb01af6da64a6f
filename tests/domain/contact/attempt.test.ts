import { describe, expect, test } from 'vitest'
import { listCountedTries, findAttemptMarks } from '#shared/domain/contact/attempt'
import { HOUR, MINUTE } from '#shared/domain/core/moment'
import type { AttemptOutcome } from '#shared/domain/core/vocabulary'
import { EDMONTON, T0 } from '../../support/domain/people'
import { daily, email, phone, times, version } from '../../support/domain/plans'

type AttemptFacts = Parameters<typeof findAttemptMarks>[0]
type AttemptSituation = Parameters<typeof findAttemptMarks>[1]
const marks = (facts: Partial<AttemptFacts> = {}, situation: Partial<AttemptSituation> = {}) =>
  findAttemptMarks(
    { at: T0, channel: 'call', wayId: 'w1', outcome: 'no_answer', safeCheck: 'safe', override: false, ...facts },
    { now: T0, zone: EDMONTON, plan: version(), stoppedAt: null, contactMade: false, ...situation },
  )
const evenings = version({ safeHours: times(daily('18:00', '20:00')) })

describe('marks of what has happened (P1)', () => {
  test('what went by her plan has none', () => expect(marks()).toEqual([]))
  test('going there in person needs no device that she called safe and no verification, but her hours', () => {
    const plan = version({ ways: [phone({ safeFor: [] })] }, null)
    expect(marks({ channel: 'in_person', wayId: null }, { plan })).toEqual([])
    expect(marks({ channel: 'in_person', wayId: null }, { plan: null })).toEqual([])
    expect(marks({ channel: 'in_person', wayId: null }, { plan: evenings })).toEqual(['outside_safe_times'])
  })
  test('she called us, a partner went, the interpreter did not come: none of that was us at her line', () => {
    const situation = { plan: version({ ...evenings.plan, ways: [] }, null), stoppedAt: T0 - HOUR }
    const none = { safeCheck: 'not_asked' } as const
    expect(marks({ ...none, outcome: 'she_called_us' }, situation)).toEqual([])
    expect(marks({ ...none, channel: 'through_partner' }, situation)).toEqual([])
    expect(marks({ ...none, outcome: 'interpreter_missing' }, situation)).toEqual([])
    expect(marks(none, situation)).toEqual([
      'outside_safe_times',
      'channel_not_allowed',
      'not_verified',
      'after_stop',
      'safety_not_checked',
    ])
  })
  test('where no device was named, any that she called safe will do', () => {
    const plan = version({ ways: [phone({ safeFor: ['text'] }), phone({ id: 'w2', safeFor: ['call'] })] })
    expect(marks({ wayId: null }, { plan })).toEqual([])
    expect(marks({ wayId: 'w1' }, { plan })).toEqual(['channel_not_allowed'])
    expect(marks({ wayId: null, channel: 'email' }, { plan })).toEqual(['channel_not_allowed'])
    expect(marks({ wayId: null, channel: 'email' }, { plan: version({ ways: [phone(), email()] }) })).toEqual([])
  })
  test.each([
    ['none', ['channel_not_allowed']],
    ['not_known', ['channel_not_allowed']],
    ['first_name_only', []],
    ['agreed_words', []],
  ] as const)('a voicemail where her rule is %s: %j', (voicemail, expected) =>
    expect(marks({ outcome: 'voicemail_left' }, { plan: version({ ways: [phone({ voicemail })] }) })).toEqual(expected),
  )
  test('a voicemail is allowed where one of the devices that may have been used allows it, and never without a plan', () => {
    const plan = version({ ways: [phone(), phone({ id: 'w2', voicemail: 'first_name_only' })] })
    expect(marks({ outcome: 'voicemail_left', wayId: null }, { plan })).toEqual([])
    expect(marks({ outcome: 'voicemail_left' }, { plan: null })).toEqual(['channel_not_allowed', 'not_verified'])
  })
  test('after a stop from its very moment on; what was before it is not, nor the stop itself (P4)', () => {
    expect(marks({}, { stoppedAt: T0 })).toEqual(['after_stop'])
    expect(marks({}, { stoppedAt: T0 + 1 })).toEqual([])
    expect(marks({ outcome: 'not_safe_stopped', safeCheck: 'not_safe' }, { stoppedAt: T0 })).toEqual([])
  })
  test('written a quarter of an hour later it is no late entry, a millisecond more and it is (C8)', () => {
    expect(marks({}, { now: T0 + 15 * MINUTE })).toEqual([])
    expect(marks({}, { now: T0 + 15 * MINUTE + 1 })).toEqual(['late_entry'])
  })
})

describe('tries that count (C5)', () => {
  const tried = (at: number, outcome: AttemptOutcome = 'no_answer', withdrawn = false) => ({ at, outcome, withdrawn })
  test('within the gap they are one, a whole gap later another, in whatever order they were written', () => {
    const at = [T0 + 4 * HOUR, T0, T0 + 2 * HOUR - 1, T0 + 2 * HOUR]
    expect(
      listCountedTries(
        at.map((one) => tried(one)),
        2 * HOUR,
      ),
    ).toEqual([T0, T0 + 2 * HOUR, T0 + 4 * HOUR])
    expect(listCountedTries([tried(T0 + HOUR), tried(T0)], 2 * HOUR)).toEqual([T0])
  })
  test('a withdrawn one does not count, nor does one that was no try', () =>
    expect(listCountedTries([tried(T0, 'no_answer', true), tried(T0 + 1, 'interpreter_missing'), tried(T0 + 2)], HOUR)).toEqual([T0 + 2]))
})
