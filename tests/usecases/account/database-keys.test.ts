import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StaffId } from '#shared/domain/core/ids'
import { PASSPHRASE } from '../../support/office/set-up-office'
import { openTestOffice } from '../../support/office/test-office'
import { createSignedInOffice } from '../../support/office/signed-in-office'
import { addWorkers } from '../../support/office/add-workers'

const refused = (reason: string) => ({ ok: false, failure: { kind: 'refused', reason } })
const WORKER_PASSPHRASES = {
  tamsin: 'nine slow barges pass the lock',
  ruth: 'four green lanterns sway',
  bao: 'seven small doors stay open',
}
const three = [
  { name: 'Tamsin Boyle', roles: ['worker'], passphrase: WORKER_PASSPHRASES.tamsin },
  { name: 'Ruth Adeyemi', roles: ['supervisor', 'director'], passphrase: WORKER_PASSPHRASES.ruth },
  { name: 'Bao Tran', roles: ['worker'], passphrase: WORKER_PASSPHRASES.bao },
] as const

describe('a rotation (D3, K4)', () => {
  test('leaves everybody her passphrase, and what a departed worker has kept opens nothing new', async () => {
    const signedInOffice = await createSignedInOffice()
    const { must, director } = signedInOffice
    const [tamsin] = (await addWorkers(signedInOffice, three)) as [StaffId]
    expect(await must('keys.read', {})).toEqual({ generation: 1, directors: 2, staff: 2, recovery: true, waiting: 0 })
    const { id: partner } = await must('partner.save', {
      id: null,
      name: 'Northgate Clinic',
      kind: 'health',
      phone: '',
      note: '',
      helpsToReach: true,
    })
    const kept = join(signedInOffice.folder, 'privateWords.json')
    copyFileSync(join(signedInOffice.folder, 'keyring.json'), kept)
    await must('staff.leave', { id: tamsin, to: director, exceptions: [] })
    await must('keys.rotate', {})
    expect(await must('keys.read', {})).toEqual({ generation: 2, directors: 2, staff: 1, recovery: true, waiting: 3 })
    expect((await must('partner.list', {})).map(({ id }) => id)).toEqual([partner])
    const { rows } = await must('audit.list', { before: null, kinds: ['key_rotated'] })
    expect(rows).toMatchObject([{ by: 'Ines Okafor', facts: { generation: 2 } }])
    // It is the same audit log, with its checkpoint under the new key.
    expect((await must('audit.check', {})).findings).toEqual([])

    let office = signedInOffice.reopen()
    for (const passphrase of [WORKER_PASSPHRASES.ruth, WORKER_PASSPHRASES.bao, PASSPHRASE]) {
      expect(await office.call('session.signIn', { passphrase, staffId: null }), passphrase).toMatchObject({ ok: true })
      office = office.reopen()
    }
    await office.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
    expect(await office.call('keys.read', {})).toMatchObject({ ok: true, value: { waiting: 0 } })
    office.office.quit()
    for (const name of ['keyring.json', 'keyring.2.json']) copyFileSync(kept, join(signedInOffice.folder, name))
    const passphrases = openTestOffice(signedInOffice.folder)
    expect((await passphrases.call('session.signIn', { passphrase: WORKER_PASSPHRASES.tamsin, staffId: null })).ok).toBe(false)
    expect(await passphrases.call('office.state', {})).toMatchObject({ value: { stage: 'sealed' } })
  })

  test('is refused on a disk without room for two copies, and the database goes on under its key', async () => {
    let free: number | null = null
    const signedInOffice = await createSignedInOffice({ ports: { disk: { freeBytes: () => free } } })
    const keyring = () => readFileSync(join(signedInOffice.folder, 'keyring.json'), 'utf8')
    const before = keyring()
    free = 200_000
    expect(await signedInOffice.call('keys.rotate', {})).toMatchObject({ failure: { kind: 'storage', what: 'full' } })
    free = null
    expect(keyring()).toBe(before)
    expect(await signedInOffice.must('keys.read', {})).toMatchObject({ generation: 1 })
    expect((await signedInOffice.call('draft.save', { key: 'new', body: 'half a word' })).ok).toBe(true)
  })
})

describe('recovery words (K2)', () => {
  test('hold once three of the new ones are typed back', async () => {
    const signedInOffice = await createSignedInOffice()
    const { must } = signedInOffice
    const { words } = await must('keys.createRecoveryWords', {})
    expect(words).toHaveLength(12)
    expect(await must('keys.createRecoveryWords', {})).toEqual({ words })
    const typed = (positions: readonly number[]) => ({
      typedBack: positions.map((position) => ({ position, word: ` ${(words[position - 1] ?? '').toUpperCase()}` })),
    })
    const wrong = { typedBack: [1, 2, 3].map((position) => ({ position, word: 'zebra' })) }
    expect(await signedInOffice.call('keys.confirmRecoveryWords', wrong)).toMatchObject(refused('words_do_not_match'))
    expect(await signedInOffice.call('keys.confirmRecoveryWords', typed([4, 4, 4]))).toMatchObject(refused('words_do_not_match'))
    expect((await signedInOffice.call('keys.confirmRecoveryWords', typed([3, 8, 12]))).ok).toBe(true)
    expect(await must('keys.read', {})).toMatchObject({ recovery: true, directors: 1, staff: 0 })
    await must('session.lock', {})
    expect((await signedInOffice.call('session.recover', { words })).ok).toBe(true)
    expect(await must('office.state', {})).toMatchObject({ stage: 'choosing', recovering: true })
  })

  test('that were shown are forgotten when the database is sealed', async () => {
    const signedInOffice = await createSignedInOffice()
    const { words } = await signedInOffice.must('keys.createRecoveryWords', {})
    await signedInOffice.must('session.seal', {})
    await signedInOffice.must('session.signIn', { passphrase: PASSPHRASE, staffId: null })
    const typedBack = [1, 2, 3].map((position) => ({ position, word: words[position - 1] ?? '' }))
    expect(await signedInOffice.call('keys.confirmRecoveryWords', { typedBack })).toMatchObject(refused('words_do_not_match'))
    expect((await signedInOffice.must('keys.createRecoveryWords', {})).words).not.toEqual(words)
  })
})
