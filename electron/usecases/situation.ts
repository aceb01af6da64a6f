import type { Handoff } from '#shared/domain/handoff'
import type { PersonId, StaffId } from '#shared/domain/ids'
import type { Policy } from '#shared/domain/policy'
import type { Situation } from '#shared/domain/situation'
import { currentPlan, personRow } from '../storage/people'
import { partnerHelps } from '../storage/partners'
import { holderFor } from '../storage/sight'
import type { ReadableDb } from '../storage/database'

interface At {
  readonly db: ReadableDb
  readonly now: number
  readonly zone: string
  readonly by: StaffId
}

/**
 * Everything that the rules look at besides the handoff itself, read in the same transaction. `policy`: the one that the
 * handoff began under (C2).
 */
export function situationOf({ db, now, zone, by }: At, personId: PersonId, source: Handoff['source'], policy: Policy): Situation {
  return {
    now,
    zone,
    by,
    policy,
    plan: currentPlan(db, personId),
    stoppedAt: personRow(db, personId)?.stoppedAt ?? null,
    partnerHelps: source.kind === 'partner' && partnerHelps(db, source.id, now),
    supervisor: holderFor(db, 'supervisor', personId),
  }
}
