import { withRelayOf, type PlanVersion } from '#shared/domain/contact-plan'
import type { Handoff } from '#shared/domain/handoff'
import type { PersonId, StaffId } from '#shared/domain/ids'
import type { Policy } from '#shared/domain/policy'
import type { Situation } from '#shared/domain/situation'
import { bookingsAhead } from '../storage/bookings'
import { currentPlan, personRow } from '../storage/people'
import { partnerHelps, partnerRow } from '../storage/partners'
import { shareStanding } from '../storage/releases'
import { holderFor } from '../storage/sight'
import type { ReadableDb } from '../storage/database'

interface At {
  readonly db: ReadableDb
  readonly now: number
  readonly zone: string
  readonly by: StaffId
}

/** How a partner that she named as relay carries a message, in its agreement's words; empty: not agreed, or retired. Null where it is no partner. */
export function relayAgreement(db: ReadableDb, { plan }: PlanVersion): string | null {
  const partnerId = plan.relay?.partnerId ?? null
  if (partnerId === null) return null
  const row = partnerRow(db, partnerId)
  return row === null || row.retiredAt !== null ? '' : row.relay
}

/** Her plan as the engine may follow it: a relay needs the partner's agreement besides her consent. */
const agreedPlan = (db: ReadableDb, version: PlanVersion | null): PlanVersion | null =>
  version && { ...version, plan: withRelayOf(version.plan, relayAgreement(db, version) !== '') }

/**
 * Everything that the rules look at besides the handoff itself, read in the same transaction. `policy`: the one that the
 * handoff began under (C2).
 */
export function situationOf({ db, now, zone, by }: At, personId: PersonId, source: Handoff['source'], policy: Policy): Situation {
  const helps = source.kind === 'partner' && partnerHelps(db, source.id, now)
  return {
    now,
    zone,
    by,
    policy,
    plan: agreedPlan(db, currentPlan(db, personId)),
    stoppedAt: personRow(db, personId)?.stoppedAt ?? null,
    sourceShare: source.kind === 'partner' ? shareStanding(db, personId, source.id, now, policy) : 'in_house',
    partnerHelps: helps,
    partnerHelpsUntil: helps && source.kind === 'partner' ? (partnerRow(db, source.id)?.helpsUntil ?? null) : null,
    interpreter: bookingsAhead(db, personId, now).map(({ fromAt, untilAt }) => ({ from: fromAt, until: untilAt })),
    supervisor: holderFor(db, 'supervisor', personId),
  }
}
