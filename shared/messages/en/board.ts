import type { Lane } from '../../domain/standing'

/** What an empty lane says: what will come here. */
const emptyLane = {
  overdue: 'Nobody. When a contact passes its time, it comes here and stays until someone acts.',
  this_shift: 'Nobody. What is due before the shift ends stands here.',
  later: 'Nobody. What is due after this shift stands here.',
  waiting: 'Nobody. When she calls us, or a partner was asked, it waits here.',
  to_book: 'Nobody. Once contact is confirmed, the next meeting is booked from here.',
} as const satisfies Record<Lane, string>

/** The board: lanes, table, and the open sheet beside the list. */
export const board = {
  title: 'Board', lanes: 'Lanes', table: 'Table', showAs: 'Show as', newHandoff: 'New handoff', loading: 'Opening the board…', again: 'Try again',
  list: 'Open handoffs', now: 'now', from: 'from', to: 'to',
  sum: {
    overdue_one: '{{n}} is overdue.', overdue_other: '{{n}} are overdue.', overdueNone: 'Nobody is overdue.',
    more_one: '{{n}} more is due before {{time}}.', more_other: '{{n}} more are due before {{time}}.',
    due_one: '{{n}} is due before {{time}}.', due_other: '{{n}} are due before {{time}}.', dueNone: 'Nothing more is due before {{time}}.',
  },
  lane: { until: '{{count}}, until {{time}}', after: '{{count}}, after {{time}}', rest_one: '{{count}} more is in the table', rest_other: '{{count}} more are in the table', label: '{{lane}}, {{count}}' },
  emptyLane,
  empty: { title: 'Nobody is waiting.', text: 'Write down the first referral. It comes to this board with its clock running, and stays until somebody has confirmed contact with her.' },
  nothing: { title: 'No handoff is like that.', text: 'There are others that this sentence leaves out.', act: 'Show all {{count}}' },
  /** Of a row, for the ear. */
  row: '{{label}}, No. {{number}}, {{clock}}. {{next}}, {{owner}}. {{safe}}.',
  filter: {
    label: 'Which handoffs are shown', showing: 'Showing', of: 'of', going: 'going', from: 'from', grouped: 'grouped by', sorted: 'sorted by', all: 'Show all {{count}}',
    standing: { label: 'Standing', any: 'everything open', overdue: 'what is overdue', soon: 'what is due within 4 hours', later: 'what is due later', waiting: 'what waits on others', confirmed: 'what is confirmed' },
    owner: { label: 'Owner', any: 'everyone', me: '{{name}} (mine)' },
    direction: { label: 'Direction', any: 'any way', incoming: 'to us', outgoing: 'out from us', internal: 'between us' },
    source: { label: 'Source', any: 'anywhere', none: 'no partner' },
    group: { label: 'Grouped by', owner: 'owner', none: 'nothing' },
    sort: { label: 'Sorted by', due: 'due, soonest first', dueLast: 'due, latest first', number: 'number, oldest first', numberLast: 'number, newest first', owner: 'owner, A to Z', ownerLast: 'owner, Z to A' },
  },
  column: { due: 'Due', at: 'At', who: 'Who', way: 'From and to', next: 'Next action', owner: 'Owner', safe: 'Safe contact', risk: 'Deadline' },
  group_one: '{{count}}', group_other: '{{count}}', groupOverdue: '{{count}}, {{overdue}} overdue',
  move: { next: 'Next row', before: 'Row before' },
  keys: { label: 'What can be done with the chosen row', move: 'move', all: 'show all' },
  sheet: {
    close: 'Close the record, Esc', holdName: 'Hold for name', next: 'Next action', wasDue: 'was due {{when}}', due: 'due {{when}}', received: 'received {{when}}', hours: '{{hours}} h', since: 'since {{when}}',
    tries_one: '{{n}} try made.', tries_other: '{{n}} tries made.', triesNone: 'No try made yet.', measured: 'This source is only measured: no alarm.',
    log: 'Log what happened', open: 'Open the record', yours: 'This is yours.', theirs: '{{name}} has it.', give: 'Give it to someone else',
    giveTo: 'Give it to', giveNow: 'Give', giveBack: 'Leave it', given: 'No. {{number}} given to {{name}}.', loading: 'Opening the record…',
    reach: 'How to reach her', noPlan: 'Nothing is written down yet.', happened: 'What has happened', verifiedHer: 'verified {{when}}, with her', verifiedSource: 'verified {{when}} by the source', notVerified: 'not verified', expired: 'to be verified anew',
  },
  reach: {
    anyHour: 'At any hour.', hoursUnknown: 'Safe hours are not known.', only: 'Only {{hours}}.', never: 'Never {{hours}}.', on: '{{channels}}: {{label}}.', nowhere: 'No safe way to reach her is written down.',
    sheCalls: 'She calls us. Nobody calls her.', through: 'Only through {{who}}.', neutral: 'A neutral check only: nothing said, no message.', stopped: 'Stopped: not safe. Nobody calls.',
    hide: 'Hide our number.', rejects: 'Her phone takes no hidden numbers.', someone: 'If someone else answers, say', interpreter: '{{what}}, {{language}}.', in: 'In {{left}}.', every: 'every day',
  },
} as const
