import { describe, expect, test } from 'vitest'
import { records } from '../../electron/storage/office-records'
import { wholeDesk } from '../support/whole-desk'
import { addWorker } from '../support/workers'

const TAMSINS = 'nine slow barges pass the lock'
const FRESH = 'four green lanterns sway'

/** An office whose disk gives out after the keyring was written and before COMMIT, while `bad` is on: what a crash there leaves. */
async function badDesk() {
  let bad = false
  const cut = () => {
    if (bad) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
  }
  const desk = await wholeDesk({
    parts: {
      records: {
        ...records,
        sawKeyring: (db, serial) => {
          records.sawKeyring(db, serial)
          cut()
        },
      },
    },
  })
  return { desk, while: async <T>(act: () => Promise<T>) => ((bad = true), act().finally(() => (bad = false))) }
}

const full = { ok: false, failure: { kind: 'storage', what: 'full' } }

describe('a change of keys that the book could not take (K3, K4, D4)', () => {
  test('leaves her the passphrase that she had, now and after a restart', async () => {
    const { desk, while: bad } = await badDesk()
    const id = await addWorker(desk, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSINS })
    await desk.sit(TAMSINS, id)
    expect(await bad(() => desk.call('session.passphrase', { now: TAMSINS, next: FRESH }))).toMatchObject(full)
    await desk.must('session.lock', {})
    expect(await desk.call('session.signIn', { passphrase: TAMSINS, staffId: id })).toMatchObject({ ok: true })
    const again = desk.reopen()
    // The new one opens a slot that is nobody's: that is no damage, and nobody has to be frightened by it.
    expect(await again.call('session.signIn', { passphrase: FRESH, staffId: null })).toMatchObject({ failure: { kind: 'refused' } })
    expect(await again.call('office.state', {})).toMatchObject({ value: { stage: 'sealed', fault: null } })
    expect(await again.call('session.signIn', { passphrase: TAMSINS, staffId: null })).toMatchObject({ ok: true })
    expect(await again.call('session.passphrase', { now: TAMSINS, next: FRESH })).toMatchObject({ ok: true })
    await again.call('session.lock', {})
    expect(await again.call('session.signIn', { passphrase: TAMSINS, staffId: id })).toMatchObject({ ok: false })
    expect(await again.call('session.signIn', { passphrase: FRESH, staffId: id })).toMatchObject({ ok: true })
  })

  test('a reset that did not happen leaves her in', async () => {
    const { desk, while: bad } = await badDesk()
    const id = await addWorker(desk, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSINS })
    expect(await bad(() => desk.call('staff.reset', { id }))).toMatchObject(full)
    await desk.sit(TAMSINS, id)
    expect((await desk.must('office.state', {})).me?.id).toBe(id)
  })

  test('the old recovery words hold as long as the new ones are not kept (K2)', async () => {
    const { desk, while: bad } = await badDesk()
    const first = await desk.must('keys.words', {})
    const typed = (words: readonly string[]) => ({
      typedBack: [1, 5, 9].map((position) => ({ position, word: words[position - 1] ?? '' })),
    })
    await desk.must('keys.saveWords', typed(first.words))
    const second = await desk.must('keys.words', {})
    expect(await bad(() => desk.call('keys.saveWords', typed(second.words)))).toMatchObject(full)
    await desk.must('session.lock', {})
    expect(await desk.call('session.recover', { words: first.words })).toMatchObject({ ok: true })
  })
})
