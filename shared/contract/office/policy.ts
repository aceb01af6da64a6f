import { z } from 'zod'
import { STEP_KINDS } from '#shared/domain/meeting/steps'
import { DAY } from '#shared/domain/core/moment'
import { PARTNER_KINDS } from '#shared/domain/core/vocabulary'
import { reads, writes } from '../call'
import { markText, officeWords, partyName, workerName } from '../text-kinds'
import { handoffId, instant, line, noInput, optionalLine, partnerId } from '../values'
import { standardMode } from '../vocabulary'

/** Milliseconds. Zero is accepted here, because the rules refuse it with their reason. */
const milliseconds = (most: number) => z.int().min(0).max(most)
const tries = z.int().min(0).max(9)
const steps = z
  .array(z.strictObject({ text: markText('office_words', line(200)), required: z.boolean(), does: z.enum(STEP_KINDS) }))
  .max(30)

const alertsBefore = z.array(milliseconds(7 * DAY)).max(2)
const supervisorAfter = milliseconds(7 * DAY).nullable()

/** A source's own rules besides its hours (C2); what is omitted follows the office. */
export const sourceRules = z.strictObject({
  gap: milliseconds(3 * DAY).optional(),
  tries: z.strictObject({ first: tries.optional(), second: tries.optional() }).optional(),
  secondWindow: milliseconds(30 * DAY).optional(),
  askSource: z.boolean().optional(),
  loopBackAnswer: milliseconds(30 * DAY).optional(),
  alertsBefore: alertsBefore.readonly().optional(),
  supervisorAfter: supervisorAfter.optional(),
})
/** The standard of a record as it was at receipt. */
export const recordStandard = z.strictObject({
  hours: z.int(),
  mode: standardMode,
  policyVersion: z.int(),
  rules: sourceRules.optional(),
})

/** Everything that the workflow owner decides (C5, C3). */
export const policyShape = z.strictObject({
  standardHours: z.int().min(0).max(168),
  gap: milliseconds(3 * DAY),
  tries: z.strictObject({ first: tries, second: tries }),
  secondWindow: milliseconds(30 * DAY),
  askSource: z.boolean(),
  loopBackAnswer: milliseconds(30 * DAY),
  permission: milliseconds(7 * DAY),
  alertsBefore,
  shiftStarts: z
    .array(markText('code', z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)))
    .min(1)
    .max(6),
  supervisorAfter,
  steps: z.strictObject({ before: steps, during: steps, after: steps }),
  /** A7: how many supportive meetings are aimed at. */
  targetMeetings: z.int().min(1).max(9),
  /** How long a release lasts at most, whether the source needs one, and who requires it by which law, policy or contract (R1, R3). */
  release: z.strictObject({
    days: z.int().min(0).max(365),
    loopBackNeedsRelease: z.boolean(),
    rules: z
      .array(
        z.strictObject({
          who: z.enum(['outside', ...PARTNER_KINDS]),
          needed: z.boolean(),
          basis: markText('office_words', optionalLine(200)),
        }),
      )
      .max(PARTNER_KINDS.length + 1)
      .refine((rules) => new Set(rules.map(({ who }) => who)).size === rules.length, { error: 'twice' }),
  }),
})
export type PolicyShape = z.output<typeof policyShape>

const version = z.strictObject({
  version: z.int(),
  from: instant,
  setAt: instant,
  /** Null for the one that came with set-up. */
  setBy: workerName.nullable(),
  /** `past`: nothing that is received from now on begins under it. */
  state: z.enum(['past', 'current', 'coming']),
  policy: policyShape,
})

const hours = z.number().min(0)
const reason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bounced'), label: officeWords }),
  z.strictObject({ kind: z.literal('interpreter') }),
  z.strictObject({ kind: z.literal('not_safe') }),
  z.strictObject({ kind: z.literal('her_hours') }),
  z.strictObject({ kind: z.literal('tries'), count: z.int() }),
])
const replayedHandoff = z.strictObject({ number: z.int(), hours, reached: z.boolean(), late: z.boolean(), lateNow: z.boolean() })

export const policies = {
  'policy.read': reads(
    noInput,
    z.strictObject({
      /** The last written first. */
      versions: z.array(version),
      /** Sources with an own standard, in force or to come (C2). */
      partners: z.array(
        z.strictObject({
          id: partnerId,
          name: partyName,
          from: instant,
          hours: z.int(),
          mode: standardMode,
          rules: sourceRules,
          setBy: workerName,
          state: z.enum(['current', 'coming']),
        }),
      ),
      /** Who is told at the due time. */
      owner: workerName.nullable(),
    }),
  ),
  /** From a moment, today or later; what runs keeps the version it began under (C2). `basedOn`: the newest version that the worker saw. */
  'policy.save': writes(
    ['office'],
    z.strictObject({ basedOn: z.int().min(1), from: instant, policy: policyShape }),
    z.strictObject({ version: z.int() }),
    { who: ['workflow_owner'], audits: 'settings_changed' },
  ),
  /** Compares the last 90 days with a draft: of one source when a partner is named, else of all without an own standard. */
  'policy.preview': reads(
    z.strictObject({
      partner: partnerId.nullable(),
      standardHours: z.int().min(1).max(168),
      secondWindow: milliseconds(30 * DAY),
    }),
    z.strictObject({
      of: z.int(),
      draft: z.strictObject({ hours: z.int(), late: z.int(), bounceDue: hours }),
      now: z.strictObject({ hours: z.int(), late: z.int(), bounceDue: hours, since: instant.nullable() }),
      /** Shortest first. */
      handoffs: z.array(replayedHandoff),
      late: z.array(z.strictObject({ id: handoffId, number: z.int(), hours, reached: z.boolean(), reason })),
      /** Running contact clocks by their standard. */
      running: z.array(z.strictObject({ hours: z.int(), count: z.int() })),
    }),
    { who: ['workflow_owner', 'supervisor', 'director'] },
  ),
} as const
