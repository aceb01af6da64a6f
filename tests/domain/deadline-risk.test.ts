import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeadlineRisk } from '#shared/domain/confirmation'
import { isAhead, nextRiskAlert, riskMoments, waitsForNote } from '#shared/domain/deadline-risk'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import { DAY, endOfDay, HOUR, localOf, MINUTE } from '#shared/domain/moment'
import { attempt, bounce, close, confirmation, reasonOf, refused, reopen } from '../support/commands'
import { EDMONTON, T0 } from '../support/people'
import { runs } from '../support/runs'
import { begin, incoming, type Story } from '../support/story'

const court = (facts: Partial<DeadlineRisk> = {}): DeadlineRisk => ({
  kind: 'court_date',
  date: T0 + 10 * DAY,
  what: 'hearing',
  routedTo: 'the clinic',
  ...facts,
})
const add = (facts: Partial<DeadlineRisk> = {}): HandoffCommand => ({ kind: 'add_risk', risk: court(facts) })
const note = (no = 1): HandoffCommand => ({ kind: 'acknowledge_risk', no })
const move = (to: DeadlineRisk | null, reason = 'the court moved it', no = 1): HandoffCommand => ({ kind: 'correct_risk', no, to, reason })

/** The timer's own steps until a moment: when a date alerted. `deeds`: what somebody does, by when. */
function alertsOf(story: Story, until: number, deeds: readonly (readonly [number, HandoffCommand])[] = [], from = story.now): number[] {
  const { policy, zone } = story.around
  const heard: number[] = []
  let alertedAt = from
  const open = [...deeds]
  for (;;) {
    const now = Math.max(story.now, alertedAt)
    const next = nextRiskAlert({ handoff: story.handoff, policy, zone, now, alertedAt })
    const [deed] = open
    if (deed !== undefined && (next === null || deed[0] <= next.at)) {
      open.shift()
      story.at(deed[0]).does(deed[1])
    } else if (next === null || next.at > until) return heard
    else {
      story.at(next.at)
      alertedAt = next.at
      heard.push(next.at)
    }
  }
}

