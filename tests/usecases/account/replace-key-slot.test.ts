import { describe, expect, test } from 'vitest'
import { officeRecords } from '../../../electron/storage/office/office-records'
import { createSignedInOffice } from '../../support/office/signed-in-office'
import { addWorker } from '../../support/office/add-workers'

const TAMSIN_PASSPHRASE = 'nine slow barges pass the lock'
const FRESH = 'four green lanterns sway'

/** Creates an office whose disk fails after the keyring was written and before COMMIT, while `bad` is on: what a crash there leaves. */
async function createOfficeOnBadDisk() {
  let bad = false
  const cut = () => {
    if (bad) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
  }
  const office = await createSignedInOffice({
    parts: {
      records: {
        ...officeRecords,
        saveKeyringSerial: (db, serial) => {
          officeRecords.saveKeyringSerial(db, serial)
          cut()
        },
      },
    },
  })
  return { session: office, while: async <T>(act: () => Promise<T>) => ((bad = true), act().finally(() => (bad = false))) }
}

const full = { ok: false, failure: { kind: 'storage', what: 'full' } }

describe('a change of keys that the database could not take (K3, K4, D4)', () => {
  test('leaves her the passphrase that she had, now and after a restart', async () => {
    const { session: office, while: bad } = await createOfficeOnBadDisk()
    const id = await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSIN_PASSPHRASE })
    await office.signInAs(TAMSIN_PASSPHRASE, id)
    expect(await bad(() => office.call('session.changePassphrase', { now: TAMSIN_PASSPHRASE, next: FRESH }))).toMatchObject(full)
    await office.must('session.lock', {})
    expect(await office.call('session.signIn', { passphrase: TAMSIN_PASSPHRASE, staffId: id })).toMatchObject({ ok: true })
    const again = office.reopen()
    // The new passphrase opens a slot without an owner: that is no damage, and is not reported as such.
    expect(await again.call('session.signIn', { passphrase: FRESH, staffId: null })).toMatchObject({ failure: { kind: 'refused' } })
    expect(await again.call('office.state', {})).toMatchObject({ value: { stage: 'sealed', fault: null } })
    expect(await again.call('session.signIn', { passphrase: TAMSIN_PASSPHRASE, staffId: null })).toMatchObject({ ok: true })
    expect(await again.call('session.changePassphrase', { now: TAMSIN_PASSPHRASE, next: FRESH })).toMatchObject({ ok: true })
    await again.call('session.lock', {})
    expect(await again.call('session.signIn', { passphrase: TAMSIN_PASSPHRASE, staffId: id })).toMatchObject({ ok: false })
    expect(await again.call('session.signIn', { passphrase: FRESH, staffId: id })).toMatchObject({ ok: true })
  })

  test('a reset that did not happen leaves her in', async () => {
    const { session: office, while: bad } = await createOfficeOnBadDisk()
    const id = await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSIN_PASSPHRASE })
    expect(await bad(() => office.call('staff.resetPassphrase', { id }))).toMatchObject(full)
    await office.signInAs(TAMSIN_PASSPHRASE, id)
    expect((await office.must('office.state', {})).me?.id).toBe(id)
  })

  test('the old recovery words hold as long as the new ones are not kept (K2)', async () => {
    const { session: office, while: bad } = await createOfficeOnBadDisk()
    const first = await office.must('keys.createRecoveryWords', {})
    const typed = (words: readonly string[]) => ({
      typedBack: [1, 5, 9].map((position) => ({ position, word: words[position - 1] ?? '' })),
    })
    await office.must('keys.confirmRecoveryWords', typed(first.words))
    const second = await office.must('keys.createRecoveryWords', {})
    expect(await bad(() => office.call('keys.confirmRecoveryWords', typed(second.words)))).toMatchObject(full)
    await office.must('session.lock', {})
    expect(await office.call('session.recover', { words: first.words })).toMatchObject({ ok: true })
  })
})
