import type { INTERPRETER_NEEDS, MAY_CONTACT, VOICEMAIL_RULES, WHOSE } from '../../domain/contact-plan'
import type {
  AttemptMark, AttemptOutcome, BounceAction, ClosedAs, ContactChannel, NextStepKind, Part, RiskKind, Side, SourceAnswer, WaitingReason,
} from '../../domain/vocabulary'

type Words<K extends string> = Readonly<Record<K, string>>

/** More of the vocabulary on screen: contact, confirmation, bounces. `word` has the rest. */
export const vocabulary = {
  channel: {
    call: 'call', text: 'text', email: 'email', letter: 'letter', partner_portal: 'partner portal', through_partner: 'through somebody', in_person: 'in person',
  } satisfies Words<ContactChannel>,
  outcome: {
    reached: 'Reached', no_answer: 'No answer', voicemail_left: 'Voicemail left', message_sent: 'Message sent', someone_else_answered: 'Someone else answered',
    number_not_in_service: 'Number not in service', email_bounced: 'Email came back', partner_relayed: 'Passed on to her', she_called_us: 'She called us',
    not_safe_stopped: 'Not safe, stopped', interpreter_missing: 'Interpreter missing',
  } satisfies Words<AttemptOutcome>,
  attemptMark: {
    late_entry: 'written later', outside_safe_times: 'outside her safe times', channel_not_allowed: 'a way she did not allow', not_verified: 'plan not verified', after_stop: 'after a stop',
    safety_not_checked: 'safety was not asked', override: 'shown for her life and safety',
  } satisfies Words<AttemptMark>,
  side: { contact: 'contact', her_choice: 'her choice', provider: 'provider', system: 'system' } satisfies Words<Side>,
  part: { way: 'how to reach her', next_step: 'the next step', deadline_risks: 'dates that cannot wait' } satisfies Words<Part>,
  nextStep: {
    appointment: 'Appointment', clinic: 'Clinic', self_help: 'Self-help', wait_list: 'Wait list', intake: 'Intake', other: 'Other',
  } satisfies Words<NextStepKind>,
  risk: {
    court_date: 'Court', filing_window: 'Filing', order_expiry: 'Order ends', benefit_cut_off: 'Benefit ends', lease_or_notice: 'Lease or notice', other: 'Other date',
  } satisfies Words<RiskKind>,
  closedAs: {
    help_scheduled: 'Help is arranged', help_received: 'Help was received', other_outcome: 'Another outcome', after_bounce_review: 'After the review of a bounce', she_withdrew: 'She stepped back',
  } satisfies Words<ClosedAs>,
  bounceAction: {
    relay: 'Relay', other_resource: 'Other help', court_self_help: 'Court self-help', retry: 'Retry on a date', review_and_close: 'Review and close', letter: 'Letter',
  } satisfies Words<BounceAction>,
  sourceAnswer: { she_will_call: 'She will call us', new_way: 'There is another way to reach her', cannot_help: 'They cannot help' } satisfies Words<SourceAnswer>,
  waiting: {
    she_asked: 'She asked us to wait', she_calls_us: 'She calls us', not_safe: 'It was not safe', no_safe_way: 'There is no safe way to reach her', relayed: 'It was passed on to her',
  } satisfies Words<WaitingReason>,
  mayContact: { yes: 'Yes', she_calls: 'No, she calls us', through_partner: 'Only through somebody', not_known: 'Not known yet' } satisfies Words<(typeof MAY_CONTACT)[number]>,
  whose: { hers_alone: 'hers alone, not shared', shared: 'shared', someone_elses: 'somebody else’s', not_known: 'not known whose' } satisfies Words<(typeof WHOSE)[number]>,
  voicemail: {
    none: 'No voicemail', first_name_only: 'Voicemail: first name only', agreed_words: 'Voicemail: the agreed words', not_known: 'Voicemail: not known, so none',
  } satisfies Words<(typeof VOICEMAIL_RULES)[number]>,
  interpreter: {
    none: 'No interpreter', needed: 'Interpreter needed', not_from_her_community: 'Interpreter, not from her own community', not_known: 'Interpreter: not known',
  } satisfies Words<(typeof INTERPRETER_NEEDS)[number]>,
} as const
