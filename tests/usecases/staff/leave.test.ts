import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { StaffId } from '#shared/domain/core/ids'
import { HOUR } from '#shared/domain/core/moment'
import { alert, staff } from '../../../electron/storage/schema'
import { removeWorker } from '../../../electron/usecases/staff/leave'
import { PASSPHRASE } from '../../support/office/set-up-office'
import { changeWithKey } from '../../support/database/open-with-key'
import { referral, createScratchOffice } from '../../support/office/scratch-office'
import { createSessionContext } from '../../support/office/session-context'
import { createSignedInOffice } from '../../support/office/signed-in-office'
import { addWorker, addWorkers } from '../../support/office/add-workers'

const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})

test('a contact that is overdue still alerts after it was given to somebody else (C3)', async () => {
  const office = createScratchOffice()
  const tamsin = office.worker('Tamsin')
  const ruth = office.worker('Ruth')
  const partner = await office.partner('Northgate Clinic')
  await office.createHandoff(partner, { assignedTo: tamsin })
  office.after(25 * HOUR)
  office.tick()
  const unseen = () =>
    office.database.read(
      (db) =>
        db
          .select()
          .from(alert)
          .where(sql`seen_at IS NULL`)
          .all().length,
    )
  expect(unseen()).toBe(1)
  expect(removeWorker(createSessionContext(office), { id: tamsin, to: ruth, exceptions: [] }).ok).toBe(true)
  expect(unseen()).toBe(1)
})

test('the database refuses by itself: nobody leaves with something open, and nothing is given to who has left (H4)', async () => {
  const office = createScratchOffice()
  const tamsin = office.worker('Tamsin')
  const gone = office.worker('Bao')
  const partner = await office.partner('Northgate Clinic')
  const id = await office.createHandoff(partner, { assignedTo: tamsin })
  const readHistoryText = (act: string): string => {
    try {
      office.database.write((db) => db.run(sql.raw(act)))
      return 'done'
    } catch (error) {
      return String((error as Error).cause)
    }
  }
  expect(readHistoryText(`UPDATE staff SET left_at = 1 WHERE id = '${tamsin}'`)).toMatch(/H4/)
  expect(readHistoryText(`UPDATE staff SET left_at = 1 WHERE id = '${gone}'`)).toBe('done')
  expect(readHistoryText(`UPDATE task SET owner = '${gone}' WHERE handoff_id = '${id}'`)).toMatch(/H4/)
  expect(await office.do(id, { kind: 'assign', to: gone, reason: '' })).toMatchObject(refused('has_left'))
  await office.must('rights.save', { right: 'data_owner', holder: tamsin, deputy: null, deputyActs: false })
  expect(await office.call('rights.save', { right: 'data_owner', holder: gone, deputy: null, deputyActs: false })).toMatchObject(
    refused('has_left', 'holder'),
  )
})

test('a worker leaves: her records go where the director says, her way in is gone, her name stays (K4, H4)', async () => {
  const office = await createSignedInOffice()
  const { must, director } = office
  const [tamsin, ruth] = (await addWorkers(office, [
    { name: 'Tamsin Boyle', roles: ['worker'], passphrase: 'nine slow barges pass the lock' },
    { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: 'four green lanterns sway' },
  ])) as [StaffId, StaffId]
  const { id: partner } = await must('partner.save', {
    id: null,
    name: 'Northgate Clinic',
    kind: 'health',
    phone: '',
    note: '',
    helpsToReach: true,
  })
  const createHandoff = async (name: string) =>
    (await must('handoff.create', { ...referral(partner), person: { kind: 'new', name, alias: '' }, assignedTo: tamsin })).id
  const first = await createHandoff('Wren Castellan')
  const second = await createHandoff('Ottoline Marsh')
  await must('rights.save', { right: 'data_owner', holder: tamsin, deputy: null, deputyActs: false })
  expect(await must('staff.readLeaving', { id: tamsin })).toMatchObject({
    handoffs: [
      { handoffId: first, number: 1 },
      { handoffId: second, number: 2 },
    ],
    restricted: 0,
    rights: ['data_owner'],
    drafts: 0,
  })

  const go = (change: object = {}) =>
    office.call('staff.leave', { id: tamsin, to: ruth, exceptions: [{ handoffId: second, to: director }], ...change })
  expect(await go({ id: director })).toMatchObject(refused('not_yourself'))
  expect(await go({ to: tamsin })).toMatchObject(refused('same_worker', 'to'))
  expect(await go({ exceptions: [{ handoffId: '01936a00-0000-7000-8000-000000000099', to: ruth }] })).toMatchObject(
    refused('no_such_handoff'),
  )
  expect(await go()).toEqual({ ok: true, value: { reassigned: 2 } })
  expect(await go()).toMatchObject(refused('has_left'))
  expect(await office.call('staff.resetPassphrase', { id: tamsin })).toMatchObject(refused('has_left'))
  expect(await office.call('staff.leave', { id: ruth, to: tamsin, exceptions: [] })).toMatchObject(refused('has_left', 'to'))

  const record = await must('handoff.read', { id: first })
  expect(record.assignedTo.name).toBe('Ruth Adeyemi')
  expect(record.supporting.map(({ name }) => name)).toContain('Tamsin Boyle')
  expect((await must('handoff.read', { id: second })).assignedTo.name).toBe('Ines Okafor')
  const state = await must('office.state', {})
  expect(state.staff.map(({ name }) => name)).toEqual(['Ines Okafor', 'Ruth Adeyemi'])
  expect(state.unassignedRights).toEqual(['workflow_owner', 'data_owner'])
  expect((await must('staff.list', {})).map(({ name }) => name)).not.toContain('Tamsin Boyle')
  expect((await must('staff.overview', {})).staff.find(({ id }) => id === tamsin)).toMatchObject({
    name: 'Tamsin Boyle',
    passphrase: 'none',
  })
  // A new worker may have the same name; the former one stays a different worker.
  const namesake = await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: 'another sentence of mine' })
  expect(namesake).not.toBe(tamsin)

  const { rows } = await must('audit.list', { before: null, kinds: ['reassigned', 'staff_left'] })
  expect(rows.map(({ kind, about, by }) => [kind, about, by])).toEqual([
    ['staff_left', 'Tamsin Boyle', 'Ines Okafor'],
    ['reassigned', '2', 'Ines Okafor'],
    ['reassigned', '1', 'Ines Okafor'],
  ])
  const later = office.reopen()
  expect(await later.call('session.signIn', { passphrase: 'nine slow barges pass the lock', staffId: null })).toMatchObject(
    refused('wrong_passphrase'),
  )
  later.office.quit()
  await changeWithKey(office.folder, PASSPHRASE, (sqlite) => {
    expect(sqlite.prepare('SELECT count(*) AS n FROM staff WHERE slot_id IS NULL AND left_at IS NOT NULL').get()).toEqual({ n: 1 })
  })
})

test('a worker who never had a key leaves as well', () => {
  const office = createScratchOffice()
  const bao = office.worker('Bao')
  office.database.write((db) => db.update(staff).set({ slotId: null }).where(eq(staff.id, bao)).run())
  expect(removeWorker(createSessionContext(office), { id: bao, to: office.director, exceptions: [] })).toEqual({
    ok: true,
    value: { reassigned: 0 },
  })
})
