import { applyRelayAgreement, type PlanVersion } from '#shared/domain/contact/contact-plan'
import type { Handoff } from '#shared/domain/handoff/handoff'
import type { PersonId, StaffId } from '#shared/domain/core/ids'
import type { Policy } from '#shared/domain/policy/policy'
import type { Situation } from '#shared/domain/handoff/situation'
import { listComingInterpreterBookings } from '../../storage/person/interpreter-bookings'
import { listPlanVersions, findPerson } from '../../storage/person/people'
import { mayAskPartnerForHelp, findPartner } from '../../storage/partner/partners'
import { findShareEnd, loadShareState } from '../../storage/release/releases'
import { loadHolderForPerson } from '../../storage/access/visibility'
import type { ReadableDb } from '../../storage/core/db-types'

interface SituationContext {
  readonly db: ReadableDb
  readonly now: number
  readonly zone: string
  readonly by: StaffId
}

/**
 * Finds how a partner that the person named as relay carries a message, in the agreement's words. Empty when not agreed or retired; null
 * when the relay is no partner.
 */
export function findRelayAgreement(db: ReadableDb, { plan }: PlanVersion): string | null {
  const partnerId = plan.relay?.partnerId ?? null
  if (partnerId === null) return null
  const row = findPartner(db, partnerId)
  return row === null || row.retiredAt !== null ? '' : row.relay
}

/** Returns the contact plan that the rules may follow: a relay needs the partner's agreement besides the person's consent. */
const withAgreedRelay = (db: ReadableDb, version: PlanVersion | null): PlanVersion | null =>
  version && { ...version, plan: applyRelayAgreement(version.plan, findRelayAgreement(db, version) !== '') }

/**
 * Loads everything that the rules need besides the handoff itself, in the same transaction. `policy` is the one that the handoff began
 * under (C2).
 */
export function loadSituation(
  { db, now, zone, by }: SituationContext,
  personId: PersonId,
  source: Handoff['source'],
  policy: Policy,
): Situation {
  const plans = listPlanVersions(db, personId).toReversed()
  const helps = source.kind === 'partner' && mayAskPartnerForHelp(db, source.id, now)
  return {
    now,
    zone,
    by,
    policy,
    plan: withAgreedRelay(db, plans.at(-1) ?? null),
    plans,
    stoppedAt: findPerson(db, personId)?.stoppedAt ?? null,
    sourceShare: source.kind === 'partner' ? loadShareState(db, personId, source.id, now, policy) : 'in_house',
    sourceShareUntil: source.kind === 'partner' ? findShareEnd(db, personId, source.id, now) : null,
    partnerHelps: helps,
    partnerHelpsUntil: helps && source.kind === 'partner' ? (findPartner(db, source.id)?.helpsUntil ?? null) : null,
    interpreter: listComingInterpreterBookings(db, personId, now).map(({ fromAt, untilAt }) => ({ from: fromAt, until: untilAt })),
    supervisor: loadHolderForPerson(db, 'supervisor', personId),
  }
}
