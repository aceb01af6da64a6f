/** Failures are values: a rule either says what happened or why not. */
export type Outcome<T, R = Refusal> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: R }

/**
 * A refusal in words of the domain. `reason` is a key of the message catalogue, `field` names the input that must
 * change, `until` is the instant (UTC ms) at which the refusal ends by itself, `detail` holds values for the sentence
 * (never a name, a number or an address).
 */
export interface Refusal {
  readonly kind: 'refused'
  readonly reason: RefusalReason
  readonly field?: string
  readonly until?: number
  readonly detail?: Readonly<Record<string, string | number>>
}

export const REFUSAL_REASONS = [
  // times
  'in_the_future',
  'before_received',
  'after_it_was_written',
  'no_such_time',
  'due_in_the_past',
  'reason_needed',
  // handoffs
  'no_such_handoff',
  'no_such_person',
  'same_person',
  'not_merged',
  'undo_is_over',
  'undo_later_first',
  'no_such_partner',
  'no_such_staff',
  'no_such_task',
  'no_such_attempt',
  'no_such_way',
  'no_such_date',
  'date_is_there',
  'changed_meanwhile',
  'already_closed',
  'not_closed',
  'wrong_state',
  'not_confirmed_yet',
  'not_bounced',
  'permission_pending',
  'owner_needed',
  'source_needed',
  'receiver_needed',
  'same_worker',
  'unanswered_questions',
  'name_needed',
  'help_needed',
  'nobody_in_household',
  // contact
  'outside_safe_times',
  'channel_not_allowed',
  'no_safe_way',
  'not_verified',
  'stopped_as_unsafe',
  'loop_back_not_allowed',
  'loop_back_open',
  'no_loop_back_open',
  'too_late_to_undo',
  'clock_was_right',
  'no_open_override',
  'no_such_booking',
  'plan_incomplete',
  'no_safe_hours',
  'ring_back_first',
  // meetings
  'no_such_meeting',
  'meeting_open',
  'meeting_closed',
  'somebody_has_the_call',
  'she_is_not_there',
  'no_such_participant',
  'already_there',
  'role_needed',
  'no_such_step',
  'answer_missing',
  'no_such_line',
  'no_such_paper',
  'before_it_began',
  'steps_open',
  'line_not_whole',
  'not_said_yet',
  // story-once
  'nothing_written',
  'words_too_short',
  'not_kept_back',
  'no_copy',
  // releases
  'no_such_release',
  'one_recipient',
  'release_would_be_over',
  'release_ends_before_it_starts',
  'release_too_long',
  'minor_signs_with_parent',
  'parent_may_not_sign',
  'tell_her_first',
  'release_signed',
  'release_not_signed',
  'release_not_begun',
  'release_ended',
  'release_needed',
  'already_revoked',
  'before_it_was_signed',
  'way_not_agreed',
  'answer_needed',
  'no_such_entry',
  'already_authorised',
  'she_knows_already',
  'before_it_was_told',
  // accompaniment, successes and feedback
  'no_accompaniment',
  'series_over',
  'not_last_meeting',
  'more_since',
  'confidence_needed',
  'not_nearer',
  'ask_a_colleague',
  'no_answer_given',
  'no_such_success',
  // bounces
  'unknown_reason',
  'no_safe_address',
  'say_what_will_differ',
  'retired_reason',
  'reason_is_needed',
  'side_is_settled',
  // what the forms ask
  'field_required',
  'cannot_be_hidden',
  'cannot_be_required',
  'hidden_and_required',
  // the policy
  'window_is_nothing',
  'gap_is_nothing',
  'no_tries',
  'tries_do_not_fit',
  'alert_before_it_begins',
  'answer_after_bounce',
  'policy_starts_earlier',
  'sources_do_not_fit',
  // set-up and sign-in
  'wrong_passphrase',
  'wait_before_next_try',
  'passphrase_too_short',
  'passphrase_too_common',
  'passphrase_known',
  'words_do_not_match',
  'already_set_up',
  'not_a_time_zone',
  'folder_is_synchronised',
  'name_taken',
  // roles, credentials and staff
  'temporary_over',
  'wrong_words',
  'no_director',
  'wrong_pin',
  'pin_not_now',
  'pin_too_short',
  'pin_too_simple',
  'last_director',
  'not_yourself',
  'has_left',
  'is_away',
  'not_yours',
  'enough_views',
  'owner_not_named',
  'owner_in_conflict',
  'nobody_may_see_her',
  'not_restricted',
  'nothing_to_explain',
  'clock_is_right',
  'not_saved_there',
  // stays and goals
  'no_such_stay',
  'no_such_goal',
  'stays_already',
  'still_staying',
  'handed_on_already',
  // partners
  'standard_starts_earlier',
  'partner_retired',
  'do_not_refer',
  'she_did_not_allow_it',
  'before_contact',
  'not_reached_yet',
  'number_too_short',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** Returns an outcome that says what happened. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
/** Returns an outcome that says why not; `more` names the field, the end or the values of the sentence. */
export const refuse = (
  reason: RefusalReason,
  more: Omit<Refusal, 'kind' | 'reason'> = {},
): { readonly ok: false; readonly failure: Refusal } => ({ ok: false, failure: { kind: 'refused', reason, ...more } })

/** The end of an exhaustive `switch`: reaching it is a bug, found by the type checker. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${typeof value}`)
}
