import { z } from 'zod'
import {
  ATTEMPT_OUTCOMES,
  BOUNCE_ACTIONS,
  CONTACT_CHANNELS,
  CLOSED_AS,
  DECISION_RIGHTS,
  DIRECTIONS,
  KINDS_OF_HELP,
  MAY_TELL_SOURCE,
  NEXT_STEP_KINDS,
  PARTNER_KINDS,
  CONFIRMATION_PARTS,
  PROMPTS,
  RISK_KINDS,
  ROLES,
  SAFE_CHECKS,
  BOUNCE_SIDES,
  SOURCE_ANSWERS,
  STAFF_ROLES,
  STANDARD_MODES,
  TASK_KINDS,
  WAITING_REASONS,
  WAITS_ON,
} from '#shared/domain/core/vocabulary'

/** The domain's vocabulary as schemas, so that no unknown word crosses the bridge. */
export const direction = z.enum(DIRECTIONS)
export const kindOfHelp = z.enum(KINDS_OF_HELP)
export const prompt = z.enum(PROMPTS)
export const contactChannel = z.enum(CONTACT_CHANNELS)
export const attemptOutcome = z.enum(ATTEMPT_OUTCOMES)
export const bounceSide = z.enum(BOUNCE_SIDES)
export const safeCheck = z.enum(SAFE_CHECKS)
export const confirmationPart = z.enum(CONFIRMATION_PARTS)
export const nextStepKind = z.enum(NEXT_STEP_KINDS)
export const riskKind = z.enum(RISK_KINDS)
export const closedAs = z.enum(CLOSED_AS)
export const taskKind = z.enum(TASK_KINDS)
export const waitsOn = z.enum(WAITS_ON)
export const bounceAction = z.enum(BOUNCE_ACTIONS)
export const sourceAnswer = z.enum(SOURCE_ANSWERS)
export const waitingReason = z.enum(WAITING_REASONS)
export const mayTellSource = z.enum(MAY_TELL_SOURCE)
export const partnerKind = z.enum(PARTNER_KINDS)
export const standardMode = z.enum(STANDARD_MODES)
export const role = z.enum(ROLES)
export const staffRole = z.enum(STAFF_ROLES)
export const decisionRight = z.enum(DECISION_RIGHTS)
