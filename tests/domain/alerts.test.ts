import { describe, expect, test } from 'vitest'
import { escalationAt, nextAlert } from '#shared/domain/alerts'
import type { MeetingId } from '#shared/domain/ids'
import { DAY, HOUR, MINUTE } from '#shared/domain/moment'
import { isSafeMoment } from '#shared/domain/contact-plan'
import { attempt, bounce, close, confirmation, correct } from '../support/commands'
import { amira, T0, uuid } from '../support/people'
import { daily, times, version } from '../support/plans'
import { begin, incoming, internal, standard, type Story } from '../support/story'

/** The clock goes on until `until`, awake, unless asleep between the two given instants; the hours after T0 at which it alerts. */
function alertsOf(
  story: Story,
  until: number,
  facts: { readonly alertedAt?: number; readonly actedAt?: number; readonly asleep?: readonly [number, number] } = {},
): number[] {
  const { plan, policy, zone } = story.around
  let alertedAt = facts.alertedAt ?? story.now
  const actedAt = facts.actedAt ?? story.now
  const heard: number[] = []
  for (let now = alertedAt; now <= until; now += MINUTE) {
    if (facts.asleep && now >= facts.asleep[0] && now < facts.asleep[1]) continue
    const next = nextAlert({ handoff: story.handoff, plan: plan?.plan ?? null, policy, zone, now, alertedAt, actedAt })
    if (!next || next.at > now) continue
    heard.push((now - T0) / HOUR)
    alertedAt = now
  }
  return heard
}

