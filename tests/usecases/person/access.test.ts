import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { HandoffId } from '#shared/domain/core/ids'
import { HOUR, MINUTE } from '#shared/domain/core/moment'
import { auditEntry, task } from '../../../electron/storage/schema'
import { loadHolderForPerson } from '../../../electron/storage/access/visibility'
import { referral } from '../../support/office/scratch-office'
import { AFTER_DUE, createOfficeOfFour, addRestrictedPerson } from '../../support/office/every-answer'

const refused = (reason: string) => ({ ok: false, failure: { reason } })

test('a director opens it for an hour with a reason, which stands for every director and not in the audit log (section 13)', async () => {
  const four = await createOfficeOfFour()
  const { office, as } = four
  const restrictedRecord = await addRestrictedPerson(four)
  as.maeve()
  expect(await office.call('access.breakGlass', { handoffId: restrictedRecord.id, reason: 'because' })).toMatchObject({
    ok: false,
    failure: { kind: 'invalid' },
  })
  const { until } = await office.must('access.breakGlass', { handoffId: restrictedRecord.id, reason: 'the court rang about her order' })
  expect(until).toBe(AFTER_DUE + 60 * MINUTE)
  expect(await office.must('handoff.read', { id: restrictedRecord.id })).toMatchObject({ restricted: true, breakGlassUntil: until })
  expect(await office.must('access.listHiddenTasks', {})).toEqual([])
  expect(await office.call('access.breakGlass', { handoffId: restrictedRecord.id, reason: 'the court rang again' })).toMatchObject(
    refused('not_restricted'),
  )
  expect((await office.must('audit.listUnread', {})).at(-1)).toMatchObject({
    kind: 'break_glass',
    by: 'Maeve',
    reason: 'the court rang about her order',
  })
  expect(JSON.stringify(office.database.read((db) => db.select().from(auditEntry).all()))).not.toContain('court')
  // While it is open no work for the person can be assigned to the director, who would lose sight of it after the hour.
  expect(await office.do(restrictedRecord.id, { kind: 'assign', to: office.director, reason: '' })).toMatchObject(
    refused('owner_not_named'),
  )
  office.at(until)
  expect(await office.call('handoff.read', { id: restrictedRecord.id })).toMatchObject(refused('no_such_handoff'))
  as.bo()
  expect(
    await office.call('access.breakGlass', { handoffId: restrictedRecord.id, reason: 'the court rang about her order' }),
  ).toMatchObject({
    ok: false,
    failure: { kind: 'closed_to_you' },
  })
})

test('a conflict holds against every role and every reason', async () => {
  const four = await createOfficeOfFour()
  const { office, as, known } = four
  const restrictedRecord = await addRestrictedPerson(four)
  as.ruth()
  await office.must('access.setConflict', { personId: restrictedRecord.personId, staffId: office.director, on: true })
  as.maeve()
  expect(await office.must('access.listHiddenTasks', {})).toMatchObject([{ handoffId: null }])
  expect(await office.call('access.breakGlass', { handoffId: restrictedRecord.id, reason: 'the court rang about her order' })).toEqual(
    await office.call('access.breakGlass', { handoffId: uuidv7() as HandoffId, reason: 'the court rang about her order' }),
  )
  expect(await office.call('access.breakGlass', { handoffId: known.handoffs[0]!, reason: 'nobody hides this one' })).toMatchObject(
    refused('not_restricted'),
  )
})

test('the reason of a break-glass is not read by a director who is in a conflict with her (I3)', async () => {
  const four = await createOfficeOfFour()
  const { office, as, bo } = four
  const restrictedRecord = await addRestrictedPerson(four)
  office.signIn(bo, 'Bo', ['director'])
  await office.must('access.breakGlass', { handoffId: restrictedRecord.id, reason: 'the court rang about her order' })
  const reasons = async () => (await office.must('audit.listUnread', {})).map(({ reason }) => reason)
  as.maeve()
  expect(await reasons()).toContain('the court rang about her order')
  as.ruth()
  await office.must('access.setConflict', { personId: restrictedRecord.personId, staffId: office.director, on: true })
  as.maeve()
  expect(await reasons()).not.toContain('the court rang about her order')
})

