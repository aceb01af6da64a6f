import { describe, expect, test } from 'vitest'
import { replay } from '#shared/domain/apply'
import type { HandoffCommand } from '#shared/domain/handoff-command'
import type { MeetingId } from '#shared/domain/ids'
import { DAY, HOUR } from '#shared/domain/moment'
import { attempt, close, confirmation, reasonOf, refused } from '../support/commands'
import { amira, bo, T0, uuid } from '../support/people'
import { begin, incoming, type Story } from '../support/story'

const meetingId = uuid(41) as MeetingId
const ended = (facts: Partial<Extract<HandoffCommand, { kind: 'close_meeting' }>> = {}): HandoffCommand => ({
  kind: 'close_meeting',
  meetingId,
  mode: 'conference_call',
  withHer: true,
  how: 'complete',
  endedAt: T0 + 3 * HOUR,
  lines: [],
  next: null,
  ...facts,
})
const line = (no: number, owner = amira) => ({ no, what: `line ${no}`, who: '', owner, dueAt: T0 + no * DAY, waitsOn: 'nobody' }) as const
const kinds = ({ open }: Story) => open.map(({ kind }) => kind).sort()
const confirmed = (): Story => begin(incoming()).does(attempt('reached'), confirmation())
const met = (): Story =>
  confirmed()
    .does({ kind: 'book_meeting', at: T0 + 2 * HOUR, what: '' })
    .after(3 * HOUR)

describe('what was agreed', () => {
  test('each line is a task of the one who sees to it, when it is due, beside the next action', () => {
    const story = begin(incoming()).does(ended({ lines: [line(1), line(2, bo)] }))
    expect(story.open).toMatchObject([
      { kind: 'reach_her' },
      { kind: 'plan_line', no: 2, owner: amira, dueAt: T0 + DAY, what: 'line 1', byHand: true },
      { kind: 'plan_line', no: 3, owner: bo, dueAt: T0 + 2 * DAY, what: 'line 2', byHand: true },
    ])
    expect(story.events.find((event) => event.kind === 'meeting_closed')).toMatchObject({
      lines: [
        { no: 1, task: 2 },
        { no: 2, task: 3 },
      ],
    })
  })

  test('it is done, or dropped with a reason, or moved to another time and owner; once each', () => {
    const story = begin(incoming()).does(ended({ lines: [line(1), line(2), line(3)] }))
    expect(story.asks({ kind: 'drop_task', no: 2, reason: '' })).toEqual(refused('reason_needed', 'reason'))
    story.does(
      { kind: 'do_task', no: 2, words: 'sent' },
      { kind: 'drop_task', no: 3, reason: 'the clinic had it' },
      { kind: 'move_task', no: 4, owner: bo, dueAt: T0 + 9 * DAY },
    )
    expect(story.open.filter(({ kind }) => kind === 'plan_line')).toMatchObject([{ no: 4, owner: bo, dueAt: T0 + 9 * DAY }])
    expect(reasonOf(story.asks({ kind: 'do_task', no: 2, words: '' }))).toBe('no_such_task')
    expect(reasonOf(story.asks({ kind: 'drop_task', no: 3, reason: 'again' }))).toBe('no_such_task')
    // Everything else is done by doing it.
    expect(reasonOf(story.asks({ kind: 'do_task', no: 1, words: '' }))).toBe('no_such_task')
  })

  test('it stays with the one who was named when the record goes to somebody else, and ends with the record', () => {
    const story = confirmed().does(ended({ lines: [line(1)] }), { kind: 'assign', to: bo, reason: '' })
    expect(story.open).toMatchObject([{ owner: bo }, { kind: 'plan_line', owner: amira }])
    story.does(close())
    expect(story.open).toEqual([])
    expect(story.asks({ kind: 'do_task', no: 2, words: '' })).toEqual(refused('already_closed'))
  })
})

