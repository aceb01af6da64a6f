import { expect, test } from 'vitest'
import { HOUR } from '#shared/domain/core/moment'
import type { StaffId } from '#shared/domain/core/ids'
import { createScratchOffice } from '../../support/office/scratch-office'

type Office = ReturnType<typeof createScratchOffice>

async function recordDanger(office: Office): Promise<StaffId | undefined> {
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  const done = await office.do(id, {
    kind: 'record_bounce',
    reason: 'possible_danger',
    seen: 'a man answered and asked who we are',
    change: '',
    action: 'review_and_close',
    owner: office.director,
    dueAt: office.now + HOUR,
    what: '',
  })
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return (await office.must('handoff.read', { id })).tasks.find(({ kind }) => kind === 'possible_danger')?.ownerId
}

const markAbsent = (office: Office, id: StaffId) => office.must('absence.save', { id, from: null, until: null, to: null, exceptions: [] })

test('a possible danger goes to a supervisor who is here, not to one who is away (B2, H4)', async () => {
  const office = createScratchOffice()
  const ines = office.worker('Ines', ['worker', 'supervisor'])
  const kay = office.worker('Kay', ['worker', 'supervisor'])
  await markAbsent(office, ines)
  office.after(1)
  await office.must('savedView.remove', { name: 'any change moves the mark' })
  expect(await recordDanger(office)).toBe(kay)
})

test('while every supervisor is away it goes to the director; once she is back, to her again', async () => {
  const office = createScratchOffice()
  const ines = office.worker('Ines', ['worker', 'supervisor'])
  await markAbsent(office, ines)
  office.after(1)
  await office.must('savedView.remove', { name: 'any change moves the mark' })
  expect(await recordDanger(office)).toBe(office.director)
  await office.must('absence.end', { id: ines })
  const partner = await office.partner('Southgate Line')
  expect(partner).toBeDefined()
})

test('of two who are away the supervisor is told all the same: somebody must be', async () => {
  const office = createScratchOffice()
  const ines = office.worker('Ines', ['worker', 'supervisor'])
  await markAbsent(office, ines)
  await markAbsent(office, office.director)
  office.after(1)
  await office.must('savedView.remove', { name: 'any change moves the mark' })
  expect(await recordDanger(office)).toBe(ines)
})
