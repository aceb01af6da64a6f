import type { Handoff } from './handoff'
import { contactMade } from './tasks-due'
import type { MayTellSource } from './vocabulary'

/** H6: what may be said to the source that asks "did you reach her?", after ringing back on the number on file. */
export type Sentence = 'received' | 'not_reached_yet' | 'reached' | 'reached_and_next_step'

/**
 * The default answer is the receipt alone; more only as far as she allowed, and nothing more while telling them is stopped
 * (R1). Never said: where she is.
 */
export function sentenceFor(handoff: Handoff, isStopped: boolean): { readonly sentence: Sentence; readonly level: MayTellSource } {
  if (isStopped || handoff.mayTellSource === 'receipt_only') return { sentence: 'received', level: 'receipt_only' }
  if (!contactMade(handoff)) return { sentence: 'not_reached_yet', level: 'reached_or_not' }
  return handoff.mayTellSource === 'and_next_step' && handoff.parts.next_step
    ? { sentence: 'reached_and_next_step', level: 'and_next_step' }
    : { sentence: 'reached', level: 'reached_or_not' }
}
