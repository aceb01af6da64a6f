import { z } from 'zod'
import {
  INTERPRETER_NEEDS,
  MAIL_RULES,
  MAY_CONTACT,
  PLAN_VERIFICATION_STATES,
  SPEECH_MODES,
  VOICEMAIL_RULES,
  WAY_KINDS,
  WAY_OWNERS,
} from '#shared/domain/contact/contact-plan'
import type { Weekday } from '#shared/domain/core/moment'
import { reads, writes } from '../call'
import { done, instant, line, optionalLine, partnerId, personId } from '../values'
import { contactValue, markText, partnerWords, workerName } from '../text-kinds'
import { neverRedacted, subjects } from '../redact'
import { contactChannel } from '../vocabulary'

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

const contactWay = z.strictObject({
  id: markText('code', z.string().min(1).max(40)),
  kind: z.enum(WAY_KINDS),
  label: optionalLine(80),
  /** Stored as written: at most 40 characters for a number and 200 for an address (X1). */
  value: line(200).nullable(),
  whose: z.enum(WAY_OWNERS),
  safeFor: z.array(contactChannel).max(7),
  voicemail: z.enum(VOICEMAIL_RULES),
  agreedWords: optionalLine(200),
  hideOurNumber: z.boolean(),
  rejectsHiddenNumbers: z.boolean(),
})

export const contactPlan = z.strictObject({
  mayContact: z.enum(MAY_CONTACT),
  nameToUse: optionalLine(200),
  ways: z.array(contactWay).max(20),
  safeHours,
  neverHours: z.array(weeklyHours).max(50),
  whoMayAnswer: optionalLine(200),
  ifSomeoneElse: optionalLine(500),
  codeWords: z.strictObject({ safe: optionalLine(80), notSafe: optionalLine(80), police: optionalLine(80) }),
  ifLineDrops: optionalLine(200),
  language: optionalLine(100),
  dialect: optionalLine(100),
  interpreter: z.enum(INTERPRETER_NEEDS),
  speech: z.enum(SPEECH_MODES),
  mail: z.enum(MAIL_RULES),
  /** `who` describes the relay in words; for a partner of the directory it is the partner's name at that time. */
  relay: z.strictObject({ who: line(200), partnerId: partnerId.nullable(), agreed: z.boolean() }).nullable(),
  monitoringWorry: z.boolean(),
  signal: optionalLine(200),
  sourceMayHelp: z.boolean(),
  reverifyAfterDays: z.int().min(1).max(90),
})

const verification = z.strictObject({ at: instant, byName: workerName, with: z.enum(['her', 'source']) })

/**
 * The contact plan as a record shows it: rules first, no number and no code word. `ways[].value` is always null here; `hasValue` says
 * that there is one. A number is shown only through `contact.showNumber` (P1, P3).
 */
export const planView = z
  .strictObject({
    version: z.int(),
    writtenAt: instant,
    writtenBy: workerName,
    state: z.enum(PLAN_VERIFICATION_STATES),
    verified: verification.nullable(),
    holdsUntil: instant.nullable(),
    hasCodeWords: z.boolean(),
    /** Now, or the next stretch in which the person may be contacted; null when there is none. */
    safeNow: z.boolean(),
    nextSafe: z.strictObject({ from: instant, until: instant }).nullable(),
    hasSafeWay: z.boolean(),
    allowed: z.array(contactChannel),
    missing: z.array(z.enum(['way', 'language', 'safe_hours'])),
    ways: z.array(contactWay.omit({ value: true }).extend({ value: z.null(), hasValue: z.boolean() })),
    rules: contactPlan.omit({ ways: true, codeWords: true }),
    /** Where the relay is a partner: how it carries a message, in its agreement's words; empty: it has not agreed. */
    relayAgreement: partnerWords.nullable(),
  })
  .register(subjects, neverRedacted)
export type PlanView = z.output<typeof planView>

/** An interpreter for the person: from when to when, in which language, and who comes or is on the line. */
export const bookingView = z.strictObject({
  id: z.uuid(),
  from: instant,
  until: instant,
  language: contactValue,
  who: contactValue,
  bookedBy: workerName,
  /** It lies inside the person's safe time, if only in part; else nobody may ring then (P1). */
  usable: z.boolean(),
})
export type BookingView = z.output<typeof bookingView>

export const plans = {
  /** Reads the whole plan, for changing it or reading a code word: an act of its own, never part of a list. */
  'plan.read': reads(
    z.strictObject({ personId }),
    z.strictObject({ version: z.int(), plan: contactPlan, verified: verification.nullable() }).register(subjects, neverRedacted).nullable(),
    { audits: 'plan_read' },
  ),
  /** Saves a new version. Refuses `changed_meanwhile` when `basedOn` is not the current one, `no_safe_hours` when no hour is left. */
  'plan.save': writes(
    ['people', 'handoffs'],
    z.strictObject({ personId, basedOn: z.int(), plan: contactPlan, verifiedWith: z.enum(['her', 'source']).nullable() }),
    z.strictObject({ version: z.int() }),
    { audits: 'plan_changed' },
  ),
  'plan.versions': reads(z.strictObject({ personId }), z.array(planView), { audits: 'plan_read' }),
  /** Lists the coming bookings, soonest first. Those that are over or cancelled are in the records' histories. */
  'plan.listBookings': reads(z.strictObject({ personId }), z.array(bookingView)),
  /** Refuses `due_in_the_past`, and `outside_safe_times` where no minute of it lies inside the person's safe time (P1). */
  'plan.bookInterpreter': writes(
    ['people', 'handoffs'],
    z.strictObject({ personId, from: instant, until: instant, language: optionalLine(100), who: optionalLine(200) }),
    z.strictObject({ id: z.uuid() }),
    { audits: 'plan_changed' },
  ),
  'plan.cancelBooking': writes(['people', 'handoffs'], z.strictObject({ personId, bookingId: z.uuid() }), done, { audits: 'plan_changed' }),
} as const
