import { describe, expect, test } from 'vitest'
import {
  chooseReachBy,
  listAllowedChannels,
  EMPTY_PLAN,
  hasOwnSafeWay,
  hasSafeAddress,
  hasSafeHour,
  hasSafeWay,
  listMissingForVerification,
  isInterpreterNeeded,
  findNextSafeStretch,
  getPlanTexts,
  getVerifiedUntil,
} from '#shared/domain/contact/contact-plan'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { clinic, EDMONTON, T0 } from '../../support/domain/people'
import { daily, email, phone, plan, post, times, version, withHer, withSource } from '../../support/domain/plans'

const relay = { who: 'her aunt', partnerId: null, agreed: true }

describe('which channels a plan allows at all (P1, C7)', () => {
  test('what she called safe, as far as the device can carry it, each once', () => {
    expect(listAllowedChannels(plan({ ways: [phone(), phone({ id: 'w2' }), email()] }))).toEqual(['call', 'text', 'email'])
    expect(listAllowedChannels(plan({ ways: [email({ safeFor: ['call', 'email'] }), post({ safeFor: ['letter', 'text'] })] }))).toEqual([
      'email',
      'letter',
    ])
    expect(listAllowedChannels(plan({ ways: [email({ safeFor: ['partner_portal', 'call'] })] }))).toEqual(['partner_portal'])
    expect(listAllowedChannels(plan({ ways: [phone({ kind: 'in_person', safeFor: ['in_person', 'call'] })] }))).toEqual(['in_person'])
  })
  test('a letter never where she wants no mail, and everything else as before', () =>
    expect(listAllowedChannels(plan({ mail: 'none', ways: [post(), email()] }))).toEqual(['email']))
  test('where she calls us, nothing; where only a partner may, only that', () => {
    expect(listAllowedChannels(plan({ mayContact: 'she_calls', relay }))).toEqual([])
    expect(listAllowedChannels(plan({ mayContact: 'through_partner', relay }))).toEqual(['through_partner'])
  })
  test('a relay that she has not agreed to does not exist, in the directory or not (P8, C7)', () => {
    const through = (agreed: boolean, partnerId: typeof clinic | null) =>
      listAllowedChannels(plan({ mayContact: 'through_partner', relay: { who: 'the clinic', partnerId, agreed } }))
    const both = ['through_partner']
    expect([through(true, clinic), through(true, null), through(false, clinic), through(false, null)]).toEqual([both, both, [], []])
    expect(listAllowedChannels(plan({ mayContact: 'through_partner', relay: null }))).toEqual([])
  })
  test('the relay is one beside her own, if she agreed', () => {
    expect(listAllowedChannels(plan({ relay }))).toEqual(['call', 'text', 'through_partner'])
    expect(listAllowedChannels(plan({ relay: { ...relay, agreed: false } }))).toEqual(['call', 'text'])
  })
  test('while she could not be asked, where there is no phone nothing is tried', () =>
    expect(listAllowedChannels(plan({ mayContact: 'not_known', ways: [email({ safeFor: [] })] }))).toEqual([]))
  test('while the person could not be asked a phone is called, other ways are not used', () =>
    expect(listAllowedChannels(plan({ mayContact: 'not_known', ways: [phone({ safeFor: [] }), email({ safeFor: [] })] }))).toEqual([
      'call',
    ]))
})

test('a plan in which nothing was ever said says nothing: no word, no way, no permission, and a week until it is asked again (section 5)', () =>
  expect(EMPTY_PLAN).toEqual({
    mayContact: 'not_known',
    nameToUse: '',
    ways: [],
    safeHours: { kind: 'not_known' },
    neverHours: [],
    whoMayAnswer: '',
    ifSomeoneElse: '',
    codeWords: { safe: '', notSafe: '', police: '' },
    ifLineDrops: '',
    language: '',
    dialect: '',
    interpreter: 'not_known',
    speech: 'not_known',
    mail: 'not_known',
    relay: null,
    monitoringWorry: false,
    signal: '',
    sourceMayHelp: false,
    reverifyAfterDays: 7,
  }))

describe('a safe way to reach her (C7)', () => {
  test('is one that is not dead; a relay counts, her own call does not', () => {
    const two = plan({ ways: [phone(), phone({ id: 'w9' })] })
    expect([hasSafeWay(two), hasSafeWay(two, ['w1']), hasSafeWay(two, ['w1', 'w9'])]).toEqual([true, true, false])
    expect(hasSafeWay(plan({ ways: [], relay }))).toBe(true)
    expect(hasSafeWay(plan({ mayContact: 'she_calls', relay }))).toBe(false)
  })
  test('a way of her own is more than the relay: only with one may a handoff be tried again', () => {
    expect(hasOwnSafeWay(plan())).toBe(true)
    expect(hasOwnSafeWay(plan({ relay }))).toBe(true)
    expect(hasOwnSafeWay(plan({ ways: [], relay }))).toBe(false)
    expect(hasOwnSafeWay(plan({ ways: [] }))).toBe(false)
  })
  test('a safe address is written down, called safe for letters, and mail is wanted', () => {
    expect(hasSafeAddress(plan({ ways: [phone(), post()] }))).toBe(true)
    expect(hasSafeAddress(plan({ mail: 'none', ways: [post()] }))).toBe(false)
    expect(hasSafeAddress(plan({ ways: [post({ value: null })] }))).toBe(false)
    expect(hasSafeAddress(plan({ ways: [post({ safeFor: [] })] }))).toBe(false)
    expect(hasSafeAddress(plan({ ways: [phone({ safeFor: ['letter'] })] }))).toBe(false)
    expect(hasSafeAddress(plan({ ways: [] }))).toBe(false)
  })
})

