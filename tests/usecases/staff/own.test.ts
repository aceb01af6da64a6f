import { expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { listEffectiveRights } from '../../../electron/storage/staff/staff'
import { FRIDAY_NINE, createScratchOffice } from '../../support/office/scratch-office'

const refused = (reason: string, field?: string) => ({ ok: false, failure: { kind: 'refused', reason, ...(field ? { field } : {}) } })
const CHOICE = { view: 'table', standing: 'overdue', owner: 'any', direction: 'any', source: 'none', sort: 'due', group: 'none' } as const

async function withTwo() {
  const office = createScratchOffice()
  const tamsin = office.worker('Tamsin')
  const ruth = office.worker('Ruth')
  const partner = await office.partner('Northgate Clinic')
  const createHandoff = (name: string, assignedTo = tamsin) =>
    office.refer(partner, { person: { kind: 'new', name, alias: '' }, assignedTo })
  const first = await createHandoff('Wren Castellan')
  const second = await createHandoff('Ottoline Marsh')
  const readOwner = async (id: typeof first) => (await office.must('handoff.read', { id })).assignedTo.name
  return { office, tamsin, ruth, refer: createHandoff, first, second, ownerOf: readOwner }
}

test('a worker’s own views: kept under their names, written over, dropped; nobody else has them', async () => {
  const { office, tamsin } = await withTwo()
  await office.must('savedView.save', { name: 'Late, no partner', choice: CHOICE })
  await office.must('savedView.save', { name: 'All', choice: { ...CHOICE, standing: 'any' } })
  await office.must('savedView.save', { name: 'All', choice: { ...CHOICE, standing: 'soon' } })
  expect(await office.must('savedView.list', {})).toEqual([
    { name: 'All', choice: { ...CHOICE, standing: 'soon' } },
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

test('several records go to one worker in one step, or none of them (section 13)', async () => {
  const { office, tamsin, ruth, refer: createHandoff, first, second, ownerOf: readOwner } = await withTwo()
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
  const { office, tamsin, ruth, first, second, ownerOf: readOwner } = await withTwo()
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

test('away: everything open of hers goes to others in the same step, her deputy acts, and she is back by herself (H4)', async () => {
  const { office, tamsin, ruth, first, second, ownerOf: readOwner } = await withTwo()
  await office.must('rights.save', { right: 'data_owner', holder: tamsin, deputy: ruth, deputyActs: false })
  const deputyActs = () => office.book.read((db) => listEffectiveRights(db).find(({ right }) => right === 'data_owner')?.deputyActs)
  office.signIn(ruth, 'Ruth')
  expect(await office.call('absence.read', { id: tamsin })).toMatchObject(refused('not_yours'))
  expect(await office.call('absence.save', { id: tamsin, from: null, until: null, to: ruth, exceptions: [] })).toMatchObject(
    refused('not_yours'),
  )
  office.signIn(tamsin, 'Tamsin')
  expect(await office.must('absence.read', { id: tamsin })).toMatchObject({
    away: null,
    handoffs: [{ handoffId: first }, { handoffId: second }],
    rights: [{ right: 'data_owner', deputy: true }],
  })
  const until = FRIDAY_NINE + 3 * DAY
  const saveAbsence = (change: object = {}) =>
    office.call('absence.save', {
      id: tamsin,
      from: null,
      until,
      to: ruth,
      exceptions: [{ handoffId: second, to: office.director }],
      ...change,
    })
  expect(await saveAbsence({ to: null })).toMatchObject(refused('owner_needed', 'to'))
  expect(await saveAbsence({ until: FRIDAY_NINE - 1 })).toMatchObject(refused('due_in_the_past', 'until'))
  expect(await saveAbsence({ to: tamsin })).toMatchObject(refused('same_worker', 'to'))
  expect(deputyActs()).toBe(false)
  expect(await saveAbsence()).toEqual({ ok: true, value: { reassigned: 2 } })
  expect([await readOwner(first), await readOwner(second)]).toEqual(['Ruth', 'Maeve'])
  expect((await office.must('handoff.read', { id: first })).timeline[0]).toMatchObject({ facts: { reason: 'staff_away' } })
  const away = async () => (await office.must('staff.list', {})).find(({ id }) => id === tamsin)?.away
  expect(await away()).toEqual({ from: FRIDAY_NINE, until })
  expect(deputyActs()).toBe(true)

  office.signIn(ruth, 'Ruth')
  expect(await office.call('absence.save', { id: ruth, from: null, until: null, to: tamsin, exceptions: [] })).toMatchObject(
    refused('is_away', 'to'),
  )
  office.at(until)
  await office.must('savedView.remove', { name: 'any change moves the mark' })
  expect([await away(), deputyActs()]).toEqual([null, false])
})

test('back by hand; an absence that is still to come lets no deputy act yet', async () => {
  const { office, tamsin, ruth, first, ownerOf: readOwner } = await withTwo()
  await office.must('rights.save', { right: 'data_owner', holder: tamsin, deputy: ruth, deputyActs: false })
  const deputyActs = () => office.book.read((db) => listEffectiveRights(db).find(({ right }) => right === 'data_owner')?.deputyActs)
  await office.must('absence.save', { id: tamsin, from: FRIDAY_NINE + HOUR, until: null, to: ruth, exceptions: [] })
  expect([await readOwner(first), deputyActs()]).toEqual(['Ruth', false])
  office.after(2 * HOUR)
  await office.must('savedView.remove', { name: 'any change moves the mark' })
  expect(deputyActs()).toBe(true)
  await office.must('absence.end', { id: tamsin })
  expect(deputyActs()).toBe(false)
  expect((await office.must('staff.overview', {})).staff.find(({ id }) => id === tamsin)?.away).toBeNull()
})

test('a record is not opened again for somebody who is away: whoever opens it has it, and its history says why (H2, H4)', async () => {
  const { office, tamsin, ruth, first, second, ownerOf: readOwner } = await withTwo()
  for (const id of [first, second]) await office.do(id, { kind: 'close', as: 'she_withdrew', reason: 'she said so' })
  await office.must('absence.save', { id: tamsin, from: null, until: office.now + DAY, to: null, exceptions: [] })
  office.signIn(ruth, 'Ruth')
  await office.must('handoff.execute', { id: first, command: { kind: 'reopen', reason: 'she rang' } })
  expect(await readOwner(first)).toBe('Ruth')
  const { timeline } = await office.must('handoff.read', { id: first })
  expect(timeline.find(({ kind }) => kind === 'assigned')?.facts).toMatchObject({ to: 'Ruth', reason: 'staff_away' })
  office.after(DAY)
  await office.must('handoff.execute', { id: second, command: { kind: 'reopen', reason: 'she rang' } })
  expect(await readOwner(second)).toBe('Tamsin')
})
