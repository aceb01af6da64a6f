import { describe, expect, test } from 'vitest'
import { command, createHandoffInput } from '#shared/contract/handoff/handoff'
import { contactPlan } from '#shared/contract/person/contact-plan'
import { instant, line, note, optionalLine } from '#shared/contract/values'
import type { HandoffCommand } from '#shared/domain/handoff/command'
import { attempt, bounce, close, confirmation, correct, reopen } from '../support/domain/commands'
import { clinic, person, T0 } from '../support/domain/people'
import { daily, email, phone, plan, post, times } from '../support/domain/plans'

const referral = (facts: object = {}) => ({
  direction: 'incoming',
  source: { kind: 'partner', id: clinic },
  receiver: { kind: 'us' },
  person: { kind: 'existing', id: person },
  helps: ['housing'],
  prompt: 'left_today',
  note: '',
  receivedAt: null,
  earlierBecause: '',
  sourceMayHelp: false,
  mayTellSource: 'receipt_only',
  risks: [],
  permissionGiven: false,
  assignedTo: null,
  questions: { number: { kind: 'not_known' }, safeToCall: 'not_known', safeTimes: [], language: { kind: 'not_known' } },
  ...facts,
})
const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) => schema.safeParse(value).success

describe('"not known" is an answer, an empty field is not (H7)', () => {
  const asked = (facts: object) => accepts(createHandoffInput, referral({ questions: { ...referral().questions, ...facts } }))

  test('every question may be answered "not known"', () => expect(accepts(createHandoffInput, referral())).toBe(true))
  test.each([
    ['a number that is empty', { number: { kind: 'known', value: '  ', readBack: true } }],
    ['a number without "read back" being answered', { number: { kind: 'known', value: '780 555 0142' } }],
    ['a language that is empty', { language: { kind: 'known', value: '' } }],
    ['an answer nobody knows', { safeToCall: '' }],
    ['a question that is left out', { safeToCall: undefined }],
  ])('%s is refused', (_name, facts) => expect(asked(facts)).toBe(false))
  test('a number that was read back is kept as it was written', () => {
    expect(asked({ number: { kind: 'known', value: '+1 (780) 555-0142', readBack: true } })).toBe(true)
  })
})

describe('bad input at the bridge', () => {
  test.each([
    ['an extra key', referral({ admin: true })],
    ['an unknown direction', referral({ direction: 'sideways' })],
    ['an empty name', referral({ person: { kind: 'new', name: ' \u202E ', alias: '' } })],
    ['a name of ten thousand characters', referral({ person: { kind: 'new', name: 'a'.repeat(10_000), alias: '' } })],
    ['a name with half a character', referral({ person: { kind: 'new', name: 'A\uD83D', alias: '' } })],
    ['a time that is no whole millisecond', referral({ receivedAt: T0 + 0.5 })],
    ['an id that is none', referral({ person: { kind: 'existing', id: '7' } })],
  ])('%s is refused', (_name, value) => expect(accepts(createHandoffInput, value)).toBe(false))

  test('commands with an unknown channel or outcome, an extra key or no kind are refused', () => {
    for (const wrong of [
      attempt('no_answer', { channel: 'fax' as 'call' }),
      attempt('failed' as 'reached'),
      { ...attempt(), side: 'contact' },
      {},
      { kind: 'pass_due', told: person },
    ])
      expect(accepts(command, wrong)).toBe(false)
  })
  test('text is cleaned on the way in, and its limits hold after that (X1)', () => {
    expect(line(5).parse('  a\u202E\tb ')).toBe('a b')
    expect([accepts(line(5), 'abcdef'), accepts(line(5), '   '), accepts(optionalLine(5), '   '), accepts(line(5), 'a\u0000')]).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect([accepts(note(), 'x'.repeat(20_000)), accepts(note(), 'x'.repeat(20_001))]).toEqual([true, false])
  })
  test('instants are whole milliseconds between 2000 and 2100', () => {
    expect([T0, Date.UTC(2000, 0, 1), NaN, Infinity, -1, 1.5, Date.UTC(2101, 0, 1), '0', null].map((at) => accepts(instant, at))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('contract values survive JSON', () => {
  const { side: _side, ...bounced } = bounce()
  const commands: readonly unknown[] = [
    attempt(),
    attempt('reached', { at: T0, checkAt: T0 + 1, wayId: null }),
    confirmation({ risks: { answer: 'dates', dates: [{ kind: 'court_date', date: T0, what: 'é', routedTo: '' }] } }),
    bounced,
    close(),
    reopen,
    correct(T0),
  ] satisfies readonly (HandoffCommand | typeof bounced)[]

  test('commands', () => {
    for (const one of commands) {
      const parsed = command.parse(one)
      expect(JSON.parse(JSON.stringify(parsed))).toStrictEqual(parsed)
      expect(parsed).toStrictEqual(one)
    }
  })
  test('a referral, and the plan with everything in it', () => {
    const parsed = createHandoffInput.parse(referral())
    expect(JSON.parse(JSON.stringify(parsed))).toStrictEqual(parsed)
    const full = plan({
      ways: [phone(), email(), post({ value: null })],
      safeHours: times(daily('22:00', '02:00'), daily('00:00', '24:00')),
      neverHours: [daily('12:00', '13:00')],
      relay: { who: 'her aunt', partnerId: null, agreed: true },
    })
    expect(JSON.parse(JSON.stringify(contactPlan.parse(full)))).toStrictEqual(full)
  })
})
