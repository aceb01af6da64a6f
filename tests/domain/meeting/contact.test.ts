import { describe, expect, test } from 'vitest'
import { findMeetingContact, isReceiverPresent, listOffersAfterMeeting } from '#shared/domain/meeting/contact'
import type { MeetingCommand } from '#shared/domain/meeting/command'
import type { Party } from '#shared/domain/handoff/handoff'
import { DAY } from '#shared/domain/core/moment'
import { refusal } from '../../support/domain/commands'
import { joinCommand, setLineCommand, startMeetingScenario } from '../../support/domain/meeting-scenario'
import { bo, clinic, T0 } from '../../support/domain/people'
import { incoming, outgoing, startScenario } from '../../support/domain/scenario'

const us = { direction: 'incoming', receiver: { kind: 'us' } } as const
const understood = { kind: 'understood', no: 1, words: 'I go there on Monday' } as const

describe('whether a meeting is contact (H10, H8)', () => {
  test.each<[string, 'incoming' | 'outgoing' | 'internal', Party, boolean]>([
    ['incoming: our worker leads it', 'incoming', { kind: 'us' }, true],
    ['internal: the receiving worker is there', 'internal', { kind: 'staff', id: bo }, true],
    ['outgoing: the receiving partner is there', 'outgoing', { kind: 'partner', id: clinic }, true],
  ])('%s', (_name, direction, receiver, present) => {
    const { meeting } = startMeetingScenario().run(joinCommand(), joinCommand({ who: 'staff', staffId: bo, partnerId: null }))
    expect(isReceiverPresent(meeting, { direction, receiver })).toBe(present)
  })

  test.each<['outgoing' | 'internal', Party]>([
    ['internal', { kind: 'staff', id: bo }],
    ['outgoing', { kind: 'partner', id: clinic }],
  ])('%s, without the receiver, is none', (direction, receiver) => {
    expect(findMeetingContact(startMeetingScenario().meeting, { direction, receiver })).toBeNull()
    const { meeting } = startMeetingScenario().run(joinCommand({ who: 'other', name: 'The sister' }))
    expect(isReceiverPresent(meeting, { direction, receiver })).toBe(false)
  })

  test('without the person it is none, nor is a call to an agency (M2, A5)', () => {
    expect(findMeetingContact(startMeetingScenario({ withoutHer: 'go on' }).meeting, us)).toBeNull()
    expect(findMeetingContact(startMeetingScenario().run({ kind: 'without_her', words: 'go on' }).meeting, us)).toBeNull()
    expect(findMeetingContact(startMeetingScenario({ mode: 'agency_call' }).meeting, us)).toBeNull()
  })
})

describe('what its steps give (C4)', () => {
  test('nothing that was not answered', () =>
    expect(findMeetingContact(startMeetingScenario().meeting, us)).toEqual({
      permissionGiven: false,
      planVerified: false,
      nextStep: null,
      risks: null,
    }))

  test('the permission, the plan that the person found right, and what was said of dates', () => {
    const scenario = startMeetingScenario()
    const { list, no } = scenario.meeting.steps.find(({ does }) => does === 'permission')!
    expect(scenario.asks({ kind: 'risks', answer: 'dates' })).toEqual(refusal('answer_missing', 'answer'))
    scenario.risksOnRecord = 1
    scenario.run(
      { kind: 'set_step', list, no, state: 'done', reason: '' },
      { kind: 'check_plan', verified: true },
      { kind: 'risks', answer: 'dates' },
    )
    expect(findMeetingContact(scenario.meeting, us)).toMatchObject({ permissionGiven: true, planVerified: true, risks: 'dates' })
    scenario.run({ kind: 'check_plan', verified: false }, { kind: 'risks', answer: 'none' })
    expect(findMeetingContact(scenario.meeting, us)).toMatchObject({ planVerified: false, risks: 'none' })
  })

  test('the next meeting, else the first line of the plan, once the person has said it in own words', () => {
    const nextStep = (...commands: readonly MeetingCommand[]) =>
      findMeetingContact(startMeetingScenario().run(...commands).meeting, us)?.nextStep
    const line = setLineCommand({ what: 'Send the form', dueAt: T0 + 2 * DAY })
    const next = (what: string) => ({ kind: 'next', next: { at: T0 + DAY, lead: bo, what } }) as const
    expect(nextStep(line, next('at the clinic'))).toBeNull()
    expect(nextStep(understood)).toBeNull()
    expect(nextStep(understood, { kind: 'next', next: 'none' })).toBeNull()
    expect(nextStep(understood, line, { kind: 'next', next: 'none' })).toEqual({
      kind: 'other',
      what: 'Send the form',
      date: T0 + 2 * DAY,
      waitLength: '',
      herWords: 'I go there on Monday',
    })
    expect(nextStep(understood, setLineCommand({ dueAt: null }))).toMatchObject({ date: null })
    expect(nextStep(understood, line, next('at the clinic'))).toMatchObject({
      kind: 'appointment',
      what: 'at the clinic',
      date: T0 + DAY,
    })
    expect(nextStep(understood, line, next(''))).toMatchObject({ kind: 'appointment', what: 'Send the form', date: T0 + DAY })
    expect(nextStep(understood, next(''))).toBeNull()
  })

  test('of dates nothing is said by a person who is not there', () => {
    const scenario = startMeetingScenario().run({ kind: 'without_her', words: 'go on' })
    expect(scenario.asks({ kind: 'risks', answer: 'none' })).toEqual(refusal('she_is_not_there'))
    expect(scenario.asks({ kind: 'check_plan', verified: true })).toEqual(refusal('she_is_not_there'))
  })

  test('"deadline risks named" is done only with an answer: which ones, or none (H10)', () => {
    const scenario = startMeetingScenario()
    const { list, no } = scenario.meeting.steps.find(({ does }) => does === 'risks')!
    const done = { kind: 'set_step', list, no, state: 'done', reason: '' } as const
    expect(scenario.asks(done)).toEqual(refusal('answer_missing', 'state'))
    expect(scenario.run({ kind: 'risks', answer: 'not_known' }).asks(done)).toEqual(refusal('answer_missing', 'state'))
    expect(scenario.run({ kind: 'risks', answer: 'none' }).asks(done)).toMatchObject({ ok: true })
  })
})

describe('what is offered once it is closed (H9, H10)', () => {
  const closed = startMeetingScenario().run({ kind: 'close', how: 'she_ended_it', words: '', at: null }).meeting
  const offers = (facts: Partial<ReturnType<typeof startScenario>['handoff']>, handoff = startScenario(outgoing()).handoff) =>
    listOffersAfterMeeting(closed, { ...handoff, metAt: [closed.startedAt], ...facts })
  test('acceptance where none is recorded, and closing where contact is confirmed', () => {
    expect(offers({})).toEqual(['accept'])
    expect(offers({ firstConfirmedAt: T0 })).toEqual(['accept', 'close'])
    expect(offers({ firstConfirmedAt: T0, acceptance: { by: 'the clinic', at: T0 } })).toEqual(['close'])
    expect(offers({ firstConfirmedAt: T0 }, startScenario(incoming()).handoff)).toEqual(['close'])
  })
  test('nothing while it runs, after a meeting that was no contact, or on a closed handoff', () => {
    const { handoff } = startScenario(outgoing())
    expect(listOffersAfterMeeting(startMeetingScenario().meeting, { ...handoff, metAt: [T0] })).toEqual([])
    expect(offers({ metAt: [] })).toEqual([])
    expect(offers({ enteredInError: { reason: 'twice', at: T0 } })).toEqual([])
  })
})
