import type { z } from 'zod'
import type { CallDefinition, Failure } from '#shared/contract/call'
import type { AuditFacts, AuditKind } from '#shared/domain/audit/audit-log'
import type { SteadyTime } from '#shared/domain/core/elapsed'
import type { PersonId } from '#shared/domain/core/ids'
import type { Outcome } from '#shared/domain/core/outcome'
import type { Worker } from '#shared/domain/staff/worker'
import type { Ids } from '../ports'
import type { ReadableDb, WritableDb } from '../storage/core/db-types'

/** The signed-in worker. It comes from the session in the main process, never from the caller (I1). */
export type Me = Worker

interface CallContext {
  /** Effective time (T3), UTC ms; measured once per call. */
  readonly now: number
  /** The same moment by the clock that nobody sets: it measures durations. */
  readonly steady: SteadyTime
  /** The shelter's IANA zone, from the office's settings. */
  readonly zone: string
  readonly me: Me
  readonly ids: Ids
  /** I3: people who do not exist for the caller; usually empty. Lists and counts leave them out. */
  readonly hidden: ReadonlySet<PersonId>
  /** Adds to the audit entry of this call, which is written in the same transaction (T1). */
  readonly audit: (detail: AuditDetail) => void
}

/** What a use case adds to its audit entry. `about`: an id. `facts`: words of our own vocabulary, never typed ones. `kind`: where the contract's is too general; null for no entry at all. */
export interface AuditDetail {
  readonly about?: string
  readonly facts?: AuditFacts
  readonly kind?: AuditKind | null
}

/** The context of a reading use case. Its connection refuses to write, by type and by `PRAGMA query_only`. */
export interface ReadContext extends CallContext {
  readonly db: ReadableDb
}

/** The context of a writing use case. The router begins its transaction and ends it: COMMIT for `ok`, ROLLBACK for everything else. */
export interface WriteContext extends CallContext {
  readonly db: WritableDb
}

/** The context of a function that only reads and works in both kinds of use case. */
export type Context = ReadContext

/** A use case may answer with values of the domain, which are read-only at every depth. */
type DeepReadonly<T> = T extends readonly (infer One)[]
  ? readonly DeepReadonly<One>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

type CallDefinitions = Readonly<Record<string, CallDefinition>>
type CallInput<E extends CallDefinition> = z.output<E['input']>
type CallOutput<E extends CallDefinition> = DeepReadonly<z.input<E['output']>>

/**
 * One call of the contract as the office carries it out in a transaction. It gets parsed input and answers in the shape that the
 * entry's output schema takes. A refusal is a value; an exception is a bug and rolls back as well.
 */
export type UseCase<E extends CallDefinition, C extends ReadContext = WriteContext> = (
  context: C,
  input: CallInput<E>,
) => Outcome<CallOutput<E>>

/**
 * One call of the contract as the running session carries it out: set-up, sign-in, keys, files and printing. It works without an
 * open database or outside one transaction, and may wait.
 */
export type SessionCall<E extends CallDefinition> = (
  input: CallInput<E>,
) => Outcome<CallOutput<E>, Failure> | Promise<Outcome<CallOutput<E>, Failure>>

/** One use case for each entry of a contract that runs in a transaction: a missing one, or one too many, is a type error. */
export type UseCases<F extends CallDefinitions> = {
  readonly [K in keyof F as F[K]['runs'] extends 'transaction' ? K : never]: UseCase<
    F[K],
    F[K]['does'] extends 'reads' ? ReadContext : WriteContext
  >
}

/** One function for each entry of a contract that the session carries out: a missing one, or one too many, is a type error. */
export type SessionCalls<F extends CallDefinitions> = {
  readonly [K in keyof F as F[K]['runs'] extends 'transaction' ? never : K]: SessionCall<F[K]>
}

/** Forbids every key of `T` that `Allowed` lacks. An object spread from parts escapes the compiler's own check for such keys. */
export type NoOtherKeys<T, Allowed> = { readonly [K in Exclude<keyof T, keyof Allowed>]: never }
