import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { replay } from '#shared/domain/apply'
import type { HandoffId, PersonId, StaffId } from '#shared/domain/ids'
import { HOUR } from '#shared/domain/moment'
import type { ReadableDb } from '../../electron/storage/database'
import { eventsOf, loadHandoff } from '../../electron/storage/handoffs'
import { records } from '../../electron/storage/office-records'
import { alert, decisionRight, handoff, restriction, restrictionStaff, staff, task } from '../../electron/storage/schema'
import { whoMaySee } from '../../electron/storage/sight'
import type { Door } from '../../electron/usecases/door'
import { leave } from '../../electron/usecases/leave'
import { PASSPHRASE } from '../support/founding'
import { withKey } from '../support/opened'
import { referral, scratchOffice } from '../support/scratch-office'
import { wholeDesk } from '../support/whole-desk'
import { addWorker, addWorkers } from '../support/workers'

type Office = ReturnType<typeof scratchOffice>
const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})

/** The director at a door without a vault; the book is the real one. */
function doorOf(office: Office): Door {
  return {
    book: office.book,
    dataKey: Buffer.alloc(32, 7),
    me: { id: office.director, name: 'Maeve', roles: ['director'] },
    disk: 'ok',
    records,
    now: () => office.now,
    vault: { slots: () => [{ class: 'recovery' }], remove: () => ({ save: () => 1 }) },
    carryOut: (act: Parameters<Door['carryOut']>[0]) => office.book.write(act, ({ ok }) => ok),
  } as never
}

const hersIn = (office: Office, id: StaffId): { tasks: number; records: number; rights: number } =>
  office.book.read((db) => ({
    tasks: db
      .select()
      .from(task)
      .where(sql`owner = ${id} AND open = 1`)
      .all().length,
    records: db
      .select()
      .from(handoff)
      .where(sql`assigned_to = ${id} AND ended_at IS NULL`)
      .all().length,
    rights: db
      .select()
      .from(decisionRight)
      .where(sql`holder = ${id} OR deputy = ${id}`)
      .all().length,
  }))
/** How many besides her may have this record; more than none where it is not hers to give. */
function seenByOthers(db: ReadableDb, id: HandoffId, leaver: StaffId): number {
  const row = db.select().from(handoff).where(eq(handoff.id, id)).get()
  const tasks = db
    .select()
    .from(task)
    .where(sql`handoff_id = ${id} AND owner = ${leaver} AND open = 1`)
    .all()
  if (!row || row.endedAt !== null || (row.assignedTo !== leaver && tasks.length === 0)) return Number.MAX_SAFE_INTEGER
  return whoMaySee(db, row.personId).filter((worker) => worker.id !== leaver).length
}
const NOTHING = { tasks: 0, records: 0, rights: 0 }

const bounce = (owner: StaffId, dueAt: number, reason = 'capacity_delay') => ({
  kind: 'record_bounce' as const,
  reason,
  seen: 'full',
  change: 'another one',
  action: 'other_resource' as const,
  what: 'ask the next one',
  owner,
  dueAt,
})

const deed = fc.record({
  assigned: fc.nat(3),
  second: fc.nat(3),
  what: fc.constantFrom('nothing', 'moved', 'bounced', 'danger', 'outgoing', 'internal', 'closed'),
  restricted: fc.option(fc.nat(3)),
  conflict: fc.option(fc.nat(3)),
})

