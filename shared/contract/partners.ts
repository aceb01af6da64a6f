import { z } from 'zod'
import { state } from './board'
import { reads, writes } from './entry'
import { handoffId, instant, line, note, nothing, optionalLine, partnerId } from './values'
import { mayTellSource, partnerKind, standardMode } from './words'

export const partnerStandard = z.strictObject({ from: instant, hours: z.int().min(1).max(168), mode: standardMode })
export const partnerView = z.strictObject({
  id: partnerId,
  name: z.string(),
  kind: partnerKind,
  phone: z.string(),
  note: z.string(),
  /** May help to reach people it sent (C5). */
  helpsToReach: z.boolean(),
  /** Own standards, newest first; the first that has begun is the one in force (C2). */
  standards: z.array(partnerStandard),
  inForce: z.strictObject({ hours: z.int(), mode: standardMode, own: z.boolean() }),
  openHandoffs: z.int(),
})
export type PartnerView = z.output<typeof partnerView>

export const partners = {
  'partner.list': reads(nothing, z.array(partnerView)),
  /** `id: null` adds one. Refuses `name_taken`. */
  'partner.save': writes(
    ['partners', 'handoffs'],
    z.strictObject({
      id: partnerId.nullable(),
      name: line(200),
      kind: partnerKind,
      phone: optionalLine(40),
      note: note(2_000),
      helpsToReach: z.boolean(),
    }),
    z.strictObject({ id: partnerId }),
    { keeps: 'partner_changed' },
  ),
  /** Effective from a moment, today or later; an earlier standard stays for the records that began under it (C2). */
  'partner.setStandard': writes(
    ['partners'],
    z.strictObject({ id: partnerId, standard: partnerStandard }),
    z.strictObject({ done: z.literal(true) }),
    { who: ['workflow_owner'], keeps: 'partner_changed' },
  ),
  /** H6: "did you reach her?" The partner's referrals of the last 30 days and open ones, and what may be said about each. */
  'partner.enquiry': reads(
    z.strictObject({ id: partnerId }),
    z.strictObject({
      phone: z.string(),
      rows: z.array(
        z.strictObject({
          handoffId,
          number: z.int(),
          label: z.string(),
          receivedAt: instant,
          state,
          clockAt: instant.nullable(),
          sentence: z.enum(['received', 'not_reached_yet', 'reached', 'reached_and_next_step']),
          level: mayTellSource,
          nextStep: z.string(),
        }),
      ),
    }),
  ),
} as const
