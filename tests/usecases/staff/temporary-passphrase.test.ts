import { describe, expect, test } from 'vitest'
import { uuidv7 } from 'uuidv7'
import type { StaffId } from '#shared/domain/core/ids'
import { PASSPHRASE } from '../../support/office/set-up-office'
import { createSignedInOffice } from '../../support/office/signed-in-office'
import { addWorker } from '../../support/office/add-workers'

const HOUR = 3_600_000
const TAMSIN_PASSPHRASE = 'nine slow barges pass the lock'
const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})
const nobody = uuidv7() as StaffId

describe('a temporary passphrase (K4)', () => {
  test('opens once; then she has her own, or needs another', async () => {
    const office = await createSignedInOffice()
    const { must, director } = office
    const { id, passphrase, until } = await must('staff.add', { name: 'Tamsin Boyle', roles: ['worker'] })
    expect(passphrase.split(' ')).toHaveLength(5)
    expect(until).toBe(office.clock.now() + 72 * HOUR)
    const readWorker = async () => (await must('staff.overview', {})).staff.find((one) => one.id === id)
    expect(await readWorker()).toMatchObject({ passphrase: 'waiting', temporaryUntil: until, hasPin: false, lastSignInAt: null })
    await office.signInAs(passphrase, id)
    expect((await must('office.state', {})).stage).toBe('choosing')
    // The worker leaves without choosing: the words are used up all the same.
    await must('session.lock', {})
    expect((await office.call('session.signIn', { passphrase, staffId: id })).ok).toBe(false)
    await office.signInAs(PASSPHRASE, director)
    expect((await readWorker())?.passphrase).toBe('over')
    const again = await must('staff.resetPassphrase', { id })
    expect(again.passphrase).not.toBe(passphrase)
    await office.signInAs(again.passphrase, id)
    expect(await office.call('session.choosePassphrase', { staffId: null, passphrase: 'short' })).toMatchObject(
      refused('passphrase_too_short'),
    )
    await must('session.choosePassphrase', { staffId: null, passphrase: TAMSIN_PASSPHRASE })
    expect((await must('office.state', {})).me?.name).toBe('Tamsin Boyle')
    await must('session.lock', {})
    expect(await office.call('session.signIn', { passphrase: again.passphrase, staffId: id })).toMatchObject(refused('wrong_passphrase'))
  })

  test('is over after 72 hours', async () => {
    const office = await createSignedInOffice()
    const { passphrase } = await office.must('staff.add', { name: 'Tamsin Boyle', roles: ['worker'] })
    const later = office.reopen(72 * HOUR + 60_000)
    expect(await later.call('session.signIn', { passphrase, staffId: null })).toMatchObject(refused('temporary_over'))
    await later.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
    const overview = await later.call('staff.overview', {})
    expect(overview.ok && overview.value.staff.find(({ name }) => name === 'Tamsin Boyle')?.passphrase).toBe('over')
  })

  test('of a reset ends her old passphrase and her PIN', async () => {
    const office = await createSignedInOffice()
    const { must, director } = office
    const id = await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSIN_PASSPHRASE })
    await office.signInAs(TAMSIN_PASSPHRASE, id)
    await must('session.setPin', { passphrase: TAMSIN_PASSPHRASE, pin: '482915' })
    await office.signInAs(PASSPHRASE, director)
    expect((await must('office.state', {})).staff.find((tile) => tile.id === id)?.pin).toBe(true)
    expect(await office.call('staff.resetPassphrase', { id: director })).toMatchObject(refused('not_yourself'))
    expect(await office.call('staff.resetPassphrase', { id: nobody })).toMatchObject(refused('no_such_staff'))
    await must('staff.resetPassphrase', { id })
    expect((await must('office.state', {})).staff.find((tile) => tile.id === id)?.pin).toBe(false)
    await must('session.lock', {})
    expect(await office.call('session.unlock', { staffId: id, pin: '482915' })).toMatchObject(refused('pin_not_now'))
    expect(await office.call('session.signIn', { passphrase: TAMSIN_PASSPHRASE, staffId: id })).toMatchObject(refused('wrong_passphrase'))
  })
})

describe('who works here, and what each may do (section 13)', () => {
  test('no two have the same name; the last director stays one (K2); rights have one holder', async () => {
    const office = await createSignedInOffice()
    const { must, director } = office
    const tamsin = await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSIN_PASSPHRASE })
    expect(await office.call('staff.add', { name: 'tamsin boyle', roles: ['worker'] })).toMatchObject(refused('name_taken', 'name'))
    expect(await office.call('staff.save', { id: tamsin, name: 'Ines Okafor', roles: ['worker'] })).toMatchObject(
      refused('name_taken', 'name'),
    )
    expect(await office.call('staff.save', { id: nobody, name: 'Nobody', roles: ['worker'] })).toMatchObject(refused('no_such_staff'))

    const step = (roles: ('director' | 'worker')[]) => office.call('staff.save', { id: director, name: 'Ines Okafor', roles })
    expect(await step(['worker'])).toMatchObject(refused('last_director', 'roles'))
    // A director whose five words were never used may never sign in.
    const { id: second } = await must('staff.add', { name: 'Mirela Popa', roles: ['director'] })
    expect(await step(['worker'])).toMatchObject(refused('last_director'))
    await must('staff.save', { id: tamsin, name: 'Tamsin Boyle', roles: ['director', 'worker', 'worker'] })
    expect((await must('staff.overview', {})).staff.find(({ id }) => id === tamsin)?.roles).toEqual(['director', 'worker'])

    const save = (holder: StaffId, deputy: StaffId | null, deputyActs = false) =>
      office.call('rights.save', { right: 'workflow_owner', holder, deputy, deputyActs })
    expect((await must('office.state', {})).unassignedRights).toEqual(['workflow_owner', 'data_owner'])
    expect(await save(tamsin, tamsin)).toMatchObject(refused('same_worker', 'deputy'))
    expect(await save(nobody, null)).toMatchObject(refused('no_such_staff', 'holder'))
    expect((await save(tamsin, second, true)).ok).toBe(true)
    const readRoles = async (id: StaffId) => (await must('staff.list', {})).find((one) => one.id === id)?.roles
    expect(await readRoles(tamsin)).toContain('workflow_owner')
    expect(await readRoles(second)).toContain('workflow_owner')
    expect(await readRoles(director)).not.toContain('workflow_owner')
    expect((await save(second, null)).ok).toBe(true)
    expect(await readRoles(tamsin)).not.toContain('workflow_owner')
    expect((await must('office.state', {})).unassignedRights).toEqual(['data_owner'])

    expect((await step(['worker'])).ok).toBe(true)
    expect((await office.call('staff.overview', {})).ok).toBe(false)
  })

  test('the office and the screen are settled by whom the contract names', async () => {
    const office = await createSignedInOffice()
    await office.must('settings.saveLocking', { idleMinutes: 5, sealMinutes: 480 })
    expect(await office.must('settings.read', {})).toMatchObject({ idleMinutes: 5, sealMinutes: 480, shelter: 'Harbour House' })
    expect(await office.call('settings.saveLocking', { idleMinutes: 0, sealMinutes: 480 })).toMatchObject({ failure: { kind: 'invalid' } })
  })
})
