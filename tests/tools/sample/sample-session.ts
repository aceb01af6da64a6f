import { contract, type TransactionChannel, type Input, type Output } from '#shared/contract/index'
import type { Failure } from '#shared/contract/call'
import type { Outcome } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import type { WritableDb } from '../../../electron/storage/core/db-types'
import { listCurrentStaff, toWorker } from '../../../electron/storage/staff/staff'
import { useCases } from '../../../electron/usecases/index'
import type { StaffName } from './set-up-sample'

/** The office's calls without sign-in: the contract's own parsing and the real use cases, many in one transaction. */
export interface SampleSession {
  now: number
  readonly zone: string
  readonly db: WritableDb
  readonly ids: { uuid(): string }
  readonly workers: ReadonlyMap<StaffName, Worker>
}

export type SampleAnswer<C extends TransactionChannel> = Outcome<Output<C>, Failure>

export const loadWorkers = (db: WritableDb): ReadonlyMap<StaffName, Worker> =>
  new Map(listCurrentStaff(db).map((row) => [row.name as StaffName, toWorker(db, row)]))

/** One call at the desk's moment, by this worker. */
export function callOffice<C extends TransactionChannel>(
  session: SampleSession,
  by: StaffName,
  channel: C,
  input: Input<C>,
): SampleAnswer<C> {
  const me = session.workers.get(by)
  const useCase = useCases[channel]
  if (!me) throw new Error(`${by} cannot call ${channel}`)
  const { db, now, zone, ids } = session
  return useCase(
    { db, now, zone, me, ids, hidden: new Set(), audit: () => undefined } as never,
    contract[channel].input.parse(input) as never,
  ) as SampleAnswer<C>
}

/** The same where the story wants it to be allowed; a refusal is a mistake of the story. */
export function mustCall<C extends TransactionChannel>(session: SampleSession, by: StaffName, channel: C, input: Input<C>): Output<C> {
  const answer = callOffice(session, by, channel, input)
  if (!answer.ok)
    throw new Error(`${channel} at ${new Date(session.now).toISOString()}: ${JSON.stringify(answer.failure)} for ${JSON.stringify(input)}`)
  return answer.value
}
