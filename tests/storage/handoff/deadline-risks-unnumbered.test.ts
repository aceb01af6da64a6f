import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { deadlineRisk } from '../../../electron/storage/schema'
import { createScratchOffice } from '../../support/office/scratch-office'

const date = (days: number) => ({ kind: 'court_date' as const, date: 0, what: '', routedTo: 'legal', days })

test('the numbers of the dates on the board are those of the record, also in a database from before they had any', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const { days: first, ...court } = date(20)
  const id = await office.createHandoff(partner, { risks: [{ ...court, date: office.now + first * DAY }] })
  // A database of an earlier version: the risks were copied from the last event that named them, and counted from one again.
  office.database.write((db) => {
    db.run(sql`UPDATE deadline_risk SET no = 7`)
    db.run(sql`UPDATE handoff SET wake_at = ${office.now}, risk_alerted_at = ${office.now}`)
  })
  office.after(HOUR)
  office.tick()
  const [line] = await office.must('board.dates', {})
  expect(line?.no).toBe(1)
  expect(await office.do(id, { kind: 'acknowledge_risk', no: line?.no ?? 0 })).toMatchObject({ ok: true })
  expect(office.database.read((db) => db.select().from(deadlineRisk).all())).toHaveLength(1)
})

test('a record that was entered in error asks nobody to take note of its dates', async () => {
  const office = createScratchOffice()
  const { days, ...court } = date(1)
  const id = await office.createHandoff(await office.partner('Northgate Line'), {
    risks: [{ ...court, date: office.now + days * DAY + 8 * HOUR }],
  })
  office.at(office.now + DAY)
  office.tick()
  const dates = async () => (await office.must('alert.list', {})).filter(({ level }) => level === 'date')
  expect(await dates()).toHaveLength(1)
  await office.do(id, { kind: 'mark_error', reason: 'written twice' })
  expect(await dates()).toEqual([])
})
