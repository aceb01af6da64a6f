import type { Instant } from '../core/moment'
import { refuse } from '../core/outcome'

/** What was agreed with a partner, as far as a rule looks at it. */
export interface ReachAgreement {
  readonly helpsToReach: boolean
  /** The first instant (UTC ms) at which it holds no more; null: without end. */
  readonly helpsUntil: Instant | null
}

/** C5: may help to reach people it sent, at `now`. */
export const isHelpAgreed = ({ helpsToReach, helpsUntil }: ReachAgreement, now: Instant): boolean =>
  helpsToReach && (helpsUntil === null || now < helpsUntil)

interface PartnerAvailability {
  readonly doNotRefer: string
  readonly retiredAt: Instant | null
}

/** Retired: nobody is referred from or to them any more; what is written stays readable. */
export const partyRefusal = ({ retiredAt }: PartnerAvailability, field: string): ReturnType<typeof refuse> | null =>
  retiredAt === null ? null : refuse('partner_retired', { field })

/** Section 13: a person is referred to a partner with a "do not refer" only with words why; they stay on the record. */
export const receiverRefusal = (partner: PartnerAvailability, despite: string): ReturnType<typeof refuse> | null =>
  partyRefusal(partner, 'receiver') ?? (partner.doNotRefer !== '' && despite === '' ? refuse('do_not_refer', { field: 'despite' }) : null)

/** What a page of a partner shows and may mark as changed. The address is among them, and only that it changed. */
export const PARTNER_FIELDS = [
  'name',
  'kind',
  'phone',
  'note',
  'helpsToReach',
  'helpsUntil',
  'relay',
  'languages',
  'areas',
  'hours',
  'eligibility',
  'address',
  'doNotRefer',
  'contacts',
] as const
export type PartnerField = (typeof PARTNER_FIELDS)[number]

export type PartnerChanges = Readonly<Partial<Record<PartnerField, Instant>>>
type PartnerValues = Readonly<Partial<Record<PartnerField, unknown>>>

/** Which fields of `after` say something else than before. */
export const listChangedFields = (before: PartnerValues, after: PartnerValues): readonly PartnerField[] =>
  PARTNER_FIELDS.filter((field) => field in after && JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/** Changed since a worker last looked; nothing for one who looks for the first time. `seenAt`: UTC ms. */
export const listFieldsChangedSince = (changes: PartnerChanges, seenAt: Instant | null): readonly PartnerField[] =>
  seenAt === null ? [] : PARTNER_FIELDS.filter((field) => (changes[field] ?? 0) > seenAt)
