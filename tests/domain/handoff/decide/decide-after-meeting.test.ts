import { describe, expect, test } from 'vitest'
import { replay } from '#shared/domain/handoff/apply'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { HandoffEvent } from '#shared/domain/handoff/event'
import type { MeetingId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { attempt, close, confirmation, refusalReason, refusal } from '../../../support/domain/commands'
import { amira, bo, T0, uuid } from '../../../support/domain/people'
import { startScenario, incoming, type Scenario } from '../../../support/domain/scenario'

const meetingId = uuid(41) as MeetingId
const closeMeeting = (facts: Partial<Extract<HandoffCommand, { kind: 'close_meeting' }>> = {}): HandoffCommand => ({
  kind: 'close_meeting',
  meetingId,
  mode: 'conference_call',
  withHer: true,
  how: 'complete',
  startedAt: T0 + 2 * HOUR,
  endedAt: T0 + 3 * HOUR,
  contact: null,
  lines: [],
  next: null,
  ...facts,
})
const line = (no: number, owner = amira) => ({ no, what: `line ${no}`, who: '', owner, dueAt: T0 + no * DAY, waitsOn: 'nobody' }) as const
const kinds = ({ openTasks: open }: Scenario) => open.map(({ kind }) => kind).sort()
const confirmed = (): Scenario => startScenario(incoming()).run(attempt('reached'), confirmation())
const meetingHeld = (): Scenario =>
  confirmed()
    .run({ kind: 'book_meeting', at: T0 + 2 * HOUR, what: '' })
    .advance(3 * HOUR)

const lastEvents = (scenario: Scenario, command: HandoffCommand): readonly HandoffEvent[] => {
  const count = scenario.events.length
  return scenario.run(command).events.slice(count)
}

test('that a meeting began is written into the record, with who was there and since when (M1)', () => {
  const begun = { meetingId, mode: 'virtual', withHer: false, startedAt: T0 - HOUR } as const
  expect(lastEvents(startScenario(incoming()), { kind: 'begin_meeting', ...begun })).toEqual([
    { at: T0, by: amira, kind: 'meeting_begun', ...begun },
  ])
})

describe('what was agreed', () => {
  test('each line is a task of the one who sees to it, when it is due, beside the next action', () => {
    const scenario = startScenario(incoming()).run(closeMeeting({ lines: [line(1), line(2, bo)] }))
    expect(scenario.openTasks).toMatchObject([
      { kind: 'reach_her' },
      { kind: 'plan_line', no: 2, owner: amira, dueAt: T0 + DAY, what: 'line 1', byHand: true },
      { kind: 'plan_line', no: 3, owner: bo, dueAt: T0 + 2 * DAY, what: 'line 2', byHand: true },
    ])
    expect(scenario.events.find((event) => event.kind === 'meeting_closed')).toMatchObject({
      lines: [
        { no: 1, task: 2 },
        { no: 2, task: 3 },
      ],
    })
  })

  test('it is done, or dropped with a reason, or moved to another time and owner; once each', () => {
    const scenario = startScenario(incoming()).run(closeMeeting({ lines: [line(1), line(2), line(3)] }))
    expect(scenario.asks({ kind: 'drop_task', no: 2, reason: '' })).toEqual(refusal('reason_needed', 'reason'))
    scenario.run(
      { kind: 'do_task', no: 2, words: 'sent' },
      { kind: 'drop_task', no: 3, reason: 'the clinic had it' },
      { kind: 'move_task', no: 4, owner: bo, dueAt: T0 + 9 * DAY },
    )
    expect(scenario.openTasks.filter(({ kind }) => kind === 'plan_line')).toMatchObject([{ no: 4, owner: bo, dueAt: T0 + 9 * DAY }])
    expect(refusalReason(scenario.asks({ kind: 'do_task', no: 2, words: '' }))).toBe('no_such_task')
    expect(refusalReason(scenario.asks({ kind: 'drop_task', no: 3, reason: 'again' }))).toBe('no_such_task')
    expect(scenario.events.filter(({ kind }) => kind === 'task_closed')).toMatchObject([
      { no: 2, how: 'done' },
      { no: 3, how: 'superseded' },
    ])
    // Every other task is completed by its own command.
    expect(refusalReason(scenario.asks({ kind: 'do_task', no: 1, words: '' }))).toBe('no_such_task')
  })

  test('it stays with the one who was named when the record goes to somebody else, and ends with the record', () => {
    const scenario = confirmed().run(closeMeeting({ lines: [line(1)] }), { kind: 'assign', to: bo, reason: '' })
    expect(scenario.openTasks).toMatchObject([{ owner: bo }, { kind: 'plan_line', owner: amira }])
    scenario.run(close())
    expect(scenario.openTasks).toEqual([])
    expect(scenario.asks({ kind: 'do_task', no: 2, words: '' })).toEqual(refusal('already_closed'))
  })
})

describe('the next meeting', () => {
  test('a supportive meeting with her is held, and the next one is led by whoever was named', () => {
    const scenario = meetingHeld().run(closeMeeting({ next: { at: T0 + 5 * DAY, lead: bo, what: 'at the clinic' } }))
    expect(scenario.state).toEqual({ kind: 'accompanying', held: 1 })
    expect(scenario.openTasks).toMatchObject([{ kind: 'next_meeting', owner: bo, dueAt: T0 + 5 * DAY, byHand: true }])
    expect(scenario.events.find((event) => event.kind === 'meeting_held')).toMatchObject({
      meetingId,
      nextAt: T0 + 5 * DAY,
      what: 'at the clinic',
    })
    expect(scenario.events.filter(({ kind }) => kind === 'meeting_booked')).toHaveLength(1)
    expect(scenario.events.find((event) => event.kind === 'task_closed' && event.no === scenario.openTasks[0]!.no - 1)).toMatchObject({
      how: 'done',
    })
  })

  test('the task of the one who leads already is not moved', () => {
    const events = lastEvents(meetingHeld(), closeMeeting({ next: { at: T0 + 5 * DAY, lead: amira, what: '' } }))
    expect(events.filter(({ kind }) => kind === 'task_moved')).toEqual([])
  })

  test('a booked meeting of a later hour stays booked; one within two hours is the one that was held', () => {
    const bookedAt = (at: number) =>
      confirmed()
        .run({ kind: 'book_meeting', at, what: '' })
        .advance(3 * HOUR)
        .run(closeMeeting({ withHer: false }))
    expect(bookedAt(T0 + 5 * HOUR + 1).state).toEqual({ kind: 'meeting_booked', at: T0 + 5 * HOUR + 1 })
    expect(bookedAt(T0 + 5 * HOUR).state).toEqual({ kind: 'confirmed' })
  })

  test('an agency call that books the next meeting replaces the booked one, and gives it to the named worker (A5)', () => {
    const scenario = meetingHeld().run(closeMeeting({ mode: 'agency_call', next: { at: T0 + 5 * DAY, lead: bo, what: '' } }))
    expect(scenario.state).toEqual({ kind: 'meeting_booked', at: T0 + 5 * DAY })
    expect(scenario.openTasks).toMatchObject([{ kind: 'meeting', owner: bo, dueAt: T0 + 5 * DAY }])
  })

  test('where none was agreed, a day later somebody says how it goes on, and looking again moves nothing', () => {
    const scenario = meetingHeld().run(closeMeeting({ next: 'none' }))
    expect(scenario.state).toEqual({ kind: 'accompanying', held: 1 })
    const due = [{ kind: 'book_next_step', dueAt: T0 + 3 * HOUR + DAY }]
    expect(scenario.openTasks).toMatchObject(due)
    scenario.advance(5 * HOUR).run({ kind: 'look_again' })
    expect(scenario.openTasks).toMatchObject(due)
  })

  test('without her it is no supportive meeting: nothing is held, and it is planned anew (M2)', () => {
    const scenario = meetingHeld().run(closeMeeting({ withHer: false }))
    expect(scenario.state).toEqual({ kind: 'confirmed' })
    expect(scenario.openTasks).toMatchObject([{ kind: 'book_next_step', dueAt: T0 + 3 * HOUR + DAY }])
    const again = meetingHeld().run(closeMeeting({ withHer: false, next: { at: T0 + 5 * DAY, lead: amira, what: '' } }))
    expect(again.state).toEqual({ kind: 'meeting_booked', at: T0 + 5 * DAY })
  })

  test('an agency call leaves a booked meeting as it is (A5)', () => {
    const scenario = meetingHeld().run(closeMeeting({ mode: 'agency_call', lines: [line(1)], next: 'none' }))
    expect(scenario.openTasks.map(({ owner }) => owner)).toEqual([amira, amira])
    expect(scenario.state).toEqual({ kind: 'meeting_booked', at: T0 + 2 * HOUR })
    expect(kinds(scenario)).toEqual(['meeting', 'plan_line'])
  })

  test('one that is booked for later stays booked after a meeting in between', () => {
    const scenario = confirmed()
      .run({ kind: 'book_meeting', at: T0 + 4 * DAY, what: '' })
      .advance(3 * HOUR)
    scenario.run(closeMeeting({ how: 'she_ended_it' }))
    expect(scenario.state).toEqual({ kind: 'accompanying', held: 1 })
    expect(scenario.openTasks).toMatchObject([{ kind: 'next_meeting', dueAt: T0 + 4 * DAY }])
    scenario.run(closeMeeting({ next: 'none' }))
    expect(kinds(scenario)).toEqual(['book_next_step'])
  })

  test('before she is confirmed a promised meeting is a task, so that it is not forgotten', () => {
    const scenario = startScenario(incoming()).run(
      closeMeeting({ lines: [line(1)], next: { at: T0 + 5 * DAY, lead: bo, what: 'a second call' } }),
    )
    expect(scenario.openTasks.filter(({ kind }) => kind === 'plan_line')).toMatchObject([
      { what: 'line 1' },
      { what: 'a second call', owner: bo, dueAt: T0 + 5 * DAY, waitsOn: 'nobody' },
    ])
    expect(scenario.openTasks.find(({ kind }) => kind === 'reach_her')).toMatchObject({ owner: amira })
    expect(scenario.events.filter(({ kind }) => kind === 'meeting_booked')).toEqual([])
    expect(scenario.events.find((event) => event.kind === 'meeting_closed')).toMatchObject({ lines: [{ no: 1, task: 2 }] })
  })

  test('a hold goes on beside what was agreed', () => {
    const scenario = confirmed().run(closeMeeting({ lines: [line(1)] }))
    expect(scenario.run({ kind: 'put_on_hold', reviewAt: T0 + 9 * DAY, what: '' }).openTasks).toMatchObject([
      { kind: 'plan_line' },
      { kind: 'review_hold' },
    ])
  })
})

test('a meeting that was recorded without the call screen is still readable', () => {
  const scenario = meetingHeld()
  const held: HandoffEvent = { at: T0 + 3 * HOUR, by: amira, kind: 'meeting_held', nextAt: T0 + 6 * DAY, what: '' }
  expect(replay([...scenario.events, held])).toMatchObject({ meetingsHeld: 1, meetingAt: T0 + 6 * DAY, meetingClosedAt: null })
})
