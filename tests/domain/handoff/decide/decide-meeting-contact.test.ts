import { describe, expect, test } from 'vitest'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import type { MeetingId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { findFirstContactAt, getContactDueAt } from '#shared/domain/handoff/state'
import type { MeetingContact } from '#shared/domain/meeting/contact'
import { attempt, bounce, reopen } from '../../../support/domain/commands'
import { bo, T0, uuid } from '../../../support/domain/people'
import { version } from '../../../support/domain/plans'
import { incoming, internal, outgoing, startScenario, type Scenario } from '../../../support/domain/scenario'

const NEXT_STEP = { kind: 'appointment', what: 'Intake talk', date: null, waitLength: '', herWords: 'I go on Monday' } as const
const ALL: MeetingContact = { permissionGiven: true, planVerified: true, nextStep: NEXT_STEP, risks: 'none' }
const meet = (contact: Partial<MeetingContact> | null = {}, facts: Partial<Extract<HandoffCommand, { kind: 'close_meeting' }>> = {}) =>
  ({
    kind: 'close_meeting',
    meetingId: uuid(41) as MeetingId,
    mode: 'conference_call',
    withHer: true,
    how: 'complete',
    startedAt: T0 + HOUR,
    endedAt: T0 + 2 * HOUR,
    lines: [],
    next: null,
    contact: contact && { ...ALL, ...contact },
    ...facts,
  }) as const satisfies HandoffCommand
const start = (referral = incoming(), facts: Parameters<typeof startScenario>[1] = {}): Scenario =>
  startScenario(referral, facts).advance(2 * HOUR)
const court = { kind: 'court_date', date: T0 + 10 * DAY, what: 'hearing' } as const

describe('a supportive meeting is contact (H10)', () => {
  test('closed with all its steps answered, it confirms; first contact is its beginning, and it is the first of the series', () => {
    const scenario = start().run(meet())
    expect(findFirstContactAt(scenario.handoff)).toBe(T0 + HOUR)
    expect(scenario.handoff.confirmedAt).toBe(T0 + 2 * HOUR)
    expect(scenario.state).toEqual({ kind: 'accompanying', held: 1 })
  })

  test.each([
    ['the plan was not verified', { planVerified: false }, ['way']],
    ['the next step was not said', { nextStep: null }, ['next_step']],
    ['dates were not asked for', { risks: null }, ['deadline_risks']],
    ['the person does not know of dates', { risks: 'not_known' }, ['deadline_risks']],
    ['nothing was answered', { planVerified: false, nextStep: null, risks: null }, ['way', 'next_step', 'deadline_risks']],
  ] as const)('where %s the missing part is the next action, and the clock goes on', (_name, contact, missing) => {
    const scenario = start().run(meet(contact))
    expect(scenario.state).toEqual({ kind: 'reached_not_confirmed', missing })
    expect(scenario.openTasks).toMatchObject([{ kind: 'complete_confirmation' }])
    expect(getContactDueAt(scenario.handoff)).toBe(T0 + DAY)
  })

  test('a plan with gaps is not verified by a meeting, nor is a date routed that nobody handles', () => {
    const gaps = version({ language: '' })
    expect(start(incoming(), { plan: gaps }).run(meet()).state).toEqual({ kind: 'reached_not_confirmed', missing: ['way'] })
    expect(start(incoming(), { plan: null }).run(meet()).state).toEqual({ kind: 'reached_not_confirmed', missing: ['way'] })
    const unrouted = start(incoming({ risks: [{ ...court, routedTo: '' }] })).run(meet({ risks: 'dates' }))
    expect(unrouted.state).toEqual({ kind: 'reached_not_confirmed', missing: ['deadline_risks'] })
    const routed = start(incoming({ risks: [{ ...court, routedTo: 'the clinic' }] })).run(meet({ risks: 'dates' }))
    expect(routed.handoff).toMatchObject({ confirmedAt: T0 + 2 * HOUR, risks: [{ routedTo: 'the clinic', no: 1 }] })
  })

  test('of several dates each is handled by somebody; "none" leaves those on the record', () => {
    const two = (...routedTo: readonly string[]) =>
      start(incoming({ risks: routedTo.map((who, at) => ({ ...court, date: court.date + at * DAY, routedTo: who })) }))
    expect(two('the clinic', '').run(meet({ risks: 'dates' })).state).toEqual({
      kind: 'reached_not_confirmed',
      missing: ['deadline_risks'],
    })
    const none = two('the clinic', 'Bo').run(meet({ risks: 'none' }))
    expect(none.handoff).toMatchObject({ confirmedAt: T0 + 2 * HOUR, parts: { deadline_risks: { answer: 'none' } } })
    expect(none.handoff.risks).toHaveLength(2)
    expect(start().run(meet({ risks: 'dates' })).state).toEqual({ kind: 'reached_not_confirmed', missing: ['deadline_risks'] })
  })

  test('a permission that was given before is not given again', () => {
    const scenario = start(internal())
    const count = scenario.events.length
    scenario.run(meet())
    expect(scenario.events.slice(count).map(({ kind }) => kind)).not.toContain('permission_answered')
  })

  test('no contact leaves it as it was', () => {
    const scenario = start().run(meet(null))
    expect(scenario.state.kind).toBe('contact_due')
    expect(scenario.handoff.metAt).toEqual([])
  })

  test('an outgoing handoff takes the presence of the receiver for its word, whatever we know of the plan (H8)', () => {
    const scenario = start(outgoing(), { plan: null }).run(meet({ planVerified: false }))
    expect(scenario.handoff.confirmedAt).toBe(T0 + 2 * HOUR)
  })

  test('the permission that was pending is the one given in the meeting; without it nothing follows', () => {
    const pending = () => start(internal({ permissionGiven: false }))
    expect(pending().run(meet({ permissionGiven: false })).state.kind).toBe('permission_pending')
    const given = pending().run(meet())
    expect(given.handoff.permission).toEqual({ kind: 'given' })
    expect(given.handoff.confirmedAt).toBe(T0 + 2 * HOUR)
  })

  test('waiting ends, a bounce is settled, and the due time stays (C1)', () => {
    const waiting = start().run({ kind: 'agree_waiting', checkAt: T0 + 9 * HOUR, why: 'she_asked' })
    expect(waiting.run(meet({ risks: null })).handoff.waiting).not.toBeNull()
    expect(
      waiting.advance(HOUR).run(meet({ risks: null }, { startedAt: T0 + 2.5 * HOUR, endedAt: T0 + 3 * HOUR })).handoff.waiting,
    ).toBeNull()
    const bounced = start()
      .advance(50 * HOUR)
      .run(bounce())
    bounced.run(meet({ risks: null }, { startedAt: T0 + 51 * HOUR, endedAt: T0 + 52 * HOUR }))
    expect(bounced.state).toEqual({ kind: 'reached_not_confirmed', missing: ['deadline_risks'] })
    expect(getContactDueAt(bounced.handoff)).toBe(T0 + DAY)
  })

  test('an attempt of before is taken back without taking the meeting back (H13)', () => {
    const scenario = start()
      .run({ kind: 'agree_waiting', checkAt: T0 + 9 * HOUR, why: 'she_asked' })
      .run(attempt('reached'))
      .run(meet({ risks: null }, { startedAt: T0 + 2 * HOUR, endedAt: T0 + 2 * HOUR }))
    scenario.handoff = { ...scenario.handoff, parts: { way: null, next_step: null, deadline_risks: null } }
    scenario.run({ kind: 'withdraw_attempt', no: 1 })
    expect(scenario.handoff.waiting).toBeNull()
    expect(scenario.state.kind).toBe('reached_not_confirmed')
  })

  test('once confirmed a further meeting confirms nothing anew; after a reopening an earlier meeting is no contact (H2)', () => {
    const scenario = start().run(meet()).advance(DAY)
    scenario.run(meet({}, { startedAt: T0 + DAY, endedAt: T0 + DAY + HOUR }))
    expect(scenario.handoff).toMatchObject({ confirmedAt: T0 + 2 * HOUR, metAt: [T0 + HOUR], meetingsHeld: 2 })
    scenario.run({ kind: 'close', as: 'help_received', reason: '' }).advance(HOUR).run(reopen)
    expect(scenario.state.kind).toBe('contact_due')
    expect(findFirstContactAt(scenario.handoff)).toBe(T0 + HOUR)
  })

  test('the next meeting that was agreed is booked at once, and led by the named worker', () => {
    const scenario = start().run(meet({}, { next: { at: T0 + 5 * DAY, lead: bo, what: 'at the clinic' } }))
    expect(scenario.openTasks).toMatchObject([{ kind: 'next_meeting', owner: bo, dueAt: T0 + 5 * DAY }])
  })
})
