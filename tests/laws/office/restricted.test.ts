import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { Channel, Input } from '#shared/contract/index'
import type { HandoffId, PersonId } from '#shared/domain/core/ids'
import { HOUR } from '#shared/domain/core/moment'
import { officeRecords } from '../../../electron/storage/office/office-records'
import { handoff } from '../../../electron/storage/schema'
import { listHiddenPeople } from '../../../electron/storage/access/visibility'
import { attempt, referral } from '../../support/office/scratch-office'
import { AFTER_DUE, readEveryAnswer, createOfficeOfFour, addRestrictedPerson } from '../../support/office/every-answer'

test('for whoever is not named, every reading call answers as if a restricted person were not there (I3)', async () => {
  const four = await createOfficeOfFour()
  const { office, as, known } = four
  const before = new Map<string, string>()
  const readers = { bo: as.bo, maeve: as.maeve }
  for (const [who, signIn] of Object.entries(readers)) {
    signIn()
    before.set(who, await readEveryAnswer(office, known))
  }
  const restrictedRecord = await addRestrictedPerson(four)
  as.tamsin()
  expect((await office.must('board.read', {})).rows).toHaveLength(4)
  // Two of this name, and Amelie, which sounds like it (H14).
  expect((await office.must('search.find', { text: 'Amal' })).people).toHaveLength(3)
  expect((await office.must('partner.list', {}))[0]?.openHandoffs).toBe(4)
  expect((await office.must('alert.list', {})).map(({ handoffId }) => handoffId)).toContain(restrictedRecord.id)
  for (const [who, signIn] of Object.entries(readers)) {
    signIn()
    expect(await readEveryAnswer(office, known), who).toBe(before.get(who))
  }
})

test(
  'the same for whatever name, number and story she comes with, and for a supervisor who is in a conflict with her',
  { timeout: 180_000 },
  async () => {
    const letters = fc
      .string({ unit: fc.constantFrom('a', 'm', 'l', 'r', 'h', 'z', 'é', ' '), minLength: 1, maxLength: 12 })
      .filter((name) => name.trim().length > 1)
    await fc.assert(
      fc.asyncProperty(letters, fc.boolean(), fc.integer({ min: 0, max: 30 }), async (name, closed, hours) => {
        const four = await createOfficeOfFour()
        const { office, as, ruth } = four
        const known = { ...four.known, words: [...four.known.words, name] }
        const seen: string[] = []
        office.at(AFTER_DUE + hours * HOUR)
        office.tick()
        for (const signIn of [as.bo, as.ruth, as.maeve]) {
          signIn()
          seen.push(await readEveryAnswer(office, known))
        }
        const restrictedRecord = await addRestrictedPerson(four, name)
        if (closed)
          await office.must('handoff.execute', {
            id: restrictedRecord.id,
            command: { kind: 'close', as: 'she_withdrew', reason: 'she said so' },
          })
        await office.must('access.setConflict', { personId: restrictedRecord.personId, staffId: ruth, on: true })
        const [bo, sol, maeve] = seen
        as.bo()
        expect(await readEveryAnswer(office, known)).toBe(bo)
        as.ruth()
        expect(await readEveryAnswer(office, known)).toBe(sol)
        as.maeve()
        expect(await readEveryAnswer(office, known)).toBe(maeve)
      }),
      { numRuns: 4 },
    )
  },
)

