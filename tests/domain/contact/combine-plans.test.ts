import { describe, expect, test } from 'vitest'
import { EMPTY_PLAN, type ContactPlan } from '#shared/domain/contact/contact-plan'
import { EVERY_HOUR } from '#shared/domain/contact/invert-hours'
import { combinePlans } from '#shared/domain/contact/combine-plans'
import { daily, email, phone, plan, post, times } from '../../support/domain/plans'

/** Combines two plans in both orders and returns what they say about a field. */
const both = <F extends keyof ContactPlan>(field: F, one: Partial<ContactPlan>, other: Partial<ContactPlan>): readonly ContactPlan[F][] => [
  combinePlans(plan(one), plan(other))[field],
  combinePlans(plan(other), plan(one))[field],
]

describe('the more careful answer decides whose ways count (P1)', () => {
  test.each([
    ['yes', 'not_known', 'not_known'],
    ['not_known', 'through_partner', 'through_partner'],
    ['through_partner', 'she_calls', 'she_calls'],
    ['yes', 'she_calls', 'she_calls'],
  ] as const)('of %s and %s it is %s', (one, other, expected) => {
    expect(both('mayContact', { mayContact: one }, { mayContact: other })).toEqual([expected, expected])
    const ways = [phone({ id: 'careful', value: '780 555 0100' })]
    expect(both('ways', { mayContact: one }, { mayContact: other, ways })).toEqual([ways, ways])
  })
  test('where they are alike, hers who stays', () => {
    const joined = combinePlans(plan({ ways: [phone({ id: 'stays' })] }), plan({ ways: [email({ id: 'gone' })] }))
    expect(joined.ways.map(({ id }) => id)).toEqual(['stays'])
  })
})

describe('a device that stands in both is only as safe as the more careful one (P1)', () => {
  const joined = (one: ReturnType<typeof phone>, other: ReturnType<typeof phone>) =>
    combinePlans(plan({ ways: [one] }), plan({ ways: [other] })).ways[0]
  test('it is the same number however it is written, the same address in any case', () => {
    expect(joined(phone(), phone({ value: '+1 (780) 555-0142', safeFor: ['text'] }))?.safeFor).toEqual(['text'])
    expect(joined(email(), email({ value: ' HER@example.invalid ', safeFor: [] }))?.safeFor).toEqual([])
    expect(joined(post(), post({ value: '1 invented way', safeFor: [] }))?.safeFor).toEqual([])
  })
  test('another number, another kind, or one that is not written down says nothing about it', () => {
    const none = { safeFor: [] } as const
    expect(joined(phone(), phone({ value: '780 555 0199', ...none }))?.safeFor).toEqual(['call', 'text'])
    expect(joined(email({ value: '1 Invented Way' }), post(none))?.safeFor).toEqual(['email'])
    expect(joined(phone({ value: null }), phone({ value: null, ...none }))?.safeFor).toEqual(['call', 'text'])
    expect(joined(email({ value: null }), email({ value: ' ', ...none }))?.safeFor).toEqual(['email'])
  })
  test('whose it is stands where both say so; what may be left on it likewise', () => {
    expect(joined(phone(), phone())).toEqual(phone())
    expect(joined(phone(), phone({ whose: 'shared' }))?.whose).toBe('not_known')
    const agreed = phone({ voicemail: 'agreed_words', agreedWords: 'the dentist' })
    expect(joined(agreed, agreed)).toMatchObject({ voicemail: 'agreed_words', agreedWords: 'the dentist' })
    expect(joined(agreed, phone({ voicemail: 'agreed_words', agreedWords: 'the library' }))).toMatchObject({
      voicemail: 'none',
      agreedWords: '',
    })
    expect(joined(agreed, phone({ voicemail: 'first_name_only', agreedWords: 'the dentist' }))?.voicemail).toBe('none')
  })
  test.each(['hideOurNumber', 'rejectsHiddenNumbers'] as const)('%s holds where either says so', (flag) => {
    const flags = [[true, false] as const, [false, true] as const, [true, true] as const, [false, false] as const]
    expect(flags.map(([one, other]) => joined(phone({ [flag]: one }), phone({ [flag]: other }))?.[flag])).toEqual([true, true, true, false])
  })
})

