import type { ReachBy } from '../../../domain/contact/contact-plan'
import type { HandoffStateKind } from '../../../domain/handoff/handoff'
import type { Lane, Urgency } from '../../../domain/board/lane'
import type { ConfirmationPart, RiskKind, TaskKind, WaitingReason } from '../../../domain/core/vocabulary'

/** `now`: it may be done at once. `at`: it begins later, `{{when}}` is 'at 20:00' or 'tomorrow 9:10'. */
const next = {
  reach_her: {
    call: { now: 'Call her now, {{nth}} attempt', first: 'Call her now', at: 'Call her {{when}}, {{nth}} attempt' },
    text: { now: 'Text her now, {{nth}} attempt', first: 'Text her now', at: 'Text her {{when}}, {{nth}} attempt' },
    email: { now: 'Email her now, {{nth}} attempt', first: 'Email her now', at: 'Email her {{when}}, {{nth}} attempt' },
    letter: { now: 'Write her a letter, {{nth}} attempt', first: 'Write her a letter', at: 'Write her a letter {{when}}, {{nth}} attempt' },
    in_person: { now: 'Meet her now, {{nth}} attempt', first: 'Meet her now', at: 'Meet her {{when}}, {{nth}} attempt' },
    partner: { now: 'Use the relay she agreed to', first: 'Use the relay she agreed to', at: 'Use the relay she agreed to {{when}}' },
  } satisfies Record<ReachBy, { now: string; at: string; first: string }>,
  book_interpreter: { now: 'Book an interpreter first', at: 'Book an interpreter first' },
  neutral_check: { now: 'Neutral check: say no name', at: 'Neutral check {{when}}: say no name' },
  chase_receiver: { now: 'Ask {{to}} if she was reached', at: 'Ask {{to}} {{when}} if she was reached' },
  meet_her: { now: 'Meet her, or agree a time with her', at: 'Meet her, or agree a time with her' },
  ask_source: { now: 'Ask {{from}} to help reach her', at: 'Ask {{from}} {{when}} to help reach her' },
  chase_source: { now: 'Ask {{from}} for the answer', at: 'Wait for the answer from {{from}}' },
  find_another_way: { now: 'Find another way to reach her', at: 'Find another way to reach her' },
  relay: { now: 'Use the relay she agreed to', at: 'Use the relay she agreed to {{when}}' },
  check_she_called: { now: 'Check if she called', at: 'She calls us. Check then' },
  ask_permission: { now: 'Ask her permission', at: 'Ask her permission' },
  complete_confirmation: { now: 'Finish the confirmation', at: 'Finish the confirmation' },
  book_next_step: { now: 'Book the meeting', at: 'Book the meeting' },
  meeting: { now: 'Start the meeting', at: 'Lead the meeting {{when}}' },
  next_meeting: { now: 'Start meeting {{number}}', at: 'Meeting {{number}}, {{when}}' },
  review_hold: { now: 'Ask for news', at: 'Ask for news {{when}}' },
  record_bounce: { now: 'Record the bounce', at: 'A bounce is due {{when}}' },
  bounce_action: { now: 'Do the next action of the bounce', at: 'Do the next action of the bounce' },
  possible_danger: { now: 'Possible danger: act now', at: 'Possible danger: act now' },
  plan_line: { now: 'Do what was agreed in the meeting', at: 'Do what was agreed in the meeting' },
} as const satisfies Record<TaskKind, object>

/** The primary button: a verb, short. */
const act = {
  book_interpreter: 'Book an interpreter',
  reach_her: {
    call: 'Call her now',
    text: 'Text her now',
    email: 'Email her now',
    letter: 'Write her a letter',
    in_person: 'Meet her now',
    partner: 'Use the relay',
  } satisfies Record<ReachBy, string>,
  neutral_check: 'Neutral check',
  chase_receiver: 'Ask the receiver',
  meet_her: 'Log the attempt',
  ask_source: 'Ask the source',
  chase_source: 'Add the answer',
  find_another_way: 'Add another way',
  relay: 'Use the relay',
  check_she_called: 'Log whether she called',
  ask_permission: 'Add her answer',
  complete_confirmation: 'Confirm with her',
  book_next_step: 'Book the meeting',
  meeting: 'Start the meeting',
  next_meeting: 'Start the meeting',
  review_hold: 'Check again',
  record_bounce: 'Record the bounce',
  bounce_action: 'Do it now',
  possible_danger: 'See the danger',
  plan_line: 'Mark as done',
} as const satisfies Record<TaskKind, string | object>

/** While it waits (P4, C7): what the worker does at the agreed time. */
const waiting = {
  she_asked: 'She asked us to wait. Check then',
  she_calls_us: 'She calls us. Check then',
  not_safe: 'Do not contact her. Check then',
  no_safe_way: 'Do not contact her. Check then',
  relayed: 'Message passed on. Check then',
} as const satisfies Record<WaitingReason, string>

/** The missing part, when it is the only one. */
const missing = {
  way: 'Verify her contact plan with her',
  next_step: 'Make the next step clear with her',
  deadline_risks: 'Ask about deadline risks',
} as const satisfies Record<ConfirmationPart, string>

const state = {
  permission_pending: 'Permission not given yet',
  contact_due: 'Contact due',
  attempting_one: 'Attempting, {{count}} attempt made',
  attempting_other: 'Attempting, {{count}} attempts made',
  reached_not_confirmed: 'Reached, not confirmed yet',
  waiting_for_her: {
    she_asked: 'Waiting, as she asked',
    she_calls_us: 'Waiting for her to call',
    not_safe: 'Stopped: do not contact her',
    no_safe_way: 'Waiting: no safe way to reach her',
    relayed: 'Message passed on, waiting',
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
  this_shift: 'Due now, or this shift',
  later: 'Due later',
  waiting: 'Waiting on others',
  to_book: 'Confirmed: book meeting',
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
  may_call: {
    call: 'May call',
    text: 'May text',
    email: 'May email',
    letter: 'May send a letter',
    in_person: 'May meet her',
    partner: 'Only through a partner',
  } satisfies Record<ReachBy, string>,
  until: {
    call: 'Call until {{until}}',
    text: 'Text until {{until}}',
    email: 'Email until {{until}}',
    letter: 'Letter until {{until}}',
    in_person: 'Meet until {{until}}',
    partner: 'Until {{until}}',
  } satisfies Record<ReachBy, string>,
  only: 'Only {{from}} to {{until}}',
  from: 'Only {{day}} {{from}} to {{until}}',
  only_hours: 'Only in safe times',
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

/** What to do next, how it stands, may the person be contacted, which dates cannot wait: the same on board, table, sheet and record. */
export const handoffState = {
  next,
  act,
  missing,
  waiting,
  missingSome: 'Confirm with her: {{parts}} parts missing',
  state,
  lane,
  shape,
  safe,
  /** Before its time the action says so. */
  early: 'You can {{reach}} her from {{when}}.',
  /** P8: "she allows calls", "is it still safe to call her?" */
  contacts: {
    call: 'calls',
    text: 'texts',
    email: 'emails',
    letter: 'letters',
    in_person: 'visits',
    partner: 'contact',
  } satisfies Record<ReachBy, string>,
  reach: {
    call: 'call',
    text: 'text',
    email: 'email',
    letter: 'write to',
    in_person: 'meet',
    partner: 'contact',
  } satisfies Record<ReachBy, string>,
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
