import { describe, expect, test } from 'vitest'
import { getEscalationAt, findNextAlert, type AlertContext } from '#shared/domain/handoff/alerts'
import type { MeetingId } from '#shared/domain/core/ids'
import { DAY, HOUR, MINUTE } from '#shared/domain/core/moment'
import { isSafeMoment } from '#shared/domain/contact/contact-plan'
import { attempt, bounce, close, confirmation, correct, reopen } from '../../support/domain/commands'
import { amira, T0, uuid } from '../../support/domain/people'
import { daily, times, version } from '../../support/domain/plans'
import { startScenario, incoming, internal, outgoing, standard, type Scenario } from '../../support/domain/scenario'

/**
 * Advances the clock until `until`, awake unless asleep between the two given instants, and lists the hours after T0 at which it alerts.
 */
function listAlerts(
  scenario: Scenario,
  until: number,
  facts: { readonly alertedAt?: number; readonly actedAt?: number; readonly asleep?: readonly [number, number] } = {},
): number[] {
  const { plan, policy, zone } = scenario.around
  let alertedAt = facts.alertedAt ?? scenario.now
  const actedAt = facts.actedAt ?? scenario.now
  const heard: number[] = []
  for (let now = alertedAt; now <= until; now += MINUTE) {
    if (facts.asleep && now >= facts.asleep[0] && now < facts.asleep[1]) continue
    const next = findNextAlert({ handoff: scenario.handoff, plan: plan?.plan ?? null, policy, zone, now, alertedAt, actedAt })
    if (!next || next.at > now) continue
    heard.push((now - T0) / HOUR)
    alertedAt = now
  }
  return heard
}

/** Returns the next alert as of the scenario's now; by default no worker has acted and nothing has alerted. */
const findNext = (scenario: Scenario, facts: Partial<AlertContext> = {}) => {
  const { plan, policy, zone } = scenario.around
  return findNextAlert({
    handoff: scenario.handoff,
    plan: plan?.plan ?? null,
    policy,
    zone,
    now: scenario.now,
    alertedAt: T0,
    actedAt: T0,
    ...facts,
  })
}

