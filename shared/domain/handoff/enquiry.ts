import type { Handoff } from './handoff'
import { isLoopBackAllowed, type Situation } from './situation'
import { isLoopBackOpen, isOpen } from './state'
import { hasReachedPerson } from './due-tasks'
import { MAY_TELL_SOURCE } from '../core/vocabulary'

/** H6: what may be said to the source that asks "did you reach her?", after ringing back on the number on file. */
export const SOURCE_SENTENCES = ['received', 'not_reached_yet', 'reached', 'reached_and_next_step', 'ask_her_to_call'] as const
export type SourceSentence = (typeof SOURCE_SENTENCES)[number]
/** Why that much may be said: how far the person allowed it, that the person named the source, or that the source may help to make contact. */
export const DISCLOSURE_LEVELS = [...MAY_TELL_SOURCE, 'she_named_them', 'they_may_help'] as const
export type DisclosureLevel = (typeof DISCLOSURE_LEVELS)[number]

/**
 * C5, C7: whether the source may be asked to have the person call us, and why: the source is the agreed relay, or it was asked
 * to help, has not answered, and the person allowed it. Null otherwise, and once the person was reached. A "not safe" leaves only the relay (P4).
 */
export function findReasonToAskForCall(
  handoff: Handoff,
  situation: Pick<Situation, 'plan' | 'partnerHelps'>,
): Extract<DisclosureLevel, 'she_named_them' | 'they_may_help'> | null {
  const { source, stoppedAt } = handoff
  if (source.kind !== 'partner' || !isOpen(handoff) || hasReachedPerson(handoff)) return null
  const relay = situation.plan?.plan.relay
  if (relay?.agreed === true && relay.partnerId === source.id) return 'she_named_them'
  const asked = isLoopBackOpen(handoff) && stoppedAt === null
  return asked && isLoopBackAllowed(handoff, situation) ? 'they_may_help' : null
}

/**
 * The default answer is the receipt alone; more only as far as the person allowed, and nothing more while telling the source is stopped
 * (R1). Where the person is, is never said.
 */
export function chooseSourceSentence(
  handoff: Handoff,
  situation: Pick<Situation, 'plan' | 'partnerHelps'>,
  isStopped: boolean,
): { readonly sentence: SourceSentence; readonly level: DisclosureLevel } {
  if (isStopped) return { sentence: 'received', level: 'receipt_only' }
  const because = findReasonToAskForCall(handoff, situation)
  if (because !== null) return { sentence: 'ask_her_to_call', level: because }
  if (handoff.mayTellSource === 'receipt_only') return { sentence: 'received', level: 'receipt_only' }
  if (!hasReachedPerson(handoff)) return { sentence: 'not_reached_yet', level: 'reached_or_not' }
  return handoff.mayTellSource === 'and_next_step' && handoff.parts.next_step
    ? { sentence: 'reached_and_next_step', level: 'and_next_step' }
    : { sentence: 'reached', level: 'reached_or_not' }
}
