import { expect, test } from 'vitest'
import { HOUR } from '#shared/domain/core/moment'
import { officeRecords } from '../../../electron/storage/office/office-records'
import { FRIDAY_NINE, referral, createScratchOffice } from '../../support/office/scratch-office'

test('an alert is given at 4 h, 1 h, at the due time and hourly; a PC that slept gives one (C3)', async () => {
  const office = createScratchOffice()
  await office.createHandoff(await office.partner('Northgate Line'))
  const fired: number[] = []
  for (let next = office.nextAlertAt(); next !== null && fired.length < 6; next = office.nextAlertAt()) {
    office.at(next)
    if (office.tick().texts.length > 0) fired.push((next - FRIDAY_NINE) / HOUR)
  }
  expect(fired).toEqual([20, 23, 24, 25, 26, 27])
  office.after(9 * HOUR)
  expect(office.tick().texts).toEqual(['A contact is still waiting.'])
  expect(await office.must('alert.list', {})).toHaveLength(1)
})

test('the board says what is due also when nobody touched the record: the source in the second window, the bounce at its end (C5)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  const kinds = async () => (await office.must('handoff.read', { id })).tasks.map((one) => one.kind)
  for (const [hours, due] of [
    [24, ['neutral_check', 'ask_source']],
    [48, ['record_bounce']],
  ] as const) {
    for (let next = office.nextAlertAt(); next !== null && next <= FRIDAY_NINE + hours * HOUR; next = office.nextAlertAt()) {
      office.at(next)
      office.tick()
    }
    expect(await kinds()).toEqual(due)
  }
})

test('the workflow owner finds the line at the due time, also while nobody may ring her (C3)', async () => {
  const office = createScratchOffice()
  await office.createHandoff(await office.partner('Northgate Line'), {
    questions: {
      ...referral('' as never).questions,
      safeToCall: 'only_at_times',
      safeTimes: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 18 * 60, to: 20 * 60 }],
    },
  })
  office.at(FRIDAY_NINE + 24 * HOUR)
  expect(office.tick().texts).toEqual([])
  expect(await office.must('alert.list', {})).toMatchObject([{ level: 'due', dueAt: FRIDAY_NINE + 24 * HOUR }])
})

test('a possible danger is told at once (B2)', async () => {
  const office = createScratchOffice()
  const id = await office.createHandoff(await office.partner('Northgate Line'))
  office.after(HOUR)
  await office.do(id, {
    kind: 'record_bounce',
    reason: 'possible_danger',
    seen: 'shouting behind her',
    change: '',
    action: 'relay',
    what: '',
    owner: office.director,
    dueAt: office.now + HOUR,
  })
  expect(office.nextAlertAt()).toBe(office.now)
  expect(office.tick().texts).toEqual(['A contact is due now.'])
})

test('a source that is only measured has no clock of ours, but what follows from its referral has (C2)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  await office.must('partner.saveStandard', { id: partner, standard: { from: office.now, hours: 24, mode: 'measured' } })
  const id = await office.createHandoff(partner)
  const measured = async () => (await office.must('board.read', {})).rows[0]?.measured
  expect(await measured()).toBe(true)
  const overdue = () => office.database.read((db) => officeRecords.countWaiting(db, office.now + 25 * HOUR, new Set())).overdue
  expect(overdue()).toBe(0)
  await office.do(id, {
    kind: 'record_bounce',
    reason: 'capacity_delay',
    seen: 'full',
    change: '',
    action: 'other_resource',
    what: '',
    owner: office.director,
    dueAt: office.now + HOUR,
  })
  expect(await measured()).toBe(false)
  expect(overdue()).toBe(1)
})

test('seen takes only the alert that was shown; the others stay, the most overdue first (C3)', async () => {
  const office = createScratchOffice()
  const partner = await office.partner('Northgate Line')
  const first = await office.createHandoff(partner)
  office.after(HOUR)
  const second = await office.createHandoff(partner)
  office.at(FRIDAY_NINE + 26 * HOUR)
  office.tick()
  const before = await office.must('alert.list', {})
  expect(before.map(({ handoffId }) => handoffId)).toEqual([first, second])
  await office.must('alert.markSeen', { ids: [before[0]!.id] })
  expect(await office.must('alert.list', {})).toEqual([before[1]])
})
