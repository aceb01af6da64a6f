import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/index'
import { FakeClock } from '../support/office/fake-clock'
import { PASSPHRASE, setUpOffice } from '../support/office/set-up-office'
import { openTestOffice, createScratchFolder, type TestOffice } from '../support/office/test-office'
import { addWorker } from '../support/office/add-workers'

const HOUR = 3_600_000
const DONE = { ok: true, value: { done: true } }
const refused = (reason: string, field?: string) => ({
  ok: false,
  failure: { kind: 'refused', reason, ...(field === undefined ? {} : { field }) },
})

async function readState(office: TestOffice) {
  const answer = await office.call('office.state', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

const signIn = (office: TestOffice, passphrase = PASSPHRASE, staffId: string | null = null) =>
  office.call('session.signIn', { passphrase, staffId: staffId as never })

async function createOffice(options: Parameters<typeof openTestOffice>[1] = {}) {
  const office = openTestOffice(createScratchFolder(), options)
  await setUpOffice(office)
  return office
}

describe('set-up', () => {
  test('words and a passphrase are offered, the same until it ends', async () => {
    const office = openTestOffice(createScratchFolder())
    const first = await office.call('setup.createRecoveryWords', {})
    expect(await office.call('setup.createRecoveryWords', {})).toEqual(first)
    expect(first.ok && first.value.words).toHaveLength(12)
  })

  test('what is wrong is said at its field, and nothing lies on the disk', async () => {
    const office = openTestOffice(createScratchFolder())
    const words = await office.call('setup.createRecoveryWords', {})
    if (!words.ok) throw new Error('no words')
    const typedBack = [1, 5, 12].map((position) => ({ position, word: ` ${words.value.words[position - 1]?.toUpperCase()} ` }))
    const policy = {
      standardHours: 24,
      shiftStarts: ['07:00'],
      policeNumber: '911',
      supervisorName: 'Ruth',
      supervisorPhone: '780 555 0100',
    }
    const right = { shelter: 'Harbour House', zone: 'America/Edmonton', director: 'Ines Okafor', passphrase: PASSPHRASE, typedBack, policy }
    const finish = (change: object) => office.call('setup.finish', { ...right, ...change })
    expect(await finish({ zone: 'Edmonton' })).toEqual(refused('not_a_time_zone', 'zone'))
    expect(await finish({ passphrase: 'too short' })).toMatchObject(refused('passphrase_too_short', 'passphrase'))
    expect(await finish({ passphrase: 'password12345678' })).toMatchObject(refused('passphrase_too_common', 'passphrase'))
    const wrong = [...typedBack.slice(0, 2), { position: 12, word: 'zebra zebra' }]
    expect(await finish({ typedBack: wrong })).toEqual(refused('words_do_not_match', 'typedBack'))
    expect(await finish({ typedBack: [typedBack[0], typedBack[0], typedBack[0]] })).toEqual(refused('words_do_not_match', 'typedBack'))
    expect(await finish({ director: '  ' })).toMatchObject({ failure: { kind: 'invalid', fields: [{ path: 'director' }] } })
    expect(await finish({ shelter: 'x'.repeat(10_000) })).toMatchObject({ failure: { kind: 'invalid', fields: [{ path: 'shelter' }] } })
    expect(readdirSync(office.folder)).toEqual([])
    expect(await finish({})).toEqual(DONE)
    expect((await readState(office)).stage).toBe('open')
  })

  test('one that was cut short before the keyring begins again; after it, it is completed', async () => {
    const folder = createScratchFolder()
    writeFileSync(join(folder, 'book.unfinished.db'), 'half')
    const office = openTestOffice(folder)
    expect((await readState(office)).stage).toBe('new')
    await setUpOffice(office)
    office.office.quit()
    renameSync(join(folder, 'book.db'), join(folder, 'book.unfinished.db'))
    const again = openTestOffice(folder)
    expect(await readState(again)).toMatchObject({ stage: 'sealed', fault: null })
    expect(await signIn(again)).toEqual(DONE)
  })

  test('a second set-up is refused', async () => {
    const office = await createOffice()
    expect(await office.call('setup.createRecoveryWords', {})).toMatchObject({ failure: { kind: 'closed_to_you' } })
  })

  test('a synchronised folder is refused before anything is written (D7)', async () => {
    const folder = join(createScratchFolder(), 'OneDrive - Harbour')
    mkdirSync(folder)
    const office = openTestOffice(folder)
    expect((await readState(office)).fault).toBe('synchronised_folder')
    await expect(setUpOffice(office)).rejects.toThrow('folder_is_synchronised')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('sign-in and lock', () => {
  test('a lock keeps the database open and drops who is signed in (L1)', async () => {
    const office = await createOffice()
    expect(await office.call('session.lock', {})).toEqual(DONE)
    const locked = await readState(office)
    expect(locked).toMatchObject({ stage: 'locked', me: null, shelter: 'Harbour House' })
    expect(await office.call('help.read', {})).toMatchObject({ value: { policeNumber: '911', supervisor: { name: 'Ruth Adeyemi' } } })
    for (const [channel, entry] of Object.entries(contract)) {
      if (entry.stages.includes('locked')) continue
      expect(await office.office.call(channel, {}), channel).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage: 'locked' } })
    }
    expect(await signIn(office, PASSPHRASE, locked.staff[0]?.id ?? '')).toEqual(DONE)
  })

  test('two sign-ins at once are carried out one after the other', async () => {
    const office = (await createOffice()).reopen()
    const [first, second] = await Promise.all([signIn(office), signIn(office)])
    expect(first).toEqual(DONE)
    expect(second).toMatchObject({ failure: { kind: 'closed_to_you', stage: 'open' } })
  })

  test('the director adds a worker, who signs in with her own passphrase, on her own tile', async () => {
    const office = await createOffice()
    const workerPassphrase = 'four brown kettles boil at dusk'
    const sana = await addWorker(office, { name: 'Sana Malik', roles: ['worker'], passphrase: workerPassphrase })
    expect((await readState(office)).staff.map(({ name }) => name)).toEqual(['Ines Okafor', 'Sana Malik'])
    await office.call('session.lock', {})
    expect(await signIn(office, PASSPHRASE, sana)).toMatchObject(refused('wrong_passphrase', 'passphrase'))
    expect(await signIn(office, workerPassphrase, sana)).toEqual(DONE)
    expect((await readState(office)).me).toMatchObject({ name: 'Sana Malik', roles: ['worker'] })
    expect(await office.call('staff.add', { name: 'Another', roles: ['director'] })).toMatchObject({
      failure: { kind: 'closed_to_you' },
    })
    const later = office.reopen()
    expect(await signIn(later, workerPassphrase)).toEqual(DONE)
    expect((await readState(later)).me?.name).toBe('Sana Malik')
  })

  test('before set-up only the calls of that stage are carried out', async () => {
    const office = openTestOffice(createScratchFolder())
    const closed = Object.entries(contract).filter(([, entry]) => !entry.stages.includes('new'))
    for (const [channel] of closed) {
      expect(await office.office.call(channel, {}), channel).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage: 'new' } })
    }
    expect(office.logged).toEqual([])
  })
})