describe('what must be stated before it is verified with her (C4 a)', () => {
  test('a way, her language and her safe times', () => {
    expect(listMissingForVerification(plan())).toEqual([])
    expect(listMissingForVerification(plan({ ways: [], language: '', safeHours: { kind: 'not_known' } }))).toEqual([
      'way',
      'language',
      'safe_hours',
    ])
    expect(listMissingForVerification(plan({ mayContact: 'not_known' }))).toEqual(['way'])
    expect(listMissingForVerification(plan({ safeHours: times(daily('18:00', '20:00')) }))).toEqual([])
  })
  test('who calls us herself needs neither way nor hours', () =>
    expect(listMissingForVerification(plan({ mayContact: 'she_calls', ways: [], safeHours: { kind: 'not_known' } }))).toEqual([]))
})

test('how long a verification holds: hers for her days, the source’s for a day, none for never (P2)', () => {
  expect(getVerifiedUntil(version({ reverifyAfterDays: 3 }, withHer()))).toBe(T0 + 3 * DAY)
  expect(getVerifiedUntil(version({ reverifyAfterDays: 3 }, withSource()))).toBe(T0 + DAY)
  expect(getVerifiedUntil(version({}, null))).toBeNull()
})
test('what of a plan is written in words can be asked for (H7)', () => {
  const words = {
    nameToUse: 'A.',
    whoMayAnswer: 'her sister',
    ifSomeoneElse: 'the dentist',
    ifLineDrops: 'wait',
    dialect: 'Sorani',
    signal: 'at home',
  }
  expect(getPlanTexts(plan(words))).toEqual(words)
})
test('the next safe stretch leaves out her never-hours', () => {
  const evenings = plan({ safeHours: times(daily('18:00', '20:00')), neverHours: [daily('18:00', '19:00')] })
  expect(findNextSafeStretch(evenings, T0, EDMONTON)).toEqual({ from: T0 + 9 * HOUR, until: T0 + 10 * HOUR })
})
test('somebody must interpret where she needs it, whoever it may not be, and for sign language', () => {
  const needs = (['none', 'needed', 'not_from_her_community', 'not_known'] as const).map((interpreter) =>
    isInterpreterNeeded({ interpreter, speech: 'aloud' }),
  )
  expect(needs).toEqual([false, true, true, false])
  expect([
    isInterpreterNeeded({ interpreter: 'none', speech: 'sign' }),
    isInterpreterNeeded({ interpreter: 'none', speech: 'tty' }),
  ]).toEqual([true, false])
})
describe('a plan leaves an hour for contact (H7)', () => {
  const allTaken = { safeHours: times(daily('09:00', '12:00')), neverHours: [daily('08:00', '13:00')] }
  test('unless never-hours take every safe hour; where she calls us none is needed', () => {
    expect(hasSafeHour(plan(), T0, EDMONTON)).toBe(true)
    expect(hasSafeHour(plan(allTaken), T0, EDMONTON)).toBe(false)
    expect(hasSafeHour(plan({ ...allTaken, neverHours: [daily('08:00', '11:00')] }), T0, EDMONTON)).toBe(true)
    expect(hasSafeHour(plan({ ...allTaken, mayContact: 'she_calls' }), T0, EDMONTON)).toBe(true)
  })
  test('an hour that a clock change takes from this week is there in the next', () => {
    // Sunday 14 March 2027, 2:00 to 3:00, does not exist in Edmonton.
    const sundayNight = plan({ safeHours: times(daily('02:15', '02:45', [7])) })
    expect(hasSafeHour(sundayNight, Date.UTC(2027, 2, 8, 16), EDMONTON)).toBe(true)
  })
})

describe('how the screens speak of contact (P8)', () => {
  const textOnly = phone({ safeFor: ['text'] })
  const unknown = phone({ safeFor: [] })
  const unverified = null
  test.each([
    ['no plan', null, 'call'],
    ['a number for calls', version({ ways: [phone({ safeFor: ['call'] })] }), 'call'],
    ['a number for calls and texts', version({ ways: [phone({ safeFor: ['text', 'call'] })] }), 'call'],
    ['a number for texts alone', version({ ways: [textOnly] }), 'text'],
    ['texts alone, not verified', version({ ways: [textOnly] }, unverified), 'text'],
    ['texts alone, and nobody knows whether contact is safe', version({ mayContact: 'not_known', ways: [textOnly] }, unverified), 'text'],
    ['a number of which nothing is known', version({ mayContact: 'not_known', ways: [unknown] }, unverified), 'call'],
    ['an email address alone', version({ ways: [email()] }), 'email'],
    ['a portal alone', version({ ways: [email({ safeFor: ['partner_portal'] })] }), 'email'],
    ['texts and email', version({ ways: [textOnly, email()] }), 'text'],
    ['meeting in person alone', version({ ways: [phone({ kind: 'in_person', safeFor: ['in_person'] })] }), 'in_person'],
    [
      'only a relay that was agreed to',
      version({ mayContact: 'through_partner', relay: { who: 'Ruth', partnerId: null, agreed: true } }),
      'partner',
    ],
    [
      'texts that are not verified, and a relay',
      version({ ways: [textOnly], relay: { who: 'Ruth', partnerId: null, agreed: true } }, unverified),
      'partner',
    ],
    ['no way at all', version({ ways: [] }), 'call'],
  ] as const)('%s', (_name, plan, expected) => expect(chooseReachBy(plan, T0, false)).toBe(expected))
})
