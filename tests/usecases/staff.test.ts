import { describe, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { StaffId } from '#shared/domain/ids'
import { PASSPHRASE } from '../support/founding'
import { wholeDesk } from '../support/whole-desk'
import { addWorker } from '../support/workers'

const HOUR = 3_600_000
const TAMSINS = 'nine slow barges pass the lock'
const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})
const nobody = uuidv7() as StaffId

describe('a temporary passphrase (K4)', () => {
  test('opens once; then she has her own, or needs another', async () => {
    const desk = await wholeDesk()
    const { must, director } = desk
    const { id, passphrase, until } = await must('staff.add', { name: 'Tamsin Boyle', roles: ['worker'] })
    expect(passphrase.split(' ')).toHaveLength(5)
    expect(until).toBe(desk.clock.now() + 72 * HOUR)
    const hers = async () => (await must('staff.overview', {})).staff.find((one) => one.id === id)
    expect(await hers()).toMatchObject({ passphrase: 'waiting', temporaryUntil: until, hasPin: false, lastSignInAt: null })
    await desk.sit(passphrase, id)
    expect((await must('office.state', {})).stage).toBe('choosing')
    // She goes without choosing: the words are used up all the same.
    await must('session.lock', {})
    expect((await desk.call('session.signIn', { passphrase, staffId: id })).ok).toBe(false)
    await desk.sit(PASSPHRASE, director)
    expect((await hers())?.passphrase).toBe('over')
    const again = await must('staff.reset', { id })
    expect(again.passphrase).not.toBe(passphrase)
    await desk.sit(again.passphrase, id)
    expect(await desk.call('session.choose', { staffId: null, passphrase: 'short' })).toMatchObject(refused('passphrase_too_short'))
    await must('session.choose', { staffId: null, passphrase: TAMSINS })
    expect((await must('office.state', {})).me?.name).toBe('Tamsin Boyle')
    await must('session.lock', {})
    expect(await desk.call('session.signIn', { passphrase: again.passphrase, staffId: id })).toMatchObject(refused('wrong_passphrase'))
  })

  test('is over after 72 hours', async () => {
    const desk = await wholeDesk()
    const { passphrase } = await desk.must('staff.add', { name: 'Tamsin Boyle', roles: ['worker'] })
    const later = desk.reopen(72 * HOUR + 60_000)
    expect(await later.call('session.signIn', { passphrase, staffId: null })).toMatchObject(refused('temporary_over'))
    await later.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
    const overview = await later.call('staff.overview', {})
    expect(overview.ok && overview.value.staff.find(({ name }) => name === 'Tamsin Boyle')?.passphrase).toBe('over')
  })

  test('of a reset ends her old passphrase and her PIN', async () => {
    const desk = await wholeDesk()
    const { must, director } = desk
    const id = await addWorker(desk, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSINS })
    await desk.sit(TAMSINS, id)
    await must('session.pin', { passphrase: TAMSINS, pin: '482915' })
    await desk.sit(PASSPHRASE, director)
    expect((await must('office.state', {})).staff.find((tile) => tile.id === id)?.pin).toBe(true)
    expect(await desk.call('staff.reset', { id: director })).toMatchObject(refused('not_yourself'))
    expect(await desk.call('staff.reset', { id: nobody })).toMatchObject(refused('no_such_staff'))
    await must('staff.reset', { id })
    expect((await must('office.state', {})).staff.find((tile) => tile.id === id)?.pin).toBe(false)
    await must('session.lock', {})
    expect(await desk.call('session.enter', { staffId: id, pin: '482915' })).toMatchObject(refused('pin_not_now'))
    expect(await desk.call('session.signIn', { passphrase: TAMSINS, staffId: id })).toMatchObject(refused('wrong_passphrase'))
  })
})

describe('who works here, and what each may do (section 13)', () => {
  test('no two have the same name; the last director stays one (K2); rights have one holder', async () => {
    const desk = await wholeDesk()
    const { must, director } = desk
    const tamsin = await addWorker(desk, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSINS })
    expect(await desk.call('staff.add', { name: 'tamsin boyle', roles: ['worker'] })).toMatchObject(refused('name_taken', 'name'))
    expect(await desk.call('staff.save', { id: tamsin, name: 'Ines Okafor', roles: ['worker'] })).toMatchObject(
      refused('name_taken', 'name'),
    )
    expect(await desk.call('staff.save', { id: nobody, name: 'Nobody', roles: ['worker'] })).toMatchObject(refused('no_such_staff'))

    const step = (roles: ('director' | 'worker')[]) => desk.call('staff.save', { id: director, name: 'Ines Okafor', roles })
    expect(await step(['worker'])).toMatchObject(refused('last_director', 'roles'))
    // One whose five words nobody has used yet may never come.
    const { id: second } = await must('staff.add', { name: 'Mirela Popa', roles: ['director'] })
    expect(await step(['worker'])).toMatchObject(refused('last_director'))
    await must('staff.save', { id: tamsin, name: 'Tamsin Boyle', roles: ['director', 'worker', 'worker'] })
    expect((await must('staff.overview', {})).staff.find(({ id }) => id === tamsin)?.roles).toEqual(['director', 'worker'])

    const save = (holder: StaffId, deputy: StaffId | null, deputyActs = false) =>
      desk.call('rights.save', { right: 'workflow_owner', holder, deputy, deputyActs })
    expect((await must('office.state', {})).unnamed).toEqual(['workflow_owner', 'data_owner'])
    expect(await save(tamsin, tamsin)).toMatchObject(refused('same_worker', 'deputy'))
    expect(await save(nobody, null)).toMatchObject(refused('no_such_staff', 'holder'))
    expect((await save(tamsin, second, true)).ok).toBe(true)
    const rolesOf = async (id: StaffId) => (await must('staff.list', {})).find((one) => one.id === id)?.roles
    expect(await rolesOf(tamsin)).toContain('workflow_owner')
    expect(await rolesOf(second)).toContain('workflow_owner')
    expect(await rolesOf(director)).not.toContain('workflow_owner')
    expect((await save(second, null)).ok).toBe(true)
    expect(await rolesOf(tamsin)).not.toContain('workflow_owner')
    expect((await must('office.state', {})).unnamed).toEqual(['data_owner'])

    expect((await step(['worker'])).ok).toBe(true)
    expect((await desk.call('staff.overview', {})).ok).toBe(false)
  })

  test('the office and the desk are settled by whom the contract names', async () => {
    const desk = await wholeDesk()
    await desk.must('settings.desk', { idleMinutes: 5, sealMinutes: 480 })
    expect(await desk.must('settings.read', {})).toMatchObject({ idleMinutes: 5, sealMinutes: 480, shelter: 'Harbour House' })
    expect(await desk.call('settings.desk', { idleMinutes: 0, sealMinutes: 480 })).toMatchObject({ failure: { kind: 'invalid' } })
  })
})