describe('faults at the start', () => {
  test('a lost database, a lost keyring, and a database of another keyring are told apart from a wrong passphrase', async () => {
    const office = await createOffice()
    office.office.quit()
    const at = (name: string) => join(office.folder, name)
    renameSync(at('book.db'), at('elsewhere.db'))
    expect(await readState(openTestOffice(office.folder))).toMatchObject({ stage: 'sealed', fault: 'not_a_database' })
    writeFileSync(at('book.db'), 'hello '.repeat(3_000))
    const other = openTestOffice(office.folder)
    expect(await signIn(other)).toMatchObject({ failure: { kind: 'storage' } })
    expect(await readState(other)).toMatchObject({ stage: 'sealed', fault: 'not_a_database' })
    rmSync(at('book.db'))
    renameSync(at('elsewhere.db'), at('book.db'))
    expect(await signIn(other)).toEqual(DONE)
    expect((await readState(other)).fault).toBeNull()
    other.office.quit()
    rmSync(at('keyring.json'))
    rmSync(at('keyring.2.json'))
    const keyless = openTestOffice(office.folder)
    expect(await readState(keyless)).toMatchObject({ stage: 'sealed', fault: 'keyring_damaged' })
    expect(await signIn(keyless)).toMatchObject({ ok: false, failure: { kind: 'storage' } })
    expect(existsSync(at('book.db'))).toBe(true)
  })
})

