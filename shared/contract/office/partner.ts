import { z } from 'zod'
import { DISCLOSURE_LEVELS, SOURCE_SENTENCES } from '#shared/domain/handoff/enquiry'
import { SAID_TO_SOURCE } from '#shared/domain/core/vocabulary'
import { PARTNER_FIELDS } from '#shared/domain/partner/partner'
import { state } from '../handoff/board'
import { reads, writes } from '../call'
import { sourceRules } from './policy'
import { done, handoffId, instant, line, noInput, note, optionalLine, partnerId } from '../values'
import { freeText, officeWords, partnerWords, partyName, personName, workerName } from '../text-kinds'
import { redactedByUseCase, subjects } from '../redact'
import { partnerKind, standardMode } from '../vocabulary'

const partnerRef = z.strictObject({ id: partnerId })

export const partnerStandard = z.strictObject({
  from: instant,
  hours: z.int().min(1).max(168),
  mode: standardMode,
  rules: sourceRules.optional(),
})
/** A partner as the directory shows it. The address is never in a list, an export or a print. */
export const partnerView = z.strictObject({
  id: partnerId,
  name: partyName,
  kind: partnerKind,
  phone: partnerWords,
  note: partnerWords,
  /** May help to reach people it sent (C5), until an instant or without end; `helpsNow`: as it stands now. */
  helpsToReach: z.boolean(),
  helpsUntil: instant.nullable(),
  helpsNow: z.boolean(),
  /** May carry a message to the person, and how; empty: not agreed. */
  relay: partnerWords,
  languages: partnerWords,
  areas: partnerWords,
  hours: partnerWords,
  /** Who it is for. */
  eligibility: partnerWords,
  /** Why nobody is to be referred there; empty: nothing against it. */
  doNotRefer: partnerWords,
  verified: z.strictObject({ at: instant, by: workerName }).nullable(),
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
  contacts: z.array(z.strictObject({ name: partnerWords, does: partnerWords, phone: partnerWords, note: partnerWords })),
  hasAddress: z.boolean(),
  /** A save based on another version than this is refused. */
  changedAt: instant.nullable(),
  /** Fields that changed since this worker last looked. */
  changed: z.array(z.enum(PARTNER_FIELDS)),
})
export type PartnerDetailView = z.output<typeof partnerDetailView>

const count = z.int().min(0)
const durationMs = z.int().min(0).nullable()
/** From our own records, 90 days; null: fewer than five, so it says nothing. */
export const reliabilityView = z.strictObject({
  answers: z.strictObject({ asked: count, answered: count, medianMs: durationMs }).nullable(),
  sent: z.strictObject({ sent: count, decided: count, inTime: count.nullable(), hours: count.nullable() }).nullable(),
  /** `reason`: in the words of the list of reasons. */
  cameBack: z.strictObject({ count, reasons: z.array(z.strictObject({ reason: officeWords, count })) }).nullable(),
  safeHours: z.strictObject({ known: count, of: count }).nullable(),
  taken: z.strictObject({ sent: count, accepted: count, full: count, medianMs: durationMs }).nullable(),
})
export type ReliabilityView = z.output<typeof reliabilityView>

export const partners = {
  /** Includes retired partners, marked: they can be read but not chosen. */
  'partner.list': reads(noInput, z.array(partnerView)),
  'partner.read': reads(partnerRef, partnerDetailView),
  'partner.reliability': reads(partnerRef, reliabilityView),
  /** The confidential address, by itself; the audit log keeps who asked for it (T1). */
  'partner.address': reads(partnerRef, z.strictObject({ address: partnerWords }), { audits: 'address_shown' }),
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
      /** If omitted, all of this stays as it is. */
      more: z
        .strictObject({
          helpsUntil: instant.nullable(),
          relay: optionalLine(500),
          languages: optionalLine(200),
          areas: optionalLine(200),
          hours: optionalLine(200),
          eligibility: note(2_000),
          doNotRefer: optionalLine(500),
          /** Null leaves it as it is, because it was not shown. */
          address: optionalLine(500).nullable(),
          contacts: z.array(contact).max(20),
        })
        .optional(),
    }),
    partnerRef,
    { audits: 'partner_changed' },
  ),
  /** Records that the entry was checked with the partner today. */
  'partner.verify': writes(['partners'], partnerRef, done, { audits: 'partner_changed' }),
  /** A partner that was ever used is retired instead of deleted; `gone` says which. */
  'partner.remove': writes(['partners', 'handoffs'], partnerRef, z.strictObject({ gone: z.enum(['deleted', 'retired']) }), {
    audits: 'partner_changed',
  }),
  'partner.restore': writes(['partners', 'handoffs'], partnerRef, done, { audits: 'partner_changed' }),
  /** This worker has looked: from now on only what changes later is marked for this worker. */
  'partner.markSeen': writes(['partners'], partnerRef, done),
  /**
   * Saves a standard from today or later; an earlier one stays for the records that began under it (C2). Refuses, at a field of the
   * source's own, a standard that can never be met under a policy in force during it.
   */
  'partner.saveStandard': writes(['partners'], z.strictObject({ id: partnerId, standard: partnerStandard }), done, {
    who: ['workflow_owner'],
    audits: 'partner_changed',
  }),
  /**
   * Answers "did you reach her?" (H6): the partner's open referrals and those of the last 30 days, newest first, and what may be said
   * about each.
   */
  'partner.enquiry': reads(
    partnerRef,
    z.strictObject({
      phone: partnerWords,
      rows: z.array(
        z
          .strictObject({
            handoffId,
            number: z.int(),
            label: personName,
            receivedAt: instant,
            state,
            clockAt: instant.nullable(),
            sentence: z.enum(SOURCE_SENTENCES),
            level: z.enum(DISCLOSURE_LEVELS),
            nextStep: freeText,
          })
          .register(subjects, redactedByUseCase),
      ),
      /** The last enquiries, newest first: about whom, who answered. A caller who was not the partner has neither record nor sentence. */
      lately: z.array(
        z.strictObject({
          at: instant,
          by: workerName,
          about: z.strictObject({ handoffId, label: personName, said: z.enum(SAID_TO_SOURCE) }).nullable(),
        }),
      ),
    }),
  ),
  /** Records that the caller was not the partner; nothing was said (H6). */
  'partner.refuseCaller': writes(['partners'], partnerRef, done, { audits: 'caller_refused' }),
} as const
