import { expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { listEffectiveRights } from '../../../electron/storage/staff/staff'
import { FRIDAY_NINE } from '../../support/office/scratch-office'
import { createOfficeWithTwo } from '../../support/office/two-workers'

const refused = (reason: string, field?: string) => ({ ok: false, failure: { kind: 'refused', reason, ...(field ? { field } : {}) } })

test('away: everything open of hers goes to others in the same step, her deputy acts, and she is back by herself (H4)', async () => {
  const { office, tamsin, ruth, first, second, ownerOf: readOwner } = await createOfficeWithTwo()
  await office.must('rights.save', { right: 'data_owner', holder: tamsin, deputy: ruth, deputyActs: false })
  const deputyActs = () => office.database.read((db) => listEffectiveRights(db).find(({ right }) => right === 'data_owner')?.deputyActs)
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
  const { office, tamsin, ruth, first, ownerOf: readOwner } = await createOfficeWithTwo()
  await office.must('rights.save', { right: 'data_owner', holder: tamsin, deputy: ruth, deputyActs: false })
  const deputyActs = () => office.database.read((db) => listEffectiveRights(db).find(({ right }) => right === 'data_owner')?.deputyActs)
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
  const { office, tamsin, ruth, first, second, ownerOf: readOwner } = await createOfficeWithTwo()
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
