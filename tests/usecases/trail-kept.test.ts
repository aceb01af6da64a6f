import { expect, test } from 'vitest'
import type { Ports } from '../../electron/ports'
import { records } from '../../electron/storage/office-records'
import { PASSPHRASE } from '../support/founding'
import { referral } from '../support/scratch-office'
import { wholeDesk } from '../support/whole-desk'
import { addWorker } from '../support/workers'

const TAMSINS = 'nine slow barges pass the lock'

/** An office on whose disk nothing can be written while `bad` is on. */
async function fullDesk(ports: Partial<Ports> = {}) {
  let full = false
  const mark: typeof records.mark = (db, now, drifted) => {
    if (full) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })
    records.mark(db, now, drifted)
  }
  const desk = await wholeDesk({ ports, parts: { records: { ...records, mark } } })
  return { desk, while: <T>(act: () => Promise<T>) => ((full = true), act().finally(() => (full = false))) }
}

test('a search is kept, though a draft is saved before she has stopped typing (T1)', async () => {
  const desk = await wholeDesk()
  await desk.must('search.find', { text: 'Wren' })
  await desk.must('draft.save', { key: 'new', body: 'half a word' })
  await desk.must('session.lock', {})
  await desk.sit(PASSPHRASE, desk.director)
  expect((await desk.must('audit.page', { before: null, kinds: ['searched'] })).rows).toHaveLength(1)
})

test('what was searched for can be told from another search, and tried out by nobody who has only the exported file (T1)', async () => {
  const hashes: unknown[] = []
  for (const texts of [['Wren', 'Amal', 'Wren'], ['Wren']]) {
    const desk = await wholeDesk()
    for (const text of texts) {
      await desk.must('search.find', { text })
      desk.clock.advance(20_000)
    }
    const { rows } = await desk.must('audit.page', { before: null, kinds: ['searched'] })
    hashes.push(...rows.map(({ facts }) => facts['hash']))
  }
  expect(hashes).toHaveLength(4)
  const [last, second, first, elsewhere] = hashes
  expect(first).toBe(last)
  expect(second).not.toBe(last)
  expect(elsewhere).not.toBe(last)
})

test('who typed the recovery words and went away again is on the trail (K2, T1)', async () => {
  const desk = await wholeDesk()
  const { words } = await desk.must('keys.words', {})
  await desk.must('keys.saveWords', { typedBack: [1, 5, 9].map((position) => ({ position, word: words[position - 1] ?? '' })) })
  await desk.must('session.lock', {})
  await desk.must('session.recover', { words })
  await desk.must('session.lock', {})
  await desk.sit(PASSPHRASE, desk.director)
  const { rows } = await desk.must('audit.page', { before: null, kinds: ['sign_in'] })
  expect(rows.map(({ by, facts }) => [by, facts['with']])).toContainEqual([null, 'recovery'])
})

test('a lock on a full disk is written down when there is room again (T1, D6)', async () => {
  const { desk, while: bad } = await fullDesk()
  await bad(() => desk.call('session.lock', {}))
  await desk.sit(PASSPHRASE, desk.director)
  const { rows } = await desk.must('audit.page', { before: null, kinds: ['sign_in', 'sign_out'] })
  expect(rows.map(({ kind }) => kind)).toEqual(['sign_in', 'sign_out', 'sign_in'])
})

test('the reason of an override is not read by a director for whom she does not exist (I3)', async () => {
  const desk = await wholeDesk()
  const ruth = await addWorker(desk, { name: 'Ruth Adeyemi', roles: ['supervisor'], passphrase: TAMSINS })
  const clinic = { id: null, name: 'Northgate Clinic', kind: 'health', phone: '', note: '', helpsToReach: false } as const
  const { id: partner } = await desk.must('partner.save', clinic)
  const { id } = await desk.must('handoff.create', { ...referral(partner), assignedTo: ruth })
  const { personId, plan } = await desk.must('handoff.read', { id })
  const { version, plan: full } = (await desk.must('plan.read', { personId })) ?? {}
  if (version === undefined || full === undefined) throw new Error('no plan')
  await desk.must('plan.save', { personId, basedOn: version, plan: { ...full, mayContact: 'she_calls' }, verifiedWith: 'her' })
  const show = { id, wayId: plan?.ways[0]?.id ?? '', channel: 'call', safeCheck: 'not_sure' } as const
  await desk.must('contact.show', { ...show, override: 'Wren asked for it on the phone' })
  const read = async () => (await desk.must('audit.page', { before: null, kinds: ['override'] })).rows[0]?.reason
  expect(await read()).toBe('Wren asked for it on the phone')
  await desk.must('access.restrict', { personId, named: [ruth] })
  expect(await read()).toBeNull()
})

test('the window is not opened to captures when that cannot be written down (E5)', async () => {
  const protects: boolean[] = []
  const { desk, while: bad } = await fullDesk({ screen: { protect: (on) => void protects.push(on) } })
  expect(await bad(() => desk.call('screen.lift', { on: true }))).toMatchObject({ ok: false })
  expect(protects).toEqual([])
})

test('a call that ends after a lock is refused in the name of whoever made it (T1)', async () => {
  let save: (answer: 'saved') => void = () => undefined
  const desk = await wholeDesk({ ports: { files: { save: () => new Promise((resolve) => (save = resolve)) } } })
  const tamsin = await addWorker(desk, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: TAMSINS })
  const exporting = desk.call('audit.export', { from: null, to: null })
  await desk.sit(TAMSINS, tamsin)
  save('saved')
  expect(await exporting).toMatchObject({ ok: false })
  await desk.sit(PASSPHRASE, desk.director)
  const { rows } = await desk.must('audit.page', { before: null, kinds: ['refused'] })
  expect(rows.map(({ by, facts }) => [by, facts['call']])).toEqual([['Ines Okafor', 'audit.export']])
})
