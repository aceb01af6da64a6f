import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HandoffCommandInput } from '#shared/contract/handoff/handoff'
import { replay } from '#shared/domain/handoff/apply'
import { HOUR } from '#shared/domain/core/moment'
import { eq } from 'drizzle-orm'
import { listHandoffEvents } from '../../../electron/storage/handoff/handoffs'
import { toHandoffRow } from '../../../electron/storage/handoff/handoff-row'
import { handoff as handoffTable, task } from '../../../electron/storage/schema'
import { attempt, createScratchOffice } from '../../support/office/scratch-office'

test('the database itself refuses an open handoff without a next action (H1)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  const refused = (change: Parameters<typeof office.database.write>[0]) => expect(() => office.database.write(change)).toThrow()
  refused((db) => db.update(handoffTable).set({ nextTaskNo: null, nextTaskOpen: null }).where(eq(handoffTable.id, id)).run())
  refused((db) => db.update(handoffTable).set({ nextTaskNo: 99 }).where(eq(handoffTable.id, id)).run())
  refused((db) => db.update(task).set({ doneAt: office.now, open: 0 }).where(eq(task.handoffId, id)).run())
  refused((db) => db.delete(task).where(eq(task.handoffId, id)).run())
  refused((db) =>
    db
      .update(task)
      .set({ owner: 'nobody' as never })
      .where(eq(task.handoffId, id))
      .run(),
  )
  refused((db) =>
    db.update(handoffTable).set({ endedAt: office.now, nextTaskNo: null, nextTaskOpen: null }).where(eq(handoffTable.id, id)).run(),
  )
  expect((await office.must('handoff.read', { id })).tasks).toHaveLength(1)
})

test('the stored row is what replaying the stored events gives, after any commands', { timeout: 360_000 }, async () => {
  const outcomes = fc.constantFrom(
    'no_answer',
    'reached',
    'number_not_in_service',
    'not_safe_stopped',
    'partner_relayed',
    'she_called_us',
    'interpreter_missing' as const,
  )
  const step: fc.Arbitrary<HandoffCommandInput> = fc.oneof(
    outcomes.map((outcome) => attempt(outcome)),
    fc.constant({ kind: 'ask_source' as const }),
    fc.constant({ kind: 'reopen' as const, reason: 'again' }),
    fc.constant({
      kind: 'save_confirmation' as const,
      at: null,
      wayVerified: true,
      nextStep: { kind: 'intake' as const, what: 'x', date: null, waitLength: '', herWords: '' },
      risks: { answer: 'none' as const, dates: [] as never[] },
    }),
    fc.constant({ kind: 'close' as const, as: 'other_outcome' as const, reason: 'moved' }),
    fc.constant({ kind: 'mark_error' as const, reason: 'twice' }),
    fc.constant({ kind: 'withdraw_attempt' as const, no: 1 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 30 * HOUR })), { maxLength: 12 }), async (steps) => {
      // Each has an office of its own: in a shared one every tick would process what the others left open, longer each time.
      const office = createScratchOffice()
      const id = await office.createHandoff(await office.partner('Northgate Line'))
      for (const [command, pause] of steps) {
        await office.do(id, command)
        office.after(pause)
        office.tick()
      }
      const row = office.database.read((db) => db.select().from(handoffTable).where(eq(handoffTable.id, id)).get())
      const again = office.database.read((db) => replay(listHandoffEvents(db, id)))
      if (!row || !again) throw new Error('gone')
      expect(toHandoffRow(again, 2 * HOUR, row)).toEqual(row)
      expect(row.endedAt === null).toBe(row.nextTaskNo !== null)
    }),
    { numRuns: 40 },
  )
})
