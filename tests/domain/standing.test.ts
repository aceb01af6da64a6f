import { describe, expect, test } from 'vitest'
import { supervisorAt } from '#shared/domain/alerts'
import { DAY, HOUR } from '#shared/domain/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy'
import {
  clockRuns,
  contactDueAt,
  firstContactAt,
  isBeforeContact,
  isContacting,
  openBounce,
  shownClock,
  standingOf,
} from '#shared/domain/standing'
import { attempt, bounce, close, confirmation, reopen } from '../support/commands'
import { T0 } from '../support/people'
import { version } from '../support/plans'
import { begin, incoming, outgoing, standard } from '../support/story'

const confirmed = () => begin().after(HOUR).does(attempt('reached'), confirmation())

const asked = () => begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).does({ kind: 'ask_source' })

describe('the contact clock (C1, C4)', () => {
  test('runs until contact is confirmed, bounced or closed, and again when contact is due anew', () => {
    expect(clockRuns(begin().does(attempt('reached')).handoff)).toBe(true)
    expect(clockRuns(confirmed().handoff)).toBe(false)
    const bounced = begin().does(bounce())
    expect([clockRuns(bounced.handoff), openBounce(bounced.handoff)?.reason]).toEqual([false, 'not_reached_after_fallback'])
    bounced.does({ kind: 'settle_bounce', words: 'we go on', then: 'try_again' })
    expect([clockRuns(bounced.handoff), openBounce(bounced.handoff)]).toEqual([true, null])
    expect(clockRuns(begin().does(close('she_withdrew', 'her word')).handoff)).toBe(false)
    expect(clockRuns(begin().does({ kind: 'mark_error', reason: 'twice' }).handoff)).toBe(false)
  })
  test('a row shows the standard while we try, else the time of what comes next, and nothing at the end', () => {
    const clock = (story: ReturnType<typeof begin>) => shownClock(story.handoff, story.state)
    for (const story of [begin(), begin().does(attempt()), begin().does(attempt('reached'))]) expect(clock(story)).toBe(T0 + DAY)
    expect(clock(begin(outgoing({ permissionGiven: false })))).toBe(T0 + 4 * HOUR)
    expect(clock(begin().does({ kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' }))).toBe(T0 + 5 * HOUR)
    expect(clock(confirmed())).toBe(T0 + 25 * HOUR)
    expect(clock(begin().does(bounce()))).toBe(T0 + 10 * DAY)
    const booked = () => confirmed().does({ kind: 'book_meeting', at: T0 + 20 * HOUR, what: '' })
    expect(clock(booked())).toBe(T0 + 20 * HOUR)
    expect(clock(booked().does({ kind: 'meeting_held', nextAt: T0 + 7 * DAY, what: '' }))).toBe(T0 + 7 * DAY)
    expect(clock(confirmed().does({ kind: 'put_on_hold', reviewAt: T0 + 3 * DAY, what: '' }))).toBe(T0 + 3 * DAY)
    expect(clock(asked())).toBe(T0)
    expect(clock(confirmed().does(close()))).toBeNull()
    expect(clock(begin().does({ kind: 'mark_error', reason: 'twice' }))).toBeNull()
  })
  test('what stands before contact, and what after it (C2)', () => {
    expect(
      [begin(), begin().does(attempt('reached')), begin(outgoing({ permissionGiven: false }))].map((one) => isBeforeContact(one.state)),
    ).toEqual([true, true, true])
    expect([confirmed(), begin().does(bounce()), confirmed().does(close())].map((one) => isBeforeContact(one.state))).toEqual([
      false,
      false,
      false,
    ])
  })
})

test('while the source is asked she is tried on, like before it (C5)', () => {
  expect([begin(), begin().does(attempt()), asked()].map(({ state }) => isContacting(state))).toEqual([true, true, true])
  expect([confirmed(), begin().does({ kind: 'stop' })].map(({ state }) => isContacting(state))).toEqual([false, false])
})
test('a hold that ends within this shift still waits on somebody else', () => {
  const { state } = confirmed().does({ kind: 'put_on_hold', reviewAt: T0 + 7 * HOUR, what: '' })
  expect(standingOf('this_shift', state, T0 + 7 * HOUR, false, T0)).toBe('waiting')
  expect(standingOf('this_shift', begin().state, T0 + 7 * HOUR, false, T0)).toBe('later')
})

describe('first contact is a measure (section 12)', () => {
  test('the first that reached her, whatever was written first; a withdrawn one never was', () => {
    expect(firstContactAt(begin().does(attempt()).handoff)).toBeNull()
    const story = begin()
      .after(5 * HOUR)
      .does(attempt('reached', { at: T0 + 4 * HOUR }), attempt('she_called_us', { at: T0 + 2 * HOUR }))
    expect(firstContactAt(story.handoff)).toBe(T0 + 2 * HOUR)
    expect(firstContactAt(story.does({ kind: 'withdraw_attempt', no: 2 }).handoff)).toBe(T0 + 4 * HOUR)
    expect(firstContactAt(story.does(attempt('reached')).handoff)).toBe(T0 + 4 * HOUR)
  })
  test('it keeps its date when the handoff is opened again', () =>
    expect(firstContactAt(confirmed().does(close()).after(DAY).does(reopen).handoff)).toBe(T0 + HOUR))
})

describe('when the supervisor is told as well (C3)', () => {
  const policy = { ...DEFAULT_POLICY, supervisorAfter: 3 * HOUR }
  test('so long after the due time as the policy says, once, and never without such a rule', () => {
    const { handoff } = begin()
    expect(supervisorAt(handoff, policy)).toBe(contactDueAt(handoff) + 3 * HOUR)
    expect(supervisorAt(handoff, DEFAULT_POLICY)).toBeNull()
    expect(supervisorAt({ ...handoff, supervisorToldAt: T0 + 27 * HOUR }, policy)).toBeNull()
  })
  test('not once somebody reached her, nor where the clock stands, nor for a source that is only measured (C2)', () => {
    expect(supervisorAt(begin().does(attempt()).handoff, policy)).not.toBeNull()
    expect(supervisorAt(begin().does(attempt('reached')).handoff, policy)).toBeNull()
    expect(supervisorAt(begin().does(bounce()).handoff, policy)).toBeNull()
    expect(supervisorAt(begin(incoming({ standard: standard({ mode: 'measured' }) })).handoff, policy)).toBeNull()
  })
})
