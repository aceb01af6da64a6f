import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { must, signIn, readOfficeState, readAuditLines, createUnattendedOffice } from '../support/office/unattended-office'
import { PASSPHRASE } from '../support/office/set-up-office'
import { referral } from '../support/office/scratch-office'
import { addWorker } from '../support/office/add-workers'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WORKER_PASSPHRASE = 'four brown kettles boil at dusk'
const FRESH = 'nine slow barges pass below'
const SIGN_IN = 'A contact needs a worker now. Sign in to Day-book.'

const refused = (reason: string) => ({ ok: false, failure: { kind: 'refused', reason } })

/** Creates an office with a referral that is due a day from now; a worker is present until it is sealed. */
async function withReferral() {
  const { office, words } = await createUnattendedOffice({ ports: { preventsLock: () => true } })
  const { id } = await must(office, 'partner.save', {
    id: null,
    name: 'Northgate Clinic',
    kind: 'health',
    phone: '',
    note: '',
    helpsToReach: false,
  })
  await must(office, 'handoff.create', referral(id))
  const dueAt = (await must(office, 'board.read', {})).rows[0]?.clockAt ?? 0
  return { office, words, dueAt }
}

describe('while the database is sealed (L5)', () => {
  test('the list of times holds times and nothing else', async () => {
    const { office, dueAt } = await withReferral()
    await must(office, 'session.seal', {})
    const file = JSON.parse(readFileSync(join(office.folder, 'next-due.json'), 'utf8')) as { list: string; signature: string }
    const list = JSON.parse(file.list) as Record<string, unknown>
    expect(Object.keys(list)).toEqual(['at', 'wakes', 'dues'])
    expect(list['dues']).toEqual([dueAt])
    expect(file.list).toMatch(/^[\d"{}[\],:a-z]+$/)
  })

  test('a contact that comes due is told once, and each hour after it, also after a restart; the words are neutral', async () => {
    const { office, dueAt } = await withReferral()
    await must(office, 'session.seal', {})
    const before = dueAt - 2 * HOUR - office.clock.now()
    const again = office.reopen()
    again.clock.advance(before)
    const told = again.shown.length
    expect(again.shown).toEqual(Array<string>(told).fill(SIGN_IN))
    expect((await readOfficeState(again)).nextDue).toEqual({ overdue: 0, due: 1, before: dueAt, genuine: true })
    again.clock.advance(2 * HOUR)
    expect(again.shown).toHaveLength(told + 1)
    expect((await readOfficeState(again)).nextDue).toEqual({ overdue: 1, due: 0, before: null, genuine: true })
    again.clock.advance(3 * HOUR)
    expect(again.shown).toHaveLength(told + 4)
  })

  test('a PC whose clock was set back while it was off tells it in its time all the same (T3)', async () => {
    const { office, dueAt } = await withReferral()
    office.clock.sleep(20 * HOUR)
    office.office.tick()
    office.office.quit()
    const left = dueAt - office.clock.now()
    office.clock.set(office.clock.now() - 24 * HOUR)
    const again = office.reopen()
    again.shown.length = 0
    expect((await readOfficeState(again)).clock.drifted).toBe(true)
    again.clock.advance(left + MINUTE)
    expect(again.shown.length).toBeGreaterThan(0)
    expect((await readOfficeState(again)).nextDue).toMatchObject({ overdue: 1 })
  })

  test('a PC that was off over the due time tells it at the start, once', async () => {
    const { office } = await withReferral()
    const again = office.reopen(30 * HOUR)
    expect(again.shown).toEqual([SIGN_IN])
    again.office.tick()
    expect(again.shown).toHaveLength(1)
  })

  test.each([
    ['moved a year away', (text: string) => text.replaceAll(/\d{13}/g, (at) => String(Number(at) + 365 * 24 * HOUR))],
    ['torn', (text: string) => text.slice(0, 40)],
    ['empty', () => '{}'],
  ])('a list that somebody has %s is not believed; it is said, and written down at the next sign-in', async (_what, change) => {
    const { office } = await withReferral()
    await must(office, 'session.seal', {})
    const file = join(office.folder, 'next-due.json')
    writeFileSync(file, change(readFileSync(file, 'utf8')))
    const again = office.reopen()
    // Quitting a sealed office writes nothing.
    expect((await readOfficeState(again)).nextDue).toEqual({ overdue: 0, due: 0, before: null, genuine: false })
    // Whatever caused the loss, silence would be the worst answer to it (C3).
    expect(again.shown).toEqual([SIGN_IN])
    again.clock.advance(HOUR)
    expect(again.shown).toEqual([SIGN_IN, SIGN_IN])
    expect((await signIn(again)).ok).toBe(true)
    expect((await must(again, 'audit.listUnread', {})).map(({ kind }) => kind)).toEqual(['due_list_changed'])
    await must(again, 'session.seal', {})
    expect((await readOfficeState(again)).nextDue?.genuine).toBe(true)
  })
})

describe('somebody who has no passphrase of her own yet (K4)', () => {
  test('comes in once with five words, may do nothing but choose her own, and they open nothing afterwards', async () => {
    const { office } = await createUnattendedOffice()
    const added = await must(office, 'staff.add', { name: 'Tamsin Boyle', roles: ['worker'] })
    await must(office, 'session.seal', {})
    expect((await signIn(office, added.passphrase)).ok).toBe(true)
    const state = await readOfficeState(office)
    expect([state.stage, state.me?.name, state.recovering]).toEqual(['choosing', 'Tamsin Boyle', false])
    expect(await office.call('board.read', {})).toEqual({ ok: false, failure: { kind: 'closed_to_you', stage: 'choosing' } })
    expect(await office.call('session.choosePassphrase', { staffId: null, passphrase: 'short' })).toMatchObject(
      refused('passphrase_too_short'),
    )
    // The director knows them.
    expect(await office.call('session.choosePassphrase', { staffId: null, passphrase: added.passphrase })).toMatchObject(
      refused('passphrase_known'),
    )
    expect((await office.call('session.choosePassphrase', { staffId: null, passphrase: WORKER_PASSPHRASE })).ok).toBe(true)
    expect((await readOfficeState(office)).me?.name).toBe('Tamsin Boyle')
    await must(office, 'session.seal', {})
    expect(await signIn(office, added.passphrase)).toMatchObject(refused('wrong_passphrase'))
    expect((await signIn(office, WORKER_PASSPHRASE)).ok).toBe(true)
  })

  test('who goes away before she has chosen needs new words; after 72 hours they open nothing', async () => {
    const { office } = await createUnattendedOffice()
    const added = await must(office, 'staff.add', { name: 'Tamsin Boyle', roles: ['worker'] })
    await must(office, 'session.seal', {})
    await signIn(office, added.passphrase)
    await must(office, 'session.lock', {})
    expect((await office.call('session.signIn', { passphrase: added.passphrase, staffId: added.id })).ok).toBe(false)
    office.clock.sleep(3 * MINUTE)
    expect((await signIn(office)).ok).toBe(true)
    const { passphrase } = await must(office, 'staff.resetPassphrase', { id: added.id })
    await must(office, 'session.seal', {})
    office.clock.sleep(72 * HOUR + MINUTE)
    expect(await signIn(office, passphrase)).toMatchObject(refused('temporary_over'))
  })
})

describe('a forgotten passphrase (K2, K4)', () => {
  test('the twelve words, then which director she is, then a new one; the old one is dead, and every director reads it', async () => {
    const { office, words } = await createUnattendedOffice()
    await addWorker(office, { name: 'Tamsin Boyle', roles: ['worker'], passphrase: WORKER_PASSPHRASE })
    await must(office, 'session.setPin', { passphrase: PASSPHRASE, pin: '482915' })
    await must(office, 'session.seal', {})
    expect(await office.call('session.recover', { words: [...words].reverse() })).toMatchObject(refused('wrong_words'))
    expect((await office.call('session.recover', { words: words.map((word) => ` ${word.toUpperCase()} `) })).ok).toBe(true)
    const state = await readOfficeState(office)
    expect([state.stage, state.me, state.recovering]).toEqual(['choosing', null, true])
    // Only a director may choose to be that director.
    expect(state.staff.map(({ name }) => name)).toEqual(['Ines Okafor'])
    expect(await office.call('session.choosePassphrase', { staffId: null, passphrase: FRESH })).toMatchObject(refused('no_director'))
    await must(office, 'session.choosePassphrase', { staffId: state.staff[0]?.id ?? null, passphrase: FRESH } as never)
    expect((await must(office, 'audit.listUnread', {})).map(({ kind }) => kind)).toEqual(['recovered'])
    await must(office, 'session.lock', {})
    expect((await readOfficeState(office)).staff.map(({ pin }) => pin)).toEqual([false, false])
    expect(await signIn(office)).toMatchObject(refused('wrong_passphrase'))
    expect((await signIn(office, FRESH)).ok).toBe(true)
  })

  test('she changes her own with the old one', async () => {
    const { office } = await createUnattendedOffice()
    expect(await office.call('session.changePassphrase', { now: WORKER_PASSPHRASE, next: FRESH })).toMatchObject({
      failure: { reason: 'wrong_passphrase', field: 'now' },
    })
    await must(office, 'session.changePassphrase', { now: PASSPHRASE, next: FRESH })
    await must(office, 'session.seal', {})
    expect(await signIn(office)).toMatchObject(refused('wrong_passphrase'))
    expect((await signIn(office, FRESH)).ok).toBe(true)
  })
})

describe('the audit log of what was read (T1)', () => {
  test('a record that lies open leaves one line in a quarter of an hour; a search leaves a hash of what she stopped at', async () => {
    const { office } = await withReferral()
    const id = (await must(office, 'board.read', {})).rows[0]?.id
    if (id === undefined) throw new Error('an empty board')
    for (let round = 0; round < 3; round += 1) await must(office, 'handoff.read', { id })
    expect(await readAuditLines(office, 'opened')).toHaveLength(1)
    office.clock.advance(16 * MINUTE)
    await must(office, 'handoff.read', { id })
    expect(await readAuditLines(office, 'opened')).toHaveLength(2)
    for (const text of ['A', 'Am', 'Amal']) await must(office, 'search.find', { text })
    office.clock.advance(MINUTE)
    const searches = await readAuditLines(office, 'searched')
    expect(searches).toHaveLength(1)
    expect(JSON.stringify(searches)).not.toContain('mal')
  })

  test('a memory that is gone is a finding until a director has explained it', async () => {
    const { office } = await createUnattendedOffice()
    await must(office, 'session.seal', {})
    rmSync(join(office.folder, 'head.json'))
    expect((await signIn(office)).ok).toBe(true)
    expect((await readOfficeState(office)).isDatabaseIntact).toBe(false)
    expect((await must(office, 'audit.check', {})).findings.map(({ kind }) => kind)).toEqual(['nothing_remembered'])
    await must(office, 'audit.explain', { why: 'other' })
    expect((await must(office, 'audit.check', {})).findings).toEqual([])
    expect((await readOfficeState(office)).isDatabaseIntact).toBe(true)
  })
})
