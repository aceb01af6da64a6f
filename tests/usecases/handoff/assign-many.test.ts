import { expect, test } from 'vitest'
import { createOfficeWithTwo } from '../../support/office/two-workers'

const refused = (reason: string, field?: string) => ({ ok: false, failure: { kind: 'refused', reason, ...(field ? { field } : {}) } })

test('several records go to one worker in one step, or none of them (section 13)', async () => {
  const { office, tamsin, ruth, refer: createHandoff, first, second, ownerOf: readOwner } = await createOfficeWithTwo()
  const third = await createHandoff('Ines Park', office.director)
  office.signIn(tamsin, 'Tamsin')
  expect(await office.call('handoff.assignMany', { ids: [first, third], to: ruth, reason: 'sick' })).toMatchObject(refused('not_yours'))
  expect(await readOwner(first)).toBe('Tamsin')
  expect(await office.must('handoff.assignMany', { ids: [first, second, first], to: ruth, reason: 'my shift ends' })).toEqual({
    assigned: 2,
  })
  expect([await readOwner(first), await readOwner(second)]).toEqual(['Ruth', 'Ruth'])
  const { timeline } = await office.must('handoff.read', { id: first })
  expect(timeline[0]).toMatchObject({ kind: 'assigned', facts: { to: 'Ruth', reason: 'my shift ends' } })
  office.signIn(ruth, 'Ruth', ['supervisor'])
  expect(await office.call('handoff.assignMany', { ids: [first], to: ruth, reason: '' })).toMatchObject(refused('same_worker', 'to'))
  expect(await office.must('handoff.assignMany', { ids: [first, third], to: tamsin, reason: '' })).toEqual({ assigned: 2 })
  office.signIn(office.director, 'Maeve', ['director'])
  const { rows } = await office.must('audit.list', { before: null, kinds: ['reassigned'] })
  expect(rows).toHaveLength(4)
})

test('a restricted person is given to nobody who may not see her, by no name; for whoever may not, she is not there (I3)', async () => {
  const { office, tamsin, ruth, first, second, ownerOf: readOwner } = await createOfficeWithTwo()
  const { personId } = await office.must('handoff.read', { id: first })
  await office.must('access.restrict', { personId, named: [tamsin, office.director] })
  const answer = await office.call('handoff.assignMany', { ids: [second, first], to: ruth, reason: '' })
  expect(answer).toEqual({ ok: false, failure: { kind: 'refused', reason: 'owner_not_named', field: 'to' } })
  expect(await readOwner(second)).toBe('Tamsin')
  office.signIn(ruth, 'Ruth', ['workflow_owner'])
  const unknownAnswer = await office.call('handoff.assignMany', { ids: [first], to: tamsin, reason: '' })
  const unknown = await office.call('handoff.assignMany', { ids: ['01936a00-0000-7000-8000-000000000099'], to: tamsin, reason: '' })
  expect(unknownAnswer).toEqual(unknown)
})
