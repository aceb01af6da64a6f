import { z } from 'zod'
import { DISCLOSURE_LEVELS, SOURCE_SENTENCES } from '#shared/domain/handoff/enquiry'
import { SAID_TO_SOURCE } from '#shared/domain/core/vocabulary'
import { PARTNER_FIELDS } from '#shared/domain/partner/partner'
import { state } from './board'
import { reads, writes } from './call'
import { sourceRules } from './policy'
import { done, handoffId, instant, line, noInput, note, optionalLine, partnerId } from './values'
import { partnerKind, standardMode } from './vocabulary'

const partnerRef = z.strictObject({ id: partnerId })

export const partnerStandard = z.strictObject({
  from: instant,
  hours: z.int().min(1).max(168),
  mode: standardMode,
  rules: sourceRules.optional(),
})
/** A partner as the directory has it. No address: that is never in a list, an export or a print. */
export const partnerView = z.strictObject({
  id: partnerId,
  name: z.string(),
  kind: partnerKind,
  phone: z.string(),
  note: z.string(),
  /** May help to reach people it sent (C5), until an instant or without end; `helpsNow`: as it stands now. */
  helpsToReach: z.boolean(),
  helpsUntil: instant.nullable(),
  helpsNow: z.boolean(),
  /** May carry a message to her, and how; empty: not agreed. */
  relay: z.string(),
  languages: z.string(),
  areas: z.string(),
  hours: z.string(),
  /** Who it is for. */
  eligibility: z.string(),
  /** Why nobody is to be referred there; empty: nothing against it. */
  doNotRefer: z.string(),
  verified: z.strictObject({ at: instant, by: z.string() }).nullable(),
  retired: z.boolean(),
  addedAt: instant.nullable(),
  /** Own standards, newest first; the first that has begun is the one in force (C2). */
  standards: z.array(partnerStandard),
  inForce: z.strictObject({ hours: z.int(), mode: standardMode, own: z.boolean(), rules: sourceRules }),
  openHandoffs: z.int(),
})
export type PartnerView = z.output<typeof partnerView>

const contact = z.strictObject({ name: line(200), does: optionalLine(200), phone: optionalLine(40), note: optionalLine(500) })
export const partnerDetailView = partnerView.extend({
  contacts: z.array(z.strictObject({ name: z.string(), does: z.string(), phone: z.string(), note: z.string() })),
  hasAddress: z.boolean(),
  /** What else than this has been saved meanwhile is refused. */
  changedAt: instant.nullable(),
  /** Since this worker last looked. */
  changed: z.array(z.enum(PARTNER_FIELDS)),
})
export type PartnerDetailView = z.output<typeof partnerDetailView>

const count = z.int().min(0)
const durationMs = z.int().min(0).nullable()
/** From our own book, 90 days; null: fewer than five, so it says nothing. */
export const reliabilityView = z.strictObject({
  answers: z.strictObject({ asked: count, answered: count, medianMs: durationMs }).nullable(),
  sent: z.strictObject({ sent: count, decided: count, inTime: count.nullable(), hours: count.nullable() }).nullable(),
  /** `reason`: in the words of the list of reasons. */
  cameBack: z.strictObject({ count, reasons: z.array(z.strictObject({ reason: z.string(), count })) }).nullable(),
  safeHours: z.strictObject({ known: count, of: count }).nullable(),
  taken: z.strictObject({ sent: count, accepted: count, full: count, medianMs: durationMs }).nullable(),
})
export type ReliabilityView = z.output<typeof reliabilityView>

export const partners = {
  /** Retired ones too, marked: they are readable, and nowhere offered. */
  'partner.list': reads(noInput, z.array(partnerView)),
  'partner.read': reads(partnerRef, partnerDetailView),
  'partner.reliability': reads(partnerRef, reliabilityView),
  /** The confidential address, by itself, for whoever asks for it; the trail keeps that she did (T1). */
  'partner.address': reads(partnerRef, z.strictObject({ address: z.string() }), { audits: 'address_shown' }),
  /** `id: null` adds one. Refuses `name_taken`, and `changed_meanwhile` where `basedOn` is not what `partner.read` says now. */
  'partner.save': writes(
    ['partners', 'handoffs'],
    z.strictObject({
      id: partnerId.nullable(),
      name: line(200),
      kind: partnerKind,
      phone: optionalLine(40),
      note: note(2_000),
      helpsToReach: z.boolean(),
      basedOn: instant.nullable().optional(),
      /** Left out, all of this stays as it is. */
      more: z
        .strictObject({
          helpsUntil: instant.nullable(),
          relay: optionalLine(500),
          languages: optionalLine(200),
          areas: optionalLine(200),
          hours: optionalLine(200),
          eligibility: note(2_000),
          doNotRefer: optionalLine(500),
          /** Null: stays as it is, because nobody asked to see it. */
          address: optionalLine(500).nullable(),
          contacts: z.array(contact).max(20),
        })
        .optional(),
    }),
    partnerRef,
    { audits: 'partner_changed' },
  ),
  /** What stands here was checked with them, today. */
  'partner.verify': writes(['partners'], partnerRef, done, { audits: 'partner_changed' }),
  /** Whoever was ever used is retired instead of deleted; `gone` says which. */
  'partner.remove': writes(['partners', 'handoffs'], partnerRef, z.strictObject({ gone: z.enum(['deleted', 'retired']) }), {
    audits: 'partner_changed',
  }),
  'partner.restore': writes(['partners', 'handoffs'], partnerRef, done, { audits: 'partner_changed' }),
  /** This worker has looked: from now on only what changes later is marked for her. */
  'partner.markSeen': writes(['partners'], partnerRef, done),
  /**
   * Effective from a moment, today or later; an earlier standard stays for the records that began under it (C2). Refuses what can never be
   * met under a policy in force while it would be, at an answer that is the source's own.
   */
  'partner.saveStandard': writes(['partners'], z.strictObject({ id: partnerId, standard: partnerStandard }), done, {
    who: ['workflow_owner'],
    audits: 'partner_changed',
  }),
  /** H6: "did you reach her?" The partner's referrals of the last 30 days and open ones, newest first, and what may be said about each. */
  'partner.enquiry': reads(
    partnerRef,
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
          sentence: z.enum(SOURCE_SENTENCES),
          level: z.enum(DISCLOSURE_LEVELS),
          nextStep: z.string(),
        }),
      ),
      /** The last enquiries, newest first: about whom, who answered; a caller who was not them has neither record nor sentence. */
      lately: z.array(
        z.strictObject({
          at: instant,
          by: z.string(),
          about: z.strictObject({ handoffId, label: z.string(), said: z.enum(SAID_TO_SOURCE) }).nullable(),
        }),
      ),
    }),
  ),
  /** H6: stage back, it was not them; nothing was said. */
  'partner.refuseCaller': writes(['partners'], partnerRef, done, { audits: 'caller_refused' }),
} as const
