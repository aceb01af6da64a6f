import type { StaffId } from '../core/ids'
import type { Instant } from '../core/moment'
import type { BounceAction, BounceSide } from '../core/vocabulary'

/** Section 6: a bounce is a signal to learn from. The seed list; its codes are stable ids (B1), its words live in the messages. */
export interface BounceReason {
  readonly code: string
  readonly side: BounceSide
  readonly label: string
  readonly seen: string
  readonly change: string
}

export const SEED_BOUNCE_REASONS = [
  {
    code: 'bad_contact_info',
    side: 'contact',
    label: 'Bad contact info',
    seen: 'wrong number, email bounces',
    change: 'validate at the source, require the field',
  },
  {
    code: 'unsafe_to_contact',
    side: 'contact',
    label: 'Not safe to contact',
    seen: 'she asks not to be called, shared phone',
    change: 'safe-contact step, relay option',
  },
  {
    code: 'capacity_delay',
    side: 'provider',
    label: 'Wait too long',
    seen: 'wait too long',
    change: 'say it up front, offer interim options',
  },
  {
    code: 'eligibility_mismatch',
    side: 'provider',
    label: 'Not the right place',
    seen: 'wrong place',
    change: 'tighter criteria, quick screen',
  },
  {
    code: 'language_access_gap',
    side: 'provider',
    label: 'No interpreter',
    seen: 'no interpreter soon enough',
    change: 'pre-booked interpreter blocks, bilingual routing',
  },
  {
    code: 'not_reached_after_fallback',
    side: 'contact',
    label: 'Not reached',
    seen: 'all windows used',
    change: 'look at times and channels',
  },
  { code: 'she_declined', side: 'her_choice', label: 'She chose not to', seen: 'she says so', change: 'respect it; leave the door open' },
  { code: 'helped_elsewhere', side: 'her_choice', label: 'Helped elsewhere', seen: 'she says so', change: '' },
  { code: 'did_not_come', side: 'her_choice', label: 'Did not come', seen: 'missed meeting', change: 'reminders, transport' },
  {
    code: 'source_never_answered',
    side: 'system',
    label: 'Source never answered',
    seen: 'loop-back unanswered',
    change: 'agreement with the source',
  },
  { code: 'transport_or_distance', side: 'system', label: 'Way or distance', seen: 'cannot get there', change: 'ride, phone or virtual' },
  { code: 'childcare_or_pets', side: 'system', label: 'Childcare or pets', seen: 'cannot come alone', change: 'arrangements' },
  { code: 'documents_missing', side: 'system', label: 'Papers missing', seen: 'cannot start', change: 'list ahead' },
  { code: 'moved_away', side: 'contact', label: 'Moved away', seen: '', change: 'partner there' },
  { code: 'possible_danger', side: 'contact', label: 'Possible danger', seen: 'signs she may be in danger', change: 'escalate now' },
] as const satisfies readonly BounceReason[]

/** B2: goes to the supervisor at once. */
export const POSSIBLE_DANGER = 'possible_danger'
/** P4: to record it is a stop. */
export const UNSAFE_TO_CONTACT = 'unsafe_to_contact'

/** B1: what a worker records of a bounce: why, what was seen, what should change, and what is done next, by whom and by when. */
export interface BounceFacts {
  readonly reason: string
  readonly side: BounceSide
  readonly seen: string
  readonly change: string
  readonly action: BounceAction
  readonly what: string
  readonly owner: StaffId
  readonly dueAt: Instant
}

export interface Bounce extends BounceFacts {
  readonly at: Instant
  readonly by: StaffId
  /** Whether the fallback had been followed when it was recorded (C5); a person may record one earlier (C6). */
  readonly fallbackFollowed: boolean
  readonly settledAt: Instant | null
  /** B2: when the supervisor took note of a possible danger. */
  readonly acknowledgedAt: Instant | null
}

/** B1: who reads the office's rules out of a reason (B2, P4): its words may change, but it stays on the list. */
export const isNeededReason = (code: string): boolean => code === POSSIBLE_DANGER || code === UNSAFE_TO_CONTACT

/** B1: the code of a reason that the office adds itself: counted on, so that none is ever used again, and without a typed word. */
export function createReasonCode(codes: readonly string[]): string {
  const highest = codes.reduce((most, code) => Math.max(most, Number(/^own_(\d+)$/.exec(code)?.[1] ?? 0)), 0)
  return `own_${highest + 1}`
}