describe('alerts (C3)', () => {
  test('four hours before, one hour before, at the due time, then hourly until someone acts', () => {
    expect(listAlerts(startScenario(), T0 + 27.5 * HOUR)).toEqual([20, 23, 24, 25, 26, 27])
  })
  test('whoever acts has an hour of quiet, and then until the next action is due', () => {
    const scenario = startScenario()
      .run(attempt())
      .setTime(T0 + 25 * HOUR + 30 * MINUTE)
      .run(attempt())
    // The next attempt is at 27:30.
    expect(listAlerts(scenario, T0 + 29 * HOUR, { actedAt: scenario.now })).toEqual([27.5, 28.5])
  })
  test('a time that a worker chose is announced when it comes, and the standard as ever ("remind me at 17:12")', () => {
    const scenario = startScenario().run(attempt())
    const [task] = scenario.handoff.tasks.filter((one) => one.kind === 'reach_her' && one.doneAt === null)
    scenario.run({ kind: 'move_task', no: task!.no, owner: amira, dueAt: T0 + 5 * HOUR })
    expect(listAlerts(scenario, T0 + 24.5 * HOUR)).toEqual([5, 20, 23, 24])
    expect(findNext(scenario, { alertedAt: T0 })).toMatchObject({ at: T0 + 5 * HOUR, dueAt: T0 + 5 * HOUR, level: 'before' })
  })
  test('acting before the due time does not silence it', () => {
    const scenario = startScenario()
      .run(attempt())
      .setTime(T0 + 22 * HOUR)
      .run(attempt())
    expect(listAlerts(scenario, T0 + 25 * HOUR)).toEqual([23, 24, 25])
  })
  test('inside her safe times only; else it waits for them', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('08:30', '09:15')) }) })
    // 20:00 later it is 6:00 for the person, 23:00 later 9:00; the day after, 8:30 and 9:00 again.
    expect(listAlerts(scenario, T0 + 48 * HOUR)).toEqual([22.5, 23, 46.5, 47])
  })
  test('also where something agreed in a meeting is due sooner than the call', () => {
    const scenario = startScenario(incoming(), { plan: version({ safeHours: times(daily('08:30', '09:15')) }) }).run({
      kind: 'close_meeting',
      meetingId: uuid(41) as MeetingId,
      mode: 'conference_call',
      withHer: true,
      how: 'complete',
      startedAt: T0,
      endedAt: T0,
      contact: null,
      lines: [{ no: 1, what: 'send the form', who: '', owner: amira, dueAt: T0 + 2 * HOUR, waitsOn: 'nobody' }],
      next: null,
    })
    expect(scenario.nextTask?.kind).toBe('plan_line')
    expect(listAlerts(scenario, T0 + 48 * HOUR)).toEqual([22.5, 23, 46.5, 47])
  })
  test('what nobody needs to ring her for is told to whoever is awake', () => {
    const scenario = startScenario(internal(), { plan: version({ safeHours: times(daily('08:30', '09:15')) }) })
    expect(listAlerts(scenario, T0 + 25 * HOUR)).toEqual([20, 23, 24, 25])
  })
  test('one alert after a sleep, not one per missed moment', () => {
    expect(listAlerts(startScenario(), T0 + 29 * HOUR, { asleep: [T0 + 10 * HOUR, T0 + 27.5 * HOUR] })).toEqual([27.5, 28, 29])
  })
  test('woken outside her safe times it waits for them', () => {
    const plan = version({ safeHours: times(daily('06:00', '12:00')) })
    const heard = listAlerts(startScenario(incoming(), { plan }), T0 + 48 * HOUR, { asleep: [T0 + 10 * HOUR, T0 + 30 * HOUR] })
    expect(heard).toEqual([44, 45, 46, 47, 48])
    expect(heard.every((hour) => isSafeMoment(plan.plan, T0 + hour * HOUR, 'America/Edmonton'))).toBe(true)
  })
  test('a short standard has no alert from before its receipt', () => {
    expect(listAlerts(startScenario(incoming({ standard: standard({ hours: 3 }) })), T0 + 3 * HOUR)).toEqual([2, 3])
  })
  test('a source that is only measured raises none, and a closed handoff neither (C2)', () => {
    expect(listAlerts(startScenario(incoming({ standard: standard({ mode: 'measured' }) })), T0 + 3 * DAY)).toEqual([])
    expect(listAlerts(startScenario().run(close('other_outcome', 'gone')), T0 + 3 * DAY)).toEqual([])
  })
  test('a piloted one does', () =>
    expect(listAlerts(startScenario(incoming({ standard: standard({ mode: 'pilot' }) })), T0 + DAY)).toEqual([20, 23, 24]))
  test('waiting for her it alerts for the agreed time', () => {
    const scenario = startScenario().run({ kind: 'agree_waiting', checkAt: T0 + 10 * HOUR, why: 'she_asked' })
    expect(listAlerts(scenario, T0 + 11 * HOUR)).toEqual([6, 9, 10, 11])
  })
  test('after contact is confirmed it alerts when the next step is due', () => {
    const scenario = startScenario().run(attempt('reached'), confirmation())
    expect(listAlerts(scenario, T0 + 25 * HOUR)).toEqual([24, 25])
  })
  test('a possible danger alerts at once, and hourly until the supervisor has taken note, whatever else is done (B2)', () => {
    const scenario = startScenario()
      .advance(HOUR)
      .run(bounce({ reason: 'possible_danger' }))
    expect(listAlerts(scenario, T0 + 3 * HOUR, { alertedAt: T0 })).toEqual([1, 2, 3])
    expect(listAlerts(scenario.advance(HOUR).run(attempt()), T0 + 3 * HOUR, { alertedAt: T0 + HOUR })).toEqual([2, 3])
    expect(listAlerts(scenario.run({ kind: 'acknowledge_danger', words: 'with her' }), T0 + 5 * HOUR)).toEqual([])
  })
  test('a correction of the receipt moves them all', () => {
    const scenario = startScenario()
      .advance(MINUTE)
      .run(correct(T0 - 2 * HOUR))
    expect(listAlerts(scenario, T0 + 22 * HOUR)).toEqual([18, 21, 22])
  })
})

