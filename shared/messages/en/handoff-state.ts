import type { HandoffStateKind } from '../../domain/handoff/handoff'
import type { Lane, Urgency } from '../../domain/board/lane'
import type { ConfirmationPart, RiskKind, TaskKind, WaitingReason } from '../../domain/core/vocabulary'

/** `now`: it may be done at once. `at`: it begins later, `{{when}}` is 'at 20:00' or 'tomorrow 9:10'. */
const next = {
  book_interpreter: { now: 'Book an interpreter first', at: 'Book an interpreter first' },
  reach_her: { now: 'Call her now, {{nth}} attempt', first: 'Call her now', at: 'Call {{when}}, {{nth}} attempt' },
  neutral_check: { now: 'Neutral check, nothing said', at: 'Neutral check {{when}}, nothing said' },
  chase_receiver: { now: 'Ask {{to}} whether she was reached', at: 'Ask {{to}} {{when}} whether she was reached' },
  meet_her: { now: 'Meet her, or agree a time with her', at: 'Meet her, or agree a time with her' },
  ask_source: { now: 'Ask {{from}} to reach her', at: 'Ask {{from}} {{when}} to reach her' },
  chase_source: { now: 'Ask {{from}} for the answer', at: '{{from}} asks her for us' },
  find_another_way: { now: 'Find another way to reach her', at: 'Find another way to reach her' },
  relay: { now: 'Ask through the relay she agreed to', at: 'Ask {{when}} through the relay she agreed to' },
  check_she_called: { now: 'Look whether she called', at: 'She calls us; look again then' },
  ask_permission: { now: 'Ask her permission', at: 'Ask her permission' },
  complete_confirmation: { now: 'Complete the confirmation', at: 'Complete the confirmation' },
  book_next_step: { now: 'Book the meeting', at: 'Book the meeting' },
  meeting: { now: 'Hold the meeting', at: 'Lead the meeting {{when}}' },
  next_meeting: { now: 'Hold meeting {{number}}', at: 'Meeting {{number}}, {{when}}' },
  review_hold: { now: 'Ask how it stands', at: 'Ask {{when}} how it stands' },
  record_bounce: { now: 'A bounce is due: record it', at: 'Tries are made; a bounce is due {{when}}' },
  bounce_action: { now: 'Do what the bounce asks for', at: 'Do what the bounce asks for' },
  possible_danger: { now: 'Possible danger: look at it now', at: 'Possible danger: look at it now' },
  plan_line: { now: 'Do what was agreed in the meeting', at: 'Do what was agreed in the meeting' },
} as const satisfies Record<TaskKind, { now: string; at: string; first?: string }>

/** The primary button: a verb, short. */
const act = {
  book_interpreter: 'Book an interpreter',
  reach_her: 'Call her now',
  neutral_check: 'Check neutrally',
  chase_receiver: 'Ask the receiver',
  meet_her: 'Say how it went',
  ask_source: 'Ask the source',
  chase_source: 'Write the answer',
  find_another_way: 'Write another way',
  relay: 'Ask the relay',
  check_she_called: 'Say whether she called',
  ask_permission: 'Write her answer',
  complete_confirmation: 'Confirm with her',
  book_next_step: 'Book the meeting',
  meeting: 'Begin the meeting',
  next_meeting: 'Begin the meeting',
  review_hold: 'Review it',
  record_bounce: 'Record the bounce',
  bounce_action: 'Do it now',
  possible_danger: 'Look at it now',
  plan_line: 'It is done',
} as const satisfies Record<TaskKind, string>

/** While it waits (P4, C7): what the worker does at the agreed time. */
const waiting = {
  she_asked: 'She asked us to wait; look again then',
  she_calls_us: 'She calls us; look again then',
  not_safe: 'Nobody calls her; look again then',
  no_safe_way: 'Nobody calls her; look again then',
  relayed: 'It was passed on; look again then',
} as const satisfies Record<WaitingReason, string>

/** The missing part, when it is the only one. */
const missing = {
  way: 'Verify with her how to reach her',
  next_step: 'Make the next step clear with her',
  deadline_risks: 'Ask about deadline risks',
} as const satisfies Record<ConfirmationPart, string>

const state = {
  permission_pending: 'Permission asked for',
  contact_due: 'Contact due',
  attempting_one: 'Attempting, {{count}} try made',
  attempting_other: 'Attempting, {{count}} tries made',
  reached_not_confirmed: 'Reached, not confirmed yet',
  waiting_for_her: {
    she_asked: 'Waiting, as she asked',
    she_calls_us: 'Waiting for her to call',
    not_safe: 'Stopped: nobody calls her',
    no_safe_way: 'Waiting: there is no safe way to reach her',
    relayed: 'Passed on to her, waiting',
  },
  loop_back_asked: 'Source asked to help',
  confirmed: 'Confirmed',
  meeting_booked: 'Meeting booked',
  accompanying_one: 'Accompanying, {{count}} meeting held',
  accompanying_other: 'Accompanying, {{count}} meetings held',
  on_hold: 'On hold',
  bounced: 'Bounced, next action open',
  closed: {
    help_scheduled: 'Closed: help is scheduled',
    help_received: 'Closed: help received',
    other_outcome: 'Closed: another outcome',
    after_bounce_review: 'Closed after review',
    she_withdrew: 'Closed: she chose to stop',
  },
  entered_in_error: 'Entered in error',
} as const satisfies Record<
  Exclude<HandoffStateKind, 'attempting' | 'accompanying'> | `${'attempting' | 'accompanying'}_${'one' | 'other'}`,
  string | object
>

const lane = {
  overdue: 'Overdue',
  this_shift: 'Due this shift',
  later: 'Later today and after',
  waiting: 'Waiting on others',
  to_book: 'Confirmed, to book',
} as const satisfies Record<Lane, string>
/** What the shape says, for the ear and for a filter. */
const shape = {
  overdue: 'overdue',
  soon: 'due within 4 hours',
  later: 'due later',
  waiting: 'waiting',
  confirmed: 'confirmed',
} as const satisfies Record<Urgency, string>

const safe = {
  may_call: 'May call',
  until: 'Call until {{until}}',
  only: 'Only {{from}} to {{until}}',
  from: 'Only {{day}} {{from}} to {{until}}',
  only_hours: 'Only in her hours',
  not_verified: 'Not verified',
  do_not_contact: 'Do not contact',
  she_calls: 'She calls us',
  through_partner: 'Only through a partner',
  not_ours: 'They reach her',
} as const

/** Short, beside a date on a row. */
const risk = {
  court_date: 'Court',
  filing_window: 'Filing',
  order_expiry: 'Order ends',
  benefit_cut_off: 'Benefit',
  lease_or_notice: 'Lease',
  other: 'Deadline',
} as const satisfies Record<RiskKind, string>

/** What to do next, how it stands, may she be contacted, which dates cannot wait: the same on board, table, sheet and record. */
export const standing = {
  next,
  act,
  missing,
  waiting,
  missingSome: 'Confirm with her: {{parts}} parts missing',
  state,
  lane,
  shape,
  safe,
  risk,
  deadline: 'Deadline: ',
  datePassed: 'passed',
  at: 'at {{time}}',
  passed: 'due {{time}} ago',
  number: 'No. {{number}}',
  nth: { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', more: 'another' },
  /** What a clock counts to. */
  verb: {
    meeting: 'meets',
    next_meeting: 'meets',
    chase_source: 'answer',
    check_she_called: 'check',
    relay: 'check',
    review_hold: 'review',
    book_next_step: 'book',
  },
} as const
