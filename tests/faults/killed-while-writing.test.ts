import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { PASSPHRASE, setUpOffice } from '../support/office/set-up-office'
import { buildChild, runAndKill } from '../support/database/kill-child'
import { reportNotRun } from '../support/not-run'
import { openTestOffice, createScratchFolder, type TestOffice } from '../support/office/test-office'

const CHILD = 'tests/faults/killed-while-writing.child.ts'
// Each start derives a key; a slow machine must still come to the end. `KILLS=30` (or the fault suite's 500) for more.
const WRITES = Number(process.env['KILLS'] ?? 10)
const SET_UPS = 5
const TIMEOUT = { timeout: 180_000 + WRITES * 60_000 }

beforeAll(() => buildChild(CHILD))

const signIn = (office: TestOffice) => office.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
const body = (n: number) => JSON.stringify('x'.repeat((n * 997) % 9_000))

describe('kill -9 (D4)', () => {
  test(`${WRITES} times in the middle of writing: nothing that was acknowledged is lost`, TIMEOUT, async () => {
    const folder = createScratchFolder()
    const first = openTestOffice(folder)
    await setUpOffice(first)
    first.office.quit()
    let acknowledged = 0
    let lost = 0
    for (let run = 0; run < WRITES; run += 1) {
      const said = await runAndKill(CHILD, { line: 1 + ((run * 37) % 120), ms: run % 7 }, 'write', folder, String(acknowledged))
      expect(said.length).toBeGreaterThan(0)
      acknowledged += said.length
      if (run % 5 < 4) continue
      // Now and then it is read in full; in between one kill follows the other, with whatever log each has left.
      const office = openTestOffice(folder)
      expect((await signIn(office)).ok).toBe(true)
      for (let n = 0; n < acknowledged; n += 1) {
        const answer = await office.call('draft.read', { key: `n${n}` })
        if (!answer.ok || answer.value.body !== body(n)) lost += 1
      }
      office.office.quit()
    }
    expect(acknowledged).toBeGreaterThan(WRITES)
    expect(lost).toBe(0)
  })

  test(`${SET_UPS} times during set-up: the next start finds all or nothing`, TIMEOUT, async () => {
    for (let run = 0; run < SET_UPS; run += 1) {
      const folder = createScratchFolder()
      const said = await runAndKill(CHILD, { line: 1, ms: 180 + run * 60 }, 'set-up', folder)
      const office = openTestOffice(folder)
      const state = await office.call('office.state', {})
      if (!state.ok) throw new Error('no state')
      expect(state.value.fault).toBeNull()
      if (said.includes('done')) expect(state.value.stage).toBe('sealed')
      if (state.value.stage === 'new') await setUpOffice(office)
      else expect((await signIn(office)).ok).toBe(true)
      expect(await office.call('settings.read', {})).toMatchObject({ ok: true, value: { shelter: 'Harbour House' } })
    }
  })
})

describe('what lies on the disk', () => {
  test('is for its owner alone; a lock and a quit leave nothing in the log beside the book (D4)', async (context) => {
    if (process.platform === 'win32') return reportNotRun(context, 'Windows has no file modes')
    const folder = createScratchFolder()
    const office = openTestOffice(folder)
    await setUpOffice(office)
    const log = () => statSync(join(folder, 'book.db-wal'), { throwIfNoEntry: false })?.size ?? 0
    await office.call('draft.save', { key: 'a', body: '"words"' })
    expect(log()).toBeGreaterThan(0)
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
    await office.call('session.lock', {})
    expect(log()).toBe(0)
    await signIn(office)
    await office.call('draft.save', { key: 'b', body: '"words"' })
    office.clock.advance(6 * 60_000)
    const quiet = log()
    await office.call('draft.save', { key: 'c', body: '"words"' })
    // The high-water mark of the minute since then, and nothing that was typed.
    expect(quiet).toBeLessThan(6 * 4_152)
    office.office.quit()
    expect(log()).toBe(0)
    expect(readdirSync(folder).toSorted()).toEqual([
      'book.db',
      'head.json',
      'keyring.2.json',
      'keyring.json',
      'next-due.json',
      'tries.json',
    ])
  })
})