describe('the next meeting', () => {
  test('a supportive meeting with her is held, and the next one is led by whoever was named', () => {
    const story = met().does(ended({ next: { at: T0 + 5 * DAY, lead: bo, what: 'at the clinic' } }))
    expect(story.state).toEqual({ kind: 'accompanying', held: 1 })
    expect(story.open).toMatchObject([{ kind: 'next_meeting', owner: bo, dueAt: T0 + 5 * DAY, byHand: true }])
    expect(story.events.find((event) => event.kind === 'meeting_held')).toMatchObject({
      meetingId,
      nextAt: T0 + 5 * DAY,
      what: 'at the clinic',
    })
  })

  test('where none was agreed, a day later somebody says how it goes on, and looking again moves nothing', () => {
    const story = met().does(ended({ next: 'none' }))
    expect(story.state).toEqual({ kind: 'accompanying', held: 1 })
    const due = [{ kind: 'book_next_step', dueAt: T0 + 3 * HOUR + DAY }]
    expect(story.open).toMatchObject(due)
    story.after(5 * HOUR).does({ kind: 'look_again' })
    expect(story.open).toMatchObject(due)
  })

  test('without her it is no supportive meeting: nothing is held, and it is planned anew (M2)', () => {
    const story = met().does(ended({ withHer: false }))
    expect(story.state).toEqual({ kind: 'confirmed' })
    expect(story.open).toMatchObject([{ kind: 'book_next_step', dueAt: T0 + 3 * HOUR + DAY }])
    const again = met().does(ended({ withHer: false, next: { at: T0 + 5 * DAY, lead: amira, what: '' } }))
    expect(again.state).toEqual({ kind: 'meeting_booked', at: T0 + 5 * DAY })
  })

  test('an agency call leaves a booked meeting as it is (A5)', () => {
    const story = met().does(ended({ mode: 'agency_call', lines: [line(1)] }))
    expect(story.state).toEqual({ kind: 'meeting_booked', at: T0 + 2 * HOUR })
    expect(kinds(story)).toEqual(['meeting', 'plan_line'])
  })

  test('one that is booked for later stays booked after a meeting in between', () => {
    const story = confirmed()
      .does({ kind: 'book_meeting', at: T0 + 4 * DAY, what: '' })
      .after(3 * HOUR)
    story.does(ended({ how: 'she_ended_it' }))
    expect(story.state).toEqual({ kind: 'accompanying', held: 1 })
    expect(story.open).toMatchObject([{ kind: 'next_meeting', dueAt: T0 + 4 * DAY }])
    story.does(ended({ next: 'none' }))
    expect(kinds(story)).toEqual(['book_next_step'])
  })

  test('before she is confirmed a promised meeting is a task, so that it is not forgotten', () => {
    const story = begin(incoming()).does(ended({ lines: [line(1)], next: { at: T0 + 5 * DAY, lead: bo, what: 'a second call' } }))
    expect(story.open.filter(({ kind }) => kind === 'plan_line')).toMatchObject([
      { what: 'line 1' },
      { what: 'a second call', owner: bo, dueAt: T0 + 5 * DAY },
    ])
    expect(story.events.find((event) => event.kind === 'meeting_closed')).toMatchObject({ lines: [{ no: 1, task: 2 }] })
  })

  test('a hold goes on beside what was agreed', () => {
    const story = confirmed().does(ended({ lines: [line(1)] }))
    expect(story.does({ kind: 'put_on_hold', reviewAt: T0 + 9 * DAY, what: '' }).open).toMatchObject([
      { kind: 'plan_line' },
      { kind: 'review_hold' },
    ])
  })
})

test('a meeting that was recorded without the call screen is still readable', () => {
  const story = met().does({ kind: 'meeting_held', nextAt: T0 + 6 * DAY, what: '' })
  const held = story.events.find((event) => event.kind === 'meeting_held')
  expect(held).not.toHaveProperty('meetingId')
  expect(replay(story.events)).toMatchObject({ meetingsHeld: 1, meetingAt: T0 + 6 * DAY, meetingClosedAt: null })
})
