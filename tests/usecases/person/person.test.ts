import { expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import { NO_ANSWERS, type PersonAnswers } from '#shared/domain/person/person-answers'
import { attempt, referral, createScratchOffice } from '../../support/office/scratch-office'

async function createPerson(name = 'Amal Rahimi') {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const id = await office.createHandoff(partner, { person: { kind: 'new', name, alias: '' } })
  const { personId } = await office.must('handoff.read', { id })
  const find = async (text: string) => (await office.must('search.find', { text })).people.map((one) => one.personId)
  const save = (change: Partial<Input<'person.save'>>) =>
    office.must('person.save', { personId, alias: '', initials: '', pronoun: '', spellings: [], facts: NO_ANSWERS, ...change })
  return { office, partner, id, personId, find, save }
}

test('other spellings of a name are looked for like the name, also after a new plan, and no longer once they are gone', async () => {
  const { office, personId, find, save } = await createPerson()
  expect(await find('Berta')).toEqual([])
  await save({ spellings: ['Berta Rahimi', 'berta rahimi'] })
  expect(await find('Berta')).toEqual([personId])
  const similar = await office.must('handoff.similar', { name: 'Berta Rahimi', alias: '', phone: '' })
  expect(similar).toMatchObject([{ personId, similarity: 'same_name' }])
  const plan = await office.must('plan.read', { personId })
  await office.must('plan.save', { personId, basedOn: plan!.version, plan: plan!.plan as Input<'plan.save'>['plan'], verifiedWith: 'her' })
  expect(await find('Berta')).toEqual([personId])
  await save({})
  expect(await find('Berta')).toEqual([])
  expect(await find('Amal')).toEqual([personId])
})

test('her page shows neither her name nor its spellings (L6), and what nobody said stays unknown', async () => {
  const { office, personId, save } = await createPerson()
  await save({ spellings: ['Berta Rahimi'] })
  const page = await office.must('person.read', { personId })
  expect(page).toMatchObject({ label: 'A. R.', alias: '', pronoun: '', spellings: 1, stoppedAt: null, restricted: false })
  expect(JSON.stringify(page)).not.toMatch(/Amal|Rahimi|Berta/)
  expect(await office.must('person.names', { personId })).toEqual({ name: 'Amal Rahimi', alias: '', spellings: ['Berta Rahimi'] })
})

test('empty initials are made of her name again', async () => {
  const { office, personId, save } = await createPerson()
  await save({ initials: 'X' })
  expect((await office.must('person.read', { personId })).label).toBe('X')
  await save({})
  expect((await office.must('person.read', { personId })).label).toBe('A. R.')
})

test('the audit log keeps which of them were changed, never to what; a change of nothing leaves no line (T1)', async () => {
  const { office, save } = await createPerson()
  await save({ alias: 'Wren', pronoun: 'they' })
  await save({ alias: 'Wren', pronoun: 'they' })
  const { rows } = await office.must('audit.list', { before: null, kinds: ['corrected'] })
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).toContain('alias pronoun')
  expect(JSON.stringify(rows)).not.toContain('Wren')
})

test('one timeline runs across all her handoffs, newest first, open ones at the head of the list', async () => {
  const { office, partner, id, personId } = await createPerson()
  office.after(60_000)
  const second = await office.createHandoff(partner, { person: { kind: 'existing', id: personId } })
  office.after(60_000)
  await office.do(id, attempt('no_answer'))
  office.after(60_000)
  await office.do(id, { kind: 'close', as: 'she_withdrew', reason: 'she said so' })
  const { handoffs, timeline } = await office.must('person.read', { personId })
  expect(handoffs.map((one) => [one.id, one.endedAt === null])).toEqual([
    [second, true],
    [id, false],
  ])
  expect(timeline[0]).toMatchObject({ kind: 'closed', handoffId: id, number: 1 })
  expect(timeline.map(({ happenedAt }) => happenedAt)).toEqual(timeline.map(({ happenedAt }) => happenedAt).toSorted((a, b) => b - a))
  expect(new Set(timeline.map(({ number }) => number))).toEqual(new Set([1, 2]))
})

test('she is found by any of her words in any order, by her initials, by digits as they are written, and across scripts', async () => {
  const { find, personId, office, partner } = await createPerson()
  const other = await office.createHandoff(partner, { person: { kind: 'new', name: 'أمل رحيمي', alias: '' } })
  const second = (await office.must('handoff.read', { id: other })).personId
  for (const text of ['rah am', 'AMAL', 'a r', '(780) 555', '780 555 0142', '5550142']) expect(await find(text), text).toContain(personId)
  for (const text of ['أمل', 'Amal Rahimi']) expect(await find(text), text).toEqual(expect.arrayContaining([personId, second]))
  for (const text of ['rahimi wilde', '780 555 0199', 'zz', '9']) expect(await find(text), text).toEqual([])
})

