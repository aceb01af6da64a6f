import type { HandoffId, MeetingId, PartnerId, PersonId, StaffId } from '../core/ids'
import type { StepKind, StepList } from './steps'
import type { SteadyTime } from '../core/elapsed'
import type { Instant } from '../core/moment'
import type { WaitsOn } from '../core/vocabulary'

/** Section 7. A5: `agency_call` is sitting with the person during a call to a slow agency. */
export const MEETING_MODES = ['in_person', 'conference_call', 'virtual', 'agency_call'] as const
export type MeetingMode = (typeof MEETING_MODES)[number]

export const PARTICIPANT_KINDS = ['her', 'staff', 'partner', 'interpreter', 'other'] as const
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number]
export const PARTICIPANT_ROLES = ['for_herself', 'introduces', 'leads', 'supports', 'helps', 'interprets', 'listens'] as const
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number]
/** M1. `on`: in the room or on the line. `left`: said goodbye. */
export const PRESENCES = ['on', 'hold', 'dropped', 'left'] as const
export type Presence = (typeof PRESENCES)[number]

export interface Participant {
  /** 1, 2, … within the meeting; the person is 1 (M2: unless the person asked us to go on alone). */
  readonly no: number
  readonly kind: ParticipantKind
  /** Empty for the person: the screen says the record's label. */
  readonly name: string
  readonly staffId: StaffId | null
  readonly partnerId: PartnerId | null
  readonly role: ParticipantRole
  readonly presence: Presence
  /** Since when this holds (UTC ms); `sinceSteady`: the same moment by the steady clock, absent or null where it is not known. */
  readonly since: Instant
  readonly sinceSteady?: SteadyTime | null
  /** What was agreed for a line that drops, in words. */
  readonly rule: string
  /** M3: in own words, what happens next; null while not said. */
  readonly understanding: string | null
}

export const STEP_STATES = ['open', 'done', 'skipped'] as const
export type StepState = (typeof STEP_STATES)[number]

export interface MeetingStepProgress {
  readonly list: StepList
  /** 0, 1, … within its list. */
  readonly no: number
  readonly text: string
  readonly required: boolean
  readonly does: StepKind
  readonly state: StepState
  /** M3: a required step is skipped with a reason. */
  readonly reason: string
  readonly at: Instant | null
  readonly by: StaffId | null
}

/** M3: a closed meeting has a person and a date on every line. `who` is said aloud; `owner` is the member of staff who sees to it (H1). */
export interface PlanLine {
  readonly no: number
  readonly what: string
  readonly who: string
  readonly owner: StaffId | null
  readonly dueAt: Instant | null
  readonly waitsOn: WaitsOn
}

/** A line as it must be at the end (M3). */
export interface CompletePlanLine extends PlanLine {
  readonly owner: StaffId
  readonly dueAt: Instant
}

/** Names only; no file is stored. */
export const PAPER_STATES = ['open', 'done', 'missing'] as const
export interface Paper {
  readonly no: number
  readonly name: string
  readonly direction: 'give' | 'ask'
  readonly state: (typeof PAPER_STATES)[number]
}

/** M4: the person may decline a copy because it is unsafe to hold. */
export const COPY_ANSWERS = ['wanted', 'unsafe', 'declined'] as const
export type CopyAnswer = (typeof COPY_ANSWERS)[number]

/** What is typed while people talk: kept letter by letter, and part of the record once the meeting is closed. */
export const MEETING_TEXTS = ['situation', 'background', 'questions_1', 'questions_2', 'note'] as const
export type MeetingText = (typeof MEETING_TEXTS)[number]

/** C4 (c), H10: what was said of dates outside our control. `dates`: they are on the record. */
export const RISK_ANSWERS = ['none', 'dates', 'not_known'] as const
export type RiskAnswer = (typeof RISK_ANSWERS)[number]

export interface Meeting {
  readonly id: MeetingId
  readonly handoffId: HandoffId
  readonly personId: PersonId
  readonly mode: MeetingMode
  /** The agency of an agency call, or the place, or the number of the bridge; never shown in a title. */
  readonly where: string
  /** M2: the person's words, when we were asked to go on alone; null: the person is there. */
  readonly withoutHer: string | null
  /** T3: once it is closed, put right where the clock was put right meanwhile. */
  readonly startedAt: Instant
  /** The same moment by the steady clock; absent or null where it is not known. */
  readonly startedSteady?: SteadyTime | null
  readonly startedBy: StaffId
  /** Written down after it was held (C8). */
  readonly late: boolean
  /** The worker who has the call now. */
  readonly lead: StaffId
  readonly policyVersion: number
  readonly steps: readonly MeetingStepProgress[]
  readonly participants: readonly Participant[]
  readonly lines: readonly PlanLine[]
  readonly papers: readonly Paper[]
  /** Since when it runs; null while paused and after the end. */
  readonly runningSince: Instant | null
  readonly runningSteady?: SteadyTime | null
  /** Milliseconds that it ran before `runningSince`. */
  readonly ran: number
  readonly confidence: { readonly score: 1 | 2 | 3 | 4 | 5; readonly words: string } | null
  /** How often the person had to tell the story again in this handoff. */
  readonly retold: number | null
  /** Null: not asked yet; `none`: no further meeting. */
  readonly next: { readonly at: Instant; readonly lead: StaffId; readonly what: string } | 'none' | null
  readonly copy: CopyAnswer | null
  /** Null: not asked yet. */
  readonly risks: RiskAnswer | null
  /** C4 (a), H10: whether the person said that the contact plan is right; null: not asked yet. */
  readonly planVerified: boolean | null
  readonly closed: { readonly at: Instant; readonly by: StaffId; readonly how: 'complete' | 'she_ended_it'; readonly words: string } | null
  readonly version: number
}
