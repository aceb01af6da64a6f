import { expect, test } from 'vitest'
import { createOfficeWithTwo } from '../../support/office/two-workers'

const refused = (reason: string, field?: string) => ({ ok: false, failure: { kind: 'refused', reason, ...(field ? { field } : {}) } })
const CHOICE = { view: 'table', urgency: 'overdue', owner: 'any', direction: 'any', source: 'none', sort: 'due', group: 'none' } as const

test('a worker’s own views: kept under their names, written over, dropped; nobody else has them', async () => {
  const { office, tamsin } = await createOfficeWithTwo()
  await office.must('savedView.save', { name: 'Late, no partner', choice: CHOICE })
  await office.must('savedView.save', { name: 'All', choice: { ...CHOICE, urgency: 'any' } })
  await office.must('savedView.save', { name: 'All', choice: { ...CHOICE, urgency: 'soon' } })
  expect(await office.must('savedView.list', {})).toEqual([
    { name: 'All', choice: { ...CHOICE, urgency: 'soon' } },
    { name: 'Late, no partner', choice: CHOICE },
  ])
  office.signIn(tamsin, 'Tamsin')
  expect(await office.must('savedView.list', {})).toEqual([])
  await office.must('savedView.remove', { name: 'All' })
  office.signIn(office.director, 'Maeve', ['director'])
  await office.must('savedView.remove', { name: 'All' })
  expect((await office.must('savedView.list', {})).map(({ name }) => name)).toEqual(['Late, no partner'])
  for (let n = 0; n < 29; n += 1) await office.must('savedView.save', { name: `View ${n}`, choice: CHOICE })
  expect(await office.call('savedView.save', { name: 'One more', choice: CHOICE })).toMatchObject(refused('enough_views', 'name'))
  expect(await office.call('savedView.save', { name: 'View 1', choice: CHOICE })).toMatchObject({ ok: true })
})
