import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { PASSPHRASE, setUpOffice } from '../support/founding'
import { notRun } from '../support/not-run'
import { officeIn, scratchFolder, type TestOffice } from '../support/office'

const CHILD = resolve('out/tools/killed/index.mjs')
// Each start derives a key; a slow machine must still come to the end. `KILLS=30` (or the fault suite's 500) for more.
const WRITES = Number(process.env['KILLS'] ?? 10)
const SET_UPS = 5
const PATIENCE = { timeout: 60_000 + WRITES * 20_000 }

beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'tests/storage/killed.child.ts',
      outDir: 'out/tools/killed',
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: 'index.mjs' } },
    },
  }),
)

/** Runs the child, waits for its first line, kills it `after` milliseconds later, and answers what it had said by then. */
async function killed(after: number, ...args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  // A test that ends early leaves nobody writing behind.
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
    timer ??= setTimeout(() => child.kill('SIGKILL'), after)
  })
  await once(child, 'close')
  // A line that was cut short was not said.
  return said.split('\n').slice(0, -1)
}

const signIn = (office: TestOffice) => office.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })
const body = (n: number) => JSON.stringify('x'.repeat((n * 997) % 9_000))

describe('kill -9 (D4)', () => {
  test(`${WRITES} times in the middle of writing: nothing that was acknowledged is lost`, PATIENCE, async () => {
    const folder = scratchFolder()
    const first = officeIn(folder)
    await setUpOffice(first)
    first.office.quit()
    let acknowledged = 0
    let lost = 0
    for (let run = 0; run < WRITES; run += 1) {
      const said = await killed((run * 37) % 120, 'write', folder, String(acknowledged))
      expect(said.length).toBeGreaterThan(0)
      acknowledged += said.length
      if (run % 5 < 4) continue
      // Now and then it is read in full; in between one kill follows the other, with whatever log each has left.
      const office = officeIn(folder)
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

  test(`${SET_UPS} times during set-up: the next start finds all or nothing`, PATIENCE, async () => {
    for (let run = 0; run < SET_UPS; run += 1) {
      const folder = scratchFolder()
      const said = await killed(180 + run * 60, 'set-up', folder)
      const office = officeIn(folder)
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
    if (process.platform === 'win32') return notRun(context, 'Windows has no file modes')
    const folder = scratchFolder()
    const office = officeIn(folder)
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
    expect(readdirSync(folder).toSorted()).toEqual(['book.db', 'keyring.2.json', 'keyring.json', 'tries.json'])
  })
})
