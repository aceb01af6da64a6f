import { chmodSync, copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { Vault } from '../../electron/vault/vault'
import { FakeClock } from '../support/office/fake-clock'
import { PASSPHRASE, setUpOffice } from '../support/office/set-up-office'
import { openTestOffice, createScratchFolder, type TestOffice } from '../support/office/test-office'
import { reportNotRun } from '../support/not-run'
import { addWorker } from '../support/office/add-workers'

const WORKER_PASSPHRASE = 'four brown kettles boil at dusk'
const closed = (stage: string) => ({ ok: false, failure: { kind: 'closed_to_you', stage } })

async function createOffice(options: Parameters<typeof openTestOffice>[1] = {}) {
  const office = openTestOffice(createScratchFolder(), options)
  await setUpOffice(office)
  return office
}

async function readState(office: TestOffice) {
  const answer = await office.call('office.state', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

const signIn = (office: TestOffice, passphrase = PASSPHRASE) => office.call('session.signIn', { passphrase, staffId: null })
const add = (office: TestOffice, name: string) => office.call('staff.add', { name, roles: ['worker'] })

describe('a lock in the middle of a call (L1, I1)', () => {
  test('while a worker is being added: nobody is added, and the keyring stays as it was', async () => {
    const office = await createOffice()
    const keyring = readFileSync(join(office.folder, 'keyring.json'), 'utf8')
    const adding = add(office, 'Sana Malik')
    const queued = add(office, 'Mirela Popa')
    await office.call('session.lock', {})
    expect(await adding).toEqual(closed('locked'))
    expect(await queued).toEqual(closed('locked'))
    expect((await readState(office)).staff).toHaveLength(1)
    expect(readFileSync(join(office.folder, 'keyring.json'), 'utf8')).toBe(keyring)
  })

  test('whatever is asked after it is closed, also in the same breath', async () => {
    const office = await createOffice()
    const [locked, read, draft] = await Promise.all([
      office.call('session.lock', {}),
      office.call('board.read', {} as never),
      office.call('draft.save', { key: 'a', body: '""' }),
    ])
    expect(locked.ok).toBe(true)
    expect(read).toEqual(closed('locked'))
    expect(draft).toEqual(closed('locked'))
  })
})

describe('a quit in the middle of a sign-in', () => {
  test('opens nothing: the database can be opened by the next start', async () => {
    const office = (await createOffice()).reopen()
    const signing = signIn(office)
    office.office.quit()
    expect(await signing).toMatchObject({ ok: false, failure: { kind: 'storage' } })
    expect((await signIn(openTestOffice(office.folder))).ok).toBe(true)
  })
})

describe('the data key (K1, L1)', () => {
  test('is zeroed at a quit, and at once where it only showed who is there or opened nothing', async () => {
    const office = await createOffice()
    const unlock = vi.spyOn(Vault.prototype, 'unlock')
    onTestFinished(() => unlock.mockRestore())
    const keys = async () => {
      const outcomes = await Promise.all(unlock.mock.results.map(({ value }) => value as ReturnType<Vault['unlock']>))
      return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.keys.every(({ key }) => key.every((byte) => byte === 0))] : []))
    }
    await office.call('session.lock', {})
    expect((await signIn(office)).ok).toBe(true)
    expect(await keys()).toEqual([true])
    const second = openTestOffice(office.folder)
    expect((await signIn(second)).ok).toBe(false)
    expect(await keys()).toEqual([true, true])
    office.office.quit()
    expect((await signIn(second)).ok).toBe(true)
    expect(await keys()).toEqual([true, true, false])
    second.office.quit()
    expect(await keys()).toEqual([true, true, true])
  })
})

describe('drafts (S3)', () => {
  test("another worker's are not read, not written over and not dropped", async () => {
    const office = await createOffice()
    await addWorker(office, { name: 'Sana Malik', roles: ['worker'], passphrase: WORKER_PASSPHRASE })
    await office.call('draft.save', { key: 'handoff.new', body: '"hers"' })
    await office.call('session.lock', {})
    expect((await signIn(office, WORKER_PASSPHRASE)).ok).toBe(true)
    expect(await office.call('draft.read', { key: 'handoff.new' })).toEqual({ ok: true, value: { body: null, savedAt: null } })
    await office.call('draft.save', { key: 'handoff.new', body: '"mine"' })
    await office.call('draft.remove', { key: 'handoff.new' })
    await office.call('session.lock', {})
    await signIn(office)
    expect(await office.call('draft.read', { key: 'handoff.new' })).toMatchObject({ value: { body: '"hers"' } })
  })
})

describe('look again', () => {
  test('what was in the way of a closed database is looked at afresh (D7, K1)', async () => {
    const office = await createOffice()
    office.office.quit()
    const at = (name: string) => join(office.folder, name)
    copyFileSync(at('keyring.json'), at('kept'))
    for (const name of ['keyring.json', 'keyring.2.json']) rmSync(at(name))
    renameSync(at('book.db'), at('elsewhere'))
    const again = openTestOffice(office.folder)
    renameSync(at('elsewhere'), at('book.db'))
    expect(await readState(again)).toMatchObject({ stage: 'sealed', fault: 'keyring_damaged' })
    copyFileSync(at('kept'), at('keyring.json'))
    expect(await readState(again)).toMatchObject({ stage: 'sealed', fault: null })
    expect((await signIn(again)).ok).toBe(true)
    expect(readFileSync(at('keyring.2.json'), 'utf8')).toBe(readFileSync(at('keyring.json'), 'utf8'))
  })

  test('a database in use elsewhere opens once it is free (E5)', async () => {
    const first = await createOffice()
    const second = openTestOffice(first.folder)
    expect(await signIn(second)).toMatchObject({ failure: { kind: 'storage' } })
    expect(await readState(second)).toMatchObject({ stage: 'sealed', fault: 'in_use' })
    first.office.quit()
    expect((await signIn(second)).ok).toBe(true)
    expect((await readState(second)).fault).toBeNull()
  })
})

describe('a PC with a wrong clock or zone (T3)', () => {
  test('one that woke in 1980 still asks for the passphrase, and goes on from what the database has seen', async () => {
    const office = await createOffice()
    const before = (await readState(office)).now
    office.office.quit()
    const flat = openTestOffice(office.folder, { clock: new FakeClock(Date.UTC(1980, 0, 1)) })
    expect(await readState(flat)).toMatchObject({ stage: 'sealed', fault: null })
    expect((await signIn(flat)).ok).toBe(true)
    flat.clock.advance(15_000)
    const after = await readState(flat)
    expect(after.now).toBeGreaterThanOrEqual(before)
    expect(after.clock.drifted).toBe(true)
  })
})

test('the folder may be closed to us: that is said, nothing is thrown', async (context) => {
  if (process.getuid?.() === 0 || process.platform === 'win32')
    return reportNotRun(context, 'root and Windows write into a read-only folder')
  const folder = createScratchFolder()
  chmodSync(folder, 0)
  const office = openTestOffice(folder)
  expect((await readState(office)).fault).not.toBeNull()
  chmodSync(folder, 0o700)
})
