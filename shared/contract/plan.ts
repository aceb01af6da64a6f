import { z } from 'zod'
import { INTERPRETER_NEEDS, MAY_CONTACT, PLAN_STANDINGS, VOICEMAIL_RULES, WAY_KINDS, WHOSE } from '#shared/domain/contact-plan'
import type { Weekday } from '#shared/domain/moment'
import { reads, writes } from './entry'
import { instant, line, optionalLine, personId } from './values'
import { contactChannel } from './words'

const weekday = z
  .int()
  .min(1)
  .max(7)
  .transform((day) => day as Weekday)
export const weeklyHours = z.strictObject({
  weekdays: z.array(weekday).min(1).max(7),
  from: z.int().min(0).max(1439),
  to: z.int().min(0).max(1440),
})
export const safeHours = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('not_known') }),
  z.strictObject({ kind: z.literal('times'), allowed: z.array(weeklyHours).min(1).max(50) }),
])

const way = z.strictObject({
  id: z.string().min(1).max(40),
  kind: z.enum(WAY_KINDS),
  label: optionalLine(80),
  /** Kept as written, at most 40 characters for a number and 200 for an address (X1). */
  value: line(200).nullable(),
  whose: z.enum(WHOSE),
  safeFor: z.array(contactChannel).max(7),
  voicemail: z.enum(VOICEMAIL_RULES),
  agreedWords: optionalLine(200),
  hideOurNumber: z.boolean(),
  rejectsHiddenNumbers: z.boolean(),
})

export const contactPlan = z.strictObject({
  mayContact: z.enum(MAY_CONTACT),
  nameToUse: optionalLine(200),
  ways: z.array(way).max(20),
  safeHours,
  neverHours: z.array(weeklyHours).max(50),
  whoMayAnswer: optionalLine(200),
  ifSomeoneElse: optionalLine(500),
  codeWords: z.strictObject({ safe: optionalLine(80), notSafe: optionalLine(80), police: optionalLine(80) }),
  ifLineDrops: optionalLine(200),
  language: optionalLine(100),
  interpreter: z.enum(INTERPRETER_NEEDS),
  relay: z.strictObject({ who: line(200), agreed: z.boolean() }).nullable(),
  monitoringWorry: z.boolean(),
  signal: optionalLine(200),
  sourceMayHelp: z.boolean(),
  reverifyAfterDays: z.int().min(1).max(90),
})

const verification = z.strictObject({ at: instant, byName: z.string(), with: z.enum(['her', 'source']) })

/**
 * The plan as a record shows it: rules first, no number and no code word. `ways[].value` is always null here;
 * `hasValue` says that there is one. A number is shown only through `contact.show` (P1, P3).
 */
export const planView = z.strictObject({
  version: z.int(),
  writtenAt: instant,
  writtenBy: z.string(),
  standing: z.enum(PLAN_STANDINGS),
  verified: verification.nullable(),
  holdsUntil: instant.nullable(),
  hasCodeWords: z.boolean(),
  /** Now, or the next stretch in which she may be contacted; null when there is none. */
  safeNow: z.boolean(),
  nextSafe: z.strictObject({ from: instant, until: instant }).nullable(),
  hasSafeWay: z.boolean(),
  allowed: z.array(contactChannel),
  missing: z.array(z.enum(['way', 'language', 'safe_hours'])),
  ways: z.array(way.omit({ value: true }).extend({ value: z.null(), hasValue: z.boolean() })),
  rules: contactPlan.omit({ ways: true, codeWords: true }),
})
export type PlanView = z.output<typeof planView>

export const plans = {
  /** The whole plan, for changing it or reading a code word: an act of its own, never part of a list. */
  'plan.read': reads(
    z.strictObject({ personId }),
    z.strictObject({ version: z.int(), plan: contactPlan, verified: verification.nullable() }).nullable(),
    { keeps: 'plan_read' },
  ),
  /** A new version. Refuses `changed_meanwhile` when `basedOn` is not the current one, `no_safe_hours` when no hour is left. */
  'plan.save': writes(
    ['people', 'handoffs'],
    z.strictObject({ personId, basedOn: z.int(), plan: contactPlan, verifiedWith: z.enum(['her', 'source']).nullable() }),
    z.strictObject({ version: z.int() }),
    { keeps: 'plan_changed' },
  ),
  'plan.versions': reads(z.strictObject({ personId }), z.array(planView), { keeps: 'plan_read' }),
} as const
