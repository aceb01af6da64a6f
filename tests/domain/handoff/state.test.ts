import { describe, expect, test } from 'vitest'
import { getSupervisorAlertAt } from '#shared/domain/handoff/alerts'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { DEFAULT_POLICY } from '#shared/domain/policy/policy'
import { isClockRunning, getContactDueAt, findFirstContactAt, findOpenBounce, getShownDueAt } from '#shared/domain/handoff/state'
import { attempt, bounce, close, confirmation, heldMeeting, reopen } from '../../support/domain/commands'
import { T0 } from '../../support/domain/people'
import { version } from '../../support/domain/plans'
import { startScenario, incoming, outgoing, standard } from '../../support/domain/scenario'

const confirmed = () => startScenario().advance(HOUR).run(attempt('reached'), confirmation())

const sourceAsked = () =>
  startScenario(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true }).run({ kind: 'ask_source' })

describe('the contact clock (C1, C4)', () => {
  test('runs until contact is confirmed, bounced or closed, and again when contact is due anew', () => {
    expect(isClockRunning(startScenario().run(attempt('reached')).handoff)).toBe(true)
    expect(isClockRunning(confirmed().handoff)).toBe(false)
    const bounced = startScenario().run(bounce())
    expect([isClockRunning(bounced.handoff), findOpenBounce(bounced.handoff)?.reason]).toEqual([false, 'not_reached_after_fallback'])
    bounced.run({ kind: 'settle_bounce', words: 'we go on', then: 'try_again' })
    expect([isClockRunning(bounced.handoff), findOpenBounce(bounced.handoff)]).toEqual([true, null])
    expect(isClockRunning(startScenario().run(close('she_withdrew', 'her word')).handoff)).toBe(false)
    expect(isClockRunning(startScenario().run({ kind: 'mark_error', reason: 'twice' }).handoff)).toBe(false)
  })
  test('a row shows the standard while we try, else the time of what comes next, and nothing at the end', () => {
    const clock = (scenario: ReturnType<typeof startScenario>) => getShownDueAt(scenario.handoff, scenario.state)
    for (const scenario of [startScenario(), startScenario().run(attempt()), startScenario().run(attempt('reached'))])
      expect(clock(scenario)).toBe(T0 + DAY)
    expect(clock(startScenario(outgoing({ permissionGiven: false })))).toBe(T0 + 4 * HOUR)
    expect(clock(startScenario().run({ kind: 'agree_waiting', checkAt: T0 + 5 * HOUR, why: 'she_asked' }))).toBe(T0 + 5 * HOUR)
    expect(clock(confirmed())).toBe(T0 + 25 * HOUR)
    expect(clock(startScenario().run(bounce()))).toBe(T0 + 10 * DAY)
    const booked = () => confirmed().run({ kind: 'book_meeting', at: T0 + 20 * HOUR, what: '' })
    expect(clock(booked())).toBe(T0 + 20 * HOUR)
    expect(clock(booked().run(heldMeeting(T0 + 7 * DAY)))).toBe(T0 + 7 * DAY)
    expect(clock(confirmed().run({ kind: 'put_on_hold', reviewAt: T0 + 3 * DAY, what: '' }))).toBe(T0 + 3 * DAY)
    expect(clock(sourceAsked())).toBe(T0)
    expect(clock(confirmed().run(close()))).toBeNull()
    expect(clock(startScenario().run({ kind: 'mark_error', reason: 'twice' }))).toBeNull()
  })
})

describe('first contact is a measure (section 12)', () => {
  test('the first that reached her, whatever was written first; a withdrawn one never was', () => {
    expect(findFirstContactAt(startScenario().run(attempt()).handoff)).toBeNull()
    const scenario = startScenario()
      .advance(5 * HOUR)
      .run(attempt('reached', { at: T0 + 4 * HOUR }), attempt('she_called_us', { at: T0 + 2 * HOUR }))
    expect(findFirstContactAt(scenario.handoff)).toBe(T0 + 2 * HOUR)
    expect(findFirstContactAt(scenario.run({ kind: 'withdraw_attempt', no: 2 }).handoff)).toBe(T0 + 4 * HOUR)
    expect(findFirstContactAt(scenario.run(attempt('reached')).handoff)).toBe(T0 + 4 * HOUR)
  })
  test('it keeps its date when the handoff is opened again', () =>
    expect(findFirstContactAt(confirmed().run(close()).advance(DAY).run(reopen).handoff)).toBe(T0 + HOUR))
})

describe('when the supervisor is told as well (C3)', () => {
  const policy = { ...DEFAULT_POLICY, supervisorAfter: 3 * HOUR }
  test('so long after the due time as the policy says, once, and never without such a rule', () => {
    const { handoff } = startScenario()
    expect(getSupervisorAlertAt(handoff, policy)).toBe(getContactDueAt(handoff) + 3 * HOUR)
    expect(getSupervisorAlertAt(handoff, DEFAULT_POLICY)).toBeNull()
    expect(getSupervisorAlertAt({ ...handoff, supervisorToldAt: T0 + 27 * HOUR }, policy)).toBeNull()
  })
  test('not once somebody reached her, nor where the clock stands, nor for a source that is only measured (C2)', () => {
    expect(getSupervisorAlertAt(startScenario().run(attempt()).handoff, policy)).not.toBeNull()
    expect(getSupervisorAlertAt(startScenario().run(attempt('reached')).handoff, policy)).toBeNull()
    expect(getSupervisorAlertAt(startScenario().run(bounce()).handoff, policy)).toBeNull()
    expect(getSupervisorAlertAt(startScenario(incoming({ standard: standard({ mode: 'measured' }) })).handoff, policy)).toBeNull()
  })
})