describe('what one plan does not say the other adds', () => {
  test.each(['nameToUse', 'ifSomeoneElse', 'ifLineDrops', 'language', 'dialect', 'signal'] as const)(
    '%s, and hers who stays comes first',
    (field) => {
      expect(both(field, { [field]: 'said' }, { [field]: '' })).toEqual(['said', 'said'])
      expect(both(field, { [field]: 'one' }, { [field]: 'other' })).toEqual(['one', 'other'])
    },
  )
  test('each code word by itself', () =>
    expect(
      both(
        'codeWords',
        { codeWords: { safe: 'rain', notSafe: '', police: '' } },
        { codeWords: { safe: 'sun', notSafe: 'wind', police: 'snow' } },
      ),
    ).toEqual([
      { safe: 'rain', notSafe: 'wind', police: 'snow' },
      { safe: 'sun', notSafe: 'wind', police: 'snow' },
    ]))
  test('how she speaks and who interprets', () => {
    expect(both('speech', { speech: 'not_known' }, { speech: 'tty' })).toEqual(['tty', 'tty'])
    expect(both('interpreter', { interpreter: 'not_known' }, { interpreter: 'needed' })).toEqual(['needed', 'needed'])
  })
})

describe('of two answers the safer', () => {
  test('no mail where either wants none, a worry where either has one', () => {
    expect(both('mail', { mail: 'none' }, { mail: 'safe_address' })).toEqual(['none', 'none'])
    expect(both('mail', { mail: 'safe_address' }, { mail: 'not_known' })).toEqual(['safe_address', 'not_known'])
    expect(both('monitoringWorry', { monitoringWorry: true }, { monitoringWorry: false })).toEqual([true, true])
  })
  test('the source may help only where both say so; the shorter time until it is verified again', () => {
    expect(both('sourceMayHelp', { sourceMayHelp: true }, { sourceMayHelp: false })).toEqual([false, false])
    expect(both('sourceMayHelp', { sourceMayHelp: true }, { sourceMayHelp: true })).toEqual([true, true])
    expect(both('reverifyAfterDays', { reverifyAfterDays: 3 }, { reverifyAfterDays: 9 })).toEqual([3, 3])
  })
  test('hours are any only where both say any; more of them than a plan may have are never at all', () => {
    const evenings = times(daily('18:00', '20:00'))
    expect(both('safeHours', { safeHours: { kind: 'any' } }, { safeHours: { kind: 'not_known' } })).toEqual([
      { kind: 'not_known' },
      { kind: 'not_known' },
    ])
    expect(both('safeHours', {}, {})).toEqual([{ kind: 'any' }, { kind: 'any' }])
    expect(both('safeHours', { safeHours: evenings }, { safeHours: { kind: 'not_known' } })).toEqual([evenings, evenings])
    const never = Array.from({ length: 25 }, (_, n) => daily(`0${n % 10}:00`, `0${n % 10}:30`))
    expect(both('neverHours', { neverHours: never }, { neverHours: never })[0]).toHaveLength(50)
    expect(both('neverHours', { neverHours: never }, { neverHours: [...never, daily('20:00', '21:00')] })).toEqual([EVERY_HOUR, EVERY_HOUR])
  })
})

describe('a plan has a say as soon as anything about safety was said in it', () => {
  const relay = { who: 'her aunt', partnerId: null, agreed: true }
  test.each([
    ['an answer', { mayContact: 'she_calls' }],
    ['hours', { safeHours: times(daily('18:00', '20:00')) }],
    ['never-hours', { neverHours: [daily('08:00', '09:00')] }],
    ['a way', { ways: [phone({ safeFor: [] })] }],
    ['a relay', { relay }],
  ] as const)('%s alone is enough', (_name, said) => {
    const interpreterAsked: ContactPlan = { ...plan(), sourceMayHelp: true }
    expect(combinePlans(interpreterAsked, { ...EMPTY_PLAN, ...said }).sourceMayHelp).toBe(false)
    expect(combinePlans({ ...EMPTY_PLAN, ...said }, interpreterAsked).sourceMayHelp).toBe(false)
  })
  test('an empty one adds her language and nothing else, whichever stays', () => {
    const interpreterAsked = plan({ language: '', sourceMayHelp: true })
    const empty: ContactPlan = { ...EMPTY_PLAN, language: 'Somali' }
    expect(combinePlans(interpreterAsked, empty)).toEqual({ ...interpreterAsked, language: 'Somali' })
    expect(combinePlans(empty, interpreterAsked)).toEqual({ ...interpreterAsked, language: 'Somali' })
    expect([combinePlans(plan(), empty).language, combinePlans(empty, plan()).language]).toEqual(['English', 'English'])
  })
})