test(
  'whoever leaves owns nothing open afterwards, and nobody gets a record whom she does not exist for (H4, I3)',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), fc.nat(3), async (deeds, to) => {
        const office = scratchOffice()
        const leaver = office.worker('Tamsin', ['worker', 'supervisor'])
        const four = [leaver, office.worker('Noor'), office.worker('Ruth', ['supervisor']), office.worker('Bao')] as const
        const at = (index: number): StaffId => four[index] as StaffId
        const partner = await office.partner('Northgate Clinic')
        const made: HandoffId[] = []
        for (const one of deeds) {
          const direction = one.what === 'outgoing' || one.what === 'internal' ? one.what : 'incoming'
          const id = await office.refer(partner, {
            assignedTo: at(one.assigned),
            person: { kind: 'new', name: 'Wren Castellan', alias: '' },
            ...(direction === 'incoming' ? {} : { direction, source: { kind: 'staff', id: office.director }, permissionGiven: true }),
            ...(direction === 'outgoing' ? { receiver: { kind: 'partner', id: partner } } : {}),
            ...(direction === 'internal' ? { receiver: { kind: 'staff', id: at(one.second) } } : {}),
          })
          made.push(id)
          const next = office.book.read((db) => loadHandoff(db, id))?.tasks[0]
          if (one.what === 'moved' && next)
            await office.do(id, { kind: 'move_task', no: next.no, owner: at(one.second), dueAt: next.dueAt })
          if (one.what === 'bounced') await office.do(id, bounce(at(one.second), office.now + HOUR))
          if (one.what === 'danger') await office.do(id, bounce(at(one.second), office.now + HOUR, 'possible_danger'))
          if (one.what === 'closed') await office.do(id, { kind: 'close', as: 'she_withdrew', reason: 'she said so' })
          const her = office.book.read((db) => loadHandoff(db, id))
          if (!her) throw new Error('it was made')
          office.book.write((db) => {
            const doers = [her.assignedTo, ...her.tasks.map(({ owner }) => owner)]
            if (one.restricted !== null) {
              db.insert(restriction).values({ personId: her.personId, at: office.now, by: office.director }).run()
              for (const staffId of new Set([...doers, at(one.restricted)]))
                db.insert(restrictionStaff).values({ personId: her.personId, staffId }).run()
            }
            if (one.conflict !== null && !doers.includes(at(one.conflict)))
              db.run(
                sql`INSERT INTO conflict (staff_id, person_id, at, "by") VALUES (${at(one.conflict)}, ${her.personId}, 1, ${office.director})`,
              )
          })
        }
        await office.must('rights.save', { right: 'workflow_owner', holder: leaver, deputy: at(1), deputyActs: false })
        await office.must('rights.save', { right: 'data_owner', holder: at(2), deputy: leaver, deputyActs: true })
        office.after(HOUR)
        const had = hersIn(office, leaver)
        const input = { id: leaver, to: to === 0 ? office.director : at(to), except: [] }
        const left = leave(doorOf(office), input)
        const others = office.book.read((db) => made.map((id) => seenByOthers(db, id, leaver)))
        if (others.some((count) => count === 0)) {
          // All or nothing.
          expect(left).toMatchObject(refused('nobody_may_see_her'))
          expect(hersIn(office, leaver)).toEqual(had)
          office.book.close()
          return
        }
        expect(left).toMatchObject({ ok: true })
        expect(hersIn(office, leaver)).toEqual(NOTHING)
        expect(had.rights).toBe(2)
        office.book.read((db) => {
          for (const id of made) {
            const row = db.select().from(handoff).where(eq(handoff.id, id)).get()
            const her = replay(eventsOf(db, id))
            if (!row || !her) throw new Error('it is there')
            expect(her.assignedTo).toBe(row.assignedTo)
            if (row.endedAt !== null) continue
            const seeing = whoMaySee(db, row.personId as PersonId).map((worker) => worker.id)
            expect(seeing).toContain(row.assignedTo)
            for (const one of her.tasks.filter(({ doneAt }) => doneAt === null)) expect(seeing).toContain(one.owner)
          }
          expect(db.select().from(decisionRight).orderBy(decisionRight.right).all()).toMatchObject([
            { right: 'data_owner', holder: at(2), deputy: null, deputyActs: false },
            { right: 'workflow_owner', holder: at(1), deputy: null },
          ])
        })
        // What ended while it was hers goes to whoever opens it again.
        for (const [index, { what, restricted }] of deeds.entries())
          if (what === 'closed' && restricted === null)
            expect(await office.do(made[index] as HandoffId, { kind: 'reopen', reason: 'she rang' })).toMatchObject({ ok: true })
        expect(hersIn(office, leaver)).toEqual(NOTHING)
        office.book.close()
      }),
      { numRuns: 25 },
    )
  },
)

test('a contact that is overdue still alerts after it was given to somebody else (C3)', async () => {
  const office = scratchOffice()
  const tamsin = office.worker('Tamsin')
  const ruth = office.worker('Ruth')
  const partner = await office.partner('Northgate Clinic')
  await office.refer(partner, { assignedTo: tamsin })
  office.after(25 * HOUR)
  office.tick()
  const unseen = () =>
    office.book.read(
      (db) =>
        db
          .select()
          .from(alert)
          .where(sql`seen_at IS NULL`)
          .all().length,
    )
  expect(unseen()).toBe(1)
  expect(leave(doorOf(office), { id: tamsin, to: ruth, except: [] }).ok).toBe(true)
  expect(unseen()).toBe(1)
})

