import { isLoopBackOpen } from './state'
import type { PlanVersion } from '../contact/contact-plan'
import type { Handoff } from './handoff'
import type { StaffId } from '../core/ids'
import type { Instant, Zone } from '../core/moment'
import type { Policy } from '../policy/policy'
import type { Stretch } from '../contact/safe-hours'
import { sharingRefusal, type SharingState, type SourceRefusal } from '../release/sharing'

/** Everything around a handoff that a decision depends on. The clock is a parameter. */
export interface Situation {
  readonly now: Instant
  readonly zone: Zone
  readonly by: StaffId
  readonly policy: Policy
  readonly plan: PlanVersion | null
  /** All versions of the plan, oldest first: what is judged later is judged by the one of its own moment (C9). */
  readonly plans: readonly PlanVersion[]
  /** P4: when the person said "not safe", on whichever record; null after a plan was verified anew with the person. */
  readonly stoppedAt: Instant | null
  /** The source's agreement to help to reach people it sent (partners' directory). */
  readonly partnerHelps: boolean
  /** R1: how it stands with telling the source about the person. */
  readonly sourceShare: SharingState
  /** When the release that stands now ends (UTC ms); null without one, or where none is needed. */
  readonly sourceShareUntil: Instant | null
  /** When that agreement ends; null for without end, or none. */
  readonly partnerHelpsUntil: Instant | null
  /** When an interpreter is booked: not cancelled and not over. The plan says whether one is needed. */
  readonly interpreter: readonly Stretch[]
  /** Who is told of a possible danger (B2): the supervisor, or the director until one is named. */
  readonly supervisor: StaffId
}

/**
 * The version of the plan that stood at an instant (UTC ms); null without any. Before the first was written it is the first: the
 * office learned then what had been so.
 */
export const findPlanAt = ({ plans }: Pick<Situation, 'plans'>, at: Instant): PlanVersion | null =>
  plans.findLast(({ writtenAt }) => writtenAt <= at) ?? plans[0] ?? null

/** C5: the source may be asked only if it agreed, and the person allowed it. */
export const isLoopBackAllowed = (handoff: Handoff, { plan, partnerHelps }: Pick<Situation, 'plan' | 'partnerHelps'>): boolean =>
  handoff.source.kind === 'partner' && partnerHelps && plan?.plan.sourceMayHelp === true

/** R1: why the source may not be asked to help now, nor told more than the receipt, whatever else was agreed; null: it may. */
export const handoffSourceRefusal = (
  { source }: Pick<Handoff, 'source'>,
  { sourceShare, policy }: Pick<Situation, 'sourceShare' | 'policy'>,
): SourceRefusal | null => (source.kind === 'partner' ? sharingRefusal(sourceShare, policy.release) : null)

/** C5, R1: the source was asked, and may not be asked any more: the question ends. */
export const mustEndLoopBack = (handoff: Handoff, situation: Situation): boolean =>
  isLoopBackOpen(handoff) && (!isLoopBackAllowed(handoff, situation) || handoffSourceRefusal(handoff, situation) !== null)
