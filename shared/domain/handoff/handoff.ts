import type { Attempt } from '../contact/attempt'
import type { Bounce } from './bounce'
import type { ConfirmationParts, DeadlineRisk } from './confirmation'
import type { HandoffId, PartnerId, PersonId, StaffId } from '../core/ids'
import type { Instant } from '../core/moment'
import type { Standard } from '../policy/policy'
import type { Task } from './task'
import type {
  ClosedAs,
  Direction,
  KindOfHelp,
  MayTellSource,
  ConfirmationPart,
  Prompt,
  BounceSide,
  SourceAnswer,
  WaitingReason,
} from '../core/vocabulary'

/** A date outside our control as it stands on a record. `no` is its own for good; `since`: written down, or moved to this date. */
export interface RecordedRisk extends DeadlineRisk {
  readonly no: number
  readonly since: Instant
  readonly acknowledged: { readonly at: Instant; readonly by: StaffId } | null
}

/** From whom, to whom. A source may be the person. */
export type Party =
  | { readonly kind: 'partner'; readonly id: PartnerId }
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'herself' }
  | { readonly kind: 'us' }

export interface NumberOverride {
  /** The number of its event within the handoff. */
  readonly no: number
  readonly at: Instant
  readonly by: StaffId
  /** The number of the event that says why: its own, a later one, or null while nobody has written it. */
  readonly explainedIn: number | null
}

/** H13: what the newest attempt changed beside its own entry, so that taking it back restores exactly what stood before. */
export interface AttemptUndo {
  /** The number of the attempt. */
  readonly no: number
  /** The handoff's version after the last event of the same command. */
  readonly lastVersion: number
  readonly before: UndoableFacts
  readonly after: UndoableFacts
}
/** What logging an attempt may change: a waiting ends or begins, an open bounce is settled, tasks are done or planned. */
export type UndoableFacts = Pick<Handoff, 'waiting' | 'bounces' | 'tasks'>

export interface LoopBack {
  readonly askedAt: Instant
  readonly answerDueAt: Instant
  readonly answer: SourceAnswer | null
  readonly answeredAt: Instant | null
  /** When the question ended without an answer, because the source may not be asked any more (C5, R1); absent while it stands. */
  readonly endedAt?: Instant
}

/**
 * The one record made at referral time: facts only. Its state is a function of them (`getHandoffState`), so that history,
 * row and screen can never disagree.
 */
export interface Handoff {
  readonly id: HandoffId
  readonly number: number
  readonly direction: Direction
  readonly personId: PersonId
  readonly source: Party
  readonly receiver: Party
  readonly helps: readonly KindOfHelp[]
  readonly prompt: Prompt
  readonly note: string
  readonly receivedAt: Instant
  /** H3: an existing record was chosen instead of a second intake. */
  readonly repeatIntakeAvoided: boolean
  readonly createdAt: Instant
  readonly createdBy: StaffId
  readonly standard: Standard
  readonly assignedTo: StaffId
  readonly supporting: readonly StaffId[]
  readonly mayTellSource: MayTellSource
  readonly permission: { readonly kind: 'not_needed' | 'given' | 'refused' } | { readonly kind: 'pending'; readonly dueAt: Instant }
  /** H9: until this is recorded, the first worker is responsible. */
  readonly acceptance: { readonly by: string; readonly at: Instant } | null
  /** C1, H2: receipt, or the last reopening; the working clock counts from here. The measure counts from `receivedAt`. */
  readonly clockFrom: Instant
  readonly attempts: readonly Attempt[]
  /** P1: numbers shown past the rules, for the person's life and safety. */
  readonly overrides: readonly NumberOverride[]
  /** P4: when the person said "not safe" (UTC ms); null after the plan is verified anew. */
  readonly stoppedAt: Instant | null
  /** `since`: a contact before it, written late, does not end it. */
  readonly waiting: { readonly checkAt: Instant; readonly why: WaitingReason; readonly since: Instant } | null
  readonly loopBack: LoopBack | null
  readonly parts: ConfirmationParts
  readonly risks: readonly RecordedRisk[]
  /** How many dates were ever written down: the number of the newest one. */
  readonly risksEver: number
  /** Confirmed in the running clock; reopening asks anew (H2). */
  readonly confirmedAt: Instant | null
  /** The measure's date (section 12): the first confirmation ever. */
  readonly firstConfirmedAt: Instant | null
  /** H10: the beginnings of supportive meetings with the person and the receiver (UTC ms); each is contact. */
  readonly metAt: readonly Instant[]
  readonly meetingAt: Instant | null
  readonly meetingsHeld: number
  /** When the last meeting of it was closed, whether or not the person was there; null: none. */
  readonly meetingClosedAt: Instant | null
  readonly holdUntil: Instant | null
  readonly bounces: readonly Bounce[]
  readonly closed: Closing | null
  /** H2: outcomes before a reopening stay. */
  readonly earlierClosings: readonly Closing[]
  readonly enteredInError: { readonly reason: string; readonly at: Instant } | null
  readonly duePassedAt: Instant | null
  /** C3: the supervisor was told as well, where the policy asks for it. */
  readonly supervisorToldAt: Instant | null
  readonly tasks: readonly Task[]
  /** H13: of the newest attempt; null where there is none to take back. */
  readonly undo: AttemptUndo | null
  /** How many events made it; a worker's view of it is stale when this has moved on. */
  readonly version: number
}

export interface Closing {
  readonly as: ClosedAs
  readonly reason: string
  readonly at: Instant
  readonly by: StaffId
}

/** Section 3. State, the reason for it and the side that caused it are separate. */
export type HandoffState =
  | { readonly kind: 'permission_pending' }
  | { readonly kind: 'contact_due' }
  | { readonly kind: 'attempting'; readonly made: number }
  | { readonly kind: 'reached_not_confirmed'; readonly missing: readonly ConfirmationPart[] }
  | { readonly kind: 'waiting_for_her'; readonly why: WaitingReason; readonly checkAt: Instant }
  | { readonly kind: 'loop_back_asked'; readonly answerDueAt: Instant }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'meeting_booked'; readonly at: Instant }
  | { readonly kind: 'accompanying'; readonly held: number }
  | { readonly kind: 'on_hold'; readonly reviewAt: Instant }
  | { readonly kind: 'bounced'; readonly reason: string; readonly side: BounceSide }
  | { readonly kind: 'closed'; readonly as: ClosedAs }
  | { readonly kind: 'entered_in_error' }

export const HANDOFF_STATE_KINDS = [
  'permission_pending',
  'contact_due',
  'attempting',
  'reached_not_confirmed',
  'waiting_for_her',
  'loop_back_asked',
  'confirmed',
  'meeting_booked',
  'accompanying',
  'on_hold',
  'bounced',
  'closed',
  'entered_in_error',
] as const satisfies readonly HandoffState['kind'][]
export type HandoffStateKind = (typeof HANDOFF_STATE_KINDS)[number]
