import { existsSync, statSync } from 'node:fs'
import { contract, type Channel, type Input } from '#shared/contract/index'
import { keeping } from '../support/desk-of'
import type { Worker } from '#shared/domain/staff'
import { createRouter, type Route } from '../../electron/ipc/router'
import { records } from '../../electron/storage/office-records'
import type { Book } from '../../electron/storage/book'
import { openBook } from '../../electron/storage/open'
import type { AnyUseCase } from '../../electron/usecases/context'
import { useCases } from '../../electron/usecases/index'
import { workersIn } from '../tools/sample/desk'
import { foundPractice, ZONE } from '../tools/sample/founding'
import { idsFrom, chanceFrom } from '../tools/sample/chance'
import { connectionOf, fill, type Filled } from './fill'

/** A filled office, opened as on any other day, with the router in front of it. */
export interface BenchOffice extends Filled {
  readonly total: number
  readonly folder: string
  readonly book: Book
  readonly me: Worker
  readonly fillSeconds: number
  readonly openMs: number
  readonly megabytes: number
  clock: number
  /** One call as the bridge makes it. Throws when it is refused. */
  call<C extends Channel>(channel: C, input: Input<C>): Promise<unknown>
  readonly sqlite: ReturnType<typeof connectionOf>
}

export async function benchOffice(folder: string, total: number, end: number, years = 10): Promise<BenchOffice> {
  const began = performance.now()
  const founded = await foundPractice(folder, 'drizzle/migrations', end - years * 365 * 24 * 3_600_000)
  const opening = { file: founded.file, folder, key: founded.dataKey, migrationsFolder: 'drizzle/migrations' }
  const made = openBook(opening)
  if (!made.ok) throw new Error(made.failure)
  const filled = fill(made.value, total, end, years)
  made.value.write((db) => records.mark(db, end, false))
  made.value.checkpoint()
  made.value.close()
  const fillSeconds = (performance.now() - began) / 1000
  const opened = performance.now()
  const again = openBook(opening)
  if (!again.ok) throw new Error(again.failure)
  const openMs = performance.now() - opened
  const book = again.value
  const me = book.read((db) => workersIn(db as never).get('Ruth')) as Worker
  const office = { clock: end }
  const route: Route = createRouter(
    contract,
    useCases as unknown as Readonly<Record<string, AnyUseCase>>,
    {},
    {
      ...keeping(book, founded.dataKey, folder, { me, now: () => office.clock }),
      stage: 'open',
      book,
      me,
      zone: ZONE,
      ids: idsFrom(chanceFrom(5), () => office.clock),
      isFull: false,
      log: { info: () => undefined, error: (event, where) => console.error(event, where) },
      now: () => office.clock,
      mark: (db, now) => records.mark(db, now, false),
      changed: () => undefined,
    },
  )
  return Object.assign(office, {
    ...filled,
    total,
    folder,
    book,
    me,
    fillSeconds,
    openMs,
    megabytes: existsSync(founded.file) ? statSync(founded.file).size / 1e6 : 0,
    sqlite: connectionOf(book),
    call: async (channel: Channel, input: unknown): Promise<unknown> => {
      const answer = await route(channel, input)
      if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.failure)}`)
      return answer.value
    },
  }) as BenchOffice
}
