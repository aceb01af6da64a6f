import { expect, test } from 'vitest'
import type { HandoffId } from '#shared/domain/core/ids'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { deadlineRisk } from '../../../electron/storage/schema'
import { FRIDAY_NINE, createScratchOffice } from '../../support/office/scratch-office'

const court = (at: number) => ({ kind: 'court_date' as const, date: at, what: 'hearing', routedTo: 'the clinic' })
const CLOSE = { kind: 'close', as: 'other_outcome', reason: 'she moved in with her sister' } as const

async function withDate(inDays = 10) {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Clinic')
  const id = await office.createHandoff(partner, { risks: [court(FRIDAY_NINE + inDays * DAY)] })
  const dates = () => office.must('board.dates', {})
  const alerts = async () => (await office.must('alert.list', {})).filter(({ level }) => level === 'date')
  return { office, partner, id, dates, alerts }
}

test('a closed record still wakes the timer for its date, in neutral words (P6)', async () => {
  const { office, id, dates, alerts } = await withDate()
  expect(await office.do(id, CLOSE)).toMatchObject({ ok: true })
  expect(office.nextAlertAt()).toBe(FRIDAY_NINE + 3 * DAY)
  office.at(FRIDAY_NINE + 3 * DAY)
  expect(office.tick()).toEqual({ count: 1, texts: ['A deadline is near.'] })
  expect(await alerts()).toMatchObject([{ handoffId: id, level: 'date', dueAt: FRIDAY_NINE + 10 * DAY }])
  expect(office.tick()).toEqual({ count: 0, texts: [] })
  expect(await dates()).toMatchObject([{ handoffId: id, state: { kind: 'closed' }, waits: true, acknowledged: null }])
  expect(await office.do(id, { kind: 'acknowledge_risk', no: 1 })).toMatchObject({ ok: true })
  expect(await dates()).toMatchObject([{ waits: false, acknowledged: { at: office.now, by: 'Maeve' } }])
  expect(await alerts()).toEqual([])
  expect(office.nextAlertAt()).toBe(FRIDAY_NINE + 8 * DAY)
  office.at(FRIDAY_NINE + 12 * DAY)
  expect(await dates()).toEqual([])
  expect(office.tick().texts).toEqual([])
  expect(office.nextAlertAt()).toBeNull()
})

test('whoever acts about the contact has not taken note of the date', async () => {
  const { office, id, alerts } = await withDate(2)
  office.after(1)
  await office.do(id, { kind: 'add_note', note: 'rang the clinic', herWords: false })
  office.at(FRIDAY_NINE + 2 * DAY - 2 * HOUR)
  office.tick()
  expect(await alerts()).toHaveLength(1)
  await office.do(id, {
    kind: 'log_attempt',
    at: null,
    channel: 'call',
    wayId: 'w1',
    outcome: 'no_answer',
    safeCheck: 'safe',
    note: '',
    checkAt: null,
    override: false,
  })
  expect(await alerts()).toHaveLength(1)
})

test('a contact and a date that call at once make one sound, and two lines', async () => {
  const { office, id } = await withDate(8)
  office.at(FRIDAY_NINE + DAY)
  expect(office.tick()).toEqual({ count: 1, texts: ['A contact is due now.'] })
  expect((await office.must('alert.list', {})).map(({ level, handoffId }) => [level, handoffId])).toEqual([
    ['due', id],
    ['date', id],
  ])
})

test('one alert for a record after a sleep, however many dates and moments passed', async () => {
  const { office, id } = await withDate()
  await office.do(id, { kind: 'add_risk', risk: { ...court(FRIDAY_NINE + 9 * DAY), kind: 'filing_window' } })
  await office.do(id, CLOSE)
  office.at(FRIDAY_NINE + 8 * DAY)
  expect(office.tick().texts).toEqual(['A deadline is near.'])
  const partner = await office.partner('Court Line')
  const other = await office.createHandoff(partner, { risks: [court(FRIDAY_NINE + 11 * DAY)] })
  await office.do(other, CLOSE)
  office.at(FRIDAY_NINE + 9 * DAY)
  expect(office.tick().texts).toEqual(['2 deadlines are near.'])
})

test('the record says who took note, moved and took out what, and why; the rows are made of the events', async () => {
  const { office, id } = await withDate()
  const to = court(FRIDAY_NINE + 20 * DAY)
  expect(await office.do(id, { kind: 'correct_risk', no: 1, to, reason: '' })).toMatchObject({ failure: { reason: 'reason_needed' } })
  await office.do(id, { kind: 'acknowledge_risk', no: 1 })
  await office.do(id, { kind: 'correct_risk', no: 1, to, reason: 'the court moved it' })
  const { risks, timeline } = await office.must('handoff.read', { id })
  expect(risks).toEqual([{ no: 1, ...to, acknowledged: null, waits: false }])
  expect(timeline.slice(0, 2).map(({ kind, facts, by }) => ({ kind, facts, by }))).toEqual([
    {
      kind: 'risk_corrected',
      by: 'Maeve',
      facts: { risk: 'court_date', was: FRIDAY_NINE + 10 * DAY, date: to.date, reason: 'the court moved it' },
    },
    { kind: 'risk_acknowledged', by: 'Maeve', facts: { no: 1, risk: 'court_date', date: FRIDAY_NINE + 10 * DAY } },
  ])
  await office.do(id, { kind: 'correct_risk', no: 1, to: null, reason: 'it was another woman’s' })
  expect(office.database.read((db) => db.select().from(deadlineRisk).all())).toEqual([])
})

test('the dates of a restricted person do not exist for others; one entered in error has none (I3)', async () => {
  const { office, id, dates } = await withDate()
  const [row] = (await office.must('board.read', {})).rows
  const worker = office.worker('Tamsin')
  const { personId } = await office.must('handoff.read', { id: row?.id as HandoffId })
  await office.must('access.restrict', { personId, named: [office.director] })
  office.signIn(worker, 'Tamsin')
  expect(await dates()).toEqual([])
  office.signIn(office.director, 'Maeve', ['director', 'supervisor'])
  expect(await dates()).toHaveLength(1)
  await office.do(id, { kind: 'mark_error', reason: 'twice' })
  expect(await dates()).toEqual([])
})

test('the board shows the earliest date that has not passed; where all have, the last of them', async () => {
  const { office, id } = await withDate(1)
  for (const days of [20, 5])
    await office.must('handoff.execute', { id, command: { kind: 'add_risk', risk: court(FRIDAY_NINE + days * DAY) } })
  const shown = async () => (await office.must('board.read', {})).rows[0]?.risk?.date
  for (const [after, expected] of [
    [0, 1],
    [1, 1],
    [1.5, 5],
    [6, 20],
    [30, 20],
  ] as const) {
    office.at(FRIDAY_NINE + after * DAY)
    expect(await shown(), `${after} days later`).toBe(FRIDAY_NINE + expected * DAY)
  }
})
