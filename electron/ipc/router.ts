import type { Answer, Entry, Failure, Stage, Topic } from '#shared/contract/entry'
import type { Outcome } from '#shared/domain/outcome'
import type { z } from 'zod'
import type { Ids, Log } from '../ports'
import type { Book } from '../storage/book'
import type { WritableDb } from '../storage/database'
import { storageFault } from '../storage/faults'
import type { AnyUseCase, Me } from '../usecases/context'
import { isPlain } from './plain'
import { traceOf } from './trace'

/** A call about the office itself (set-up, sign-in, lock): it works without an open book, and may take its time. */
export type OfficeCall = (input: never) => Outcome<unknown, Failure> | Promise<Outcome<unknown, Failure>>

/** What the router has to know of the office at the moment of a call. */
export interface Desk {
  readonly stage: Stage
  readonly book: Book | null
  readonly me: Me | null
  readonly zone: string
  readonly ids: Ids
  readonly log: Log
  /** D6: too little space left to write safely. */
  readonly isFull: boolean
  /** Effective time (T3), UTC ms. */
  now(): number
  /** Runs inside each writing transaction, before COMMIT. */
  mark(db: WritableDb, now: number): void
  /** After COMMIT. */
  changed(topics: readonly Topic[]): void
}

export type Calls = Readonly<Record<string, Entry>>
export type Route = (channel: string, raw: unknown) => Promise<Answer<unknown>>

const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure })

function invalid(error: z.ZodError): { readonly ok: false; readonly failure: Failure } {
  // Our own refinements say a word of theirs; zod's sentences are not passed on, because some quote the value.
  const word = (issue: z.core.$ZodIssue) => (issue.code === 'custom' && /^[a-z_]{1,40}$/.test(issue.message) ? issue.message : issue.code)
  return failed({ kind: 'invalid', fields: error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: word(issue) })) })
}

/**
 * The one door into the office (I1): known call → allowed in this stage → input of the contract's form → one
 * transaction → use case → output of the contract's form → COMMIT → topics. It never throws and never says more than
 * the closed list of failures.
 */
export function createRouter(
  contract: Calls,
  useCases: Readonly<Record<string, AnyUseCase>>,
  officeCalls: Readonly<Record<string, OfficeCall>>,
  desk: Desk,
): Route {
  const carryOut = async (channel: string, entry: Entry, input: unknown): Promise<Outcome<unknown, Failure>> => {
    const officeCall = Object.hasOwn(officeCalls, channel) ? officeCalls[channel] : undefined
    if (officeCall !== undefined) {
      const outcome = await officeCall(input as never)
      return outcome.ok ? { ok: true, value: entry.output.parse(outcome.value) } : outcome
    }
    const useCase = useCases[channel]
    const { book, me } = desk
    if (useCase === undefined || book === null || me === null) return failed({ kind: 'closed_to_you', stage: desk.stage })
    const call = { now: desk.now(), zone: desk.zone, me, ids: desk.ids }
    const run = (db: WritableDb): Outcome<unknown, Failure> => {
      const outcome = useCase({ ...call, db } as never, input as never)
      if (!outcome.ok) return outcome
      const value = entry.output.parse(outcome.value)
      if (entry.does === 'writes') desk.mark(db, call.now)
      return { ok: true, value }
    }
    // By its type a reading use case gets a `ReadableDb`; the book holds the connection to it.
    if (entry.does === 'reads') return book.read((db) => run(db as WritableDb))
    if (desk.isFull) return failed({ kind: 'storage', what: 'full' })
    return book.write(run, (outcome) => outcome.ok)
  }

  const logged = (channel: string, error: unknown) => {
    const { event, where } = traceOf(error)
    desk.log.error(`${channel} ${event}`, where)
  }
  // It is written: whoever cannot be told must not make it look as if it were not (D4).
  const announce = (channel: string, topics: readonly Topic[]) => {
    try {
      desk.changed(topics)
    } catch (error) {
      logged(channel, error)
    }
  }

  return async (channel, raw) => {
    const entry = typeof channel === 'string' && Object.hasOwn(contract, channel) ? contract[channel] : undefined
    if (entry === undefined) return failed({ kind: 'invalid', fields: [{ path: '', code: 'unknown_call' }] })
    if (!entry.stages.includes(desk.stage)) return failed({ kind: 'closed_to_you', stage: desk.stage })
    try {
      if (!isPlain(raw)) return failed({ kind: 'invalid', fields: [{ path: '', code: 'not_plain' }] })
      const input = entry.input.safeParse(raw)
      if (!input.success) return invalid(input.error)
      const answer = await carryOut(channel, entry, input.data)
      if (answer.ok && entry.topics.length > 0) announce(channel, entry.topics)
      return answer
    } catch (error) {
      const what = storageFault(error)
      if (what !== null) return failed({ kind: 'storage', what })
      logged(channel, error)
      return failed({ kind: 'broken' })
    }
  }
}
