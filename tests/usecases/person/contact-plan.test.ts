import { expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import { HOUR } from '#shared/domain/core/moment'
import { daily, plan, times } from '../../support/domain/plans'
import { FRIDAY_NINE, createScratchOffice } from '../../support/office/scratch-office'

type Office = ReturnType<typeof createScratchOffice>
const EVENINGS = times(daily('18:00', '20:00'))
const SIX = FRIDAY_NINE + 9 * HOUR

async function withPlan(office: Office, facts: Parameters<typeof plan>[0]): Promise<{ id: HandoffId; personId: PersonId }> {
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  const { personId } = await office.must('handoff.read', { id })
  await save(office, personId, 1, facts)
  return { id, personId }
}
const save = (office: Office, personId: PersonId, basedOn: number, facts: Parameters<typeof plan>[0]) =>
  office.must('plan.save', { personId, basedOn, plan: plan(facts) as Input<'plan.save'>['plan'], verifiedWith: 'her' })

test('an interpreter is booked inside her safe time, and the next try with her (section 5, P1)', async () => {
  const office = createScratchOffice()
  const { id, personId } = await withPlan(office, { interpreter: 'needed', safeHours: EVENINGS })
  const read = () => office.must('handoff.read', { id })
  expect((await read()).tasks[0]?.kind).toBe('book_interpreter')
  const noon = { personId, from: FRIDAY_NINE + 3 * HOUR, until: FRIDAY_NINE + 4 * HOUR, language: 'Tigrinya', who: 'the language line' }
  expect(await office.call('plan.bookInterpreter', noon)).toMatchObject({
    failure: { reason: 'outside_safe_times', field: 'from', until: SIX },
  })
  expect(await office.call('plan.bookInterpreter', { ...noon, until: noon.from })).toMatchObject({ failure: { reason: 'due_in_the_past' } })
  const { id: bookingId } = await office.must('plan.bookInterpreter', { ...noon, from: SIX + HOUR, until: SIX + 3 * HOUR })
  expect((await read()).proposal).toMatchObject({ at: SIX + HOUR, until: SIX + 2 * HOUR, because: ['interpreter_booked'] })
  expect((await read()).tasks.map(({ kind }) => kind)).toEqual(['reach_her'])
  expect(await office.must('plan.listBookings', { personId })).toMatchObject([{ id: bookingId, bookedBy: 'Maeve', usable: true }])
  await office.must('plan.cancelBooking', { personId, bookingId })
  expect(await office.must('plan.listBookings', { personId })).toEqual([])
  expect((await read()).tasks[0]?.kind).toBe('book_interpreter')
  expect(await office.call('plan.cancelBooking', { personId, bookingId })).toMatchObject({ failure: { reason: 'no_such_booking' } })
})

test('a booking that nobody used is over by itself, and another is asked for (C5)', async () => {
  const office = createScratchOffice()
  const { id, personId } = await withPlan(office, { interpreter: 'needed', safeHours: EVENINGS })
  await office.must('plan.bookInterpreter', { personId, from: SIX, until: SIX + HOUR, language: '', who: '' })
  office.at(SIX + HOUR)
  office.tick()
  expect((await office.must('handoff.read', { id })).tasks[0]?.kind).toBe('book_interpreter')
})

test('a relay through a partner is followed only while the partner has agreed to carry messages', async () => {
  const office = createScratchOffice()
  const partnerId = await office.partner('Riverside Court Clinic')
  const relay = { who: 'Riverside Court Clinic', partnerId, agreed: true }
  const { id, personId } = await withPlan(office, { ways: [], relay })
  const before = await office.must('handoff.read', { id })
  expect(before).toMatchObject({ state: { why: 'no_safe_way' }, plan: { relayAgreement: '', hasSafeWay: false, rules: { relay } } })
  const more = { languages: '', areas: '', hours: '', eligibility: '', doNotRefer: '', address: null, contacts: [], helpsUntil: null }
  await office.must('partner.save', {
    id: partnerId,
    name: 'Riverside Court Clinic',
    kind: 'agency',
    phone: '780 555 0170',
    note: '',
    helpsToReach: true,
    more: { ...more, relay: 'They tell her at her appointments.' },
  })
  await save(office, personId, 2, { ways: [], relay, nameToUse: 'A.' })
  expect(await office.must('handoff.read', { id })).toMatchObject({
    tasks: [{ kind: 'relay' }],
    plan: { relayAgreement: 'They tell her at her appointments.', hasSafeWay: true },
  })
})

test('what was shown past a rule is listed, and its reason is written by whoever showed it or those who have the list (P1)', async () => {
  const office = createScratchOffice()
  const bo = office.worker('Bo')
  const tamsin = office.worker('Tamsin')
  const { id } = await withPlan(office, { safeHours: EVENINGS })
  office.signIn(bo, 'Bo')
  const show = { id, wayId: 'w1', channel: 'call' as const, safeCheck: 'safe' as const }
  await office.must('contact.showNumber', { ...show, override: '' })
  office.after(HOUR)
  await office.must('contact.showNumber', { ...show, override: 'she texted the code word' })
  const [mine, ...more] = await office.must('override.listOwn', {})
  expect(more).toEqual([])
  expect(mine).toMatchObject({ handoffId: id, number: 1, label: 'A. R.', at: FRIDAY_NINE, by: 'Bo', mine: true, reason: null })
  expect(await office.call('override.list', {})).toMatchObject({ failure: { kind: 'closed_to_you' } })

  office.signIn(tamsin, 'Tamsin')
  expect(await office.must('override.listOwn', {})).toEqual([])
  const explain = { handoffId: id, no: mine!.no, words: 'she rang and was cut off' }
  expect(await office.call('override.explain', explain)).toMatchObject({ failure: { reason: 'no_open_override' } })
  office.signIn(bo, 'Bo')
  expect(await office.call('override.explain', { ...explain, words: ' ' })).toMatchObject({ failure: { reason: 'reason_needed' } })
  await office.must('override.explain', explain)
  expect(await office.must('override.listOwn', {})).toEqual([])

  office.signIn(office.director, 'Maeve', ['director'])
  expect((await office.must('override.list', {})).map(({ by, reason }) => [by, reason])).toEqual([
    ['Bo', 'she texted the code word'],
    ['Bo', 'she rang and was cut off'],
  ])
  const historyEntry = (await office.must('handoff.read', { id })).timeline.find(({ kind }) => kind === 'override_explained')
  expect(historyEntry?.facts).toMatchObject({ words: 'she rang and was cut off' })
})

test('a plan that was verified while another draft of it lies open is not written over; the words of both stay (P5)', async () => {
  const office = createScratchOffice()
  const { personId } = await withPlan(office, { nameToUse: 'A.' })
  await save(office, personId, 2, { nameToUse: 'Amal' })
  const late = { personId, basedOn: 2, plan: plan({ nameToUse: 'Mrs R.' }) as Input<'plan.save'>['plan'], verifiedWith: null }
  expect(await office.call('plan.save', late)).toMatchObject({ failure: { reason: 'changed_meanwhile', detail: { version: 3 } } })
  expect((await office.must('plan.read', { personId }))?.plan.nameToUse).toBe('Amal')
})

test('safe windows that exclude every hour are refused with words, and numbers are kept as they were written', async () => {
  const office = createScratchOffice()
  const { personId } = await withPlan(office, {})
  const never = { safeHours: EVENINGS, neverHours: [daily('17:00', '21:00')] }
  const all = { personId, basedOn: 2, plan: plan(never) as Input<'plan.save'>['plan'], verifiedWith: null }
  expect(await office.call('plan.save', all)).toMatchObject({ failure: { reason: 'no_safe_hours', field: 'safeHours' } })
  const ways = [{ ...plan().ways[0]!, value: '(780) 555-01 42 ext. 9' }]
  await save(office, personId, 2, { ways })
  expect((await office.must('plan.read', { personId }))?.plan.ways[0]?.value).toBe('(780) 555-01 42 ext. 9')
  expect(JSON.stringify(await office.must('search.find', { text: '7805550142' }))).toContain(personId)
})