describe('alerts (C3)', () => {
  test('four hours before, one hour before, at the due time, then hourly until someone acts', () => {
    expect(alertsOf(begin(), T0 + 27.5 * HOUR)).toEqual([20, 23, 24, 25, 26, 27])
  })
  test('whoever acts has an hour of quiet, and then until the next action is due', () => {
    const story = begin()
      .does(attempt())
      .at(T0 + 25 * HOUR + 30 * MINUTE)
      .does(attempt())
    // The next try lies at 27:30.
    expect(alertsOf(story, T0 + 29 * HOUR, { actedAt: story.now })).toEqual([27.5, 28.5])
  })
  test('acting before the due time does not silence it', () => {
    const story = begin()
      .does(attempt())
      .at(T0 + 22 * HOUR)
      .does(attempt())
    expect(alertsOf(story, T0 + 25 * HOUR)).toEqual([23, 24, 25])
  })
  test('inside her safe times only; else it waits for them', () => {
    const story = begin(incoming(), { plan: version({ safeHours: times(daily('08:30', '09:15')) }) })
    // 20:00 later it is 6:00 for her, 23:00 later 9:00; the day after, 8:30 and 9:00 again.
    expect(alertsOf(story, T0 + 48 * HOUR)).toEqual([22.5, 23, 46.5, 47])
  })
  test('also where something agreed in a meeting is due sooner than the call', () => {
    const story = begin(incoming(), { plan: version({ safeHours: times(daily('08:30', '09:15')) }) }).does({
      kind: 'close_meeting',
      meetingId: uuid(41) as MeetingId,
      mode: 'conference_call',
      withHer: true,
      how: 'complete',
      endedAt: T0,
      lines: [{ no: 1, what: 'send the form', who: '', owner: amira, dueAt: T0 + 2 * HOUR, waitsOn: 'nobody' }],
      next: null,
    })
    expect(story.next?.kind).toBe('plan_line')
    expect(alertsOf(story, T0 + 48 * HOUR)).toEqual([22.5, 23, 46.5, 47])
  })
  test('what nobody needs to ring her for is told to whoever is awake', () => {
    const story = begin(internal(), { plan: version({ safeHours: times(daily('08:30', '09:15')) }) })
    expect(alertsOf(story, T0 + 25 * HOUR)).toEqual([20, 23, 24, 25])
  })
  test('one alert after a sleep, not one per missed moment', () => {
    expect(alertsOf(begin(), T0 + 29 * HOUR, { asleep: [T0 + 10 * HOUR, T0 + 27.5 * HOUR] })).toEqual([27.5, 28, 29])
  })
  test('woken outside her safe times it waits for them', () => {
    const plan = version({ safeHours: times(daily('06:00', '12:00')) })
    const heard = alertsOf(begin(incoming(), { plan }), T0 + 48 * HOUR, { asleep: [T0 + 10 * HOUR, T0 + 30 * HOUR] })
    expect(heard).toEqual([44, 45, 46, 47, 48])
    expect(heard.every((hour) => isSafeMoment(plan.plan, T0 + hour * HOUR, 'America/Edmonton'))).toBe(true)
  })
  test('a short standard has no alert from before its receipt', () => {
    expect(alertsOf(begin(incoming({ standard: standard({ hours: 3 }) })), T0 + 3 * HOUR)).toEqual([2, 3])
  })
  test('a source that is only measured raises none, and a closed handoff neither (C2)', () => {
    expect(alertsOf(begin(incoming({ standard: standard({ mode: 'measured' }) })), T0 + 3 * DAY)).toEqual([])
    expect(alertsOf(begin().does(close('other_outcome', 'gone')), T0 + 3 * DAY)).toEqual([])
  })
  test('a piloted one does', () =>
    expect(alertsOf(begin(incoming({ standard: standard({ mode: 'pilot' }) })), T0 + DAY)).toEqual([20, 23, 24]))
  test('waiting for her it alerts for the agreed time', () => {
    const story = begin().does({ kind: 'agree_waiting', checkAt: T0 + 10 * HOUR, why: 'she_asked' })
    expect(alertsOf(story, T0 + 11 * HOUR)).toEqual([6, 9, 10, 11])
  })
  test('after contact is confirmed it alerts when the next step is due', () => {
    const story = begin().does(attempt('reached'), confirmation())
    expect(alertsOf(story, T0 + 25 * HOUR)).toEqual([24, 25])
  })
  test('a possible danger alerts at once, and hourly until the supervisor has taken note, whatever else is done (B2)', () => {
    const story = begin()
      .after(HOUR)
      .does(bounce({ reason: 'possible_danger' }))
    expect(alertsOf(story, T0 + 3 * HOUR, { alertedAt: T0 })).toEqual([1, 2, 3])
    expect(alertsOf(story.after(HOUR).does(attempt()), T0 + 3 * HOUR, { alertedAt: T0 + HOUR })).toEqual([2, 3])
    expect(alertsOf(story.does({ kind: 'acknowledge_danger', words: 'with her' }), T0 + 5 * HOUR)).toEqual([])
  })
  test('a correction of the receipt moves them all', () => {
    const story = begin()
      .after(MINUTE)
      .does(correct(T0 - 2 * HOUR))
    expect(alertsOf(story, T0 + 22 * HOUR)).toEqual([18, 21, 22])
  })
})

describe('the workflow owner is told at the due time (C3)', () => {
  test('once, whatever her hours', () => {
    const story = begin(incoming(), { plan: version({ neverHours: [daily('00:00', '24:00')] }) })
    expect(escalationAt(story.handoff)).toBe(T0 + DAY)
    story.at(T0 + DAY).does({ kind: 'pass_due', told: story.around.supervisor })
    expect(escalationAt(story.handoff)).toBeNull()
  })
  test('not of a measured source, and not once contact is confirmed, bounced or closed', () => {
    expect(escalationAt(begin(incoming({ standard: standard({ mode: 'measured' }) })).handoff)).toBeNull()
    for (const story of [
      begin().does(attempt('reached'), confirmation()),
      begin().does(bounce()),
      begin().does(close('other_outcome', 'gone')),
    ])
      expect(escalationAt(story.handoff)).toBeNull()
  })
  test('a confirmation with a part missing does not keep it from being told (C4)', () => {
    expect(escalationAt(begin().does(attempt('reached'), confirmation({ risks: null })).handoff)).toBe(T0 + DAY)
  })
})
