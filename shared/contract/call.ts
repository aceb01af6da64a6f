import type { z } from 'zod'
import type { AuditKind } from '#shared/domain/audit/audit-log'
import type { Refusal } from '#shared/domain/core/outcome'
import type { Role } from '#shared/domain/core/vocabulary'

/**
 * The office's stages, as a screen sees them (L1). `sealed`: database closed, keys zeroed. `locked`: no worker signed in, database open,
 * timer running. `choosing`: a worker signed in with a temporary passphrase or the recovery words and has to choose an own passphrase
 * before anything else (K4). `open`: a worker is signed in.
 */
export const STAGES = ['new', 'sealed', 'locked', 'choosing', 'open'] as const
export type Stage = (typeof STAGES)[number]

/** What changed. A screen reads again whatever it has read of a topic. */
export const TOPICS = ['office', 'handoffs', 'people', 'partners', 'staff', 'alerts', 'audit', 'meetings', 'releases', 'stays'] as const
export type Topic = (typeof TOPICS)[number]

/**
 * The stages in which a call may be made (`open` unless named), who may make it (every worker unless named), what the audit log records
 * of it (T1), and whether it may name a person who does not exist for the caller (I3).
 */
export const RUNS = ['transaction', 'session', 'queued'] as const
export type Runs = (typeof RUNS)[number]

/**
 * The terms of one call. `stages`: in which stages it may be made (`open` unless named). `who`: which roles may make it (every
 * worker unless named). `audits`: what the audit log keeps of it (T1). `mayNameHidden`: whether it may name a person who does not
 * exist for the caller (I3). `runs`: how it is carried out (`transaction` unless named).
 */
interface CallTerms<R extends Runs> {
  readonly stages?: readonly Stage[]
  readonly who?: readonly Role[]
  readonly audits?: AuditKind
  readonly mayNameHidden?: boolean
  readonly runs?: R
}

/**
 * One call of the contract. `does`: a reading call runs on a connection type that cannot write. `stages`, `who`: where and by whom it may
 * be called at all; only the router decides by them (section 13). `topics`: what a writing call announces after COMMIT.
 */
export interface CallDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  D extends 'reads' | 'writes' = 'reads' | 'writes',
  R extends Runs = Runs,
> {
  readonly does: D
  readonly runs: R
  readonly stages: readonly Stage[]
  /** Null: every signed-in worker. */
  readonly who: readonly Role[] | null
  readonly audits: AuditKind | null
  readonly mayNameHidden: boolean
  readonly topics: readonly Topic[]
  readonly input: I
  readonly output: O
}

const withDefaultTerms = <R extends Runs>({ stages = ['open'], who, audits, mayNameHidden = false, runs }: CallTerms<R>) => ({
  // Without `runs` the type parameter is inferred from its default, which is the same word.
  runs: runs ?? ('transaction' as R),
  stages,
  who: who ?? null,
  audits: audits ?? null,
  mayNameHidden,
})

/** Declares a reading call. */
export const reads = <I extends z.ZodType, O extends z.ZodType, const R extends Runs = 'transaction'>(
  input: I,
  output: O,
  terms: CallTerms<R> = {},
): CallDefinition<I, O, 'reads', R> => ({ does: 'reads', topics: [], input, output, ...withDefaultTerms(terms) })

/** Declares a writing call and the topics that it announces. */
export const writes = <I extends z.ZodType, O extends z.ZodType, const R extends Runs = 'transaction'>(
  topics: readonly Topic[],
  input: I,
  output: O,
  terms: CallTerms<R> = {},
): CallDefinition<I, O, 'writes', R> => ({ does: 'writes', topics, input, output, ...withDefaultTerms(terms) })

/** The closed list of what can go wrong across the bridge. Only `refused` carries a reason of the domain. */
export type Failure =
  | Refusal
  /** There is no such call, or its input does not fit the contract. `fields`: dotted paths with zod's code, no values. */
  | { readonly kind: 'invalid'; readonly fields: readonly { readonly path: string; readonly code: string }[] }
  /** The office is in a stage, or the session has a role, that does not allow this call. */
  | { readonly kind: 'closed_to_you'; readonly stage: Stage }
  /** Disk full, read-only, or an I/O error: nothing was written, and what was typed must stay on screen (D6). */
  | { readonly kind: 'storage'; readonly what: 'full' | 'read_only' | 'io' }
  /** A bug. It is logged without personal words; the screen says that nothing was saved. */
  | { readonly kind: 'broken' }

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }
