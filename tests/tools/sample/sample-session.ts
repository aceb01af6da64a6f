import { contract, type Channel, type Input, type Output } from '#shared/contract/index'
import type { Failure } from '#shared/contract/call'
import type { Outcome } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import type { WritableDb } from '../../../electron/storage/core/db-types'
import { listCurrentStaff, toWorker } from '../../../electron/storage/staff/staff'
import type { AnyUseCase } from '../../../electron/session/call-context'
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

export type SampleAnswer<C extends Channel> = Outcome<Output<C>, Failure>

const useCasesByChannel = useCases as unknown as Readonly<Record<string, AnyUseCase>>

export const loadWorkers = (db: WritableDb): ReadonlyMap<StaffName, Worker> =>
  new Map(listCurrentStaff(db).map((row) => [row.name as StaffName, toWorker(db, row)]))

/** Makes one call at the office's moment, by this worker. */
export function callOffice<C extends Channel>(session: SampleSession, by: StaffName, channel: C, input: Input<C>): SampleAnswer<C> {
  const me = session.workers.get(by)
  const useCase = useCasesByChannel[channel]
  if (!me || !useCase) throw new Error(`${by} cannot call ${channel}`)
  const { db, now, zone, ids } = session
  return useCase(
    { db, now, zone, me, ids, hidden: new Set(), audit: () => undefined } as never,
    contract[channel].input.parse(input) as never,
  ) as SampleAnswer<C>
}

/** Makes a call that the scenario expects to succeed; a refusal is a mistake of the scenario. */
export function mustCall<C extends Channel>(session: SampleSession, by: StaffName, channel: C, input: Input<C>): Output<C> {
  const answer = callOffice(session, by, channel, input)
  if (!answer.ok)
    throw new Error(`${channel} at ${new Date(session.now).toISOString()}: ${JSON.stringify(answer.failure)} for ${JSON.stringify(input)}`)
  return answer.value
}
