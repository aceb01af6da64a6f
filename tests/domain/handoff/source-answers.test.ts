import { describe, expect, test } from 'vitest'
import { EMPTY_PLAN } from '#shared/domain/contact/contact-plan'
import { refuse } from '#shared/domain/core/outcome'
import {
  applyAnswersToPlan,
  findMissingAnswer,
  findMissingField,
  mergeFacts,
  type SourceQuestions,
} from '#shared/domain/handoff/source-answers'
import { NO_ANSWERS, type PersonAnswers } from '#shared/domain/person/person-answers'
import { daily, email, phone, plan, times } from '../../support/domain/plans'

const answers = (facts: Partial<SourceQuestions> = {}): SourceQuestions => ({
  number: { kind: 'known', value: '780 555 0142', readBack: true },
  safeToCall: 'yes',
  safeTimes: [],
  language: { kind: 'known', value: 'Tigrinya' },
  ...facts,
})

describe('what the source is asked while it is on the line (H7)', () => {
  const missing = (facts: Partial<SourceQuestions>, hasPlan = false) => findMissingAnswer(answers(facts), hasPlan)
  test('nothing is missing where every question has its answer, and "not known" is one', () => {
    expect(missing({})).toBeNull()
    expect(missing({ number: { kind: 'not_known' }, safeToCall: 'not_known', language: { kind: 'not_known' } })).toBeNull()
  })
  test('an empty field is no answer: the first one is named', () => {
    expect(missing({ number: null, safeToCall: null, language: null })).toEqual(
      refuse('unanswered_questions', { field: 'questions.number' }),
    )
    expect(missing({ safeToCall: null, language: null })).toEqual(refuse('unanswered_questions', { field: 'questions.safeToCall' }))
    expect(missing({ language: null })).toEqual(refuse('unanswered_questions', { field: 'questions.language' }))
  })
  test('"as in the plan" is an answer only where there is a plan', () => {
    for (const [field, facts] of [
      ['number', { number: { kind: 'as_in_plan' } }],
      ['safeToCall', { safeToCall: 'as_in_plan' }],
      ['language', { language: { kind: 'as_in_plan' } }],
    ] as const) {
      expect(missing(facts)).toEqual(refuse('unanswered_questions', { field: `questions.${field}` }))
      expect(missing(facts, true)).toBeNull()
    }
  })
  test('a number of fewer than seven digits was misheard', () => {
    const number = (value: string) => missing({ number: { kind: 'known', value, readBack: false } })
    expect(number('555-014')).toEqual(refuse('number_too_short', { field: 'questions.number' }))
    expect(number('555-0142')).toBeNull()
  })
  test('a number that is safe says for what: a call, a text, or both (P8)', () => {
    expect(missing({ channels: [] })).toEqual(refuse('unanswered_questions', { field: 'questions.channels' }))
    expect(missing({ channels: ['text'] })).toBeNull()
    expect(missing({ channels: [], safeToCall: 'not_known' })).toBeNull()
    expect(missing({ channels: [], number: { kind: 'not_known' } })).toBeNull()
  })
  test('"only at times" names the times', () => {
    expect(missing({ safeToCall: 'only_at_times' })).toEqual(refuse('no_safe_hours', { field: 'questions.safeTimes' }))
    expect(missing({ safeToCall: 'only_at_times', safeTimes: [daily('09:00', '12:00')] })).toBeNull()
  })
})

describe('what the data owner requires of a new handoff (H7)', () => {
  const told = (facts: Partial<PersonAnswers>): PersonAnswers => ({ ...NO_ANSWERS, ...facts })
  const required = (field: 'note' | 'pets') => [{ field, label: '', hidden: false, required: true }]
  test('an answer of today or of an earlier referral fills a required field', () => {
    expect(findMissingField({ note: '', facts: NO_ANSWERS }, NO_ANSWERS, required('pets'))).toEqual(
      refuse('field_required', { field: 'facts.pets' }),
    )
    expect(findMissingField({ note: '' }, told({ pets: { kind: 'none' } }), required('pets'))).toBeNull()
    expect(findMissingField({ note: '', facts: told({ pets: { kind: 'not_known' } }) }, NO_ANSWERS, required('pets'))).toBeNull()
  })
  test('the note is a field of the form itself', () => {
    expect(findMissingField({ note: '' }, NO_ANSWERS, required('note'))).toEqual(refuse('field_required', { field: 'note' }))
    expect(findMissingField({ note: 'came by bus' }, NO_ANSWERS, required('note'))).toBeNull()
  })
  test('a household that was told has somebody in it', () => {
    const household = { kind: 'told' as const, adults: 0, children: { '0_5': 0, '6_12': 0, '13_17': 0, not_known: 0 } }
    expect(findMissingField({ note: '', facts: told({ household }) }, NO_ANSWERS, [])).toEqual(
      refuse('nobody_in_household', { field: 'facts.household' }),
    )
  })
  test('what the person tells today stands before what was told earlier', () => {
    const earlier = told({ pets: { kind: 'told', words: 'a dog' }, ageBand: '25_59' })
    expect(mergeFacts({ facts: told({ pets: { kind: 'none' } }) }, earlier)).toEqual(told({ pets: { kind: 'none' }, ageBand: '25_59' }))
    expect(mergeFacts({}, earlier)).toEqual(earlier)
  })
})