describe('a date outside our control', () => {
  test('alerts seven days before, two days before, and when the first shift of its day begins', () => {
    const date = T0 + 10 * DAY
    const heard = alertsOf(begin(incoming({ risks: [court()] })), T0 + 20 * DAY)
    expect(heard.slice(0, 2)).toEqual([date - 7 * DAY, date - 2 * DAY])
    expect(localOf(heard[2] ?? 0, EDMONTON)).toMatchObject({ date: localOf(date, EDMONTON).date, minute: 7 * 60 })
    expect(heard).toHaveLength(3)
  })

  test('of one in the night the last shift before it is told, not one after it', () => {
    const midnight = endOfDay(T0 + 9 * DAY, EDMONTON)
    const [, , morning = 0] = riskMoments({ date: midnight + HOUR }, begin().around.policy, EDMONTON)
    expect(midnight - morning).toBe(5 * HOUR)
  })

  test.each([
    ['waiting to be reached', []],
    ['confirmed', [attempt('reached'), confirmation()]],
    ['on hold', [attempt('reached'), confirmation(), { kind: 'put_on_hold', reviewAt: T0 + 30 * DAY, what: '' }]],
    ['bounced', [bounce()]],
    ['closed', [close('other_outcome')]],
  ] as const)('%s it alerts all the same', (_state, commands) => {
    const story = begin(incoming({ risks: [court()] })).does(...(commands as readonly HandoffCommand[]))
    expect(alertsOf(story, T0 + 20 * DAY)).toHaveLength(3)
  })

  test('entered in error it alerts no more', () => {
    const story = begin(incoming({ risks: [court()] })).does({ kind: 'mark_error', reason: 'twice' })
    expect(alertsOf(story, T0 + 20 * DAY)).toEqual([])
  })

  test('who takes note quiets what has called, never what comes', () => {
    const story = begin(incoming({ risks: [court()] }))
    expect(alertsOf(story, T0 + 20 * DAY, [[T0 + HOUR, note()]])).toHaveLength(3)
    const { policy } = story.around
    const other = begin(incoming({ risks: [court()] })).at(T0 + 4 * DAY)
    const waits = () => other.handoff.risks.map((risk) => waitsForNote(risk, other.now, policy, EDMONTON))
    expect(waits()).toEqual([true])
    other.does(note())
    expect(waits()).toEqual([false])
    expect(other.handoff.risks[0]?.acknowledged).toEqual({ at: T0 + 4 * DAY, by: other.around.by })
    // The PC slept through the first one; whoever took note meanwhile does not hear it.
    expect(alertsOf(other, T0 + 20 * DAY, [], T0)).toHaveLength(2)
  })

  test('moments that passed in a sleep make one alert, and none once its day is over', () => {
    const story = begin(incoming({ risks: [court()] })).at(T0 + 9 * DAY)
    expect(alertsOf(story, T0 + 20 * DAY, [], T0)).toEqual([T0 + 9 * DAY, expect.any(Number)])
    const late = begin(incoming({ risks: [court()] })).at(T0 + 12 * DAY)
    expect(alertsOf(late, T0 + 20 * DAY, [], T0)).toEqual([])
  })

  test('one that is written down three days ahead does not call for what would have been a week before', () => {
    const story = begin().does(add({ date: T0 + 3 * DAY }))
    expect(alertsOf(story, T0 + 20 * DAY)).toHaveLength(2)
  })

  test('moved or taken out only with a reason; at its new date it calls anew', () => {
    const story = begin(incoming({ risks: [court()] }))
    expect(story.asks(move(null, ''))).toEqual(refused('reason_needed', 'reason'))
    expect(story.asks(move(court({ routedTo: '' })))).toEqual(refused('reason_needed', 'routedTo'))
    expect(reasonOf(story.asks(move(null, 'why', 7)))).toBe('no_such_date')
    story.at(T0 + 4 * DAY).does(note(), move(court({ date: T0 + 20 * DAY })))
    expect(story.handoff.risks).toMatchObject([{ no: 1, date: T0 + 20 * DAY, since: T0 + 4 * DAY, acknowledged: null }])
    expect(alertsOf(story, T0 + 30 * DAY)).toHaveLength(3)
    expect(story.does(move(null)).handoff.risks).toEqual([])
  })

  test('a number is never used twice, and the same date is not written twice', () => {
    const story = begin(incoming({ risks: [court()] }))
    expect(story.asks(add())).toEqual(refused('date_is_there', 'date'))
    expect(story.asks(add({ date: T0 - 1 }))).toEqual(refused('due_in_the_past', 'date'))
    expect(story.asks(add({ kind: 'other', routedTo: '' }))).toEqual(refused('reason_needed', 'routedTo'))
    story.does(move(null), add({ kind: 'other' }))
    expect(story.handoff.risks).toMatchObject([{ no: 2 }])
  })

  test('asking her takes nothing out: "none" leaves what stands, another answer adds to it (C4 c)', () => {
    const story = begin(incoming({ risks: [court()] })).does(attempt('reached'), confirmation({ risks: { answer: 'none', dates: [] } }))
    expect(story.handoff.risks).toMatchObject([{ no: 1, kind: 'court_date' }])
    const other = begin(incoming({ risks: [court({ routedTo: '' })] })).does(
      attempt('reached'),
      confirmation({ risks: { answer: 'dates', dates: [court(), court({ kind: 'order_expiry' })] } }),
    )
    expect(other.handoff.risks).toMatchObject([
      { no: 1, routedTo: 'the clinic' },
      { no: 2, kind: 'order_expiry' },
    ])
  })

  test('a record from before: what an old event named is what stands', () => {
    const story = begin(incoming({ risks: [court()] })).does(attempt('reached'), confirmation())
    expect(reasonOf(story.asks(note()))).toBeUndefined()
    expect(story.does(close('other_outcome')).asks(note()).ok).toBe(true)
    expect(reasonOf(story.does(note(), reopen).asks(note()))).toBeUndefined()
  })
})

const STATES: readonly (readonly HandoffCommand[])[] = [
  [],
  [attempt()],
  [attempt('reached')],
  [attempt('reached'), confirmation()],
  [bounce()],
  [close('other_outcome')],
  [{ kind: 'agree_waiting', checkAt: T0 + 40 * DAY, why: 'she_asked' }],
]

test('every date alerts exactly at its moments whatever the state, but those that somebody took note of meanwhile', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STATES),
      fc.integer({ min: 60, max: 30 * 24 * 60 }),
      fc.array(fc.integer({ min: 1, max: 31 * 24 * 60 }), { maxLength: 4 }),
      fc.integer({ min: 0, max: 12 * 24 * 60 }),
      (commands, inMinutes, notes, asleepUntil) => {
        const date = T0 + inMinutes * MINUTE
        const story = begin(incoming({ risks: [court({ date })] })).does(...commands)
        const { policy } = story.around
        const noted = notes.map((minutes) => T0 + minutes * MINUTE).sort((a, b) => a - b)
        const wakes = T0 + asleepUntil * MINUTE
        const awake = noted.filter((at) => at >= wakes)
        story.at(wakes)
        const heard = alertsOf(
          story,
          T0 + 40 * DAY,
          awake.map((at) => [at, note()] as const),
          T0,
        )
        const ahead = riskMoments({ date }, policy, EDMONTON).filter((at) => at > T0)
        const after = ahead.filter((at) => at > wakes)
        const missed = ahead.some((at) => at <= wakes) && isAhead({ date }, wakes, EDMONTON) && awake[0] !== wakes
        expect(heard).toEqual([...(missed ? [wakes] : []), ...after.filter((at) => !awake.includes(at))])
      },
    ),
    { numRuns: runs(300) },
  )
})
