import { existsSync, statSync } from 'node:fs'
import type { Channel, Input } from '#shared/contract/index'
import { transactionContract } from '../support/contract/transaction-contract'
import { createRouterSession } from '../support/office/router-session'
import type { Worker } from '#shared/domain/staff/worker'
import { createRouter, type CallRouter } from '../../electron/ipc/router'
import { officeRecords } from '../../electron/storage/office/office-records'
import type { OfficeDatabase } from '../../electron/storage/core/office-database'
import { openEncryptedDatabase } from '../../electron/storage/core/open-database'
import { useCases } from '../../electron/usecases/index'
import { loadWorkers } from '../tools/sample/sample-session'
import { setUpPracticeOffice, ZONE } from '../tools/sample/set-up-sample'
import { createIds, createRandom } from '../tools/sample/random'
import { getConnection, fillDatabase, type FilledDatabase } from './fill-database'

/** A filled office, opened as usual, with the router in front of it. */
export interface BenchOffice extends FilledDatabase {
  readonly total: number
  readonly folder: string
  readonly database: OfficeDatabase
  readonly me: Worker
  readonly fillSeconds: number
  readonly openMs: number
  readonly megabytes: number
  clock: number
  /** Makes one call as the bridge makes it. Throws when it is refused. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<unknown>
  readonly sqlite: ReturnType<typeof getConnection>
}

export async function createBenchOffice(folder: string, total: number, end: number, years = 10): Promise<BenchOffice> {
  const began = performance.now()
  const founded = await setUpPracticeOffice(folder, 'drizzle/migrations', end - years * 365 * 24 * 3_600_000)
  const opening = { file: founded.file, folder, key: founded.dataKey, migrationsFolder: 'drizzle/migrations' }
  const made = openEncryptedDatabase(opening)
  if (!made.ok) throw new Error(made.failure)
  const filled = fillDatabase(made.value, total, end, years)
  made.value.write((db) => officeRecords.raiseHighWaterMark(db, end, false))
  made.value.checkpoint()
  made.value.close()
  const fillSeconds = (performance.now() - began) / 1000
  const opened = performance.now()
  const again = openEncryptedDatabase(opening)
  if (!again.ok) throw new Error(again.failure)
  const openMs = performance.now() - opened
  const database = again.value
  const me = database.read((db) => loadWorkers(db as never).get('Ruth')) as Worker
  const office = { clock: end }
  const route: CallRouter = createRouter(
    transactionContract,
    useCases,
    {},
    {
      ...createRouterSession(database, founded.dataKey, folder, { me, now: () => office.clock }),
      stage: 'open',
      database,
      me,
      zone: ZONE,
      ids: createIds(createRandom(5), () => office.clock),
      isFull: false,
      log: { info: () => undefined, error: (event, where) => console.error(event, where) },
      now: () => office.clock,
      steady: () => ({ run: 'bench', ms: office.clock }),
      raiseHighWaterMark: (db, now) => officeRecords.raiseHighWaterMark(db, now, false),
      changed: () => undefined,
    },
  )
  return Object.assign(office, {
    ...filled,
    total,
    folder,
    database,
    me,
    fillSeconds,
    openMs,
    megabytes: existsSync(founded.file) ? statSync(founded.file).size / 1e6 : 0,
    sqlite: getConnection(database),
    call: async (channel: Channel, input: unknown): Promise<unknown> => {
      const answer = await route(channel, input)
      if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.failure)}`)
      return answer.value
    },
  }) as BenchOffice
}
