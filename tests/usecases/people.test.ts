import { expect, test } from 'vitest'
import type { Input } from '#shared/contract/index'
import { attempt, scratchOffice } from '../support/scratch-office'

async function oneOf(name = 'Amal Rahimi') {
  const office = scratchOffice()
  const partner = await office.partner('Northgate Line')
  const id = await office.refer(partner, { person: { kind: 'new', name, alias: '' } })
  const { personId } = await office.must('handoff.read', { id })
  const find = async (text: string) => (await office.must('search.find', { text })).people.map((one) => one.personId)
  const save = (change: Partial<Input<'person.save'>>) =>
    office.must('person.save', { personId, alias: '', initials: '', pronoun: '', spellings: [], ...change })
  return { office, partner, id, personId, find, save }
}

test('other spellings of a name are looked for like the name, also after a new plan, and no longer once they are gone', async () => {
  const { office, personId, find, save } = await oneOf()
  expect(await find('Emel')).toEqual([])
  await save({ spellings: ['Emel Rahimi', 'emel rahimi'] })
  expect(await find('Emel')).toEqual([personId])
  const alike = await office.must('handoff.similar', { name: 'Emel Rahimi', alias: '', phone: '' })
  expect(alike).toMatchObject([{ personId, likeness: 'same_name' }])
  const plan = await office.must('plan.read', { personId })
  await office.must('plan.save', { personId, basedOn: plan!.version, plan: plan!.plan as Input<'plan.save'>['plan'], verifiedWith: 'her' })
  expect(await find('Emel')).toEqual([personId])
  await save({})
  expect(await find('Emel')).toEqual([])
  expect(await find('Amal')).toEqual([personId])
})

test('her page shows neither her name nor its spellings (L6), and what nobody said stays unknown', async () => {
  const { office, personId, save } = await oneOf()
  await save({ spellings: ['Emel Rahimi'] })
  const page = await office.must('person.read', { personId })
  expect(page).toMatchObject({ label: 'A. R.', alias: '', pronoun: '', spellings: 1, stoppedAt: null, restricted: false })
  expect(JSON.stringify(page)).not.toMatch(/Amal|Rahimi|Emel/)
  expect(await office.must('person.names', { personId })).toEqual({ name: 'Amal Rahimi', alias: '', spellings: ['Emel Rahimi'] })
})

test('empty initials are made of her name again', async () => {
  const { office, personId, save } = await oneOf()
  await save({ initials: 'X' })
  expect((await office.must('person.read', { personId })).label).toBe('X')
  await save({})
  expect((await office.must('person.read', { personId })).label).toBe('A. R.')
})

test('the trail keeps which of them were changed, never to what; a change of nothing leaves no line (T1)', async () => {
  const { office, save } = await oneOf()
  await save({ alias: 'Wren', pronoun: 'they' })
  await save({ alias: 'Wren', pronoun: 'they' })
  const { rows } = await office.must('audit.page', { before: null, kinds: ['corrected'] })
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).toContain('alias pronoun')
  expect(JSON.stringify(rows)).not.toContain('Wren')
})

test('one timeline runs across all her handoffs, newest first, open ones at the head of the list', async () => {
  const { office, partner, id, personId } = await oneOf()
  office.after(60_000)
  const second = await office.refer(partner, { person: { kind: 'existing', id: personId } })
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
  const { find, personId, office, partner } = await oneOf()
  const other = await office.refer(partner, { person: { kind: 'new', name: 'أمل رحيمي', alias: '' } })
  const second = (await office.must('handoff.read', { id: other })).personId
  for (const text of ['rah am', 'AMAL', 'a r', '(780) 555', '780 555 0142', '5550142']) expect(await find(text), text).toContain(personId)
  for (const text of ['أمل', 'Amal Rahimi']) expect(await find(text), text).toEqual(expect.arrayContaining([personId, second]))
  for (const text of ['rahimi wilde', '780 555 0199', 'zz', '9']) expect(await find(text), text).toEqual([])
})
