import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '#shared/domain/core/moment'
import { attempt } from '../../support/domain/commands'
import { createScratchOffice } from '../../support/office/scratch-office'

const withdraw = { kind: 'withdraw_attempt', no: 1 } as const

test('an attempt that is taken back leaves the alerts as they were: unseen, and at their times (H13, C3)', async () => {
  const office = createScratchOffice()
  const twin = createScratchOffice()
  for (const one of [office, twin]) {
    const id = await one.createHandoff(await one.partner('Northgate Line'))
    one.after(20 * HOUR)
    one.tick()
    one.after(MINUTE)
    if (one === office) await one.do(id, attempt('no_answer', { wayId: null }))
    one.after(MINUTE)
    if (one === office) await one.do(id, withdraw)
  }
  const alerts = async (one: typeof office) => (await one.must('alert.list', {})).map(({ level, dueAt }) => ({ level, dueAt }))
  expect(await alerts(office)).toHaveLength(1)
  expect(await alerts(office)).toEqual(await alerts(twin))
  expect(office.nextAlertAt()).toBe(twin.nextAlertAt())
})

test('the worker who logged it finds the undo on every page for a quarter of an hour, and what it restores', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  expect(await office.must('handoff.findUndo', {})).toBeNull()
  await office.do(id, { kind: 'agree_waiting', checkAt: office.now + 9 * HOUR, why: 'she_asked' })
  office.after(2 * HOUR)
  await office.do(id, attempt('reached', { wayId: null }))
  const found = await office.must('handoff.findUndo', {})
  expect(found).toMatchObject({ id, number: 1, no: 1, outcome: 'reached', restores: { kind: 'waiting_for_her', why: 'she_asked' } })
  expect((await office.must('handoff.read', { id })).undo).toMatchObject({ no: 1, until: office.now + 15 * MINUTE })
  office.after(15 * MINUTE + 1)
  expect(await office.must('handoff.findUndo', {})).toBeNull()
  expect((await office.must('handoff.read', { id })).undo).toBeNull()
})
