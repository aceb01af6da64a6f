import { describe, expect, test } from 'vitest'
import { hasLapsed, lapsesAt } from '#shared/domain/lapse'
import { DAY, HOUR } from '#shared/domain/moment'
import { attempt } from '../support/commands'
import { T0 } from '../support/people'
import { daily, times, version, withHer, withSource } from '../support/plans'
import { begin, incoming, outgoing, type Story } from '../support/story'

// T0 is 10:00 on the shelter's clock.
const open = (story: Story) => story.open.map((task) => [task.kind, task.dueAt])
/** The clock goes on to its next look, as the timer does. */
const lookOn = (story: Story): Story => {
  story.at(lapsesAt(story.handoff, story.around) ?? story.now)
  return hasLapsed(story.handoff, story.around) ? story.does({ kind: 'look_again' }) : story
}

describe('what time alone changes (C5)', () => {
  test('a slot that nobody used gives way to the next one', () => {
    const story = begin(incoming(), { plan: version({ safeHours: times(daily('18:00', '20:00')) }) })
    expect(lapsesAt(story.handoff, story.around)).toBe(T0 + 10 * HOUR)
    expect(open(lookOn(story))).toEqual([['reach_her', T0 + 32 * HOUR]])
    expect(story.events.at(-1)?.by).toBeNull()
  })
  test('a try that may still be made stays where it was, however late', () => {
    const story = begin().at(T0 + 20 * HOUR)
    expect(hasLapsed(story.handoff, story.around)).toBe(false)
  })
  test('in the second window the source is to be asked, and at its end the bounce is due', () => {
    const story = begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true })
    expect(open(lookOn(story))).toEqual([
      ['reach_her', T0 + DAY],
      ['ask_source', T0 + DAY],
    ])
    expect(open(lookOn(story))).toEqual([['record_bounce', T0 + 2 * DAY]])
    expect(lapsesAt(story.handoff, story.around)).toBeNull()
  })
  test('the source is no longer to be asked when its agreement ends', () => {
    const until = T0 + 30 * HOUR
    const story = begin(incoming(), { plan: version({ sourceMayHelp: true }), partnerHelps: true, partnerHelpsUntil: until })
    expect(open(lookOn(story)).map(([kind]) => kind)).toEqual(['reach_her', 'ask_source'])
    expect(lapsesAt(story.handoff, story.around)).toBe(until)
    story.with({ partnerHelps: false, partnerHelpsUntil: null }).at(until)
    expect(hasLapsed(story.handoff, story.around)).toBe(true)
    expect(open(story.does({ kind: 'look_again' })).map(([kind]) => kind)).toEqual(['reach_her'])
  })
  test('a verification that runs out leaves a neutral check (P2)', () => {
    const story = begin(incoming(), { plan: version({ reverifyAfterDays: 7 }, withSource(T0 - 20 * HOUR)) })
    expect(story.next?.kind).toBe('reach_her')
    expect(lookOn(story)).toMatchObject({ now: T0 + 4 * HOUR, next: { kind: 'neutral_check' } })
  })
  test('she herself is tried before the source is asked, also where her try was planned anew (C5)', () => {
    const story = begin(incoming(), { plan: version({ sourceMayHelp: true }, withSource()), partnerHelps: true })
      .does(attempt())
      .after(3 * HOUR)
      .does(attempt())
    expect(story.open.map((task) => task.kind)).toEqual(['reach_her', 'ask_source'])
    expect(story.at(T0 + DAY).does({ kind: 'look_again' }).next).toMatchObject({ kind: 'neutral_check', dueAt: T0 + DAY })
  })
  test('with the source to be asked beside it, a slot and a verification run out all the same (P2)', () => {
    const twice = times(daily('12:00', '13:00'), daily('18:00', '20:00'))
    const facts = { sourceMayHelp: true, safeHours: twice, reverifyAfterDays: 1 }
    const story = begin(incoming(), { plan: version(facts, withHer(T0 + 6 * HOUR)), partnerHelps: true })
      .at(T0 + DAY)
      .does({ kind: 'look_again' })
    expect(open(story)).toEqual([
      ['reach_her', T0 + 26 * HOUR],
      ['ask_source', T0 + 26 * HOUR],
    ])
    expect(hasLapsed(story.handoff, story.around)).toBe(false)
    expect(lapsesAt(story.handoff, story.around)).toBe(T0 + 27 * HOUR)
    // The slot is over; the next one is of the same kind.
    expect(hasLapsed(story.handoff, { ...story.around, now: T0 + 27 * HOUR })).toBe(true)
    story.at(T0 + 27 * HOUR).does({ kind: 'look_again' })
    expect(lapsesAt(story.handoff, story.around)).toBe(T0 + 30 * HOUR)
    // The slot is still to come; what she verified is over.
    expect(hasLapsed(story.handoff, { ...story.around, now: T0 + 30 * HOUR })).toBe(true)
    expect(hasLapsed(story.handoff, { ...story.around, now: T0 + 30 * HOUR - 1 })).toBe(false)
  })
  test('once the windows are over, a safe moment that lies after them is no longer planned', () => {
    const story = begin(incoming(), { plan: version({ safeHours: times(daily('09:00', '10:00', [3])) }) })
    expect(story.open.map(({ kind }) => kind)).toEqual(['reach_her', 'record_bounce'])
    expect(hasLapsed(story.handoff, story.around)).toBe(false)
    expect(hasLapsed(story.handoff, { ...story.around, now: T0 + 2 * DAY })).toBe(true)
  })
  test('the end of an interpreter’s booking is looked at, but not where somebody else reaches her (H8)', () => {
    const interpreter = [
      { from: T0 + HOUR, until: T0 + 2 * HOUR },
      { from: T0 + 3 * HOUR, until: T0 + 4 * HOUR },
    ]
    const ours = begin(incoming(), { plan: version({ interpreter: 'needed', safeHours: times(daily('18:00', '20:00')) }), interpreter })
    expect(lapsesAt(ours.handoff, ours.around)).toBe(T0 + 2 * HOUR)
    expect(lapsesAt(ours.handoff, { ...ours.around, now: T0 + 2 * HOUR })).toBe(T0 + 4 * HOUR)
    const theirs = begin(outgoing(), { plan: version({ interpreter: 'needed' }), interpreter })
    expect(lapsesAt(theirs.handoff, theirs.around)).toBe(T0 + DAY)
  })
  test('nothing lapses while we wait for her, after contact or at the end', () => {
    const waiting = begin().does({ kind: 'agree_waiting', checkAt: T0 + HOUR, why: 'she_asked' })
    for (const story of [waiting, begin().does(attempt('reached'))]) {
      expect(lapsesAt(story.handoff, story.around)).toBeNull()
      expect(hasLapsed(story.handoff, { ...story.around, now: T0 + 9 * DAY })).toBe(false)
    }
  })
})
