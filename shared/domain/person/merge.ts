import type { Handoff } from '../handoff/handoff'
import type { PersonId } from '../core/ids'
import type { PersonAnswers } from './person-answers'
import { DAY, type Instant } from '../core/moment'
import type { PersonAccess } from './access'

/** Two records of one person made one, with a reason (section 13). For so long it may be undone, in milliseconds. */
export const MERGE_UNDO_WITHIN = 30 * DAY

/** Whether a merge may still be undone at `now` (UTC ms). */
export const mayUndoMerge = (mergedAt: Instant, now: Instant): boolean => now - mergedAt <= MERGE_UNDO_WITHIN

/** What a merge may change of a handoff besides its person: the stop (P4), and what the handoff waits for because of it. */
export type ContactHold = Pick<Handoff, 'stoppedAt' | 'waiting'>
/** Returns of a handoff what a merge may change besides its person. */
export const toContactHold = ({ stoppedAt, waiting }: ContactHold): ContactHold => ({ stoppedAt, waiting })

/** What has to be put back when a merge is undone; whatever has changed since then stays as it is. */
export interface MergeChanges {
  readonly handoffs: readonly {
    readonly id: Handoff['id']
    readonly was: PersonId
    readonly before: ContactHold
    readonly after: ContactHold
  }[]
  /** Versions of the plan of the person whose record stays. */
  readonly plan: { readonly before: number; readonly after: number }
  readonly stop: { readonly before: Instant | null; readonly after: Instant | null }
  readonly sight: { readonly before: PersonAccess; readonly after: PersonAccess }
  readonly bookings: readonly string[]
  /** Section 3: the answers of the person whose record stays. A merge from before they were kept changed none. */
  readonly facts?: { readonly before: PersonAnswers; readonly after: PersonAnswers }
}

/** P4: a stop belongs to the person, so it holds for every record that is still being worked on; one that stands already keeps its own moment. */
export const getStopAfterMerge = (
  { direction, stoppedAt }: Pick<Handoff, 'direction' | 'stoppedAt'>,
  personStoppedAt: Instant | null,
  now: Instant,
): Instant | null => stoppedAt ?? (personStoppedAt !== null && direction === 'incoming' ? now : null)

/** The older of two stops; one is enough (P4). */
export const getEarlierStop = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/**
 * I3: the restriction of either holds for both, so that no worker sees by a merge what was hidden before; conflicts
 * add up. Where both are restricted only those who are named for both are named.
 */
export function combineAccess(one: PersonAccess, other: PersonAccess): PersonAccess {
  const named =
    one.restricted && other.restricted ? one.named.filter((id) => other.named.includes(id)) : one.restricted ? one.named : other.named
  return {
    restricted: one.restricted || other.restricted,
    named: one.restricted || other.restricted ? named : [],
    conflicts: [...new Set([...one.conflicts, ...other.conflicts])],
  }
}

const toSortedKey = (ids: readonly string[]): string => [...ids].sort().join(' ')
/** Whether two accesses let the same workers see a person, in any order. */
export const isSameAccess = (one: PersonAccess, other: PersonAccess): boolean =>
  one.restricted === other.restricted &&
  toSortedKey(one.named) === toSortedKey(other.named) &&
  toSortedKey(one.conflicts) === toSortedKey(other.conflicts)

/**
 * Who may see one of the two after the undoing. `before`: what stood about this person alone; `merged`: what the merge made of
 * it; `now`: what stands. A change in between was made about both, so it is kept for both, and never loosens what stood.
 */
export const separateAccess = (before: PersonAccess, merged: PersonAccess, now: PersonAccess): PersonAccess =>
  isSameAccess(merged, now) ? before : combineAccess(before, now)

/** A value that the merge changed goes back; one that was changed since stays. */
export const restoreUnlessChanged = <T>(before: T, after: T, now: T): T => (JSON.stringify(after) === JSON.stringify(now) ? before : now)
