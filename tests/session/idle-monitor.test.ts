import { describe, expect, test } from 'vitest'
import { must, signIn, readOfficeState, readAuditLines, createUnattendedOffice } from '../support/office/unattended-office'
import { PASSPHRASE } from '../support/office/set-up-office'
import { addWorker } from '../support/office/add-workers'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const WORKER_PASSPHRASE = 'four brown kettles boil at dusk'
const PIN = '482915'

const refused = (reason: string, more: object = {}) => ({ ok: false, failure: { kind: 'refused', reason, ...more } })
const readStage = async (office: Parameters<typeof readOfficeState>[0]) => (await readOfficeState(office)).stage

describe('no worker present (L2)', () => {
  test('after 100 s it warns, a hand ends the warning, after two minutes it locks; what was typed is kept', async () => {
    const { office } = await createUnattendedOffice()
    await must(office, 'draft.save', { key: 'new', body: 'half a word' })
    office.clock.advance(99 * SECOND)
    expect((await readOfficeState(office)).locksAt).toBeNull()
    office.topics.length = 0
    office.clock.advance(2 * SECOND)
    expect((await readOfficeState(office)).locksAt).toBe(office.clock.now() + 19 * SECOND)
    expect(office.topics).toContain('office')
    await must(office, 'session.reportActivity', {})
    expect((await readOfficeState(office)).locksAt).toBeNull()
    office.clock.advance(119 * SECOND)
    expect(await readStage(office)).toBe('open')
    office.clock.advance(SECOND)
    expect(await readStage(office)).toBe('locked')
    expect(await office.call('board.read', {})).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage: 'locked' } })
    expect((await signIn(office)).ok).toBe(true)
    expect((await must(office, 'draft.read', { key: 'new' })).body).toBe('half a word')
    expect((await readAuditLines(office, 'sign_out'))[0]).toMatchObject({ by: 'Ines Okafor', facts: { why: 'idle' } })
  })

  test('the director chooses one to five minutes; "never" is not to be had', async () => {
    const { office } = await createUnattendedOffice()
    for (const idleMinutes of [0, 6, 2.5])
      expect(await office.call('settings.saveLocking', { idleMinutes, sealMinutes: 30 })).toMatchObject({ failure: { kind: 'invalid' } })
    await must(office, 'settings.saveLocking', { idleMinutes: 5, sealMinutes: 60 })
    office.clock.advance(4 * MINUTE + 59 * SECOND)
    expect(await readStage(office)).toBe('open')
    office.clock.advance(SECOND)
    expect(await readStage(office)).toBe('locked')
    office.clock.advance(59 * MINUTE)
    expect(await readStage(office)).toBe('locked')
    office.clock.advance(MINUTE)
    expect(await readStage(office)).toBe('sealed')
  })

  test('half an hour in screen lock seals it: no names any more, a passphrase is needed', async () => {
    const { office } = await createUnattendedOffice()
    await must(office, 'session.lock', {})
    office.clock.advance(30 * MINUTE)
    const state = await readOfficeState(office)
    expect([state.stage, state.staff, state.shelter]).toEqual(['sealed', [], null])
    expect((await signIn(office)).ok).toBe(true)
    expect((await readAuditLines(office, 'sealed'))[0]?.facts).toEqual({ why: 'idle' })
  })

  test('a PC that slept without saying so locks when it wakes', async () => {
    const { office } = await createUnattendedOffice()
    office.clock.sleep(HOUR)
    office.office.resume()
    expect(await readStage(office)).toBe('locked')
  })

  test('ten hours after the last passphrase it is sealed, though somebody works at it all day', async () => {
    const { office } = await createUnattendedOffice()
    for (let minute = 0; minute < 10 * 60; minute += 1) {
      expect(await readStage(office)).toBe('open')
      await must(office, 'session.reportActivity', {})
      office.clock.sleep(MINUTE)
      office.office.tick()
    }
    expect(await readStage(office)).toBe('sealed')
  })

  test('while something runs that no lock may cut off, it neither locks nor seals; afterwards the time begins anew', async () => {
    let runs = true
    const { office } = await createUnattendedOffice({ ports: { preventsLock: () => runs } })
    office.clock.sleep(11 * HOUR)
    office.office.tick()
    expect(await readStage(office)).toBe('open')
    runs = false
    office.office.tick()
    expect(await readStage(office)).toBe('sealed')
  })
})

describe('the PC goes away (L2)', () => {
  test.each(['suspend', 'osLocked'] as const)('%s seals at once, whoever is signed in', async (event) => {
    const { office } = await createUnattendedOffice()
    office.office[event]()
    expect(await readStage(office)).toBe('sealed')
    expect(office.topics).toContain('office')
    expect((await signIn(office)).ok).toBe(true)
    expect((await readAuditLines(office, 'sealed'))[0]).toMatchObject({
      by: 'Ines Okafor',
      facts: { why: event === 'suspend' ? 'suspend' : 'os_lock' },
    })
  })
})

