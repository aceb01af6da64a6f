import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { replay } from '#shared/domain/handoff/apply'
import type { HandoffId, StaffId } from '#shared/domain/core/ids'
import { HOUR } from '#shared/domain/core/moment'
import type { ReadableDb } from '../../../electron/storage/core/db-types'
import { listHandoffEvents, loadHandoff } from '../../../electron/storage/handoff/handoffs'
import { decisionRight, handoff, restriction, restrictionStaff, task } from '../../../electron/storage/schema'
import { listStaffWhoMaySee } from '../../../electron/storage/access/visibility'
import { removeWorker } from '../../../electron/usecases/staff/leave'
import { createScratchOffice } from '../../support/office/scratch-office'
import { createSessionContext } from '../../support/office/session-context'

type Office = ReturnType<typeof createScratchOffice>

const countOpenWork = (office: Office, id: StaffId): { tasks: number; records: number; rights: number } =>
  office.database.read((db) => ({
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
/** Counts the other workers who see the person of this record; a restricted person must remain visible to one. */
function seenByOthers(db: ReadableDb, id: HandoffId, leaver: StaffId): number {
  const row = db.select().from(handoff).where(eq(handoff.id, id)).get()
  return row ? listStaffWhoMaySee(db, row.personId).filter((worker) => worker.id !== leaver).length : 0
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

const recordPlan = fc.record({
  assigned: fc.nat(3),
  second: fc.nat(3),
  what: fc.constantFrom('nothing', 'moved', 'bounced', 'danger', 'outgoing', 'internal', 'closed'),
  restricted: fc.option(fc.nat(3)),
  conflict: fc.option(fc.nat(3)),
})

test(
  'whoever leaves owns nothing open afterwards, and nobody gets a record whom she does not exist for (H4, I3)',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(recordPlan, { minLength: 1, maxLength: 6 }), fc.nat(3), async (recordPlans, to) => {
        const office = createScratchOffice()
        const leaver = office.worker('Tamsin', ['worker', 'supervisor'])
        const four = [leaver, office.worker('Noor'), office.worker('Ruth', ['supervisor']), office.worker('Bao')] as const
        const at = (index: number): StaffId => four[index] as StaffId
        const partner = await office.partner('Northgate Clinic')
        const made: HandoffId[] = []
        for (const one of recordPlans) {
          const direction = one.what === 'outgoing' || one.what === 'internal' ? one.what : 'incoming'
          const id = await office.createHandoff(partner, {
            assignedTo: at(one.assigned),
            person: { kind: 'new', name: 'Wren Castellan', alias: '' },
            ...(direction === 'incoming' ? {} : { direction, source: { kind: 'staff', id: office.director }, permissionGiven: true }),
            ...(direction === 'outgoing' ? { receiver: { kind: 'partner', id: partner } } : {}),
            ...(direction === 'internal' ? { receiver: { kind: 'staff', id: at(one.second) } } : {}),
          })
          made.push(id)
          const next = office.database.read((db) => loadHandoff(db, id))?.tasks[0]
          if (one.what === 'moved' && next)
            await office.do(id, { kind: 'move_task', no: next.no, owner: at(one.second), dueAt: next.dueAt })
          if (one.what === 'bounced') await office.do(id, bounce(at(one.second), office.now + HOUR))
          if (one.what === 'danger') await office.do(id, bounce(at(one.second), office.now + HOUR, 'possible_danger'))
          if (one.what === 'closed') await office.do(id, { kind: 'close', as: 'she_withdrew', reason: 'she said so' })
          const record = office.database.read((db) => loadHandoff(db, id))
          if (!record) throw new Error('it was made')
          office.database.write((db) => {
            const doers = [record.assignedTo, ...record.tasks.map(({ owner }) => owner)]
            if (one.restricted !== null) {
              db.insert(restriction).values({ personId: record.personId, at: office.now, by: office.director }).run()
              for (const staffId of new Set([...doers, at(one.restricted)]))
                db.insert(restrictionStaff).values({ personId: record.personId, staffId }).run()
            }
            if (one.conflict !== null && !doers.includes(at(one.conflict)))
              db.run(
                sql`INSERT INTO conflict (staff_id, person_id, at, "by") VALUES (${at(one.conflict)}, ${record.personId}, 1, ${office.director})`,
              )
          })
        }
        await office.must('rights.save', { right: 'workflow_owner', holder: leaver, deputy: at(1), deputyActs: false })
        await office.must('rights.save', { right: 'data_owner', holder: at(2), deputy: leaver, deputyActs: true })
        office.after(HOUR)
        const had = countOpenWork(office, leaver)
        const input = { id: leaver, to: to === 0 ? office.director : at(to), exceptions: [] }
        const others = office.database.read((db) => made.map((id) => seenByOthers(db, id, leaver)))
        const left = removeWorker(createSessionContext(office), input)
        if (others.some((count) => count === 0)) {
          // All or nothing.
          expect(left).toMatchObject({ ok: false, failure: { reason: 'nobody_may_see_her' } })
          expect(countOpenWork(office, leaver)).toEqual(had)
          office.database.close()
          return
        }
        expect(left).toMatchObject({ ok: true })
        expect(countOpenWork(office, leaver)).toEqual(NOTHING)
        expect(had.rights).toBe(2)
        office.database.read((db) => {
          for (const id of made) {
            const row = db.select().from(handoff).where(eq(handoff.id, id)).get()
            const record = replay(listHandoffEvents(db, id))
            if (!row || !record) throw new Error('it is there')
            expect(record.assignedTo).toBe(row.assignedTo)
            if (row.endedAt !== null) continue
            const seeing = listStaffWhoMaySee(db, row.personId).map((worker) => worker.id)
            expect(seeing).toContain(row.assignedTo)
            for (const one of record.tasks.filter(({ doneAt }) => doneAt === null)) expect(seeing).toContain(one.owner)
          }
          expect(db.select().from(decisionRight).orderBy(decisionRight.right).all()).toMatchObject([
            { right: 'data_owner', holder: at(2), deputy: null, deputyActs: false },
            { right: 'workflow_owner', holder: at(1), deputy: null },
          ])
        })
        // A record that was closed while assigned to the leaver goes to the worker who reopens it.
        for (const [index, { what, restricted }] of recordPlans.entries())
          if (what === 'closed' && restricted === null)
            expect(await office.do(made[index] as HandoffId, { kind: 'reopen', reason: 'she rang' })).toMatchObject({ ok: true })
        expect(countOpenWork(office, leaver)).toEqual(NOTHING)
        office.database.close()
      }),
      { numRuns: 12 },
    )
  },
)
