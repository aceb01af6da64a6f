import type { ReadableDb } from '../storage/database'
import type { PersonId } from '#shared/domain/ids'
import type { Participant } from '#shared/domain/meeting'
import type { Policy } from '#shared/domain/policy'

interface Of {
  readonly personId: PersonId
  readonly now: number
  readonly policy: Policy
}

/**
 * R1: how somebody in the meeting stands. She, our workers and whoever interprets for us are of the house; everybody else
 * is told what she signed for, and no more.
 */
export function shareOf(_db: ReadableDb, { kind }: Pick<Participant, 'kind' | 'partnerId'>, _of: Of): 'in_house' | 'none' {
  return kind === 'her' || kind === 'staff' || kind === 'interpreter' ? 'in_house' : 'none'
}
