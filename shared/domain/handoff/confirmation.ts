import type { StaffId } from '../core/ids'
import type { Instant } from '../core/moment'
import { CONFIRMATION_PARTS, type NextStepKind, type ConfirmationPart, type RiskKind } from '../core/vocabulary'

/** C4 (a): the person was reached, and preferred way, language and safe times are verified with the person. */
export interface WayPart {
  readonly at: Instant
  readonly by: StaffId
  readonly planVersion: number
}

/** C4 (b): the person understands the next step; for a wait list its real length. In the person's own words, if there are any. */
export interface NextStep {
  readonly kind: NextStepKind
  readonly what: string
  readonly date: Instant | null
  readonly waitLength: string
  readonly herWords: string
}
export interface NextStepPart extends NextStep {
  readonly at: Instant
  readonly by: StaffId
}

/** A date outside our control. `routedTo`: who deals with it (a worker or a partner), in words. */
export interface DeadlineRisk {
  readonly kind: RiskKind
  readonly date: Instant
  readonly what: string
  readonly routedTo: string
}
/**
 * C4 (c): deadline risks were asked about. `none` or `dates` complete the part; `not_known` is kept as the person's answer, but
 * the part stays open, because a date that nobody looked for is the one that is missed.
 */
export interface RisksPart {
  readonly answer: 'none' | 'dates' | 'not_known'
  readonly at: Instant
  readonly by: StaffId
}

export interface ConfirmationParts {
  readonly way: WayPart | null
  readonly next_step: NextStepPart | null
  readonly deadline_risks: RisksPart | null
}
export const NO_CONFIRMATION_PARTS: ConfirmationParts = { way: null, next_step: null, deadline_risks: null }

/** Lists the parts of C4 that are not recorded, in their order; a "not known" about deadline risks leaves its part open. */
export const listMissingParts = (parts: ConfirmationParts): readonly ConfirmationPart[] =>
  CONFIRMATION_PARTS.filter((part) => parts[part] === null || (part === 'deadline_risks' && parts.deadline_risks?.answer === 'not_known'))