test('who has something to do for her stays among those who see her, and somebody always does', async () => {
  const four = await createOfficeOfFour()
  const { office, as, bo, ruth, tamsin, known } = four
  const personId = known.people[0]!
  as.ruth()
  expect(await office.must('access.read', { personId })).toEqual({ restricted: false, named: [], conflicts: [], owners: [bo] })
  expect(await office.call('access.restrict', { personId, named: [tamsin] })).toMatchObject(refused('owner_not_named'))
  expect(await office.call('access.restrict', { personId, named: [uuidv7() as typeof bo] })).toMatchObject(refused('no_such_staff'))
  expect(await office.call('access.setConflict', { personId, staffId: bo, on: true })).toMatchObject(refused('owner_in_conflict'))
  await office.must('access.restrict', { personId, named: [bo, bo] })
  expect(await office.must('access.read', { personId })).toMatchObject({ restricted: true, named: [bo] })
  await office.must('access.setConflict', { personId, staffId: ruth, on: true })
  // Now only Bo sees the person; no one would be left if Bo's work is done and Bo is not named.
  as.bo()
  await office.must('handoff.execute', { id: known.handoffs[0]!, command: { kind: 'close', as: 'she_withdrew', reason: 'she said so' } })
  office.signIn(bo, 'Bo', ['supervisor'])
  expect(await office.call('access.restrict', { personId, named: [] })).toMatchObject(refused('nobody_may_see_her'))
  expect(await office.call('access.setConflict', { personId, staffId: bo, on: true })).toMatchObject(refused('nobody_may_see_her'))
  await office.must('access.restrict', { personId, named: null })
  expect(await office.must('access.read', { personId })).toMatchObject({ restricted: false, named: [] })
})

test('nothing of hers is given to somebody who does not see her (H4, I3)', async () => {
  const four = await createOfficeOfFour()
  const { office, as, bo, ruth, tamsin, partner } = four
  const restrictedRecord = await addRestrictedPerson(four)
  as.ruth()
  const [next] = (await office.must('handoff.read', { id: restrictedRecord.id })).tasks
  expect(await office.do(restrictedRecord.id, { kind: 'assign', to: bo, reason: '' })).toMatchObject({
    failure: { reason: 'owner_not_named', field: 'to' },
  })
  expect(await office.do(restrictedRecord.id, { kind: 'move_task', no: next!.no, owner: bo, dueAt: office.now + HOUR })).toMatchObject(
    refused('owner_not_named'),
  )
  const existing = { ...referral(partner), person: { kind: 'existing', id: restrictedRecord.personId } } as const
  expect(await office.call('handoff.create', { ...existing, assignedTo: bo })).toMatchObject(refused('owner_not_named'))
  await office.must('access.setConflict', { personId: restrictedRecord.personId, staffId: bo, on: true })
  expect(await office.do(restrictedRecord.id, { kind: 'assign', to: bo, reason: '' })).toMatchObject(refused('owner_in_conflict'))
  const danger = {
    kind: 'record_bounce',
    reason: 'possible_danger',
    seen: 'she whispers',
    change: 'ask sooner',
    action: 'relay',
    what: 'ask the line',
  } as const
  expect(await office.do(restrictedRecord.id, { ...danger, owner: bo, dueAt: office.now + HOUR })).toMatchObject(
    refused('owner_in_conflict'),
  )
  await office.must('handoff.execute', { id: restrictedRecord.id, command: { kind: 'assign', to: ruth, reason: '' } })
  expect(await office.call('staff.save', { id: ruth, name: 'Ruth', roles: ['worker'] })).toMatchObject({ ok: false })
  as.maeve()
  expect(await office.call('staff.save', { id: ruth, name: 'Ruth', roles: ['worker'] })).toMatchObject(refused('owner_not_named'))
  await office.must('staff.save', { id: tamsin, name: 'Tamsin', roles: ['worker'] })
})

test('a possible danger goes to a supervisor who sees her; a closed record goes to whoever reopens it (B2, H2)', async () => {
  const four = await createOfficeOfFour()
  const { office, as, bo, ruth, tamsin } = four
  const restrictedRecord = await addRestrictedPerson(four)
  as.ruth()
  const holder = () => office.database.read((db) => loadHolderForPerson(db, 'supervisor', restrictedRecord.personId))
  expect(holder()).toBe(ruth)
  await office.must('access.setConflict', { personId: restrictedRecord.personId, staffId: ruth, on: true })
  expect(holder()).toBe(tamsin)
  expect(office.database.read((db) => loadHolderForPerson(db, 'workflow_owner', restrictedRecord.personId))).toBe(tamsin)
  as.tamsin()
  await office.must('handoff.execute', { id: restrictedRecord.id, command: { kind: 'close', as: 'she_withdrew', reason: 'she said so' } })
  office.signIn(tamsin, 'Tamsin', ['director'])
  await office.must('access.restrict', { personId: restrictedRecord.personId, named: [bo] })
  as.bo()
  await office.must('handoff.execute', { id: restrictedRecord.id, command: { kind: 'reopen', reason: 'she rang again' } })
  const owners = office.database.read((db) =>
    db.select({ owner: task.owner }).from(task).where(eq(task.handoffId, restrictedRecord.id)).all(),
  )
  expect(owners.at(-1)).toEqual({ owner: bo })
  expect((await office.must('handoff.read', { id: restrictedRecord.id })).assignedTo).toMatchObject({ name: 'Bo' })
})
