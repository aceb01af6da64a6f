import fc from 'fast-check'
import { contract, type Channel } from '#shared/contract/index'
import type { Worker } from '#shared/domain/staff/worker'
import { assembleOffice } from '../../electron/office'
import { systemClock } from '../../electron/shell/system-clock'
import { createPorts, createVault } from '../../electron/shell/host-ports'
import { officeRecords } from '../../electron/storage/office/office-records'
import * as alerts from '../../electron/usecases/board/alerts'
import { useCases } from '../../electron/usecases/index'
import type { Host } from '../hosts/host'
import { anything, fittingInput, mutatedInput, type ValuePool } from '../support/contract/contract-arbitrary'
import { PASSPHRASE, setUpOffice } from '../support/office/set-up-office'
import { fillOffice, createProbedOffice } from '../support/office/probed-office'
import { headlessPorts } from '../support/office/headless-ports'
import { formatMs, formatTable, computeTimes, type Times } from './statistics'
import type { BenchOffice } from './bench-office'

const PIN = '482915'
const SIGN_INS = 9
const READS = 400
const FUZZED = 40
const toVerdict = (held: boolean): string => (held ? 'held' : 'MISSED')

async function measureTime(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

/** Measures with the cost that this PC gets at set-up, not with the minimum of the tests (L3, K1). */
async function measureSignIns(folder: string): Promise<{ readonly pin: Times; readonly passphrase: Times; readonly sealed: Times }> {
  const log = { info: () => undefined, error: (event: string, where: string) => console.error(event, where) }
  const ports = createPorts({ ...headlessPorts, clock: systemClock, log, folders: { data: folder, migrations: 'drizzle/migrations' } })
  const office = assembleOffice(ports, createVault(ports), { records: officeRecords, alerts })
  const call = ((channel, input) => office.call(channel, input)) as Host['call']
  const must = async (answer: ReturnType<typeof office.call>): Promise<void> => {
    const result = await answer
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
  }
  await setUpOffice({ call })
  await must(office.call('session.setPin', { passphrase: PASSPHRASE, pin: PIN }))
  const state = await call('office.state', {})
  const staffId = state.ok ? (state.value.me?.id ?? null) : null
  const taken = { pin: [] as number[], passphrase: [] as number[], sealed: [] as number[] }
  for (let turn = 0; turn < SIGN_INS; turn += 1) {
    await must(office.call('session.lock', {}))
    taken.pin.push(await measureTime(() => must(office.call('session.unlock', { staffId, pin: PIN }))))
    await must(office.call('session.lock', {}))
    taken.passphrase.push(await measureTime(() => must(office.call('session.signIn', { passphrase: PASSPHRASE, staffId }))))
    await must(office.call('session.seal', {}))
    taken.sealed.push(await measureTime(() => must(office.call('session.signIn', { passphrase: PASSPHRASE, staffId: null }))))
  }
  office.quit()
  return { pin: computeTimes(taken.pin), passphrase: computeTimes(taken.passphrase), sealed: computeTimes(taken.sealed) }
}

/** Measures what the router adds to a use case: checks, roles, hidden people, both schemas, and the answer's copy. */
async function measureRouterShare(office: BenchOffice, me: Worker): Promise<Times> {
  const share: number[] = []
  const context = { now: office.clock, zone: 'America/Edmonton', me, ids: { uuid: () => '' }, hidden: new Set(), audit: () => undefined }
  for (let turn = 0; turn < READS; turn += 1) {
    const routed = await measureTime(() => office.call('settings.read', {}))
    const bare = await measureTime(() =>
      Promise.resolve(office.database.read((db) => useCases['settings.read']({ ...context, db } as never, {}))),
    )
    if (turn >= READS / 10) share.push(routed - bare)
  }
  return computeTimes(share)
}

/** Measures whether a hostile page can make the office wait (I2). Returns the 99th percentile in ms, and how many calls. */
async function measureFuzzedCalls(): Promise<{ readonly p99: number; readonly calls: number }> {
  const office = createProbedOffice()
  try {
    const sampleIds = await fillOffice(office)
    const ids = [...sampleIds.handoffs, ...sampleIds.persons, sampleIds.partner, sampleIds.director, sampleIds.worker]
    const pool: ValuePool = {
      ids,
      staff: [sampleIds.director, sampleIds.worker],
      words: ['w1', 'Amal', 'new', '1', 'short'],
      now: office.clock.now(),
    }
    const taken: number[] = []
    for (const channel of Object.keys(contract) as Channel[]) {
      if (!contract[channel].stages.includes('open')) continue
      // Deriving a key takes what it is meant to take: measured above, not here.
      if (contract[channel].runs === 'queued') continue
      const fit = fittingInput(contract[channel].input, pool)
      const ends = channel === 'session.lock' || channel === 'session.seal'
      const inputs = fc.sample(ends ? fc.constant({ no: 1 }) : fc.oneof(fit, mutatedInput(fit), anything), { numRuns: FUZZED, seed: 7 })
      for (const input of inputs) taken.push(await measureTime(() => office.office.call(channel, input)))
    }
    const sorted = taken.toSorted((a, b) => a - b)
    return { p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0, calls: taken.length }
  } finally {
    office.end()
  }
}

/** Measures the targets of signing in: how long a worker waits, and what each call's checks cost. */
export async function measureSignIn(folder: string, office: BenchOffice, me: Worker): Promise<string> {
  const { pin, passphrase, sealed } = await measureSignIns(folder)
  const share = await measureRouterShare(office, me)
  const { p99, calls } = await measureFuzzedCalls()
  const aim = (what: string, measured: number, most: number) => [
    what,
    `${formatMs(measured)} ms`,
    `${(measured / most).toFixed(2)} ×`,
    toVerdict(measured <= most),
  ]
  return formatTable([
    ['aim', 'measured', 'of the aim', ''],
    aim('unlock by PIN ≤ 400 ms (95th)', pin.p95, 400),
    aim('unlock by passphrase on a tile ≤ 1,200 ms (95th)', passphrase.p95, 1_200),
    aim('the sealed book by passphrase ≤ 1,200 ms (95th)', sealed.p95, 1_200),
    aim("the router's share of a read call ≤ 0.3 ms (median)", share.median, 0.3),
    aim(`a fuzzed call < 50 ms (99th of ${calls.toLocaleString('en')})`, p99, 50),
  ])
}
