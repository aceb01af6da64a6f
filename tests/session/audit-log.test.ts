import { expect, test } from 'vitest'
import type { Ports } from '../../electron/ports'
import { officeRecords } from '../../electron/storage/office/office-records'
import { PASSPHRASE } from '../support/office/set-up-office'
import { referral } from '../support/office/scratch-office'
import { createSignedInOffice } from '../support/office/signed-in-office'
import { addWorker } from '../support/office/add-workers'

const TAMSIN_PASSPHRASE = 'nine slow barges pass the lock'

/** Creates an office on whose disk nothing can be written while `bad` is on. */
async function createOfficeOnFullDisk(ports: Partial<Ports> = {}) {
  let full = false
  const mark: typeof officeRecords.raiseHighWaterMark = (db, now, drifted) => {
    if (full) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
    officeRecords.raiseHighWaterMark(db, now, drifted)
  }
  const office = await createSignedInOffice({ ports, parts: { records: { ...officeRecords, raiseHighWaterMark: mark } } })
  return { session: office, while: <T>(act: () => Promise<T>) => ((full = true), act().finally(() => (full = false))) }
}

test('a search is kept, though a draft is saved before she has stopped typing (T1)', async () => {
  const office = await createSignedInOffice()
  await office.must('search.find', { text: 'Wren' })
  await office.must('draft.save', { key: 'new', body: 'half a word' })
  await office.must('session.lock', {})
  await office.signInAs(PASSPHRASE, office.director)
  expect((await office.must('audit.list', { before: null, kinds: ['searched'] })).rows).toHaveLength(1)
})

test('what was searched for can be told from another search, and tried out by nobody who has only the exported file (T1)', async () => {
  const hashes: unknown[] = []
  for (const texts of [['Wren', 'Amal', 'Wren'], ['Wren']]) {
    const office = await createSignedInOffice()
    for (const text of texts) {
      await office.must('search.find', { text })
      office.clock.advance(20_000)
    }
    const { rows } = await office.must('audit.list', { before: null, kinds: ['searched'] })
    hashes.push(...rows.map(({ facts }) => facts['hash']))
  }
  expect(hashes).toHaveLength(4)
  const [last, second, first, elsewhere] = hashes
  expect(first).toBe(last)
  expect(second).not.toBe(last)
  expect(elsewhere).not.toBe(last)
})

test('who typed the recovery words and went away again is on the audit log (K2, T1)', async () => {
  const office = await createSignedInOffice()
  const { words } = await office.must('keys.createRecoveryWords', {})
  await office.must('keys.confirmRecoveryWords', {
    typedBack: [1, 5, 9].map((position) => ({ position, word: words[position - 1] ?? '' })),
  })
  await office.must('session.lock', {})
  await office.must('session.recover', { words })
  await office.must('session.lock', {})
  await office.signInAs(PASSPHRASE, office.director)
  const { rows } = await office.must('audit.list', { before: null, kinds: ['sign_in'] })
  expect(rows.map(({ by, facts }) => [by, facts['with']])).toContainEqual([null, 'recovery'])
})

test('a lock on a full disk is written down when there is room again (T1, D6)', async () => {
  const { session: office, while: bad } = await createOfficeOnFullDisk()
  await bad(() => office.call('session.lock', {}))
  await office.signInAs(PASSPHRASE, office.director)
  const { rows } = await office.must('audit.list', { before: null, kinds: ['sign_in', 'sign_out'] })
  expect(rows.map(({ kind }) => kind)).toEqual(['sign_in', 'sign_out', 'sign_in'])
})

test('the reason of an override is not read by a director for whom she does not exist (I3)', async () => {
  const office = await createSignedInOffice()
  const ruth = await addWorker(office, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: TAMSIN_PASSPHRASE })
  const clinic = { id: null, name: 'Northgate Clinic', kind: 'health', phone: '', note: '', helpsToReach: false } as const
  const { id: partner } = await office.must('partner.save', clinic)
  const { id } = await office.must('handoff.create', { ...referral(partner), assignedTo: ruth })
  const { personId, plan } = await office.must('handoff.read', { id })
  const { version, plan: full } = (await office.must('plan.read', { personId })) ?? {}
  if (version === undefined || full === undefined) throw new Error('no plan')
  await office.must('plan.save', { personId, basedOn: version, plan: { ...full, mayContact: 'she_calls' }, verifiedWith: 'her' })
  const show = { id, wayId: plan?.ways[0]?.id ?? '', channel: 'call', safeCheck: 'not_sure' } as const
  await office.must('contact.showNumber', { ...show, override: 'Wren asked for it on the phone' })
  const read = async () => (await office.must('audit.list', { before: null, kinds: ['override'] })).rows[0]?.reason
  expect(await read()).toBe('Wren asked for it on the phone')
  await office.must('access.restrict', { personId, named: [ruth] })
  expect(await read()).toBeNull()
})

test('the window is not opened to captures when that cannot be written down (E5)', async () => {
  const protects: boolean[] = []
  const { session: office, while: bad } = await createOfficeOnFullDisk({ screen: { protect: (on) => void protects.push(on) } })
  expect(await bad(() => office.call('screen.allowCapture', { on: true }))).toMatchObject({ ok: false })
  expect(protects).toEqual([])
})

test('a call that ends after a lock is refused in the name of whoever made it (T1)', async () => {
  let save: (answer: 'saved') => void = () => undefined
  const office = await createSignedInOffice({ ports: { files: { save: () => new Promise((resolve) => (save = resolve)) } } })
  const tamsin = await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSIN_PASSPHRASE })
  const exporting = office.call('audit.export', { from: null, to: null })
  await office.signInAs(TAMSIN_PASSPHRASE, tamsin)
  save('saved')
  expect(await exporting).toMatchObject({ ok: false })
  await office.signInAs(PASSPHRASE, office.director)
  const { rows } = await office.must('audit.list', { before: null, kinds: ['refused'] })
  expect(rows.map(({ by, facts }) => [by, facts['call']])).toEqual([['Ines Okafor', 'audit.export']])
})
