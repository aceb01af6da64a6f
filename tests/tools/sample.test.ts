import { createHash } from 'node:crypto'
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createOffice, type Office } from '../../electron/office'
import { createPorts, createVault } from '../../electron/shell/host-ports'
import { TestClock } from '../../electron/shell/test-clock'
import type { Channel, Input, Output } from '#shared/contract/index'
import { DAY, HOUR } from '#shared/domain/core/moment'
import { PASSPHRASE, STAFF, ZONE } from './sample/set-up-sample'
import { makeSample } from './sample/make-sample'
import { headlessPorts } from '../support/office/headless-ports'

const END = Date.UTC(2026, 10, 20, 22, 42)
const span = { end: END, days: 70, perDay: 1 }
const fresh = (): string => join(mkdtempSync(join(tmpdir(), 'day-book-')), 'sample')

function opened(folder: string): {
  readonly office: Office
  readonly ask: <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>
} {
  const log = { info: () => undefined, error: () => undefined }
  const ports = createPorts({
    ...headlessPorts,
    clock: new TestClock(END, ZONE),
    log,
    folders: { data: folder, migrations: 'drizzle/migrations' },
  })
  const office = createOffice(ports, createVault(ports, true))
  return {
    office,
    async ask(channel, input) {
      const answer = await office.call(channel, input)
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
      return answer.value as never
    },
  }
}

// Each of eight workers signs in with five words and chooses an own passphrase: 22 derivations an office (K4).
const LONG = { timeout: 360_000 }

test('the practice office opens by its passphrase, is marked, and its board is lively and fresh', LONG, async () => {
  const folder = fresh()
  const made = await makeSample(folder, 'drizzle/migrations', span)
  expect(made.open).toBeGreaterThanOrEqual(14)
  expect(made.open).toBeLessThanOrEqual(20)
  const { office, ask } = opened(folder)
  await ask('session.signIn', { passphrase: PASSPHRASE, staffId: null })
  const state = await ask('office.state', {})
  expect(state).toMatchObject({ practice: true, stage: 'open', now: END, fault: null })
  expect(state.staff).toHaveLength(STAFF.length)
  const { rows } = await ask('board.read', {})
  // Only what is meant to be open is open: past handoffs have ended.
  expect(rows).toHaveLength(made.open)
  expect(rows.filter((row) => row.clockAt < END - 12 * HOUR && !row.measured)).toEqual([])
  expect(new Set(rows.map((row) => row.state.kind)).size).toBeGreaterThanOrEqual(10)
  expect(new Set(rows.map((row) => row.direction))).toEqual(new Set(['incoming', 'outgoing', 'internal']))
  expect(Math.max(...rows.map((row) => row.clockAt))).toBeLessThan(END + 10 * DAY)
  office.quit()
})

test('the same end gives the same year', LONG, async () => {
  const boards: string[] = []
  for (const folder of [fresh(), fresh()]) {
    await makeSample(folder, 'drizzle/migrations', { ...span, days: 30 })
    const { office, ask } = opened(folder)
    await ask('session.signIn', { passphrase: PASSPHRASE, staffId: null })
    const board = await ask('board.read', {})
    const records = await Promise.all(board.rows.map(({ id }) => ask('handoff.read', { id })))
    boards.push(
      createHash('sha256')
        .update(JSON.stringify([board, records]))
        .digest('hex'),
    )
    office.quit()
  }
  expect(boards[0]).toBe(boards[1])
})

test('an office that is not practice is never written over', async () => {
  const folder = fresh()
  mkdirSync(folder)
  writeFileSync(join(folder, 'book.db'), 'somebody’s book')
  await expect(makeSample(folder, 'drizzle/migrations', span)).rejects.toThrow('not a practice office')
})