describe('the PIN (L3)', () => {
  async function withPin() {
    const { office } = await createUnattendedOffice()
    const { me } = await readOfficeState(office)
    if (me === null) throw new Error('nobody is signed in')
    await must(office, 'session.setPin', { passphrase: PASSPHRASE, pin: PIN })
    const enter = (pin: string, staffId = me.id) => office.call('session.unlock', { staffId, pin })
    return { office, enter }
  }

  test('is set with the passphrase only, and never one that somebody tries first', async () => {
    const { office } = await withPin()
    expect(await office.call('session.setPin', { passphrase: WORKER_PASSPHRASE, pin: PIN })).toMatchObject(refused('wrong_passphrase'))
    for (const pin of ['111111', '123456', '987654', '890123', '121212', '123123'])
      expect(await office.call('session.setPin', { passphrase: PASSPHRASE, pin })).toMatchObject(refused('pin_too_simple'))
    expect(await office.call('session.setPin', { passphrase: PASSPHRASE, pin: '48291' })).toMatchObject(refused('pin_too_short'))
    expect(await office.call('session.setPin', { passphrase: PASSPHRASE, pin: '48291x' })).toMatchObject({ failure: { kind: 'invalid' } })
  })

  test('opens the screen lock, on her own tile, and no sealed database', async () => {
    const { office, enter } = await withPin()
    await must(office, 'session.lock', {})
    expect((await readOfficeState(office)).staff).toMatchObject([{ pin: true }])
    expect((await enter(PIN)).ok).toBe(true)
    expect(await readStage(office)).toBe('open')
    await must(office, 'session.seal', {})
    expect(await enter(PIN)).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage: 'sealed' } })
  })

  test('is asked for only after her passphrase in this run', async () => {
    const { office, enter } = await withPin()
    const worker = await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: WORKER_PASSPHRASE })
    await must(office, 'session.seal', {})
    expect((await signIn(office, WORKER_PASSPHRASE)).ok).toBe(true)
    await must(office, 'session.lock', {})
    const { staff } = await readOfficeState(office)
    expect(staff.map(({ pin }) => pin)).toEqual([false, false])
    expect(await enter(PIN)).toMatchObject(refused('pin_not_now'))
    expect(await enter(PIN, worker)).toMatchObject(refused('pin_not_now'))
  })

  test('five wrong ones in total, by whomever, seal the database; the director reads it', async () => {
    const { office, enter } = await withPin()
    await must(office, 'session.lock', {})
    for (const left of [4, 3, 2, 1]) expect(await enter('739105')).toMatchObject(refused('wrong_pin', { detail: { left } }))
    expect((await enter(PIN)).ok).toBe(true)
    await must(office, 'session.lock', {})
    expect(await enter('739105')).toMatchObject(refused('wrong_pin', { detail: { left: 0 } }))
    expect(await readStage(office)).toBe('sealed')
    expect((await signIn(office)).ok).toBe(true)
    expect((await readOfficeState(office)).unreadAuditEntries).toBe(1)
    const [line] = await must(office, 'audit.listUnread', {})
    expect(line).toMatchObject({ kind: 'wrong_pins', by: null })
    await must(office, 'audit.markRead', { upTo: line?.no ?? 0 })
    expect((await readOfficeState(office)).unreadAuditEntries).toBe(0)
  })

  test('taken away, the passphrase is asked for again', async () => {
    const { office, enter } = await withPin()
    await must(office, 'session.setPin', { passphrase: PASSPHRASE, pin: null })
    await must(office, 'session.lock', {})
    expect(await enter(PIN)).toMatchObject(refused('pin_not_now'))
  })
})

describe('the clock that was wrong (T3)', () => {
  test('years ahead and set right: a director takes the PC for right again, and it is written down', async () => {
    const { office } = await createUnattendedOffice({ ports: { preventsLock: () => true } })
    const right = office.clock.now()
    expect(await office.call('clock.reset', {})).toMatchObject(refused('clock_is_right'))
    office.clock.sleep(400 * 24 * HOUR)
    office.office.tick()
    await must(office, 'draft.save', { key: 'a', body: 'b' })
    office.clock.set(right)
    office.office.tick()
    const before = await readOfficeState(office)
    expect(before.clock.drifted).toBe(true)
    expect(before.now).toBeGreaterThan(right + 399 * 24 * HOUR)
    await must(office, 'clock.reset', {})
    const after = await readOfficeState(office)
    expect([after.now, after.clock.drifted]).toEqual([right, false])
    expect((await must(office, 'audit.listUnread', {})).map(({ kind }) => kind)).toEqual(['clock_reset'])
    const again = office.reopen()
    expect((await signIn(again)).ok).toBe(true)
    expect((await readOfficeState(again)).now).toBe(right)
  })
})

describe('a picture of the window (E5)', () => {
  test('may be taken for a quarter of an hour, or until the database is sealed', async () => {
    const protects: boolean[] = []
    const screen = { protect: (on: boolean) => void protects.push(on) }
    const { office } = await createUnattendedOffice({ ports: { screen, preventsLock: () => true } })
    expect((await must(office, 'screen.allowCapture', { on: true })).until).toBe(office.clock.now() + 15 * MINUTE)
    office.clock.advance(14 * MINUTE)
    expect(protects).toEqual([false])
    office.clock.advance(MINUTE)
    expect(protects).toEqual([false, true])
    expect((await readOfficeState(office)).screenShownUntil).toBeNull()
    await must(office, 'screen.allowCapture', { on: true })
    await must(office, 'session.seal', {})
    expect(protects).toEqual([false, true, false, true])
  })
})
