import type { HandoffCommandInput } from '#shared/contract/handoff/handoff'
import type { StaffId } from '#shared/domain/core/ids'
import type { Zone } from '#shared/domain/core/moment'
import type { BounceAction } from '#shared/domain/core/vocabulary'
import { parseMoment, type TypedMoment } from '../../components'

export interface BounceDraft {
  readonly reason: string | null
  readonly seen: string
  readonly change: string
  readonly action: BounceAction | null
  readonly what: string
  readonly owner: string | null
  readonly dueAt: TypedMoment
}
export const EMPTY_BOUNCE: BounceDraft = {
  reason: null,
  seen: '',
  change: '',
  action: null,
  what: '',
  owner: null,
  dueAt: { date: '', time: '' },
}

/** What has to be filled in. */
export type RequiredBounceField = 'reason' | 'seen' | 'action' | 'what' | 'owner' | 'dueAt'
type RecordBounce = Extract<HandoffCommandInput, { kind: 'record_bounce' }>

/** Converts the form to a command, or returns what is missing (B2: a bounce needs a next action, an owner and a time). */
export function toBounceCommand(
  draft: BounceDraft,
  now: number,
  zone: Zone,
): { readonly command: RecordBounce } | { readonly wrong: readonly RequiredBounceField[] } {
  const dueAt = parseMoment(draft.dueAt, now, zone)
  const { reason, action, owner } = draft
  const wrong = (
    [
      reason === null && 'reason',
      !draft.seen.trim() && 'seen',
      action === null && 'action',
      action === 'retry' && !draft.what.trim() && 'what',
      owner === null && 'owner',
      (!dueAt.ok || draft.dueAt.time.trim() === '') && 'dueAt',
    ] as const
  ).filter((field) => field !== false)
  if (reason === null || action === null || owner === null || !dueAt.ok || wrong.length > 0) return { wrong }
  return {
    command: {
      kind: 'record_bounce',
      reason,
      seen: draft.seen,
      change: draft.change,
      action,
      what: draft.what,
      owner: owner as StaffId,
      dueAt: dueAt.value,
    },
  }
}

/** The field that a refusal names, or null for the foot. */
export function findBounceField(path: string): keyof BounceDraft | null {
  const name = path.replace(/^command\./, '').split('.')[0] ?? ''
  return Object.hasOwn(EMPTY_BOUNCE, name) ? (name as keyof BounceDraft) : null
}