const ALL_FACTS = {
  ...NO_ANSWERS,
  ageBand: '25_59',
  household: { kind: 'told', adults: 1, children: { '0_5': 1, '6_12': 0, '13_17': 1, not_known: 0 } },
  pets: { kind: 'none' },
  accessNeeds: { kind: 'told', words: 'a ramp at the Marigold door' },
  groups: { kind: 'not_known' },
} as const satisfies PersonAnswers
const setting = { hidden: false, required: false, label: '' }

test('what she tells stands on her page and on each of her records; not asked, not known and none stay apart (section 3)', async () => {
  const { office, id, personId, save, find } = await createPerson()
  expect((await office.must('person.read', { personId })).facts).toEqual(NO_ANSWERS)
  await save({ facts: ALL_FACTS })
  expect((await office.must('person.read', { personId })).facts).toEqual(ALL_FACTS)
  expect((await office.must('handoff.read', { id })).facts).toEqual(ALL_FACTS)
  expect(await find('Marigold')).toEqual([])
  const { rows } = await office.must('audit.list', { before: null, kinds: ['corrected'] })
  expect(JSON.stringify(rows)).toContain('ageBand household pets accessNeeds groups')
  expect(JSON.stringify(rows)).not.toContain('Marigold')
})

test('what she tells at a later referral is added: what nobody asked, or she could not say, stays as it was told before', async () => {
  const { office, partner, personId, save } = await createPerson()
  await save({ facts: ALL_FACTS })
  const told: PersonAnswers = {
    ...NO_ANSWERS,
    ageBand: 'not_known',
    accessNeeds: { kind: 'none' },
    culturalNeeds: { kind: 'told', words: 'halal' },
  }
  await office.createHandoff(partner, { person: { kind: 'existing', id: personId }, facts: told as never })
  expect((await office.must('person.read', { personId })).facts).toEqual({
    ...ALL_FACTS,
    accessNeeds: { kind: 'none' },
    culturalNeeds: { kind: 'told', words: 'halal' },
  })
  const { rows } = await office.must('audit.list', { before: null, kinds: ['created'] })
  expect(JSON.stringify(rows)).toContain('accessNeeds culturalNeeds')
  const fresh = await office.createHandoff(partner, { person: { kind: 'new', name: 'Bea Lund', alias: '' }, facts: told as never })
  expect((await office.must('handoff.read', { id: fresh })).facts).toEqual(told)
})

test('a household has somebody in it, she herself', async () => {
  const { office, partner, personId } = await createPerson()
  const facts = {
    ...NO_ANSWERS,
    household: { kind: 'told' as const, adults: 0, children: { '0_5': 0, '6_12': 0, '13_17': 0, not_known: 0 } },
  }
  const refused = { ok: false, failure: { reason: 'nobody_in_household', field: 'facts.household' } }
  const page = { personId, alias: '', initials: '', pronoun: '', spellings: [] }
  expect(await office.call('person.save', { ...page, facts })).toMatchObject(refused)
  expect(await office.call('handoff.create', { ...referral(partner), facts })).toMatchObject(refused)
})

test('what the data owner asks for must be answered on her page and at a referral, unless she told it before; none is an answer (H7)', async () => {
  const { office, partner, personId, save } = await createPerson()
  await office.must('fields.save', { ...setting, field: 'accessNeeds', required: true })
  const page = { personId, alias: '', initials: '', pronoun: '', spellings: [], facts: NO_ANSWERS }
  const refused = { ok: false, failure: { reason: 'field_required', field: 'facts.accessNeeds' } }
  expect(await office.call('person.save', page)).toMatchObject(refused)
  const again = { ...referral(partner), person: { kind: 'existing' as const, id: personId } }
  expect(await office.call('handoff.create', referral(partner))).toMatchObject(refused)
  expect(await office.call('handoff.create', again)).toMatchObject(refused)
  await save({ facts: { ...NO_ANSWERS, accessNeeds: { kind: 'none' } } })
  expect((await office.call('handoff.create', again)).ok).toBe(true)
})

test('an answer is shown without what the person keeps private, and saving the page keeps the stored words (M5)', async () => {
  const { office, id, personId, save } = await createPerson()
  const pets = { kind: 'told', words: 'a dog from the mill' } as const
  await save({ facts: { ...NO_ANSWERS, pets } })
  const { id: withheld } = await office.must('withheld.add', { personId, words: 'the mill', partnerId: null })
  const { facts } = await office.must('person.read', { personId })
  expect(facts.pets).toEqual({ kind: 'told', words: 'a dog from ▬▬▬' })
  expect((await office.must('handoff.read', { id })).facts.pets).toEqual(facts.pets)
  await save({ facts: { ...facts, groups: { kind: 'none' } } })
  await office.must('withheld.remove', { personId, id: withheld })
  expect((await office.must('person.read', { personId })).facts).toMatchObject({ pets, groups: { kind: 'none' } })
})
