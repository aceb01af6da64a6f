import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newHandoff } from '#shared/contract/handoff'
import { NO_FACTS } from '#shared/domain/person-facts'
import { askedFor, complaintsOf, factComplaints, fieldOf } from '../../renderer/features/intake/complaints'
import { emptyForm, HERSELF, unanswered, type IntakeForm } from '../../renderer/features/intake/form'
import { inputOf } from '../../renderer/features/intake/input'
import { factsTyped, typedFacts } from '../../renderer/ui/facts-text'
import { facts } from '../support/arbitrary'

const ZONE = 'America/Regina'
/** Friday 20 November 2026, 16:44 at the shelter. */
const NOW = Date.UTC(2026, 10, 20, 22, 44)
const NORTHGATE = '019a9f00-0000-7000-8000-000000000001'
const INES = '019a9f00-0000-7000-8000-000000000002'

const whole: IntakeForm = {
  ...emptyForm(NORTHGATE),
  name: 'Amal R.',
  helps: ['housing'],
  prompt: 'hearing_notice',
  number: '780 555 0142',
  safeToCall: 'yes',
  language: 'Dari',
}
const complaints = (change: Partial<IntakeForm>) => complaintsOf({ ...whole, ...change }, NOW, ZONE)
const sent = (change: Partial<IntakeForm>) => newHandoff.parse(inputOf({ ...whole, ...change }, INES, NOW, ZONE))

test('a whole form has no complaint and is what the office takes', () => {
  expect(complaints({})).toEqual({})
  expect(sent({})).toMatchObject({
    source: { kind: 'partner', id: NORTHGATE },
    receiver: { kind: 'us' },
    receivedAt: null,
    questions: { number: { kind: 'known', readBack: false }, safeToCall: 'yes' },
  })
})

test('"not known" is an answer, an empty field is not (H7)', () => {
  const empty = { ...whole, number: ' ', safeToCall: null, language: '' }
  expect(unanswered(empty)).toEqual(['number', 'safeToCall', 'language'])
  expect(Object.keys(complaintsOf(empty, NOW, ZONE))).toEqual(['safeToCall', 'number', 'language'])
  const unknown: Partial<IntakeForm> = { number: '', numberIs: 'not_known', safeToCall: null, language: '', languageIs: 'not_known' }
  expect(unanswered({ ...whole, ...unknown })).toEqual([])
  expect(sent(unknown).questions).toEqual({
    number: { kind: 'not_known' },
    safeToCall: 'not_known',
    safeTimes: [],
    language: { kind: 'not_known' },
  })
})

test('a number with digits missing is complained about, one from abroad is not', () => {
  expect(complaints({ number: '780 555 01' }).number).toEqual({ says: 'digits', count: 2 })
  expect(complaints({ number: '555' }).number).toEqual({ says: 'tooShort' })
  expect(complaints({ number: '555 0142' })).toEqual({})
  expect(complaints({ number: '+93 70 555 01' })).toEqual({})
})

test('a name of 10,000 characters is complained about at its field, and so is none at all', () => {
  expect(complaints({ name: 'N'.repeat(10_000) }).name).toMatchObject({ says: 'long', count: 10_000 })
  expect(complaints({ name: ' ' }).name).toEqual({ says: 'name' })
  expect(complaints({ name: '', alias: 'Blue' })).toEqual({})
  expect(complaints({ name: 'A\u0000' }).name).toEqual({ says: 'unreadable' })
})

test('it may have been received earlier, with a reason, but never in the future or at a time that does not exist (C1)', () => {
  const earlier = (date: string, time: string, earlierBecause = 'On the phone') =>
    complaints({ earlier: true, received: { date, time }, earlierBecause })
  expect(earlier('today', '16:45').received).toEqual({ says: 'future' })
  expect(earlier('2026-02-30', '9:00').received).toEqual({ says: 'noSuchTime' })
  expect(earlier('yesterday', '16:05', ' ').earlierBecause).toEqual({ says: 'because' })
  expect(earlier('yesterday', '16:05')).toEqual({})
  expect(sent({ earlier: true, received: { date: 'yesterday', time: '16:05' }, earlierBecause: 'On the phone' }).receivedAt).toBe(
    Date.UTC(2026, 10, 19, 22, 5),
  )
})

