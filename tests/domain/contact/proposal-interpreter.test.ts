import { describe, expect, test } from 'vitest'
import { readStoredPlan, applyRelayAgreement, type ContactPlan } from '#shared/domain/contact/contact-plan'
import { HOUR } from '#shared/domain/core/moment'
import { attempt, refusalReason } from '../../support/domain/commands'
import { clinic, T0 } from '../../support/domain/people'
import { daily, plan, post, times, version } from '../../support/domain/plans'
import { startScenario, incoming } from '../../support/domain/scenario'

// T0 is 10:00 at the shelter: the evening hours begin eight hours later.
const evenings = { interpreter: 'needed', safeHours: times(daily('18:00', '20:00')) } as const
const at = (hours: number, length = 1) => ({ from: T0 + hours * HOUR, until: T0 + (hours + length) * HOUR })
const booked = (...interpreter: readonly { readonly from: number; readonly until: number }[]) =>
  startScenario(incoming(), { plan: version(evenings), interpreter })

describe('where she needs an interpreter, a try is proposed inside a booking inside her safe time (section 5)', () => {
  test('the part of the booking that lies in her hours', () =>
    expect(booked(at(7, 2)).proposal).toMatchObject({
      kind: 'slot',
      at: T0 + 8 * HOUR,
      until: T0 + 9 * HOUR,
      because: ['interpreter_booked'],
    }))
  test('the first booking that helps, not the first', () => expect(booked(at(1), at(9)).proposal).toMatchObject({ at: T0 + 9 * HOUR }))
  test('one in the second window, where the first has none', () =>
    expect(booked(at(32)).proposal).toMatchObject({ kind: 'slot', window: 'second', at: T0 + 32 * HOUR }))
  test('without a booking that helps, one is booked first; her hours go on', () => {
    for (const scenario of [booked(), booked(at(1))]) {
      expect(scenario.proposal).toMatchObject({ kind: 'slot', at: T0 + 8 * HOUR, because: ['safe_times', 'interpreter_needed'] })
      expect(scenario.nextTask).toMatchObject({ kind: 'book_interpreter', dueAt: T0 })
    }
  })
  test('a booking does that, and calling it off asks for another', () => {
    const scenario = booked()
      .changeSituation({ interpreter: [at(8)] })
      .run({ kind: 'book_interpreter', ...at(8) })
    expect(scenario.openTasks.map(({ kind }) => kind)).toEqual(['reach_her'])
    scenario.changeSituation({ interpreter: [] }).run({ kind: 'cancel_interpreter', ...at(8) })
    expect(scenario.nextTask?.kind).toBe('book_interpreter')
  })
  test('also where her hours leave no room in the windows and the person is called after them', () => {
    // Fridays only: T0 is a Friday, and the windows are over on Sunday.
    const fridays = { interpreter: 'needed', safeHours: times(daily('08:00', '09:00', [5])) } as const
    const none = startScenario(incoming(), { plan: version(fridays) })
    expect(none.proposal).toMatchObject({ kind: 'no_safe_moment', next: { from: T0 + (7 * 24 - 2) * HOUR } })
    expect(none.openTasks.map(({ kind }) => kind)).toContain('book_interpreter')
    const then = startScenario(incoming(), { plan: version(fridays), interpreter: [at(7 * 24 - 2)] })
    expect(then.openTasks.map(({ kind }) => kind)).not.toContain('book_interpreter')
    const speaks = startScenario(incoming(), { plan: version({ ...fridays, interpreter: 'none' }) })
    expect(speaks.openTasks.map(({ kind }) => kind)).not.toContain('book_interpreter')
  })
  test('nothing is booked for whoever needs nobody, nor for a relay', () => {
    expect(startScenario(incoming(), { plan: version({ interpreter: 'none' }), interpreter: [at(8)] }).proposal).toMatchObject({ at: T0 })
    const relayed = version({ ...evenings, ways: [], relay: { who: 'her aunt', partnerId: null, agreed: true } })
    expect(startScenario(incoming(), { plan: relayed }).nextTask?.kind).toBe('relay')
  })
  test('sign language needs somebody, a text telephone nobody', () => {
    expect(startScenario(incoming(), { plan: version({ speech: 'sign' }) }).nextTask?.kind).toBe('book_interpreter')
    expect(startScenario(incoming(), { plan: version({ speech: 'tty' }) }).nextTask?.kind).toBe('reach_her')
  })
  test('missing the interpreter is no try, and asks for the booking again', () => {
    const scenario = booked(at(8))
      .setTime(T0 + 9 * HOUR)
      .changeSituation({ interpreter: [] })
      .run(attempt('interpreter_missing'))
    expect(scenario.nextTask?.kind).toBe('book_interpreter')
    expect(scenario.proposal).toMatchObject({ kind: 'slot', nth: 1 })
  })
})

test('a relay through a partner needs her consent and the partner’s agreement', () => {
  const relay = { who: 'the clinic', partnerId: clinic, agreed: true }
  expect(applyRelayAgreement(plan({ relay }), false).relay?.agreed).toBe(false)
  expect(applyRelayAgreement(plan({ relay }), true).relay?.agreed).toBe(true)
  expect(applyRelayAgreement(plan({ relay: { ...relay, agreed: false } }), true).relay?.agreed).toBe(false)
  expect(applyRelayAgreement(plan({ relay: { ...relay, partnerId: null } }), false).relay?.agreed).toBe(true)
  expect(applyRelayAgreement(plan({ relay: null }), false).relay).toBeNull()
})

test('no mail means no letter, whatever an address says', () =>
  expect(startScenario(incoming(), { plan: version({ ways: [post()], mail: 'none' }) }).state).toMatchObject({ why: 'no_safe_way' }))

test('a version of an earlier form stays readable: what was not asked then is not known (P5)', () => {
  const { dialect: _d, speech: _s, mail: _m, ...old } = plan()
  const before = { ...old, relay: { who: 'her aunt', agreed: true } } as unknown as ContactPlan
  expect(readStoredPlan(before)).toEqual(plan({ relay: { who: 'her aunt', partnerId: null, agreed: true } }))
})

describe('the reason of a life-safety override may be written afterwards (P1, T2)', () => {
  const shown = (override: string) =>
    startScenario(incoming(), { plan: version(evenings) }).run({
      kind: 'show_number',
      wayId: 'w1',
      channel: 'call',
      safeCheck: 'safe',
      override,
    })

  test('once, in an event of its own; the record keeps both', () => {
    const scenario = shown('')
    const no = scenario.handoff.overrides[0]?.no ?? 0
    expect(scenario.handoff.overrides).toMatchObject([{ no: scenario.handoff.version, explainedIn: null }])
    expect(refusalReason(scenario.asks({ kind: 'explain_override', no, words: '' }))).toBe('reason_needed')
    scenario.run({ kind: 'explain_override', no, words: 'she rang and was cut off' })
    expect(scenario.handoff.overrides).toMatchObject([{ explainedIn: scenario.handoff.version }])
    expect(scenario.events.at(-1)).toMatchObject({ kind: 'override_explained', no })
    expect(refusalReason(scenario.asks({ kind: 'explain_override', no, words: 'again' }))).toBe('no_open_override')
  })
  test('not where it was given at once, nor for one that never was', () => {
    const scenario = shown('she rang and was cut off')
    expect(refusalReason(scenario.asks({ kind: 'explain_override', no: scenario.handoff.version, words: 'x' }))).toBe('no_open_override')
    expect(refusalReason(scenario.asks({ kind: 'explain_override', no: 99, words: 'x' }))).toBe('no_open_override')
  })
})