test('a call that names her is answered word for word as one that names nobody, and changes nothing (I3)', async () => {
  const four = await createOfficeOfFour()
  const { office, as, bo, partner } = four
  const restrictedRecord = await addRestrictedPerson(four)
  const row = () => JSON.stringify(office.database.read((db) => db.select().from(handoff).where(eq(handoff.id, restrictedRecord.id)).all()))
  const calls = (id: HandoffId, personId: PersonId): readonly { [C in Channel]: readonly [C, Input<C>] }[Channel][] => [
    ['handoff.read', { id }],
    ['person.name', { personId }],
    ['plan.read', { personId }],
    ['plan.versions', { personId }],
    ['handoff.execute', { id, command: { kind: 'assign', to: bo, reason: '' } }],
    ['handoff.execute', { id, command: attempt('reached') }],
    ['contact.showNumber', { id, wayId: 'w1', channel: 'call', safeCheck: 'safe', override: null }],
    ['handoff.create', { ...referral(partner), person: { kind: 'existing', id: personId } }],
    ['access.read', { personId }],
    ['access.restrict', { personId, named: null }],
    ['access.setConflict', { personId, staffId: bo, on: true }],
    ['staff.leave', { id: bo, to: four.ruth, exceptions: [{ handoffId: id, to: four.ruth }] }],
  ]
  const before = row()
  for (const signIn of [as.bo, as.maeve]) {
    signIn()
    for (const [index, [channel, input]] of calls(restrictedRecord.id, restrictedRecord.personId).entries()) {
      const [, answerForNobody] = calls(uuidv7() as HandoffId, uuidv7() as PersonId)[index]!
      const answer = await office.call(channel, input as never)
      expect(answer, channel).toEqual(await office.call(channel, answerForNobody as never))
      if (channel !== 'plan.read' && channel !== 'plan.versions') expect(answer.ok, channel).toBe(false)
    }
  }
  as.bo()
  await office.must('alert.markSeen', { ids: Array.from({ length: 40 }, (_, index) => index + 1) })
  as.tamsin()
  expect((await office.must('alert.list', {})).map(({ handoffId }) => handoffId)).toEqual([restrictedRecord.id])
  expect(row()).toBe(before)
})

test('counts of the shift leave her out for whom she does not exist, and have her at a locked screen (L5, I3)', async () => {
  const four = await createOfficeOfFour()
  const { office, bo, tamsin } = four
  const overdue = (hidden: ReadonlySet<PersonId>) =>
    office.database.read((db) => officeRecords.countWaiting(db, office.now, hidden)).overdue
  const hiddenFor = (id: typeof bo) => office.database.read((db) => listHiddenPeople(db, { id, name: '', roles: ['worker'] }, office.now))
  const before = overdue(hiddenFor(bo))
  await addRestrictedPerson(four)
  expect(overdue(hiddenFor(bo))).toBe(before)
  expect(overdue(hiddenFor(tamsin))).toBe(before + 1)
  expect(overdue(new Set())).toBe(before + 1)
})

test('others have one neutral line: when something is due, and whom to ask (S5)', async () => {
  const four = await createOfficeOfFour()
  const { office, as, tamsin, ruth } = four
  const restrictedRecord = await addRestrictedPerson(four)
  const line = { dueAt: AFTER_DUE - 2 * HOUR, overdue: true, ask: ['Tamsin'] }
  as.bo()
  expect(await office.must('access.listHiddenTasks', {})).toEqual([{ ...line, handoffId: null }])
  as.maeve()
  expect(await office.must('access.listHiddenTasks', {})).toEqual([{ ...line, handoffId: restrictedRecord.id }])
  for (const signIn of [as.tamsin, as.ruth]) {
    signIn()
    expect(await office.must('access.listHiddenTasks', {})).toEqual([])
  }
  as.ruth()
  await office.must('handoff.execute', { id: restrictedRecord.id, command: { kind: 'assign', to: ruth, reason: '' } })
  await office.must('access.restrict', { personId: restrictedRecord.personId, named: [] })
  as.tamsin()
  expect(await office.must('access.listHiddenTasks', {})).toMatchObject([{ ask: ['Ruth'] }])
  as.ruth()
  await office.must('access.restrict', { personId: restrictedRecord.personId, named: null })
  await office.must('access.setConflict', { personId: restrictedRecord.personId, staffId: tamsin, on: true })
  as.tamsin()
  expect(await office.must('access.listHiddenTasks', {})).toMatchObject([{ ask: ['Ruth'], handoffId: null }])
})
