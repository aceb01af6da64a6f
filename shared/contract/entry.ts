import type { z } from 'zod'
import type { Refusal } from '#shared/domain/outcome'

/** The office's stages, as a screen sees them. `locked`: nobody signed in, database open, timer live. `sealed`: database closed. */
export const STAGES = ['new', 'sealed', 'locked', 'open'] as const
export type Stage = (typeof STAGES)[number]

/** What changed; a screen reads again whatever it has read of a topic. */
export const TOPICS = ['office', 'handoffs', 'people', 'partners', 'staff', 'alerts'] as const
export type Topic = (typeof TOPICS)[number]

/**
 * One call of the contract. `does`: a reading call runs on a connection type that cannot write.
 * `stages`: where it may be called at all. `topics`: what a writing call announces after COMMIT.
 */
export interface Entry<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly does: 'reads' | 'writes'
  readonly stages: readonly Stage[]
  readonly topics: readonly Topic[]
  readonly input: I
  readonly output: O
}

/** Declares a reading call. Stage is `open` unless named. */
export const reads = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  stages: readonly Stage[] = ['open'],
): Entry<I, O> & { readonly does: 'reads' } => ({ does: 'reads', stages, topics: [], input, output })

/** Declares a writing call and the topics it touches. Stage is `open` unless named. */
export const writes = <I extends z.ZodType, O extends z.ZodType>(
  topics: readonly Topic[],
  input: I,
  output: O,
  stages: readonly Stage[] = ['open'],
): Entry<I, O> & { readonly does: 'writes' } => ({ does: 'writes', stages, topics, input, output })

/** The closed list of what can go wrong across the bridge. Only `refused` carries a reason of the domain. */
export type Failure =
  | Refusal
  /** No such call, or its input is not of the contract's form. `fields`: dotted paths with zod's code, no values. */
  | { readonly kind: 'invalid'; readonly fields: readonly { readonly path: string; readonly code: string }[] }
  /** The office is in a stage, or the session has a role, that does not allow this call. */
  | { readonly kind: 'closed_to_you'; readonly stage: Stage }
  /** Disk full, read-only, or an I/O error: nothing was written, what was typed must stay on screen (D6). */
  | { readonly kind: 'storage'; readonly what: 'full' | 'read_only' | 'io' }
  /** A bug of ours. Logged without personal words; the screen says that nothing was saved. */
  | { readonly kind: 'broken' }

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }
