/** The words of domain.md section 2 to 6, once. Constants first, types derived. */

export const DIRECTIONS = ['incoming', 'outgoing', 'internal'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const KINDS_OF_HELP = [
  'housing',
  'income',
  'legal',
  'health',
  'counselling',
  'child',
  'immigration',
  'police_or_court',
  'other_shelter',
  'other',
] as const
export type KindOfHelp = (typeof KINDS_OF_HELP)[number]

/** What prompted it now: local forms, notices and scheduling patterns are causes too (B3). */
export const PROMPTS = [
  'left_today',
  'new_incident',
  'hearing_notice',
  'form_or_filing',
  'court_schedule',
  'order_ending',
  'notice_to_leave',
  'benefit_stopped',
  'discharge',
  'released',
  'stay_ending',
  'she_asked',
  'worker_suggested',
  'other',
  'not_known',
] as const
export type Prompt = (typeof PROMPTS)[number]

export const CONTACT_CHANNELS = ['call', 'text', 'email', 'letter', 'partner_portal', 'through_partner', 'in_person'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export const ATTEMPT_OUTCOMES = [
  'reached',
  'no_answer',
  'voicemail_left',
  'message_sent',
  'someone_else_answered',
  'number_not_in_service',
  'email_bounced',
  'partner_relayed',
  'she_called_us',
  'not_safe_stopped',
  'interpreter_missing',
] as const
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number]

/** Reached and "she called us" are contact. */
export const isContactOutcome = (outcome: AttemptOutcome): boolean => outcome === 'reached' || outcome === 'she_called_us'
/** The last two outcomes of the list do not count as tries (section 5). */
export const isCountableOutcome = (outcome: AttemptOutcome): boolean => outcome !== 'not_safe_stopped' && outcome !== 'interpreter_missing'

export const BOUNCE_SIDES = ['contact', 'her_choice', 'provider', 'system'] as const
export type BounceSide = (typeof BOUNCE_SIDES)[number]

/** The answer to P3's "is it still safe?"; `not_asked` is kept as data, never refused. */
export const SAFE_CHECKS = ['safe', 'not_sure', 'not_safe', 'not_asked'] as const
export type SafeCheck = (typeof SAFE_CHECKS)[number]

/** What is odd about an attempt that has already happened; P1 records it all the same, with a mark. */
export const ATTEMPT_MARKS = [
  'late_entry',
  'outside_safe_times',
  'channel_not_allowed',
  'not_verified',
  'after_stop',
  'safety_not_checked',
  'override',
] as const
export type AttemptMark = (typeof ATTEMPT_MARKS)[number]

/** The three parts of "confirmed" (C4). */
export const CONFIRMATION_PARTS = ['way', 'next_step', 'deadline_risks'] as const
export type ConfirmationPart = (typeof CONFIRMATION_PARTS)[number]

export const NEXT_STEP_KINDS = ['appointment', 'clinic', 'self_help', 'wait_list', 'intake', 'other'] as const
export type NextStepKind = (typeof NEXT_STEP_KINDS)[number]

export const RISK_KINDS = ['court_date', 'filing_window', 'order_expiry', 'benefit_cut_off', 'lease_or_notice', 'other'] as const
export type RiskKind = (typeof RISK_KINDS)[number]

export const CLOSED_AS = ['help_scheduled', 'help_received', 'other_outcome', 'after_bounce_review', 'she_withdrew'] as const
export type ClosedAs = (typeof CLOSED_AS)[number]

export const TASK_KINDS = [
  'ask_permission',
  'book_interpreter',
  'reach_her',
  'neutral_check',
  'chase_receiver',
  'meet_her',
  'ask_source',
  'chase_source',
  'find_another_way',
  'relay',
  'check_she_called',
  'complete_confirmation',
  'book_next_step',
  'meeting',
  'next_meeting',
  'review_hold',
  'record_bounce',
  'bounce_action',
  'possible_danger',
  'plan_line',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const WAITS_ON = ['nobody', 'her', 'source', 'receiver'] as const
export type WaitsOn = (typeof WAITS_ON)[number]

export const BOUNCE_ACTIONS = ['other_resource', 'letter', 'relay', 'court_self_help', 'retry', 'review_and_close'] as const
export type BounceAction = (typeof BOUNCE_ACTIONS)[number]

export const SOURCE_ANSWERS = ['she_will_call', 'new_way', 'cannot_help'] as const
export type SourceAnswer = (typeof SOURCE_ANSWERS)[number]

export const WAITING_REASONS = ['she_asked', 'she_calls_us', 'not_safe', 'no_safe_way', 'relayed'] as const
export type WaitingReason = (typeof WAITING_REASONS)[number]

/** H6: how much the person allowed the source to be told; the default is the receipt alone. */
export const MAY_TELL_SOURCE = ['receipt_only', 'reached_or_not', 'and_next_step'] as const
export type MayTellSource = (typeof MAY_TELL_SOURCE)[number]
/** H6: what the office records as said to a source that asked. */
export const SAID_TO_SOURCE = ['nothing', ...MAY_TELL_SOURCE, 'ask_her_to_call'] as const
export type SaidToSource = (typeof SAID_TO_SOURCE)[number]

export const PARTNER_KINDS = [
  'agency',
  'court_clinic',
  'legal',
  'shelter',
  'crisis_line',
  'health',
  'police',
  'school',
  'housing',
  'other',
] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

/** C2: measured raises no alarms; piloted is 24 h for 30 days; committed is agreed. */
export const STANDARD_MODES = ['measured', 'pilot', 'committed'] as const
export type StandardMode = (typeof STANDARD_MODES)[number]

export const ROLES = ['front_desk', 'worker', 'supervisor', 'workflow_owner', 'data_owner', 'director'] as const
export type Role = (typeof ROLES)[number]

/** What the director gives to a worker by name; the other two are decision rights, one holder each (section 13). */
export const STAFF_ROLES = ['front_desk', 'worker', 'supervisor', 'director'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const DECISION_RIGHTS = ['workflow_owner', 'data_owner'] as const
export type DecisionRight = (typeof DECISION_RIGHTS)[number]