describe('what the answers make of the contact plan (H7, P2)', () => {
  const change = (facts: Partial<SourceQuestions>, before = plan(), sourceMayHelp = false) =>
    applyAnswersToPlan(answers(facts), sourceMayHelp).change(before)
  test('only the source that could say when it is safe verifies the plan for the first contact', () => {
    const verified = (['yes', 'only_at_times', 'no', 'not_known', 'as_in_plan', null] as const).map(
      (safeToCall) => applyAnswersToPlan(answers({ safeToCall }), false).verified,
    )
    expect(verified).toEqual([true, true, false, false, false, false])
  })
  test('safe to call opens every hour where none is known, and leaves the hours that stand', () => {
    expect(change({}, EMPTY_PLAN)).toMatchObject({ mayContact: 'yes', safeHours: { kind: 'any' }, language: 'Tigrinya' })
    const hours = times(daily('09:00', '12:00'))
    expect(change({}, plan({ safeHours: hours })).safeHours).toEqual(hours)
    expect(change({ safeToCall: 'only_at_times', safeTimes: [daily('10:00', '11:00')] })).toMatchObject({
      mayContact: 'yes',
      safeHours: times(daily('10:00', '11:00')),
    })
  })
  test('not safe to call means that the person calls us (P4, C7)', () => expect(change({ safeToCall: 'no' }).mayContact).toBe('she_calls'))
  test('an answer that says nothing new leaves the plan alone', () => {
    const before = plan({ mayContact: 'through_partner', sourceMayHelp: true })
    const silent = { number: { kind: 'as_in_plan' }, language: { kind: 'as_in_plan' } } as const
    for (const safeToCall of ['not_known', 'as_in_plan', null] as const) expect(change({ ...silent, safeToCall }, before)).toEqual(before)
    expect(change({ number: null, language: null, safeToCall: null }, before)).toEqual(before)
  })
  test('the source may help once the person allowed it, and stays allowed (C5)', () => {
    expect([
      change({}).sourceMayHelp,
      change({}, plan(), true).sourceMayHelp,
      change({}, plan({ sourceMayHelp: true })).sourceMayHelp,
    ]).toEqual([false, true, true])
  })
  describe('a number', () => {
    const ways = (facts: Partial<SourceQuestions>, before = plan()) => change(facts, before).ways
    const said = (value: string) => ({ number: { kind: 'known' as const, value, readBack: false } })
    test('that is new is added as nobody knows it yet: ours is hidden, and only a call is safe where the source said so', () => {
      const added = { id: 'w1', kind: 'phone', label: '', value: '(780) 555-0177', whose: 'not_known', voicemail: 'not_known' }
      expect(ways(said('(780) 555-0177'), EMPTY_PLAN)).toEqual([
        { ...added, safeFor: ['call'], agreedWords: '', hideOurNumber: true, rejectsHiddenNumbers: false },
      ])
      for (const safeToCall of ['no', 'not_known'] as const)
        expect(ways({ ...said('(780) 555-0177'), safeToCall }, EMPTY_PLAN)).toEqual([
          { ...added, safeFor: [], agreedWords: '', hideOurNumber: true, rejectsHiddenNumbers: false },
        ])
      expect(ways({ ...said('780 555 0177'), safeToCall: 'only_at_times' }, EMPTY_PLAN)[0]?.safeFor).toEqual(['call'])
    })
    test('takes the next free id, and leaves the other ways as they stand', () => {
      const before = plan({ ways: [phone({ id: 'w7' }), email({ id: 'w12' }), email({ id: 'from w99' }), email({ id: 'w99 old' })] })
      const after = ways(said('780 555 0177'), before)
      expect([after.slice(0, 4), after[4]?.id]).toEqual([before.ways, 'w13'])
    })
    test('that the plan has already keeps what is known of it, and becomes safe to call at most', () => {
      const shared = phone({ safeFor: ['text'], whose: 'shared' })
      const before = plan({ ways: [email(), shared] })
      expect(ways(said('(780) 555-0142'), before)).toEqual([email(), { ...shared, safeFor: ['text', 'call'] }])
      expect(ways({ ...said('780 555 0142'), safeToCall: 'not_known' }, before)).toEqual(before.ways)
      expect(ways(said('780 555 0142'))).toEqual(plan().ways)
    })
    test('for texts alone on a shared phone is never for calls, and keeps whose it is (P8)', () => {
      const textOnly = { ...said('780 555 0142'), channels: ['text'], whose: 'shared' } as const
      expect(ways(textOnly, EMPTY_PLAN)).toMatchObject([{ whose: 'shared', safeFor: ['text'] }])
      // The more careful rule holds for a number that was for calls before.
      expect(ways(textOnly, plan({ ways: [phone({ safeFor: ['call'], whose: 'hers_alone' })] }))).toMatchObject([
        { whose: 'shared', safeFor: ['text'] },
      ])
      // Not known whether it is safe: it is not called to find out.
      expect(ways({ ...textOnly, safeToCall: 'not_known' }, EMPTY_PLAN)).toMatchObject([{ safeFor: ['text'] }])
      expect(ways({ ...textOnly, safeToCall: 'no' }, EMPTY_PLAN)).toMatchObject([{ safeFor: [] }])
      expect(ways({ ...said('780 555 0142'), channels: ['call', 'text'] }, EMPTY_PLAN)).toMatchObject([{ safeFor: ['call', 'text'] }])
      // What is not known today leaves what was known.
      expect(ways({ ...said('780 555 0142'), whose: 'not_known' }, plan({ ways: [phone({ whose: 'shared' })] }))[0]?.whose).toBe('shared')
    })
    test('is compared with numbers alone, and with those that are written down', () => {
      const before = plan({ ways: [email({ id: 'w1', value: '780 555 0142' }), phone({ id: 'w2', value: null })] })
      expect(ways(said('780 555 0142'), before)).toHaveLength(3)
    })
  })
})