test('the database refuses by itself: nobody leaves with something open, and nothing is given to who has left (H4)', async () => {
  const office = scratchOffice()
  const tamsin = office.worker('Tamsin')
  const gone = office.worker('Bao')
  const partner = await office.partner('Northgate Clinic')
  const id = await office.refer(partner, { assignedTo: tamsin })
  const said = (act: string): string => {
    try {
      office.book.write((db) => db.run(sql.raw(act)))
      return 'done'
    } catch (error) {
      return String((error as Error).cause)
    }
  }
  expect(said(`UPDATE staff SET left_at = 1 WHERE id = '${tamsin}'`)).toMatch(/H4/)
  expect(said(`UPDATE staff SET left_at = 1 WHERE id = '${gone}'`)).toBe('done')
  expect(said(`UPDATE task SET owner = '${gone}' WHERE handoff_id = '${id}'`)).toMatch(/H4/)
  expect(await office.do(id, { kind: 'assign', to: gone, reason: '' })).toMatchObject(refused('has_left'))
  await office.must('rights.save', { right: 'data_owner', holder: tamsin, deputy: null, deputyActs: false })
  expect(await office.call('rights.save', { right: 'data_owner', holder: gone, deputy: null, deputyActs: false })).toMatchObject(
    refused('has_left', 'holder'),
  )
})

test('a worker leaves: her records go where the director says, her way in is gone, her name stays (K4, H4)', async () => {
  const desk = await wholeDesk()
  const { must, director } = desk
  const [tamsin, ruth] = (await addWorkers(desk, [
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
  const refer = async (name: string) =>
    (await must('handoff.create', { ...referral(partner), person: { kind: 'new', name, alias: '' }, assignedTo: tamsin })).id
  const first = await refer('Wren Castellan')
  const second = await refer('Ottoline Marsh')
  await must('rights.save', { right: 'data_owner', holder: tamsin, deputy: null, deputyActs: false })
  expect(await must('staff.leaving', { id: tamsin })).toMatchObject({
    handoffs: [
      { handoffId: first, number: 1 },
      { handoffId: second, number: 2 },
    ],
    restricted: 0,
    rights: ['data_owner'],
    drafts: 0,
  })

  const go = (change: object = {}) =>
    desk.call('staff.leave', { id: tamsin, to: ruth, except: [{ handoffId: second, to: director }], ...change })
  expect(await go({ id: director })).toMatchObject(refused('not_yourself'))
  expect(await go({ to: tamsin })).toMatchObject(refused('same_worker', 'to'))
  expect(await go({ except: [{ handoffId: '01936a00-0000-7000-8000-000000000099', to: ruth }] })).toMatchObject(refused('no_such_handoff'))
  expect(await go()).toEqual({ ok: true, value: { reassigned: 2 } })
  expect(await go()).toMatchObject(refused('has_left'))
  expect(await desk.call('staff.reset', { id: tamsin })).toMatchObject(refused('has_left'))
  expect(await desk.call('staff.leave', { id: ruth, to: tamsin, except: [] })).toMatchObject(refused('has_left', 'to'))

  const record = await must('handoff.read', { id: first })
  expect(record.assignedTo.name).toBe('Ruth Adeyemi')
  expect(record.supporting.map(({ name }) => name)).toContain('Tamsin Boyle')
  expect((await must('handoff.read', { id: second })).assignedTo.name).toBe('Ines Okafor')
  const state = await must('office.state', {})
  expect(state.staff.map(({ name }) => name)).toEqual(['Ines Okafor', 'Ruth Adeyemi'])
  expect(state.unnamed).toEqual(['workflow_owner', 'data_owner'])
  expect((await must('staff.list', {})).map(({ name }) => name)).not.toContain('Tamsin Boyle')
  expect((await must('staff.overview', {})).staff.find(({ id }) => id === tamsin)).toMatchObject({
    name: 'Tamsin Boyle',
    passphrase: 'none',
  })
  // Whoever comes next may have the same name; who she was stays another one.
  const namesake = await addWorker(desk, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: 'another sentence of mine' })
  expect(namesake).not.toBe(tamsin)

  const { rows } = await must('audit.page', { before: null, kinds: ['reassigned', 'staff_left'] })
  expect(rows.map(({ kind, about, by }) => [kind, about, by])).toEqual([
    ['staff_left', 'Tamsin Boyle', 'Ines Okafor'],
    ['reassigned', '2', 'Ines Okafor'],
    ['reassigned', '1', 'Ines Okafor'],
  ])
  const later = desk.reopen()
  expect(await later.call('session.signIn', { passphrase: 'nine slow barges pass the lock', staffId: null })).toMatchObject(
    refused('wrong_passphrase'),
  )
  later.office.quit()
  await withKey(desk.folder, PASSPHRASE, (sqlite) => {
    expect(sqlite.prepare('SELECT count(*) AS n FROM staff WHERE slot_id IS NULL AND left_at IS NOT NULL').get()).toEqual({ n: 1 })
  })
})

test('a worker who never had a key leaves as well', () => {
  const office = scratchOffice()
  const bao = office.worker('Bao')
  office.book.write((db) => db.update(staff).set({ slotId: null }).where(eq(staff.id, bao)).run())
  expect(leave(doorOf(office), { id: bao, to: office.director, except: [] })).toEqual({ ok: true, value: { reassigned: 0 } })
})