test('only an organisation that sent her can help to reach her or be told anything (C5, H6)', () => {
  const allowed: Partial<IntakeForm> = { sourceMayHelp: true, mayTellSource: 'and_next_step' }
  expect(sent(allowed)).toMatchObject({ sourceMayHelp: true, mayTellSource: 'and_next_step' })
  expect(sent({ ...allowed, partner: HERSELF })).toMatchObject({
    source: { kind: 'herself' },
    sourceMayHelp: false,
    mayTellSource: 'receipt_only',
  })
  expect(sent({ ...allowed, direction: 'outgoing' })).toMatchObject({
    source: { kind: 'staff', id: INES },
    receiver: { kind: 'partner' },
    sourceMayHelp: false,
    permissionGiven: false,
  })
})

test('every form without a complaint is of the contract’s form', () => {
  const text = fc.string({ maxLength: 300, unit: 'binary' })
  const form = fc.record({
    name: text,
    alias: text,
    note: text,
    language: text,
    number: fc.string({ maxLength: 45, unit: fc.constantFrom(...Array.from('0123456789 +-()')) }),
    direction: fc.constantFrom('incoming' as const, 'outgoing' as const),
    safeToCall: fc.constantFrom('yes' as const, 'no' as const, 'not_known' as const, null),
    numberIs: fc.constantFrom('typed' as const, 'not_known' as const),
  })
  fc.assert(
    fc.property(form, (change) => {
      const candidate = { ...whole, ...change }
      fc.pre(Object.keys(complaintsOf(candidate, NOW, ZONE)).length === 0)
      expect(newHandoff.safeParse(inputOf(candidate, INES, NOW, ZONE)).success).toBe(true)
    }),
  )
})

test('what the office refuses is said at the field it names', () => {
  expect(fieldOf('person.name', whole)).toBe('name')
  expect(fieldOf('questions.number.value', whole)).toBe('number')
  expect(fieldOf('risks.0.what', whole)).toBe('risks')
  expect(fieldOf('receiver', { ...whole, direction: 'internal' })).toBe('toStaff')
  expect(fieldOf('source', { ...whole, direction: 'outgoing' })).toBe('fromStaff')
  expect(fieldOf('nothing.of.ours', whole)).toBeNull()
})

test('what she told besides is sent only where she told something; not asked, not known and none stay apart', () => {
  expect(sent({}).facts).toBeUndefined()
  const facts = typedFacts({ ...NO_FACTS, ageBand: 'not_known', pets: { kind: 'none' }, groups: { kind: 'told', words: 'Two-Spirit' } })
  expect(sent({ facts }).facts).toEqual({
    ...NO_FACTS,
    ageBand: 'not_known',
    pets: { kind: 'none' },
    groups: { kind: 'told', words: 'Two-Spirit' },
  })
})

test('a household is written in numbers, an empty place is nobody, and nobody at all is complained about', () => {
  const of = (adults: string, more: object = {}) => {
    const begun = typedFacts()
    return { ...begun, household: { is: 'told' as const, adults, children: { ...begun.household.children, ...more } } }
  }
  expect(factComplaints({ ...whole, facts: of('') }, [])).toMatchObject({ household: { says: 'nobody' } })
  for (const wrong of ['two', '-1', '1.5', '31', '999'])
    expect(factComplaints({ ...whole, facts: of(wrong) }, []), wrong).toMatchObject({ household: { says: 'count' } })
  expect(complaints({ facts: of('x') }).facts).toEqual({ says: 'facts' })
  expect(complaints({ facts: of('1', { '6_12': '2' }) })).toEqual({})
  expect(sent({ facts: of(' 1 ', { '6_12': '2' }) }).facts?.household).toEqual({
    kind: 'told',
    adults: 1,
    children: { '0_5': 0, '6_12': 2, '13_17': 0, not_known: 0 },
  })
  expect(complaints({ facts: { ...typedFacts(), pets: { is: 'told', words: 'a'.repeat(501) } } }).facts).toEqual({ says: 'facts' })
})

test('what is asked for counts as missing until it is answered; of somebody in the book only the office knows (H7)', () => {
  const asked = (['note', 'accessNeeds'] as const).map((field) => ({ field, hidden: false, required: true, label: '' }))
  expect(askedFor(whole, asked)).toEqual(['note', 'accessNeeds'])
  expect(askedFor({ ...whole, note: 'Not known', facts: { ...typedFacts(), accessNeeds: { is: 'not_known', words: '' } } }, asked)).toEqual(
    [],
  )
  expect(askedFor({ ...whole, personId: INES }, asked)).toEqual(['note'])
})

test('what is typed of her reads back as it was told (property)', () => {
  fc.assert(
    fc.property(facts, (told) => {
      expect(factsTyped(typedFacts(told))).toEqual(told)
    }),
  )
})