describe('the disk (D6)', () => {
  test('little space is said, too little makes the database read-only until there is more', async () => {
    let free = 2_000_000_000
    const office = await createOffice({ ports: { disk: { freeBytes: () => free } } })
    const add = () => office.call('draft.save', { key: 'a', body: '{}' })
    expect((await readState(office)).disk).toBe('ok')
    free = 400_000_000
    office.clock.advance(15_000)
    expect((await readState(office)).disk).toBe('low')
    expect((await add()).ok).toBe(true)
    free = 90_000_000
    office.clock.advance(15_000)
    expect((await readState(office)).disk).toBe('read_only')
    expect(await add()).toEqual({ ok: false, failure: { kind: 'storage', what: 'full' } })
    expect(office.topics.filter((topic) => topic === 'office').length).toBeGreaterThanOrEqual(2)
    free = 2_000_000_000
    office.clock.advance(15_000)
    expect((await add()).ok).toBe(true)
  })
})

describe('the timer of the office (C3, T3)', () => {
  /** One deadline that alerts once, kept outside the database. */
  const createAlertRig = () => {
    const clock = new FakeClock()
    let open = [clock.now() + HOUR, clock.now() + 2 * HOUR]
    const alerts = {
      findNextAlertAt: () => (open.length === 0 ? null : Math.min(...open)),
      raiseAlerts: ({ now }: { now: number }) => {
        const due = open.filter((at) => at <= now)
        open = open.filter((at) => at > now)
        return { count: due.length, texts: due.length === 0 ? [] : [`${due.length} due`] }
      },
    }
    return { clock, alerts }
  }

  test('alerts come to the minute while locked, and the screens are told', async () => {
    const { clock, alerts } = createAlertRig()
    const office = await createOffice({ clock, parts: { alerts } })
    await office.call('session.lock', {})
    office.topics.length = 0
    clock.advance(HOUR - 1)
    expect(office.shown).toEqual([])
    clock.advance(1)
    expect(office.shown).toEqual(['1 due'])
    expect(office.topics).toEqual(['alerts', 'handoffs', 'office'])
  })

  test('after a sleep over both deadlines there is one alert, at resume', async () => {
    const { clock, alerts } = createAlertRig()
    const office = await createOffice({ clock, parts: { alerts } })
    clock.sleep(8 * HOUR)
    office.office.resume()
    expect(office.shown).toEqual(['2 due'])
    expect((await readState(office)).clock.drifted).toBe(false)
    clock.advance(HOUR)
    expect(office.shown).toHaveLength(1)
  })

  test('what came due while the app was closed alerts at sign-in', async () => {
    const { clock, alerts } = createAlertRig()
    const office = (await createOffice({ clock, parts: { alerts } })).reopen(90 * 60_000)
    clock.advance(60_000)
    expect(office.shown).toEqual([])
    await signIn(office)
    expect(office.shown).toEqual(['1 due'])
  })

  test('an alert that cannot be written is tried again at the next beat, and the office goes on', async () => {
    const { clock, alerts } = createAlertRig()
    let broken = true
    const failingAlerts = {
      ...alerts,
      raiseAlerts: (context: { now: number }) => {
        if (broken) throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
        return alerts.raiseAlerts(context)
      },
    }
    const office = await createOffice({ clock, parts: { alerts: failingAlerts } })
    clock.advance(HOUR + 30_000)
    // C3, D6: nothing can be kept of it, and still somebody is told, without a name and not at every beat.
    expect(office.shown).toEqual(['A contact needs a worker now. Open Day-book.'])
    expect(office.logged.length).toBeLessThanOrEqual(4)
    broken = false
    clock.advance(15_000)
    expect(office.shown.slice(1)).toEqual(['1 due'])
  })

  test('effective time is kept in the database: a clock set back while closed does not bring time back', async () => {
    const office = await createOffice()
    office.clock.advance(3 * HOUR)
    const before = (await readState(office)).now
    const again = office.reopen(-2 * HOUR)
    await signIn(again)
    const after = await readState(again)
    expect(after.now).toBeGreaterThanOrEqual(before - 15_000)
    expect(after.clock.drifted).toBe(true)
  })

  test("the PC's zone differs only when its offset does", async () => {
    const clock = new FakeClock()
    const office = await createOffice({ clock })
    expect((await readState(office)).clock.zoneDiffers).toBe(false)
    clock.pcZone = 'Europe/Oslo'
    expect((await readState(office)).clock.zoneDiffers).toBe(true)
  })
})
