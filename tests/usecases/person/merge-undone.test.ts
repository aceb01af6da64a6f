import { expect, test } from 'vitest'
import { HOUR } from '#shared/domain/core/moment'
import { createScratchOffice } from '../../support/office/scratch-office'

const REASON = 'the same number, and she says so'

async function createMergedRecords() {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const createHandoff = async (name: string) =>
    (await office.must('handoff.read', { id: await office.createHandoff(partner, { person: { kind: 'new', name, alias: '' } }) })).personId
  const stays = await createHandoff('Amal Rahimi')
  const gone = await createHandoff('Amal R.')
  const { mergeId } = await office.must('person.merge', { gone, stays, reason: REASON })
  office.after(HOUR)
  const plan = (personId: typeof stays) => office.must('plan.read', { personId })
  return { office, stays, gone, mergeId, plan }
}

test('a plan that was written for both in between makes the other one’s be verified anew, whoever of the two it was said about (P2)', async () => {
  const { office, stays, gone, mergeId, plan } = await createMergedRecords()
  const currentPlan = await plan(stays)
  if (!currentPlan) throw new Error('she has a plan')
  await office.must('plan.save', {
    personId: stays,
    basedOn: currentPlan.version,
    plan: { ...currentPlan.plan, neverHours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 720 }] },
    verifiedWith: 'her',
  })
  await office.must('person.unmerge', { mergeId })
  expect((await plan(stays))?.plan.neverHours).toHaveLength(1)
  expect(await plan(gone)).toMatchObject({ verified: null, plan: { neverHours: [] } })
})

test('with nothing in between each has her own plan again, verified as it was', async () => {
  const { office, stays, gone, mergeId, plan } = await createMergedRecords()
  await office.must('person.unmerge', { mergeId })
  for (const id of [stays, gone]) expect(await plan(id)).toMatchObject({ verified: { with: 'source' } })
})

test('a form that lies open on one of the two plans writes over neither the joined plan nor, afterwards, the parted one (P5)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const createHandoff = async (name: string) =>
    (await office.must('handoff.read', { id: await office.createHandoff(partner, { person: { kind: 'new', name, alias: '' } }) })).personId
  const stays = await createHandoff('Amal Rahimi')
  const gone = await createHandoff('Amal R.')
  const open = async () => {
    const current = await office.must('plan.read', { personId: gone })
    if (!current) throw new Error('she has a plan')
    return () =>
      office.call('plan.save', {
        personId: gone,
        basedOn: current.version,
        plan: { ...current.plan, nameToUse: 'A.' },
        verifiedWith: 'her',
      })
  }
  expect(await (await open())()).toMatchObject({ ok: true })
  const before = await open()
  const { mergeId } = await office.must('person.merge', { gone, stays, reason: REASON })
  expect(await before()).toMatchObject({ ok: false, failure: { reason: 'changed_meanwhile' } })
  const between = await open()
  await office.must('person.unmerge', { mergeId })
  expect(await between()).toMatchObject({ ok: false, failure: { reason: 'changed_meanwhile' } })
})
