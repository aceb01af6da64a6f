import type { PersonId } from '#shared/domain/core/ids'
import type { Participant } from '#shared/domain/meeting/meeting'
import type { Policy } from '#shared/domain/policy/policy'
import type { SharingState } from '#shared/domain/release/sharing'
import type { ReadableDb } from '../../storage/core/db-types'
import { loadShareState } from '../../storage/release/releases'

interface ShareContext {
  readonly personId: PersonId
  readonly now: number
  readonly policy: Policy
}

/**
 * Finds what a participant may be told (R1). The person, our workers and our interpreters belong to the shelter; all others are told what
 * the person signed for, and no more.
 */
export function findShareState(
  db: ReadableDb,
  { kind, partnerId, name }: Pick<Participant, 'kind' | 'partnerId' | 'name'>,
  { personId, now, policy }: ShareContext,
): SharingState {
  if (kind === 'her' || kind === 'staff' || kind === 'interpreter') return 'in_house'
  return loadShareState(db, personId, partnerId, now, policy, name)
}