describe('what an alert says (C3)', () => {
  test('how near the due time is: before it, at it for an hour, then hourly', () => {
    const dueAt = T0 + DAY
    const at = (now: number, alertedAt: number) => findNext(startScenario().setTime(now), { alertedAt })
    expect(at(T0, T0)).toEqual({ at: T0 + 20 * HOUR, level: 'before', dueAt })
    expect(at(T0 + 23 * HOUR, T0 + 23 * HOUR)).toEqual({ at: dueAt, level: 'due', dueAt })
    expect(at(dueAt + HOUR - 1, T0 + 23 * HOUR)).toEqual({ at: dueAt + HOUR - 1, level: 'due', dueAt })
    expect(at(dueAt + HOUR, T0 + 23 * HOUR)).toEqual({ at: dueAt + HOUR, level: 'hourly', dueAt })
    expect(at(dueAt, dueAt)).toEqual({ at: dueAt + HOUR, level: 'hourly', dueAt })
    expect(at(dueAt, dueAt - 1)).toEqual({ at: dueAt, level: 'due', dueAt })
  })
  test('after somebody acted, an hour later, for the action that is overdue', () => {
    const acted = T0 + 25.5 * HOUR
    expect(findNext(startScenario().setTime(acted), { alertedAt: acted, actedAt: acted })).toEqual({
      at: acted + HOUR,
      level: 'due',
      dueAt: acted + HOUR,
    })
  })
  test('acting at the very due time is acting in time for the hour of quiet', () => {
    const scenario = startScenario()
      .run(attempt())
      .setTime(T0 + DAY)
      .run(attempt())
    expect(listAlerts(scenario, T0 + 27 * HOUR)).toEqual([26, 27])
  })
  test('outside her safe times it says when they begin, and where she has none it waits for good', () => {
    const evenings = version({ safeHours: times(daily('18:00', '20:00')) })
    expect(findNext(startScenario(incoming(), { plan: evenings }), { alertedAt: T0 + 21 * HOUR })).toMatchObject({
      at: T0 + 32 * HOUR,
      level: 'hourly',
    })
    const never = startScenario(incoming(), { plan: version({ neverHours: [daily('00:00', '24:00')] }) }).run(attempt('she_called_us'))
    expect(findNext(never)).toBeNull()
  })
  test('reopened, nothing alerts from before the clock that runs now, nor at its very start (H2)', () => {
    const scenario = startScenario(incoming({ standard: standard({ hours: 4 }) })).run(close('other_outcome', 'gone'))
    expect(findNext(scenario.advance(3 * DAY).run(reopen))?.at).toBe(T0 + 3 * DAY + 3 * HOUR)
    const short = startScenario(incoming({ standard: standard({ hours: 3 }) })).run(close('other_outcome', 'gone'))
    expect(findNext(short.advance(3 * DAY).run(reopen))?.at).toBe(T0 + 3 * DAY + 2 * HOUR)
  })
})

describe('which alerts wait for her safe times (C3, P1)', () => {
  // 10:00 to 18:00 is outside the safe times; four hours before the standard ends it is 6:00.
  const evenings = (verified = version().verified) => version({ safeHours: times(daily('18:00', '20:00')) }, verified)
  const hours = (scenario: Scenario) => ((findNext(scenario)?.at ?? NaN) - T0) / HOUR

  test('a neutral check and a missing part of C4 mean ringing her, so they wait', () => {
    expect(hours(startScenario(incoming(), { plan: evenings(null) }))).toBe(32)
    expect(hours(startScenario(incoming(), { plan: evenings() }).run(attempt('reached')))).toBe(32)
  })
  test('looking whether she called does not', () => {
    const scenario = startScenario(incoming(), { plan: evenings() }).run({
      kind: 'agree_waiting',
      checkAt: T0 + 5 * HOUR,
      why: 'she_asked',
    })
    expect(hours(scenario)).toBe(1)
  })
  test('nor does anything of a handoff in which it is not we who reach her (H8)', () => {
    for (const facts of [outgoing(), internal()]) expect(hours(startScenario(facts, { plan: evenings() }).run(attempt('reached')))).toBe(20)
  })
})

describe('the workflow owner is told at the due time (C3)', () => {
  test('once, whatever her hours', () => {
    const scenario = startScenario(incoming(), { plan: version({ neverHours: [daily('00:00', '24:00')] }) })
    expect(getEscalationAt(scenario.handoff)).toBe(T0 + DAY)
    scenario.setTime(T0 + DAY).run({ kind: 'pass_due', told: scenario.around.supervisor })
    expect(getEscalationAt(scenario.handoff)).toBeNull()
  })
  test('not of a measured source, and not once contact is confirmed, bounced or closed', () => {
    expect(getEscalationAt(startScenario(incoming({ standard: standard({ mode: 'measured' }) })).handoff)).toBeNull()
    for (const scenario of [
      startScenario().run(attempt('reached'), confirmation()),
      startScenario().run(bounce()),
      startScenario().run(close('other_outcome', 'gone')),
    ])
      expect(getEscalationAt(scenario.handoff)).toBeNull()
  })
  test('a confirmation with a part missing does not keep it from being told (C4)', () => {
    expect(getEscalationAt(startScenario().run(attempt('reached'), confirmation({ risks: null })).handoff)).toBe(T0 + DAY)
  })
})
